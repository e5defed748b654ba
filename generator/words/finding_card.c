/*
 * finding_card.c - the words under the large figure of a key finding.
 *
 * They go on after the figure where the indicator says how, else they name it. A card is a column of a third of
 * a page and has four lines: of several shapes the first is taken that fits, from the fullest to the shortest.
 */
#include <string.h>

#include "base/arena.h"
#include "indicator/method.h"
#include "words/finding_parts.h"
#include "words/phrase_parts.h"

/* A column of 49 mm in hundredths of the size of its type, 10.5 pt, whose letters stand a little closer. */
enum { LINES_MOST = 4, LINE_WIDTH = 1340 };

/* How wide letters are, likewise, to the nearest kind: narrow, slender, usual, wide. */
enum { NARROW = 27, SLENDER = 37, USUAL = 59, LARGE = 67, WIDE = 88 };

static const char where_mark[] = "{where}";

static size_t letter_width(char letter)
{
	if (strchr("ijlI.,;:'|", letter) != NULL)
		return NARROW;
	if (strchr("tfr-() ", letter) != NULL)
		return SLENDER;
	if (strchr("mwMW%", letter) != NULL)
		return WIDE;
	return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ? LARGE : USUAL;
}

/* Bytes that go on with a letter have no width of their own. */
static size_t word_width(const char *text, size_t length)
{
	size_t width = 0;

	for (size_t i = 0; i < length; i++)
		if (((unsigned char)text[i] & 0xC0) != 0x80)
			width += letter_width(text[i]);
	return width;
}

static bool fits(const char *text)
{
	size_t lines = 1, used = 0;

	while (*text != '\0') {
		size_t length = strcspn(text, " "), width = word_width(text, length);

		if (used > 0 && used + NARROW + width > LINE_WIDTH) {
			lines++;
			used = 0;
		}
		used += (used > 0 ? NARROW : 0) + width;
		text += length + strspn(text + length, " ");
	}
	return lines <= LINES_MOST;
}

/* Where the last word begins. */
static size_t last_word(const char *text, size_t length)
{
	while (length > 0 && text[length - 1] != ' ')
		length--;
	return length;
}

/*
 * The name of the least deprived beside that of the most: words that end both are said once. "the least
 * deprived", with most 1 word left out; "the least". Two words always stay.
 */
static const char *without_shared(const struct words *words, const char *most, const char *least,
				  size_t at_most)
{
	size_t a = strlen(most), b = strlen(least);

	for (size_t i = 0; i < at_most; i++) {
		size_t from_a = last_word(most, a), from_b = last_word(least, b);

		if (a - from_a != b - from_b || from_a == 0 || from_b == 0 ||
		    memcmp(most + from_a, least + from_b, a - from_a) != 0 ||
		    last_word(least, from_b - 1) == 0)
			break;
		a = from_a - 1;
		b = from_b - 1;
	}
	return arena_strndup(words->arena, least, b);
}

/* "of waits in the most deprived areas were over 18 weeks"; NULL when the indicator does not say how. */
static const char *said_of(const struct words *words, const struct view *view, const char *most)
{
	const char *text = view->indicator->in_short, *mark = strstr(text, where_mark);
	const struct placeholder parts[] = { { "most", most }, { 0 } };

	if (mark == NULL)
		return NULL;
	return arena_printf(words->arena, "%.*s%s%s", (int)(mark - text), text,
			    words_fill(words, STRING_FINDING_WHERE, parts),
			    mark + strlen(where_mark));
}

/* The first of the shapes that fits, or the last. */
static const char *first_fit(const struct words *words, const enum string_id *ids, size_t count,
			     struct placeholder parts[])
{
	const char *text = "";

	for (size_t i = 0; i < count; i++) {
		text = words_fill(words, ids[i], parts);
		if (fits(text))
			break;
	}
	return text;
}

static const char *of_ends(const struct words *words, const struct view *view, bool similar,
			   const struct finding_sides *sides, const char *value)
{
	const enum string_id ids[] = {
		similar ? STRING_FINDING_CARD_SIMILAR : STRING_FINDING_CARD,
		similar ? STRING_FINDING_CARD_SIMILAR_SHORT : STRING_FINDING_CARD_SHORT,
	};
	const enum string_id goes_on[] = { similar ? STRING_FINDING_CARD_SIMILAR_SAID
						   : STRING_FINDING_CARD_SAID };
	const char *said = said_of(words, view, sides->first_name), *text = "";
	struct placeholder parts[] = {
		{ "Name", words_capital(words, view->indicator->short_name) },
		{ "said", said },
		{ "most", sides->first_name },
		{ "least", "" },
		{ "v5", value },
		{ 0 },
	};

	for (int shape = said == NULL ? 1 : 0; shape < 2; shape++)
		for (size_t shared = 1; shared <= 2; shared++) {
			parts[3].text = without_shared(words, sides->first_name, sides->second_name,
						       shared);
			text = shape == 0 ? first_fit(words, goes_on, 1, parts)
					  : first_fit(words, ids, 2, parts);
			if (fits(text))
				return text;
		}
	return text;
}

const char *finding_card_times(const struct words *words, const struct view *view,
			       const struct finding_sides *sides, const char *times)
{
	static const enum string_id ids[] = { STRING_FINDING_CARD_TIMES,
					      STRING_FINDING_CARD_TIMES_SHORT };
	struct placeholder parts[] = {
		{ "Name", words_capital(words, view->indicator->short_name) },
		{ "r", times },
		{ "most", sides->first_name },
		{ "least", without_shared(words, sides->first_name, sides->second_name, 2) },
		{ 0 },
	};

	return first_fit(words, ids, 2, parts);
}

static const char *card_with(const struct words *words, const struct view *view,
			     const struct finding *finding, const struct finding_sides *sides,
			     const char *value)
{
	static const enum string_id ids[] = { STRING_FINDING_CARD_FOR,
					      STRING_FINDING_CARD_SIMILAR_FOR };
	bool similar = finding->comparison == COMPARISON_SIMILAR;
	struct placeholder parts[] = {
		{ "Name", words_capital(words, view->indicator->short_name) },
		{ "first", sides->first_name },
		{ "second", sides->second_name },
		{ "v5", value },
		{ 0 },
	};
	const char *text;

	if (finding->form == FINDING_ENDS)
		return of_ends(words, view, similar, sides, value);
	text = words_fill(words, ids[similar], parts);
	if (!fits(text) && sides->second_group == NULL) {
		parts[2].text = strings_text(words->strings, STRING_WHOLE_SHORT);
		text = words_fill(words, ids[similar], parts);
	}
	if (fits(text))
		return text;
	parts[1].text = title_group(words, view, sides->first_group);
	if (sides->second_group != NULL)
		parts[2].text = title_group(words, view, sides->second_group);
	return words_fill(words, STRING_FINDING_CARD_BARE, parts);
}

/* A rate says per how many, where there is room. */
const char *finding_card(const struct words *words, const struct view *view,
			 const struct finding *finding, const struct finding_sides *sides)
{
	const char *value = phrase_value(words, view, sides->second, sides->first), *text;
	const struct placeholder parts[] = {
		{ "d", value },
		{ "multiplier", words_number(words, view->indicator->multiplier, 0) },
		{ 0 },
	};

	if (method_find(view->indicator->method)->is_rate) {
		text = card_with(words, view, finding, sides,
				 words_fill(words, STRING_UNIT_RATE_BARE, parts));
		if (fits(text))
			return text;
	}
	return card_with(words, view, finding, sides, value);
}
