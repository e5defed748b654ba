/*
 * format_names.c - periods, dates and names of groups as printed.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "indicator/method.h"
#include "words/format.h"

/* The upper age from which a band that begins at birth is "under 18" rather than "0 to 17". */
enum { UNDER_FROM = 10 };

/* The age from which people are women and men. */
enum { ADULT_FROM = 18 };

/* -- periods and dates ------------------------------------------------------------------------ */

static const char *month_name(const struct words *words, int month)
{
	return strings_text(words->strings, (enum string_id)(STRING_MONTH_1 + month - 1));
}

/* As it is written behind "to". */
static const char *month_after(const struct words *words, struct date date)
{
	int month = date.month - 1;
	const struct placeholder parts[] = {
		{ "month",
		  strings_form(words->strings, (enum string_id)(STRING_MONTH_1_AFTER + month),
			       (enum string_id)(STRING_MONTH_1 + month)) },
		{ "year", arena_printf(words->arena, "%d", date.year) },
		{ 0 },
	};

	return words_fill(words, STRING_MONTH_YEAR, parts);
}

const char *words_date(const struct words *words, struct date date)
{
	const struct placeholder parts[] = {
		{ "day", arena_printf(words->arena, "%d", date.day) },
		{ "month", month_name(words, date.month) },
		{ "year", arena_printf(words->arena, "%d", date.year) },
		{ 0 },
	};

	return words_fill(words, STRING_DATE, parts);
}

const char *words_month(const struct words *words, struct date date)
{
	const struct placeholder parts[] = {
		{ "month", month_name(words, date.month) },
		{ "year", arena_printf(words->arena, "%d", date.year) },
		{ 0 },
	};

	return words_fill(words, STRING_MONTH_YEAR, parts);
}

static const char *range(const struct words *words, const char *from, const char *to)
{
	const struct placeholder parts[] = { { "from", from }, { "to", to }, { 0 } };

	return words_fill(words, STRING_PERIOD_RANGE, parts);
}

static const char *year_range(const struct words *words, const struct period *period)
{
	return range(words, arena_printf(words->arena, "%d", period->first.year),
		     arena_printf(words->arena, "%d", period->last.year));
}

const char *words_period(const struct words *words, const struct period *period)
{
	switch (period->form) {
	case PERIOD_FINANCIAL_YEAR:
	case PERIOD_YEAR_TO_MONTH:
		return range(words, words_month(words, period->first),
			     month_after(words, period->last));
	case PERIOD_CALENDAR_YEAR:
		return arena_printf(words->arena, "%d", period->first.year);
	case PERIOD_YEARS:
		return year_range(words, period);
	case PERIOD_MONTH:
		return words_month(words, period->first);
	case PERIOD_DAY:
		return words_date(words, period->first);
	case PERIOD_TEXT:
		break;
	}
	return period->code;
}

const char *words_period_short(const struct words *words, const struct period *period)
{
	switch (period->form) {
	case PERIOD_FINANCIAL_YEAR:
	case PERIOD_YEARS:
		return year_range(words, period);
	case PERIOD_DAY:
	case PERIOD_YEAR_TO_MONTH:
		return words_month(words, period->last);
	case PERIOD_CALENDAR_YEAR:
	case PERIOD_MONTH:
	case PERIOD_TEXT:
		break;
	}
	return words_period(words, period);
}

/* Twelve months named by the last of them would read as that month. */
const char *words_period_phrase(const struct words *words, const struct period *period)
{
	const struct placeholder parts[] = { { "month", words_period_short(words, period) },
					     { 0 } };

	return period->form == PERIOD_YEAR_TO_MONTH ? words_fill(words, STRING_YEAR_TO, parts)
						    : parts[0].text;
}

const char *words_period_end(const struct words *words, const struct period *period)
{
	return period->form == PERIOD_FINANCIAL_YEAR ? words_month(words, period->last)
	       : period->form == PERIOD_DAY          ? words_date(words, period->last)
						     : words_period_short(words, period);
}

const char *words_period_span(const struct words *words, const struct period *first,
			      const struct period *last)
{
	bool months = first->form == PERIOD_FINANCIAL_YEAR || first->form == PERIOD_YEAR_TO_MONTH ||
		      first->form == PERIOD_MONTH;

	if (strcmp(first->code, last->code) == 0)
		return words_period(words, first);
	if (first->form == PERIOD_TEXT || last->form != first->form)
		return range(words, words_period_short(words, first),
			     words_period_short(words, last));
	if (first->form == PERIOD_DAY)
		return range(words, words_date(words, first->first), words_date(words, last->last));
	if (months)
		return range(words, words_month(words, first->first),
			     month_after(words, last->last));
	return range(words, arena_printf(words->arena, "%d", first->first.year),
		     arena_printf(words->arena, "%d", last->last.year));
}

/* -- groups ----------------------------------------------------------------------------------- */

/* Bands of five or ten years are read in a row and keep their form: "0 to 4", "5 to 9". */
static bool is_under(const struct group *group)
{
	return group->lower == 0 && (group->upper == 0 || group->upper >= UNDER_FROM);
}

