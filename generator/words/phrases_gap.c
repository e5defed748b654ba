/*
 * phrases_gap.c - what is said of a gap beyond its size: over the whole population, over time, and where
 * the gap and the ratio do not agree.
 */
#include <math.h>
#include <string.h>

#include "indicator/figure.h"
#include "indicator/gap_trend.h"
#include "indicator/measure_method.h"
#include "indicator/method.h"
#include "words/phrase_parts.h"

/* -- slope index ------------------------------------------------------------------------------ */

enum comparison phrase_slope_direction(const struct view *view)
{
	const struct measure_choice choice = measure_plain(MEASURE_SII);
	struct value slope = view_measure(view, MEASURE_SII);
	enum comparison more;

	if (slope.state != VALUE_SHOWN)
		return COMPARISON_NONE;
	more = measure_verdict(view->indicator, &choice, false, &slope);
	return more;
}

const char *phrase_slope(const struct words *words, const struct view *view)
{
	struct value slope = view_measure(view, MEASURE_SII);
	struct placeholder parts[] = { { "sii", "" }, { 0 } };
	const char *number, *sentence;

	if (slope.state != VALUE_SHOWN)
		return phrase_no_comparison(
			words,
			slope.reason == REASON_NONE
				? strings_text(words->strings, STRING_REASON_NO_FIGURE)
				: strings_text(words->strings, string_of_reason(slope.reason)));
	if (phrase_slope_direction(view) == COMPARISON_SIMILAR)
		return strings_text(words->strings, STRING_PHRASE_SLOPE_NONE);
	number = words->technical ? phrase_measured(words, view, MEASURE_SII, &slope)
				  : words_in_sentence(words, view->key.indicator, MEASURE_SII,
						      fabs(slope.estimate), NULL);
	parts[0].text = phrase_with_unit(words, view, number);
	sentence = words_fill(words, STRING_PHRASE_SLOPE, parts);
	if (phrase_is_short(sentence))
		return sentence;
	parts[0].text = phrase_with_short_unit(words, view, number);
	return words_fill(words, STRING_PHRASE_SLOPE, parts);
}

/* -- the gap over time ------------------------------------------------------------------------ */

static const char *gap_years(const struct words *words, const struct view *view,
			     const struct gap_trend *trend)
{
	const struct period *period = &view->results->dataset->periods[trend->last_period];
	const struct placeholder parts[] = { { "end", words_period_end(words, period) }, { 0 } };

	return words_fill(words,
			  trend->passed_over ? STRING_TREND_YEARS_PASSED_OVER : STRING_TREND_YEARS,
			  parts);
}

/* The number of a gap as its own sentence has it; NULL when it is not shown. */
static const char *gap_number(const struct words *words, const struct view *view)
{
	struct value gap = view_measure(view, MEASURE_GAP);
	bool adds_up;

	if (gap.state != VALUE_SHOWN || view_most(view) == NULL)
		return NULL;
	return words_gap_in_sentence(words, view->key.indicator, fabs(gap.estimate),
				     view_most(view)->value.estimate,
				     view_least(view)->value.estimate, &adds_up);
}

static struct view view_in(const struct words *words, const struct view *view, int period)
{
	struct cell_key key = view->key;

	key.period = period;
	return view_of(words->arena, view->results, &key);
}

static const char *changed(const struct words *words, const struct view *view,
			   const struct gap_trend *trend)
{
	struct view first = view_in(words, view, trend->first_period);
	bool narrowed = trend->change == GAP_NARROWED;
	const char *before = gap_number(words, &first), *after = gap_number(words, view);
	struct placeholder parts[] = {
		{ "years", gap_years(words, view, trend) },
		{ "g1", before },
		{ "g2", "" },
		{ 0 },
	};
	const char *sentence;

	/* "To 0.0 percentage points" would be odd. */
	if (before != NULL && after != NULL && strcmp(before, after) != 0 &&
	    after[strspn(after, "0.")] != '\0') {
		parts[2].text = phrase_with_unit(words, view, after);
		sentence = words_fill(
			words, narrowed ? STRING_PHRASE_GAP_NARROWED : STRING_PHRASE_GAP_WIDENED,
			parts);
		if (phrase_is_short(sentence))
			return sentence;
	}
	return words_fill(
		words, narrowed ? STRING_PHRASE_GAP_NARROWED_BARE : STRING_PHRASE_GAP_WIDENED_BARE,
		parts);
}

