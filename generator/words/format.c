#include "words/format.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "base/number.h"

const char *words_fill(const struct words *words, enum string_id id,
		       const struct placeholder *placeholders)
{
	return strings_fill(words->arena, words->strings, id, placeholders);
}

const char *words_capital(const struct words *words, const char *text)
{
	return encoding_capital(words->arena, text);
}

const char *words_number(const struct words *words, double number, unsigned decimals)
{
	const struct number_style style = { .decimals = decimals,
					    .thousands = true,
					    .minus_sign = true };
	char text[NUMBER_TEXT_MAX];

	number_format(number, style, text);
	return arena_strdup(words->arena, text);
}

static bool is_percentage(const struct words *words, int indicator, enum measure measure)
{
	if (measure == MEASURE_SHARE || measure == MEASURE_COMPLETENESS)
		return true;
	return measure == MEASURE_VALUE &&
	       indicator_is_percentage(&words->results->dataset->indicators->items[indicator]);
}

static unsigned decimals_of(const struct words *words, int indicator, enum measure measure)
{
	switch (measure) {
	case MEASURE_VALUE:
	case MEASURE_GAP:
	case MEASURE_SII:
		return words->results->decimals[indicator];
	case MEASURE_COUNT:
	case MEASURE_DENOMINATOR:
		return 0;
	case MEASURE_RATIO:
	case MEASURE_RII:
		return 2;
	case MEASURE_SHARE:
	case MEASURE_COMPLETENESS:
	case MEASURE_COUNT_OF:
		return 1;
	}
	return 1;
}

const char *words_figure(const struct words *words, int indicator, enum measure measure,
			 double number, int decimals)
{
	const char *text =
		words_number(words, number,
			     decimals == DECIMALS_BY_RULE ? decimals_of(words, indicator, measure)
							  : (unsigned)decimals);

	return is_percentage(words, indicator, measure) ? arena_printf(words->arena, "%s%%", text)
							: text;
}

enum string_id string_of_reason(enum value_reason reason)
{
	static const enum string_id ids[] = {
#define REASON(name, id) [REASON_##name] = STRING_REASON_##name,
#include "model/value_reasons.def"
#undef REASON
	};

	return ids[reason];
}

const char *words_state(const struct words *words, enum value_state state)
{
	return arena_printf(words->arena, "[%s]", value_state_letter(state));
}

const char *words_value(const struct words *words, int indicator, enum measure measure,
			const struct value *value, int decimals)
{
	return value_is_shown(value)
		       ? words_figure(words, indicator, measure, value->estimate, decimals)
		       : words_state(words, value->state);
}

const char *words_quantity(const struct words *words, const struct quantity *quantity)
{
	return quantity_is_shown(quantity) ? words_number(words, quantity->number, 0)
					   : words_state(words, quantity->state);
}

const char *words_interval(const struct words *words, int indicator, enum measure measure,
			   const struct value *value, int decimals)
{
	struct placeholder limits[] = { { "lower", "" }, { "upper", "" }, { 0 } };

	if (!value_is_shown(value))
		return words_state(words, value->state);
	if (!value->limits.known)
		return "";
	limits[0].text = words_figure(words, indicator, measure, value->limits.lower, decimals);
	limits[1].text = words_figure(words, indicator, measure, value->limits.upper, decimals);
	return words_fill(words, STRING_INTERVAL_RANGE, limits);
}

/* Whole percentages when both are 10 or more and still 2 or more apart once rounded. */
static unsigned percentage_decimals(double number, const double *other)
{
	if (other == NULL || fabs(number) < 10 || fabs(*other) < 10)
		return 1;
	return fabs(number_round(number, 0) - number_round(*other, 0)) >= 2 ? 0 : 1;
}

const char *words_in_sentence(const struct words *words, int indicator, enum measure measure,
			      double number, const double *other)
{
	unsigned decimals;

	switch (measure) {
	case MEASURE_COUNT:
	case MEASURE_DENOMINATOR:
		return words_number(words, number, 0);
	case MEASURE_RATIO:
	case MEASURE_RII:
		return words_number(words, number, fabs(number) >= 9.95 ? 0 : 1);
	case MEASURE_SHARE:
	case MEASURE_COMPLETENESS:
		return words_figure(words, indicator, measure, number, 1);
	case MEASURE_VALUE:
	case MEASURE_GAP:
	case MEASURE_SII:
	case MEASURE_COUNT_OF:
		break;
	}
	if (is_percentage(words, indicator, measure))
		return words_figure(words, indicator, measure, number,
				    (int)percentage_decimals(number, other));
	if (words->results->decimals[indicator] == 0 && fabs(number) < 1000)
		return words_number(words, number, 0);
	/* Three significant figures. From 1,000 the digits behind them become zeros. */
	decimals = number_decimals_for(number, 3);
	if (fabs(number) >= 1000) {
		double step = pow(10, floor(log10(fabs(number))) - 2);

		return words_number(words, number_round(number / step, 0) * step, 0);
	}
	if (decimals > words->results->decimals[indicator])
		decimals = words->results->decimals[indicator];
	return words_number(words, number, decimals);
}

/* -- periods and dates ------------------------------------------------------------------------ */

static const char *month_name(const struct words *words, int month)
{
	return strings_text(words->strings, (enum string_id)(STRING_MONTH_1 + month - 1));
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

static const char *month_and_year(const struct words *words, struct date date)
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
		return range(words, month_and_year(words, period->first),
			     month_and_year(words, period->last));
	case PERIOD_CALENDAR_YEAR:
		return arena_printf(words->arena, "%d", period->first.year);
	case PERIOD_YEARS:
		return year_range(words, period);
	case PERIOD_MONTH:
		return month_and_year(words, period->first);
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
		return month_and_year(words, period->last);
	case PERIOD_CALENDAR_YEAR:
	case PERIOD_MONTH:
	case PERIOD_TEXT:
		break;
	}
	return words_period(words, period);
}

const char *words_period_span(const struct words *words, const struct period *first,
			      const struct period *last)
{
	bool months = first->form == PERIOD_FINANCIAL_YEAR || first->form == PERIOD_YEAR_TO_MONTH ||
		      first->form == PERIOD_MONTH;

	if (first->form == PERIOD_TEXT || last->form != first->form)
		return range(words, words_period_short(words, first),
			     words_period_short(words, last));
	if (first->form == PERIOD_DAY)
		return range(words, words_date(words, first->first), words_date(words, last->last));
	if (months)
		return range(words, month_and_year(words, first->first),
			     month_and_year(words, last->last));
	return range(words, arena_printf(words->arena, "%d", first->first.year),
		     arena_printf(words->arena, "%d", last->last.year));
}

/* -- groups ----------------------------------------------------------------------------------- */

static const char *age_label(const struct words *words, const struct group *group)
{
	const struct placeholder parts[] = {
		{ "lower", words_number(words, group->lower, 0) },
		{ "upper", words_number(words, group->upper, 0) },
		{ 0 },
	};

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
	const struct group *group = &classification->groups[number];

	if (classification->form == CLASSIFICATION_AGE_BANDS && group->kind == GROUP_ORDINARY)
		return age_label(words, group);
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
	return classification->form == CLASSIFICATION_LISTED
		       ? classification->groups[group].phrase
		       : words_group_short(words, classification, group);
}
