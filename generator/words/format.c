#include "words/format.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "base/number.h"
#include "indicator/method.h"

/* Of a text that counts, beside its number. */
enum { PLACEHOLDERS_MOST = 6 };

const char *words_fill(const struct words *words, enum string_id id,
		       const struct placeholder *placeholders)
{
	return strings_fill(words->arena, words->strings,
			    words->technical ? strings_technical(words->strings, id) : id,
			    placeholders);
}

const char *words_counted(const struct words *words, enum string_id other, size_t number,
			  const struct placeholder *placeholders)
{
	struct placeholder filled[PLACEHOLDERS_MOST + 2] = {
		{ "n", words_number(words, (double)number, 0) }
	};

	for (size_t i = 0; i < PLACEHOLDERS_MOST && placeholders[i].name != NULL; i++)
		filled[i + 1] = placeholders[i];
	return words_fill(words, strings_counted(words->strings, other, number), filled);
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

const char *words_confidence(const struct words *words, double confidence)
{
	double percent = 100 * (confidence > 0 ? confidence : words->results->confidence);

	return words_number(words, percent,
			    number_round(percent, 0) == number_round(percent, 1) ? 0 : 1);
}

static const struct indicator *facts_of(const struct words *words, int indicator)
{
	return &words->results->dataset->indicators->items[indicator];
}

static bool is_percentage(const struct words *words, int indicator, enum measure measure)
{
	if (measure_kind(measure)->unit == MEASURE_UNIT_PERCENT)
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

enum string_id string_of_measure(enum measure measure)
{
#define NAME_GROUP(symbol) STRING_HEADING_VALUE
#define NAME_PAIR(symbol) STRING_MEASURE_##symbol
#define NAME_DIMENSION(symbol) STRING_MEASURE_##symbol
#define NAME_SERIES(symbol) STRING_MEASURE_##symbol
	static const enum string_id ids[] = {
#define MEASURE(symbol, name, scope, unit, parameters, summary)                                    \
	[MEASURE_##symbol] = NAME_##scope(symbol),
#include "model/measures.def"
#undef MEASURE
	};

	return ids[measure];
}

const char *words_state(const struct words *words, enum value_state state)
{
	return arena_printf(words->arena, "[%s]", value_state_letter(state));
}

const char *words_value(const struct words *words, int indicator, enum measure measure,
			const struct value *value, int decimals)
{
	return words_rounds_to_zero(words, indicator, measure, value, decimals)
		       ? VALUE_ROUNDED
		       : words_limit(words, indicator, measure, value, decimals);
}

const char *words_limit(const struct words *words, int indicator, enum measure measure,
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

/* A number as it will stand: rounded, with its decimals. */
struct rounded {
	double number;
	unsigned decimals;
};

static struct rounded rounded_to(double number, unsigned decimals)
{
	return (struct rounded){ number_round(number, decimals), decimals };
}

/* Three significant figures. From 1,000 the digits behind them become zeros. */
static struct rounded three_figures(double number, unsigned decimals_most)
{
	unsigned decimals = number_decimals_for(number, 3);

	if (decimals_most == 0 && fabs(number) < 1000)
		return rounded_to(number, 0);
	if (fabs(number) >= 1000) {
		double step = pow(10, floor(log10(fabs(number))) - 2);

		return rounded_to(number_round(number / step, 0) * step, 0);
	}
	return rounded_to(number, decimals < decimals_most ? decimals : decimals_most);
}

/* Of values and differences. */
static struct rounded rounded_in_sentence(const struct words *words, int indicator,
					  enum measure measure, double number, const double *other)
{
	unsigned most = results_decimals(words->results, indicator, measure), decimals;
	struct rounded rounded;

	if (is_percentage(words, indicator, measure)) {
		decimals = percentage_decimals(number, other);
		return rounded_to(number, decimals < most ? decimals : most);
	}
	if (method_find(facts_of(words, indicator)->method)->is_count)
		return rounded_to(number, most);
	rounded = three_figures(number, most);
	/* Two figures that differ are not printed as if they were one. */
	if (other != NULL && *other != number &&
	    rounded.number == three_figures(*other, most).number)
		return rounded_to(number, most);
	return rounded;
}

static struct rounded rounded_by_unit(const struct words *words, int indicator,
				      enum measure measure, double number, const double *other)
{
	switch (measure_kind(measure)->unit) {
	case MEASURE_UNIT_COUNT:
		return rounded_to(number, 0);
	case MEASURE_UNIT_RATIO:
		return rounded_to(number, fabs(number) >= 9.95 ? 0 : 1);
	case MEASURE_UNIT_PERCENT:
		return rounded_to(number, percentage_decimals(number, NULL));
	case MEASURE_UNIT_INDEX:
	case MEASURE_UNIT_BARE:
		return rounded_to(number, results_decimals(words->results, indicator, measure));
	case MEASURE_UNIT_VALUE:
	case MEASURE_UNIT_DIFFERENCE:
		break;
	}
	return rounded_in_sentence(words, indicator, measure, number, other);
}

const char *words_in_sentence(const struct words *words, int indicator, enum measure measure,
			      double number, const double *other)
{
	struct rounded rounded = rounded_by_unit(words, indicator, measure, number, other);

	return number_rounds_to_zero(number, rounded.decimals)
		       ? words_below(words, indicator, measure, number < 0, rounded.decimals)
		       : words_figure(words, indicator, measure, rounded.number,
				      (int)rounded.decimals);
}

const char *words_gap_in_sentence(const struct words *words, int indicator, double gap,
				  double first, double second, bool *adds_up)
{
	struct rounded a = rounded_in_sentence(words, indicator, MEASURE_VALUE, first, &second);
	struct rounded b = rounded_in_sentence(words, indicator, MEASURE_VALUE, second, &first);
	struct rounded printed = rounded_in_sentence(words, indicator, MEASURE_GAP, gap, NULL);
	unsigned decimals = a.decimals > b.decimals ? a.decimals : b.decimals;

	if (decimals < printed.decimals)
		printed = rounded_to(gap, decimals);
	*adds_up = number_round(fabs(a.number - b.number), decimals) ==
		   number_round(fabs(printed.number), decimals);
	return number_rounds_to_zero(gap, printed.decimals)
		       ? words_below(words, indicator, MEASURE_GAP, gap < 0, printed.decimals)
		       : words_number(words, printed.number, printed.decimals);
}
