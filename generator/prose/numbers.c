/*
 * numbers.c - numbers that an author typed where the report has a figure.
 */
#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "prose/prose_parts.h"

enum { SMALL = 12, AGE_MOST = 120, YEAR_FIRST = 1900, YEAR_LAST = 2100 };

/* A typed number that is so near a figure is meant to be that figure. */
static const double near_share = 0.05;

struct typed {
	size_t at, length; /* in the text; with its per cent sign */
	double number;
	unsigned decimals;
	bool percent, commas;
};

/* -- numbers of a text -------------------------------------------------------------------------- */

static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* "14Z35", "COVID-19", "2024/25": part of a name. */
static bool is_within_name(const char *text, size_t at, size_t length)
{
	if (at > 0 && (is_letter(text[at - 1]) || strchr("/-", text[at - 1]) != NULL) &&
	    strncmp(text + at - (at >= 2 ? 2 : 0), "\xc2\xa0", at >= 2 ? 2 : 0) != 0)
		return true;
	return isalpha((unsigned char)text[at + length]) || text[at + length] == '/' ||
	       text[at + length] == '-';
}

/* The number at a place; false when none begins there. */
static bool number_at(const char *text, size_t at, struct typed *typed)
{
	size_t length = strspn(text + at, "0123456789"), decimals = 0;
	const char *rest;

	*typed = (struct typed){ .at = at };
	if (length == 0)
		return false;
	while (text[at + length] == ',' && strspn(text + at + length + 1, "0123456789") == 3) {
		typed->commas = true;
		length += 4;
	}
	rest = text + at + length;
	if (rest[0] == '.' && (decimals = strspn(rest + 1, "0123456789")) > 0)
		length += decimals + 1;
	typed->length = length;
	typed->decimals = (unsigned)decimals;
	return number_parse_thousands(text + at, length, &typed->number);
}

