#include "support/sentence_rules.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/sentence.h"

enum { WORDS_MOST = 25, TITLE_WORDS_MOST = 15, FIGURES_MOST = 3, ALTERNATIVE_MOST = 249 };

#define NO_BREAK "\xc2\xa0"
#define MINUS "\xe2\x88\x92"

/* Causes, motives, judgements on care, and words for people that are not used. */
static const char *const forbidden[] = {
	"because",      "caused",      "causes",        "leads to",      "driven by",
	"results in",   "impact",      "effect of",     "effects",       "explains",
	"as a result",  "only",        "just",          "best",          "worst",
	"alarming",     "shocking",    "significant",   "significantly", "dramatic",
	"dramatically", "vulnerable",  "hard to reach", "non-compliant", "deprived people",
	"poor people",  "BAME",        "BME",           "non-White",     "people of colour",
	"minorities",   "race",        "gender",        "the elderly",   "pensioners",
	"times higher", "times lower",
};

static bool is_letter(char c)
{
	return isalpha((unsigned char)c) != 0;
}

static bool has_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = text; *at != '\0'; at++)
		if (tolower((unsigned char)*at) == tolower((unsigned char)*word) &&
		    strncasecmp(at, word, length) == 0 && (at == text || !is_letter(at[-1])) &&
		    !is_letter(at[length]))
			return true;
	return false;
}

const char *forbidden_word(const char *text)
{
	for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++)
		if (has_word(text, forbidden[i]))
			return forbidden[i];
	return NULL;
}

static bool fail(struct sentence_fault *fault, const char *what, const char *detail)
{
	snprintf(fault->words, sizeof(fault->words), "%.40s: %.150s", what, detail);
	return false;
}

/* -- words and figures -------------------------------------------------------------------------- */

enum { TOKEN_MOST = 120 };

struct token {
	char text[TOKEN_MOST]; /* without brackets and stops */
	bool ends_list;        /* more than a name in a list follows */
};

static const char *next_token(const char *at, struct token *token)
{
	size_t length, from = 0;

	at += strspn(at, " ");
	length = strcspn(at, " ");
	if (length == 0)
		return NULL;
	snprintf(token->text, sizeof(token->text), "%.*s", (int)length, at);
	from = strspn(token->text, "(\"");
	memmove(token->text, token->text + from, strlen(token->text + from) + 1);
	while (token->text[0] != '\0' &&
	       strchr(".,;:)\"", token->text[strlen(token->text) - 1]) != NULL)
		token->text[strlen(token->text) - 1] = '\0';
	return at + length;
}

static size_t count_words(const char *text)
{
	struct token token;
	size_t count = 0;

	while ((text = next_token(text, &token)) != NULL)
		count++;
	return count;
}

static bool is_number(const char *text)
{
	if (strncmp(text, MINUS, strlen(MINUS)) == 0)
		text += strlen(MINUS);
	return isdigit((unsigned char)*text) && strstr(text, NO_BREAK) == NULL;
}

static bool is_year(const char *text)
{
	return strlen(text) == 4 && (strncmp(text, "19", 2) == 0 || strncmp(text, "20", 2) == 0) &&
	       strspn(text, "0123456789") == 4;
}

static bool is_rank_word(const char *text)
{
	return strcmp(text, "fifth") == 0 || strcmp(text, "fifths") == 0 ||
	       strcmp(text, "tenth") == 0 || strcmp(text, "tenths") == 0;
}

static double number_of(const char *text, unsigned *decimals)
{
	char digits[TOKEN_MOST];
	size_t length = 0;
	bool behind = false, negative = strncmp(text, MINUS, strlen(MINUS)) == 0;

	*decimals = 0;
	for (const char *c = negative ? text + strlen(MINUS) : text; *c != '\0'; c++) {
		if (!isdigit((unsigned char)*c) && *c != '.')
			continue;
		*decimals += behind;
		behind = behind || *c == '.';
		digits[length++] = *c;
	}
	digits[length] = '\0';
	return negative ? -strtod(digits, NULL) : strtod(digits, NULL);
}

void sentence_figures(const char *text, void each(double number, unsigned decimals, void *context),
		      void *context)
{
	struct token token;
	char before[TOKEN_MOST] = "";
	bool ranks = false;

	while ((text = next_token(text, &token)) != NULL) {
		bool number = is_number(token.text);

		if (number && !ranks && !is_year(token.text) && strcmp(before, "per") != 0) {
			unsigned decimals;
			double found = number_of(token.text, &decimals);

			each(found, decimals, context);
		}
		/* "fifths 1, 2 and 3 and 2 more": the list ends with another word. */
		ranks = is_rank_word(token.text) ||
			(ranks && (number || strcmp(token.text, "and") == 0) &&
			 strcmp(before, "and") != 0);
		snprintf(before, sizeof(before), "%s", token.text);
	}
}

static void count_figure(double number, unsigned decimals, void *context)
{
	(void)number;
	(void)decimals;
	(*(size_t *)context)++;
}

static size_t count_figures(const char *text)
{
	size_t count = 0;

	sentence_figures(text, count_figure, &count);
	return count;
}

/* -- one sentence ------------------------------------------------------------------------------- */

static bool has_faulty_article(const char *text)
{
	struct token token;
	char before[TOKEN_MOST] = "";

	while ((text = next_token(text, &token)) != NULL) {
		bool vowel = strchr("aeiouAEIOU", token.text[0]) != NULL;

		if ((strcasecmp(before, "a") == 0 && vowel) ||
		    (strcasecmp(before, "an") == 0 && !vowel))
			return true;
		snprintf(before, sizeof(before), "%s", token.text);
	}
	return false;
}

