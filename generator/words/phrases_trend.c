/*
 * phrases_trend.c - what is said of a recent trend: rose, fell, or neither clearly.
 */
#include "indicator/figure.h"
#include "words/phrase_parts.h"

/* A year that is passed over lies within the five: they are not the last five years. */
static const char *years_of(const struct words *words, const struct breakdown_result *trend)
{
	const struct period *period = &words->results->dataset->periods[trend->key.period];
	const struct placeholder parts[] = { { "end", words_period_end(words, period) }, { 0 } };

	return words_fill(words,
			  trend->value.reason == REASON_YEARS_LEFT_OUT
				  ? STRING_TREND_YEARS_PASSED_OVER
				  : STRING_TREND_YEARS,
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
	const struct placeholder parts[] = {
		{ "group", group == NULL ? phrase_whole(words, view, NULL)
					 : phrase_group(words, view, group) },
		{ "reason",
		  value->reason == REASON_NONE
			  ? ""
			  : strings_text(words->strings, string_of_reason(value->reason)) },
		{ 0 },
	};

	if (value->state == VALUE_UNRELIABLE)
		return words_fill(words, phrase_of_unreliable(value), parts);
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
	/* With the whole measure, or a shorter subject when that makes the sentence too long. */
	for (size_t i = 0; i < 2 && (i == 0 || !phrase_is_short(sentence)); i++)
		sentence = words_fill(
			words, ids[trend->change],
			(struct placeholder[]){
				{ "years", years_of(words, trend) },
				{ "subject", subject_of(words, view, group, measures[i]) },
				{ "judgement", judgement_of(words, view, trend->change) },
				{ 0 } });
	return sentence;
}
