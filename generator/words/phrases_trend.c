/*
 * phrases_trend.c - what is said of a recent trend: rose, fell, or neither clearly.
 */
#include <string.h>

#include "indicator/figure.h"
#include "words/phrase_parts.h"

enum { TREND_YEARS = 5 };

/* A year that is passed over lies within the five: they are not the last five years. */
static const char *years_of(const struct words *words, const struct breakdown_result *trend,
			    bool brief)
{
	const struct period *period = &words->results->dataset->periods[trend->key.period];
	const struct placeholder parts[] = { { "end", words_period_end(words, period) }, { 0 } };

	if (trend->value.reason != REASON_YEARS_LEFT_OUT)
		return words_fill(words, STRING_TREND_YEARS, parts);
	return words_fill(words, brief ? STRING_TREND_YEARS_SHORT : STRING_TREND_YEARS_PASSED_OVER,
			  parts);
}

static const char *subject_of(const struct words *words, const struct view *view,
			      const struct view_group *group, const char *measure)
{
	const struct placeholder parts[] = {
		{ "measure", measure },
		{ "group", group == NULL ? "" : phrase_group(words, view, group) },
		{ 0 },
	};

	if (group == NULL)
		return measure;
	return words_fill(words, view->classification->ordered ? STRING_TREND_IN : STRING_TREND_FOR,
			  parts);
}

/* ", which is worse"; nothing where neither direction is better. */
static const char *judgement_of(const struct words *words, const struct view *view,
				enum comparison change)
{
	int judgement = comparison_judgement(change, view->indicator->polarity);

	if (judgement == 0)
		return "";
	return strings_text(words->strings,
			    judgement > 0 ? STRING_TREND_BETTER : STRING_TREND_WORSE);
}

/* Why no trend can be told. */
static const char *unknown(const struct words *words, const struct view *view,
			   const struct view_group *group, const struct value *value)
{
	struct placeholder parts[] = {
		{ "group", group == NULL ? phrase_whole(words, view, NULL)
					 : phrase_group(words, view, group) },
		{ "reason",
		  value->reason == REASON_NONE
			  ? ""
			  : strings_text(words->strings, string_of_reason(value->reason)) },
		{ 0 },
	};
	const char *sentence;

	if (value->state == VALUE_UNRELIABLE)
		return phrase_unreliable(words, value, parts);
	sentence = words_fill(words, STRING_PHRASE_TREND_UNKNOWN, parts);
	if (group != NULL || phrase_is_short(sentence))
		return sentence;
	parts[0].text = strings_text(words->strings, STRING_WHOLE_SHORT);
	return words_fill(words, STRING_PHRASE_TREND_UNKNOWN, parts);
}

const char *phrase_recent_trend(const struct words *words, const struct view *view,
				const struct view_group *group)
{
	static const enum string_id ids[] = {
		[COMPARISON_LOWER] = STRING_PHRASE_TREND_FELL,
		[COMPARISON_SIMILAR] = STRING_PHRASE_TREND_NONE,
		[COMPARISON_HIGHER] = STRING_PHRASE_TREND_ROSE,
	};
	const struct breakdown_result *trend = view_trend(view, group);
	const char *measures[] = { view->indicator->measure,
				   short_subject(words, view->indicator) };
	const char *sentence = "";

	if (trend->change == COMPARISON_NONE)
		return unknown(words, view, group, &trend->value);
	/* With the whole measure, a shorter subject, or fewer words on the years: the first that is short enough. */
	for (size_t i = 0; i < 3 && (i == 0 || !phrase_is_short(sentence)); i++)
		sentence = words_fill(
			words, ids[trend->change],
			(struct placeholder[]){
				{ "years", years_of(words, trend, i == 2) },
				{ "subject", subject_of(words, view, group, measures[i > 0]) },
				{ "judgement", judgement_of(words, view, trend->change) },
				{ 0 } });
	return sentence;
}

/* The figure of the first of five years in a row; NULL when one of them is passed over. */
static const struct value *five_years_before(const struct view *view,
					     const struct breakdown_result *trend)
{
	const struct period *periods = view->results->dataset->periods;
	struct cell_key key = trend->key;

	if (trend->value.reason == REASON_YEARS_LEFT_OUT)
		return NULL;
	for (key.period = 0; key.period < view->key.period; key.period++) {
		const struct result *result = results_find(view->results, &key);

		if (period_years_after(&periods[key.period], &periods[view->key.period]) ==
			    TREND_YEARS - 1 &&
		    result != NULL && result->value.state == VALUE_SHOWN)
			return &result->value;
	}
	return NULL;
}

/* "The rate fell from ... to ..."; NULL where the two figures do not show what the trend is. */
static const char *trend_with_figures(const struct words *words, const struct view *view,
				      const struct view_group *group,
				      const struct breakdown_result *trend)
{
	const struct value *first = five_years_before(view, trend), *last;
	bool rose = trend->change == COMPARISON_HIGHER;
	const char *measures[] = { view->indicator->measure,
				   short_subject(words, view->indicator) };
	const char *a, *b, *sentence = "";

	last = group != NULL ? &group->value : view->total == NULL ? NULL : &view->total->value;
	if (trend->change == COMPARISON_SIMILAR || first == NULL || last == NULL ||
	    last->state != VALUE_SHOWN || (last->estimate > first->estimate) != rose)
		return NULL;
	a = phrase_value(words, view, first, last);
	b = phrase_value(words, view, last, first);
	if (strcmp(a, b) == 0)
		return NULL;
	for (size_t i = 0; i < 2 && (i == 0 || !phrase_is_short(sentence)); i++)
		sentence = words_fill(
			words, rose ? STRING_PHRASE_ROSE_FROM : STRING_PHRASE_FELL_FROM,
			(struct placeholder[]){
				{ "Subject", words_capital(words, subject_of(words, view, group,
									     measures[i])) },
				{ "a", a },
				{ "b", b },
				{ "years", years_of(words, trend, false) },
				{ "judgement", judgement_of(words, view, trend->change) },
				{ 0 } });
	return phrase_is_short(sentence) ? sentence : NULL;
}

const char *phrase_trend(const struct words *words, const struct view *first,
			 const struct view *view, const struct view_group *group)
{
	const struct breakdown_result *trend = view_trend(view, group);
	const char *sentence = NULL;

	if (trend->change != COMPARISON_NONE)
		sentence = trend_with_figures(words, view, group, trend);
	else if (first != NULL && first->key.period != view->key.period)
		sentence = phrase_change(
			words, first, group == NULL ? NULL : view_find_group(first, group->group),
			view, group);
	return sentence != NULL ? sentence : phrase_recent_trend(words, view, group);
}