static const char *age_label(const struct words *words, const struct group *group)
{
	const struct placeholder parts[] = {
		{ "lower", words_number(words, group->lower, 0) },
		{ "upper", words_number(words, group->upper, 0) },
		{ "next", words_number(words, group->upper + 1, 0) },
		{ 0 },
	};

	if (is_under(group))
		return words_fill(words, STRING_AGE_UNDER, parts);
	if (group->upper < group->lower)
		return words_fill(words, STRING_AGE_OPEN, parts);
	return words_fill(
		words, group->upper == group->lower ? STRING_AGE_SINGLE : STRING_AGE_RANGE, parts);
}

static const char *organisation_name(const struct words *words, const char *code, bool brief)
{
	int organisation = organisation_find(words->results->dataset, code);

	if (organisation < 0)
		return code;
	return brief ? words->results->dataset->organisations[organisation].short_name
		     : words->results->dataset->organisations[organisation].name;
}

static const char *group_name(const struct words *words,
			      const struct classification *classification, int number, bool brief)
{
	const struct group *group;

	if (number == GROUP_ALL)
		return words_state(words, VALUE_NOT_AVAILABLE);
	group = &classification->groups[number];
	if (classification->form == CLASSIFICATION_AGE_BANDS && group->kind == GROUP_ORDINARY)
		return words_capital(words, age_label(words, group));
	if (classification->form == CLASSIFICATION_ORGANISATION)
		return organisation_name(words, group->code, brief);
	return brief ? group->short_label : group->label;
}

const char *words_group(const struct words *words, const struct classification *classification,
			int group)
{
	return group_name(words, classification, group, false);
}

const char *words_group_short(const struct words *words,
			      const struct classification *classification, int group)
{
	return group_name(words, classification, group, true);
}

const char *words_group_phrase(const struct words *words,
			       const struct classification *classification, int group)
{
	const struct group *facts;

	if (group == GROUP_ALL)
		return words_state(words, VALUE_NOT_AVAILABLE);
	facts = &classification->groups[group];
	if (classification->form == CLASSIFICATION_LISTED)
		return facts->phrase;
	if (classification->form == CLASSIFICATION_AGE_BANDS && facts->kind == GROUP_ORDINARY)
		return age_label(words, facts);
	return words_group_short(words, classification, group);
}

/* -- sexes of adults -------------------------------------------------------------------------- */

/* "adults", "Adults in contact with a service"; "adults aged 16 and over" are not all of age. */
static bool are_called_adults(const struct words *words, const char *people)
{
	const char *adults = strings_text(words->strings, STRING_ADULTS);
	const char *age = people + strcspn(people, "0123456789");
	size_t length = strlen(adults);

	return strncasecmp(people, adults, length) == 0 &&
	       (people[length] == '\0' || people[length] == ' ' || people[length] == ',') &&
	       (*age == '\0' || strtod(age, NULL) >= ADULT_FROM);
}

bool words_all_adults(const struct words *words, const struct indicator *indicator)
{
	double lower, upper;

	if (indicator->age_scope[0] == '\0')
		return are_called_adults(words, indicator->population);
	return age_band_parse(indicator->age_scope, &lower, &upper) && lower >= ADULT_FROM;
}

const char *words_people_phrase(const struct words *words, const struct indicator *indicator,
				const struct classification *classification, int group)
{
	const char *phrase = words_group_phrase(words, classification, group);
	const struct group *facts;

	if (group == GROUP_ALL || strcmp(classification->dimension, "sex") != 0 ||
	    !words_all_adults(words, indicator))
		return phrase;
	facts = &classification->groups[group];
	/* Words of the author's own, such as "women and girls", stay. */
	if (strcasecmp(phrase, facts->short_label) != 0)
		return phrase;
	if (strcmp(facts->code, "female") == 0)
		return strings_text(words->strings, STRING_WOMEN);
	return strcmp(facts->code, "male") == 0 ? strings_text(words->strings, STRING_MEN) : phrase;
}

/* -- people ----------------------------------------------------------------------------------- */

/* "people aged under 18" of the unit "per 100,000 people aged under 18"; NULL when it is of another form. */
static const char *people_of_unit(const struct words *words, const struct indicator *indicator)
{
	const char *per = strings_text(words->strings, STRING_UNIT_PER_WORD);
	const char *unit = indicator->unit;
	size_t length = strlen(per), digits;

	if (strncasecmp(unit, per, length) != 0 || unit[length] != ' ')
		return NULL;
	unit += length + 1;
	digits = strspn(unit, "0123456789,");
	return digits > 0 && unit[digits] == ' ' && unit[digits + 1] != '\0' ? unit + digits + 1
									     : NULL;
}

const char *words_population(const struct words *words, const struct indicator *indicator)
{
	const char *people = people_of_unit(words, indicator);

	if (indicator->population[0] != '\0')
		return indicator->population;
	if (people != NULL)
		return people;
	return strings_text(words->strings, strcmp(indicator->method, "given") == 0
						    ? STRING_PEOPLE
						    : STRING_RECORDS);
}

/* A ratio of two counts has no people that it is out of, unless it is a share of them. */
const char *words_whole(const struct words *words, const struct indicator *indicator)
{
	bool of_events =
		method_find(indicator->method)->is_count ||
		(strcmp(indicator->method, "ratio") == 0 && !indicator_is_percentage(indicator));

	if (indicator->events[0] != '\0' && (of_events || indicator->population[0] == '\0'))
		return indicator->events;
	return words_population(words, indicator);
}
