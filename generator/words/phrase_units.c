/*
 * phrase_units.c - what figures are of, in sentences: short subjects, and differences with their unit.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "indicator/method.h"
#include "words/phrase_parts.h"

/* "per 100,000 people" of the unit of a published rate or of a ratio; NULL when it is none. */
static const char *per_of_unit(const struct words *words, const struct indicator *indicator)
{
	const char *word = strings_text(words->strings, STRING_UNIT_PER_WORD);
	const char *per, *end;

	if (strcmp(indicator->method, "given") != 0 && strcmp(indicator->method, "ratio") != 0)
		return NULL;
	per = strstr(indicator->unit, arena_printf(words->arena, " %s ", word));
	if (per == NULL)
		return NULL;
	end = strstr(++per, ", ");
	return end == NULL ? per : arena_strndup(words->arena, per, (size_t)(end - per));
}

const char *short_subject(const struct words *words, const struct indicator *indicator)
{
	const struct method *method = method_find(indicator->method);
	enum string_id id = STRING_SUBJECT_VALUE;

	if (indicator_in_percent(indicator))
		id = STRING_SUBJECT_PERCENTAGE;
	else if (method->is_rate || per_of_unit(words, indicator) != NULL)
		id = STRING_SUBJECT_RATE;
	else if (method->is_count)
		id = STRING_SUBJECT_COUNT;
	return strings_text(words->strings, id);
}

/* A word of a list separated by blanks, by its place; NULL when it has fewer. */
static const char *word_at(const struct words *words, const char *list, size_t place)
{
	for (; *list != '\0'; place--) {
		size_t length = strcspn(list, " ");

		if (place == 0)
			return arena_strndup(words->arena, list, length);
		list += length + strspn(list + length, " ");
	}
	return NULL;
}

/* "years" of the unit "Years": only words that may follow a number; "3.2 index" does not read well. */
static const char *said_unit(const struct words *words, const struct indicator *indicator, bool one)
{
	const char *several = strings_text(words->strings, STRING_UNITS_SAID), *word;

	for (size_t i = 0; (word = word_at(words, several, i)) != NULL; i++)
		if (strcasecmp(word, indicator->unit) == 0)
			return one ? word_at(words,
					     strings_text(words->strings, STRING_UNITS_SAID_ONE), i)
				   : word;
	return NULL;
}

const char *phrase_with_unit(const struct words *words, const struct view *view,
			     const char *difference)
{
	const struct indicator *indicator = view->indicator;
	/* Alone, or before its interval in brackets. */
	bool one = strcmp(difference, "1") == 0 || strncmp(difference, "1 (", 3) == 0;
	const char *published = per_of_unit(words, indicator);
	const char *per = published != NULL ? published : said_unit(words, indicator, one);
	const struct placeholder parts[] = {
		{ "d", difference },
		{ "per", per == NULL ? "" : per },
		{ "multiplier", words_number(words, indicator->multiplier, 0) },
		{ "population", indicator->population },
		{ "events", indicator->events },
		{ 0 },
	};
	const struct method *method = method_find(indicator->method);

	if (indicator_in_percent(indicator) || method->in_points)
		return words_fill(words, one ? STRING_UNIT_POINT : STRING_UNIT_POINTS, parts);
	if (method->is_rate)
		return words_fill(words,
				  indicator->population[0] == '\0' ? STRING_UNIT_RATE_BARE
								   : STRING_UNIT_RATE,
				  parts);
	if (per != NULL)
		return words_fill(words, STRING_UNIT_PER, parts);
	/* "1 admissions" does not read well. */
	return method->is_count && indicator->events[0] != '\0' && !one
		       ? words_fill(words, STRING_UNIT_COUNT, parts)
		       : parts[0].text;
}

const char *phrase_with_short_unit(const struct words *words, const struct view *view,
				   const char *difference)
{
	const struct placeholder parts[] = {
		{ "d", difference },
		{ "multiplier", words_number(words, view->indicator->multiplier, 0) },
		{ 0 },
	};

	return method_find(view->indicator->method)->is_rate
		       ? words_fill(words, STRING_UNIT_RATE_BARE, parts)
		       : phrase_with_unit(words, view, difference);
}
