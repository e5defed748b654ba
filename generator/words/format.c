#include "words/format.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "base/number.h"
#include "indicator/method.h"

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

const char *words_confidence(const struct words *words)
{
	double percent = 100 * words->results->confidence;

	return words_number(words, percent,
			    number_round(percent, 0) == number_round(percent, 1) ? 0 : 1);
}

static const struct indicator *facts_of(const struct words *words, int indicator)
{
	return &words->results->dataset->indicators->items[indicator];
}

static bool is_percentage(const struct words *words, int indicator, enum measure measure)
{
	if (measure == MEASURE_SHARE || measure == MEASURE_COMPLETENESS)
		return true;
	return measure == MEASURE_VALUE && indicator_in_percent(facts_of(words, indicator));
}

const char *words_figure(const struct words *words, int indicator, enum measure measure,
			 double number, int decimals)
{
	const char *text = words_number(
		words, number,
		decimals == DECIMALS_BY_RULE ? results_decimals(words->results, indicator, measure)
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

/*
 * Whole percentages when both are 10 or more and still 2 or more apart once rounded, and where there is
 * nothing behind the point: none and all of them are "0%" and "100%".
 */
static unsigned percentage_decimals(double number, const double *other)
{
	if (number == 0 || number == 100)
		return 0;
	if (other == NULL || fabs(number) < 10 || fabs(*other) < 10)
		return 1;
	return fabs(number_round(number, 0) - number_round(*other, 0)) >= 2 ? 0 : 1;
}

/* Three significant figures. From 1,000 the digits behind them become zeros. */
static const char *three_figures(const struct words *words, double number, unsigned decimals_most)
{
	unsigned decimals = number_decimals_for(number, 3);

	if (decimals_most == 0 && fabs(number) < 1000)
		return words_number(words, number, 0);
	if (fabs(number) >= 1000) {
		double step = pow(10, floor(log10(fabs(number))) - 2);

		return words_number(words, number_round(number / step, 0) * step, 0);
	}
	return words_number(words, number, decimals < decimals_most ? decimals : decimals_most);
}

const char *words_in_sentence(const struct words *words, int indicator, enum measure measure,
			      double number, const double *other)
{
	unsigned most = results_decimals(words->results, indicator, measure), decimals;
	const char *text;

	switch (measure) {
	case MEASURE_COUNT:
	case MEASURE_DENOMINATOR:
		return words_number(words, number, 0);
	case MEASURE_RATIO:
	case MEASURE_RII:
		return words_number(words, number, fabs(number) >= 9.95 ? 0 : 1);
	case MEASURE_SHARE:
	case MEASURE_COMPLETENESS:
		return words_figure(words, indicator, measure, number,
				    (int)percentage_decimals(number, NULL));
	case MEASURE_VALUE:
	case MEASURE_GAP:
	case MEASURE_SII:
	case MEASURE_COUNT_OF:
		break;
	}
	if (is_percentage(words, indicator, measure)) {
		decimals = percentage_decimals(number, other);
		return words_figure(words, indicator, measure, number,
				    (int)(decimals < most ? decimals : most));
	}
	if (method_find(facts_of(words, indicator)->method)->is_count)
		return words_number(words, number, most);
	text = three_figures(words, number, most);
	/* Two figures that differ are not printed as if they were one. */
	if (other != NULL && *other != number &&
	    strcmp(text, three_figures(words, *other, most)) == 0)
		return words_number(words, number, most);
	return text;
}