static const char *in_words(const struct words *words, const struct view *view, int period)
{
	return phrase_when(words, &view->results->dataset->periods[period]);
}

/* The first and the last gap, without a word on where it goes. */
static const char *first_and_last(const struct words *words, const struct view *view)
{
	int period = gap_first_period(view->results, &view->key);
	struct placeholder parts[] = {
		{ "g1", NULL }, { "g2", NULL }, { "first", "" }, { "last", "" }, { 0 }
	};
	struct view first;

	if (period < 0 || period == view->key.period)
		return NULL;
	first = view_in(words, view, period);
	parts[0].text = gap_number(words, &first);
	parts[1].text = gap_number(words, view);
	if (parts[0].text == NULL || parts[1].text == NULL)
		return NULL;
	parts[1].text = phrase_with_unit(words, view, parts[1].text);
	parts[2].text = in_words(words, view, period);
	parts[3].text = in_words(words, view, view->key.period);
	return words_fill(words, STRING_PHRASE_GAP_FIRST_LAST, parts);
}

static const char *untold(const struct words *words, const struct view *view,
			  enum value_reason reason)
{
	const char *sentence = reason == REASON_FEW_YEARS ? first_and_last(words, view) : NULL;
	const struct placeholder parts[] = {
		{ "reason", strings_text(words->strings, string_of_reason(reason)) }, { 0 }
	};

	if (sentence != NULL)
		return sentence;
	return words_fill(words, STRING_PHRASE_GAP_UNKNOWN, parts);
}

const char *phrase_gap_trend(const struct words *words, const struct view *view)
{
	struct gap_trend trend = gap_trend_of(view->results, &view->key, MEASURE_GAP, NULL);
	struct placeholder parts[] = { { "years", "" }, { 0 } };
	const char *sentence = phrase_instead(words, view);

	if (sentence != NULL)
		return sentence;
	if (trend.change == GAP_CHANGE_UNKNOWN)
		return untold(words, view, trend.reason);
	if (trend.change == GAP_NARROWED || trend.change == GAP_WIDENED)
		return changed(words, view, &trend);
	parts[0].text = gap_years(words, view, &trend);
	return words_fill(words,
			  trend.change == GAP_TURNED ? STRING_PHRASE_GAP_TURNED
						     : STRING_PHRASE_GAP_NO_CHANGE,
			  parts);
}

/* -- gap and ratio ---------------------------------------------------------------------------- */

static const char *in_unit(const struct words *words, const struct view *view)
{
	const struct method *method = method_find(view->indicator->method);

	if (indicator_in_percent(view->indicator) || method->in_points)
		return strings_text(words->strings, STRING_IN_POINTS);
	return strings_text(words->strings, method->is_rate ? STRING_IN_RATES : STRING_IN_FIGURES);
}

static bool is_change(enum gap_change change)
{
	return change == GAP_NARROWED || change == GAP_WIDENED;
}

const char *phrase_absolute_and_relative(const struct words *words, const struct view *view)
{
	struct gap_trend gap = gap_trend_of(view->results, &view->key, MEASURE_GAP, NULL);
	struct gap_trend ratio = gap_trend_of(view->results, &view->key, MEASURE_RATIO, NULL);
	const struct placeholder parts[] = { { "in", in_unit(words, view) }, { 0 } };

	if (gap.change == GAP_CHANGE_UNKNOWN || ratio.change == GAP_CHANGE_UNKNOWN ||
	    gap.change == GAP_TURNED || ratio.change == GAP_TURNED || gap.change == ratio.change)
		return "";
	if (is_change(gap.change))
		return words_fill(words,
				  gap.change == GAP_NARROWED ? STRING_PHRASE_GAP_ALONE_NARROWED
							     : STRING_PHRASE_GAP_ALONE_WIDENED,
				  parts);
	return words_fill(words,
			  ratio.change == GAP_NARROWED ? STRING_PHRASE_RATIO_ALONE_NARROWED
						       : STRING_PHRASE_RATIO_ALONE_WIDENED,
			  parts);
}