static bool follows(const char *text, size_t at, const char *const *words, size_t count)
{
	text += at + strspn(text + at, " ");
	if (strncmp(text, "\xc2\xa0", 2) == 0)
		text += 2;
	for (size_t i = 0; i < count; i++)
		if (strncasecmp(text, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

static bool precedes(const char *text, size_t at, const char *const *words, size_t count)
{
	while (at > 0 && (text[at - 1] == ' ' || (unsigned char)text[at - 1] == 0xa0 ||
			  (unsigned char)text[at - 1] == 0xc2))
		at--;
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(words[i]);

		if (at >= length && strncasecmp(text + at - length, words[i], length) == 0)
			return true;
	}
	return false;
}

/* Numbers of things that are no figures: aims, days, years, ages, weeks, sections. */
static bool is_label(const char *text, const struct typed *typed)
{
	static const char *const aims[] = { "standard is", "standard of", "target is", "target of",
					    "aim is",      "aim of",      "least",     "most" };
	static const char *const behind[] = {
		"January",   "February", "March",    "April",    "May",  "June",  "July", "August",
		"September", "October",  "November", "December", "week", "month", "year", "day",
		"hour",      "minute",   "and over", "or over",  "to ",  "points"
	};
	static const char *const before[] = {
		"section",  "sections", "figure",  "figures", "table", "tables",  "page",
		"pages",    "aged",     "age",     "ages",    "under", "over",    "fifth",
		"fifths",   "tenth",    "type",    "stage",   "group", "to",      "indicator",
		"appendix", "part",     "chapter", "ICD",     "per",   "version", "top"
	};

	if (precedes(text, typed->at, aims, sizeof(aims) / sizeof(aims[0])))
		return true;
	if (typed->percent || typed->decimals > 0)
		return false;
	if (!typed->commas && typed->number >= YEAR_FIRST && typed->number <= YEAR_LAST)
		return true;
	return typed->number <= SMALL ||
	       follows(text, typed->at + typed->length, behind,
		       sizeof(behind) / sizeof(behind[0])) ||
	       precedes(text, typed->at, before, sizeof(before) / sizeof(before[0]));
}

/* The next number that may be a figure, from *at on. */
static bool next_number(const char *text, size_t *at, struct typed *typed)
{
	while (text[*at] != '\0') {
		size_t here = *at;

		if (!number_at(text, here, typed)) {
			++*at;
			continue;
		}
		*at += typed->length;
		typed->percent = text[*at] == '%';
		if (!is_within_name(text, here, typed->length) && !is_label(text, typed)) {
			typed->length += typed->percent;
			return true;
		}
	}
	return false;
}

static const char *words_of(const struct prose_inputs *inputs, const struct passage *passage,
			    const struct typed *typed)
{
	return arena_printf(inputs->arena, "%.*s", (int)typed->length, passage->text + typed->at);
}

/* -- beside figures ----------------------------------------------------------------------------- */

static bool same_place(struct location a, struct location b)
{
	return a.line == b.line && a.column == b.column && a.file != NULL && b.file != NULL &&
	       strcmp(a.file, b.file) == 0;
}

static bool is_of_passage(const struct passage *passage, const struct figure_use *use)
{
	for (size_t i = 0; i < passage->figure_count; i++)
		if (same_place(passage->figures[i], use->at))
			return true;
	return false;
}

/* The number that a figure is printed as; false where it is printed as none. */
static bool printed_number(const char *printed, struct typed *number)
{
	size_t first = strcspn(printed, "0123456789");

	if (!number_at(printed, first, number))
		return false;
	number->percent = printed[first + number->length] == '%';
	return true;
}

static bool is_near(const struct typed *typed, const struct typed *printed)
{
	return typed->percent == printed->percent && printed->number > 0 &&
	       fabs(typed->number - printed->number) <= near_share * printed->number;
}

static void judge(const struct prose_inputs *inputs, const struct passage *passage,
		  const struct typed *typed)
{
	const char *words = words_of(inputs, passage, typed), *near = NULL;
	struct typed printed;

	for (size_t i = 0; i < inputs->document->use_count; i++) {
		const struct figure_use *use = &inputs->document->uses[i];

		if (use->behind || !is_of_passage(passage, use) ||
		    !printed_number(use->printed, &printed) || !is_near(typed, &printed))
			continue;
		if (typed->number == printed.number) {
			diag_add(inputs->diags, DIAG_PROSE_NUMBER_SAME,
				 passage_place(passage, typed->at), words, NULL);
			return;
		}
		near = use->printed;
	}
	if (near != NULL)
		diag_addf(inputs->diags, DIAG_PROSE_NUMBER, passage_place(passage, typed->at),
			  "%s, beside a figure that is printed as %s", words, near);
}

void check_numbers(const struct prose_inputs *inputs, const struct passage *passage)
{
	struct typed typed;
	size_t at = 0;

	if (passage->figure_count == 0)
		return;
	while (next_number(passage->text, &at, &typed))
		judge(inputs, passage, &typed);
}

/* -- text alternatives -------------------------------------------------------------------------- */

static bool is_within(const struct placed_element *element, const struct block *block)
{
	for (; element != NULL; element = element->around)
		if (element->block == block)
			return true;
	return false;
}

static bool shows(const struct figure_use *use, const struct typed *typed)
{
	const double numbers[] = { use->value.estimate, use->value.limits.lower,
				   use->value.limits.upper };
	size_t count = use->value.limits.known ? 3 : 1;

	for (size_t i = 0; value_is_shown(&use->value) && i < count; i++)
		if (number_round(fabs(numbers[i]), typed->decimals) == typed->number)
			return true;
	return false;
}

/* Ages and numbers of groups are not figures. */
static bool may_be_figure(const struct typed *typed)
{
	return typed->percent || typed->decimals > 0 || typed->commas || typed->number > AGE_MOST;
}

void check_alternative(const struct prose_inputs *inputs, const struct passage *passage,
		       const struct block *block)
{
	struct typed typed;
	size_t at = 0;

	while (next_number(passage->text, &at, &typed)) {
		bool placed = false, shown = false;

		if (!may_be_figure(&typed))
			continue;
		for (size_t i = 0; i < inputs->document->use_count && !shown; i++) {
			const struct figure_use *use = &inputs->document->uses[i];

			if (!is_within(use->element, block))
				continue;
			placed = true;
			shown = shows(use, &typed);
		}
		if (placed && !shown)
			diag_add(inputs->diags, DIAG_PROSE_ALTERNATIVE,
				 passage_place(passage, typed.at),
				 words_of(inputs, passage, &typed), NULL);
	}
}