/* "1 admissions"; what may follow a 1 and ends in s is no noun. */
static bool has_faulty_plural(const char *text)
{
	struct token token;
	char before[TOKEN_MOST] = "", second[TOKEN_MOST] = "";

	while ((text = next_token(text, &token)) != NULL) {
		size_t length = strlen(token.text);
		bool plural = length > 2 && token.text[length - 1] == 's' &&
			      strcmp(token.text, "was") != 0 && strcmp(token.text, "is") != 0;

		if (strcmp(before, "1") == 0 && (plural || strcmp(token.text, "percentage") == 0) &&
		    !is_rank_word(second))
			return strncmp(text, " point ", 7) != 0 && strncmp(text, " point.", 7) != 0;
		snprintf(second, sizeof(second), "%s", before);
		snprintf(before, sizeof(before), "%s", token.text);
	}
	return false;
}

static bool is_well_formed(const char *text, struct sentence_fault *fault)
{
	static const char *const faults[] = {
		"  ", " .", " ,", " ;", "{",      "}",   "()",  "( ",
		" )", ",.", "..", ";.", "(null)", ": .", "nan", "inf"
	};

	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		if (strstr(text, faults[i]) != NULL && strcmp(faults[i], "inf") != 0 &&
		    strcmp(faults[i], "nan") != 0)
			return fail(fault, "holds", faults[i]);
	if (has_word(text, "nan") || has_word(text, "inf"))
		return fail(fault, "holds", "no number");
	if (!isupper((unsigned char)text[0]) && strncmp(text, "\xe2\x80\x9c", 3) != 0 &&
	    !isdigit((unsigned char)text[0]))
		return fail(fault, "does not begin with a capital", text);
	if (forbidden_word(text) != NULL)
		return fail(fault, "forbidden word", forbidden_word(text));
	for (const char *due = strstr(text, "due to"); due != NULL; due = strstr(due + 1, "due to"))
		if (strncmp(due, "due to chance", 13) != 0)
			return fail(fault, "a cause", due);
	if (has_faulty_article(text))
		return fail(fault, "a or an", text);
	if (has_faulty_plural(text))
		return fail(fault, "one of several", text);
	return true;
}

/* "less than 0.1" and "a little below 0" are one figure each, and count as one word. */
static size_t words_counting_figures_once(const char *text)
{
	size_t count = count_words(text);

	for (const char *at = strstr(text, "less than "); at != NULL;
	     at = strstr(at + 1, "less than "))
		count -= isdigit((unsigned char)at[10]) ? 2 : 0;
	for (const char *at = strstr(text, "a little below 0"); at != NULL;
	     at = strstr(at + 1, "a little below 0"))
		count -= 3;
	return count;
}

static bool sentence_is_sound(const char *text, struct sentence_fault *fault)
{
	size_t length = strlen(text);

	/* Behind the stop a quotation mark may close. */
	if (length > 3 && strcmp(text + length - 3, "\xe2\x80\x9d") == 0)
		length -= 3;
	if (length == 0 || text[length - 1] != '.')
		return fail(fault, "no full stop", text);
	if (words_counting_figures_once(text) > WORDS_MOST)
		return fail(fault, "too many words", text);
	if (count_figures(text) > FIGURES_MOST)
		return fail(fault, "too many figures", text);
	return is_well_formed(text, fault);
}

bool sentences_are_sound(const char *text, struct sentence_fault *fault)
{
	char sentence[2000];

	while (*text != '\0') {
		size_t length = sentence_length(text);

		snprintf(sentence, sizeof(sentence), "%.*s", (int)length, text);
		if (!sentence_is_sound(sentence, fault))
			return false;
		text += length;
		text += *text == ' ';
	}
	return true;
}

/* "45.9% (44.1% to 47.7%)" becomes "45.9%". */
static void take_out_intervals(char *text)
{
	for (char *open = strchr(text, '('); open != NULL; open = strchr(open, '(')) {
		char *close = strchr(open, ')'), *to = strstr(open, " to ");
		bool number = isdigit((unsigned char)open[1]) ||
			      strncmp(open + 1, MINUS, strlen(MINUS)) == 0;

		if (close == NULL || to == NULL || to > close || !number || open == text) {
			open++;
			continue;
		}
		memmove(open - 1, close + 1, strlen(close + 1) + 1);
	}
}

/* Where it stands behind "statistically" the word is no judgement. */
static void permit_statistical(char *text)
{
	static const char permitted[] = "statistically significant";

	for (char *at = strstr(text, permitted); at != NULL; at = strstr(at, permitted))
		at[strlen("statistically ")] = 'x';
}

bool technical_sentences_are_sound(const char *text, struct sentence_fault *fault)
{
	char plain[4000];

	snprintf(plain, sizeof(plain), "%s", text);
	take_out_intervals(plain);
	permit_statistical(plain);
	return sentences_are_sound(plain, fault);
}

bool title_is_sound(const char *text, struct sentence_fault *fault)
{
	size_t length = strlen(text);

	if (length == 0 || text[length - 1] == '.')
		return fail(fault, "a title that is none", text);
	if (count_words(text) > TITLE_WORDS_MOST)
		return fail(fault, "too many words in a title", text);
	if (count_figures(text) > FIGURES_MOST)
		return fail(fault, "too many figures", text);
	return is_well_formed(text, fault);
}

bool alternative_is_sound(const char *text, struct sentence_fault *fault)
{
	size_t characters = 0;

	for (const char *c = text; *c != '\0'; c++)
		characters += ((unsigned char)*c & 0xc0) != 0x80;
	if (characters > ALTERNATIVE_MOST)
		return fail(fault, "too long an alternative", text);
	if (strstr(text, "image of") != NULL || strstr(text, "picture of") != NULL)
		return fail(fault, "says that it is a picture", text);
	return is_well_formed(text, fault);
}
