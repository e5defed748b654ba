#include "words/phrases.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "words/phrase_parts.h"

/* -- what to say when nothing can be compared ------------------------------------------------- */

/* A sentence about one group. */
static const char *of_group(const struct words *words, const struct view *view,
			    const struct view_group *group, enum string_id id)
{
	const struct result *result = group->result;
	const struct placeholder parts[] = {
		{ "group", phrase_group(words, view, group) },
		{ "n", result == NULL ? "" : words_quantity(words, &result->numerator) },
		{ "events", view->indicator->events },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

/* The number itself is told when it is known and reads well: "1 admissions" does not. */
const char *phrase_small_numbers(const struct words *words, const struct view *view,
				 const struct view_group *group)
{
	const struct quantity *events = &group->result->numerator;
	bool told = quantity_is_shown(events) && events->number != 1 &&
		    view->indicator->events[0] != '\0';
	const struct placeholder parts[] = { { "group", phrase_group(words, view, group) }, { 0 } };
	const char *sentence = of_group(words, view, group, STRING_PHRASE_SMALL_NUMBERS);

	if (group->value.reason == REASON_WIDE_INTERVAL)
		told = false;
	return told && phrase_is_short(sentence) ? sentence
						 : phrase_unreliable(words, &group->value, parts);
}

const char *phrase_instead(const struct words *words, const struct view *view)
{
	const struct view_group *groups[] = { view_most(view), view_least(view) };

	for (size_t i = 0; i < 2; i++) {
		if (groups[i] == NULL)
			return phrase_no_comparison(
				words, strings_text(words->strings, STRING_REASON_NOT_ORDERED));
		if (groups[i]->value.state == VALUE_SUPPRESSED)
			return of_group(words, view, groups[i], STRING_PHRASE_SUPPRESSED);
		if (!value_is_shown(&groups[i]->value))
			return phrase_no_comparison(words, of_group(words, view, groups[i],
								    STRING_REASON_NO_FIGURE_FOR));
	}
	for (size_t i = 0; i < 2; i++)
		if (groups[i]->value.state == VALUE_UNRELIABLE)
			return phrase_small_numbers(words, view, groups[i]);
	return NULL;
}

const char *phrase_introduction(const struct words *words)
{
	const char *sentence = words_fill(
		words, STRING_PHRASE_INTRODUCTION,
		(struct placeholder[]){ { "confidence", words_confidence(words, 0) }, { 0 } });

	return words->results->limits_99_8 == NULL
		       ? sentence
		       : arena_printf(
				 words->arena, "%s %s", sentence,
				 strings_text(words->strings, STRING_PHRASE_INTRODUCTION_MUCH));
}

/* -- two ends --------------------------------------------------------------------------------- */

/* whole: NULL rather than with a short subject. */
static const char *two_ends(const struct words *words, const struct view *view, enum string_id id,
			    bool whole)
{
	const struct classification *classification = view->classification;
	const struct value *most = &view_most(view)->value, *least = &view_least(view)->value;
	struct placeholder parts[] = {
		{ "Measure", words_capital(words, view->indicator->measure) },
		{ "measure", view->indicator->measure },
		{ "most", classification->most },
		{ "least", classification->least },
		{ "v1", phrase_value(words, view, most, least) },
		{ "v5", phrase_value(words, view, least, most) },
		{ "i1", phrase_interval(words, view, MEASURE_VALUE, most) },
		{ "i5", phrase_interval(words, view, MEASURE_VALUE, least) },
		{ 0 },
	};
	const char *sentence = words_fill(words, id, parts);

	if (whole)
		return phrase_is_short(sentence) ? sentence : NULL;
	return phrase_about(words, view, id, parts);
}

const char *phrase_comparison_at(const struct words *words, const struct view *view,
				 size_t position)
{
	static const enum string_id ids[][PHRASE_SHAPES] = {
		[COMPARISON_NONE] = { STRING_PHRASE_BOTH, STRING_PHRASE_BOTH, STRING_PHRASE_BOTH },
		[COMPARISON_HIGHER] = { STRING_PHRASE_HIGHER, STRING_PHRASE_HIGHER_IN,
					STRING_PHRASE_HIGHER_COMPARED },
		[COMPARISON_LOWER] = { STRING_PHRASE_LOWER, STRING_PHRASE_LOWER_IN,
				       STRING_PHRASE_LOWER_COMPARED },
		[COMPARISON_SIMILAR] = { STRING_PHRASE_SIMILAR, STRING_PHRASE_SIMILAR_IN,
					 STRING_PHRASE_SIMILAR_COMPARED },
	};
	const struct view_group *most = view_most(view), *least = view_least(view);
	const char *sentence = phrase_instead(words, view);
	enum comparison comparison;
	enum string_id id;

	if (sentence != NULL)
		return sentence;
	comparison = values_compare(&most->value, &least->value);
	id = ids[comparison][position % PHRASE_SHAPES];
	sentence = two_ends(words, view, id, true);
	/* The shortest shape keeps the whole measure where others would lose it. */
	if (sentence == NULL && comparison == COMPARISON_SIMILAR)
		sentence = two_ends(words, view, STRING_PHRASE_SIMILAR_COMPARED, true);
	return sentence != NULL ? sentence : two_ends(words, view, id, false);
}

const char *phrase_comparison(const struct words *words, const struct view *view)
{
	return phrase_comparison_at(words, view, 0);
}

const char *phrase_gap(const struct words *words, const struct view *view)
{
	const char *sentence = phrase_instead(words, view);
	struct placeholder parts[] = { { "gap", "" }, { 0 } };
	struct value gap = view_measure(view, MEASURE_GAP);
	const char *printed;
	bool adds_up;

	if (sentence != NULL)
		return sentence;
	if (!value_is_shown(&gap))
		return phrase_no_comparison(words,
					    strings_text(words->strings, STRING_REASON_NO_FIGURE));
	printed = words_gap_in_sentence(words, view->key.indicator, fabs(gap.estimate),
					view_most(view)->value.estimate,
					view_least(view)->value.estimate, &adds_up);
	if (words->technical) {
		printed = phrase_measured(words, view, MEASURE_GAP, &gap);
		adds_up = true;
	}
	parts[0].text = phrase_with_unit(words, view, printed);
	sentence = words_fill(words, STRING_PHRASE_GAP, parts);
	return adds_up ? sentence
		       : arena_printf(words->arena, "%s %s", sentence,
				      strings_text(words->strings, STRING_PHRASE_BEFORE_ROUNDING));
}

static const char *ratio_sentence(const struct words *words, const struct view *view,
				  enum string_id id, const char *amount)
{
	return phrase_about(words, view, id,
			    (struct placeholder[]){ { "Measure", "" },
						    { "measure", "" },
						    { "most", view->classification->most },
						    { "least", view->classification->least },
						    { "r", amount },
						    { "p", amount },
						    { 0 } });
}

const char *phrase_ratio(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	const char *sentence = phrase_instead(words, view);
	struct value ratio = view_measure(view, MEASURE_RATIO);

	if (sentence != NULL)
		return sentence;
	/* "0% higher" says less than the two figures. */
	if (!value_is_shown(&ratio) || fabs(ratio.estimate - 1) < 0.005 ||
	    values_compare(&most->value, &least->value) == COMPARISON_SIMILAR)
		return phrase_comparison(words, view);
	if (words->technical)
		return ratio_sentence(words, view, STRING_PHRASE_TIMES,
				      phrase_measured(words, view, MEASURE_RATIO, &ratio));
	if (ratio.estimate >= 1.495)
		return ratio_sentence(words, view, STRING_PHRASE_TIMES,
				      words_in_sentence(words, view->key.indicator, MEASURE_RATIO,
							ratio.estimate, NULL));
	if (ratio.estimate >= 1)
		return ratio_sentence(words, view, STRING_PHRASE_PERCENT_HIGHER,
				      words_number(words, 100 * (ratio.estimate - 1), 0));
	if (ratio.estimate >= 0.45 && ratio.estimate <= 0.55)
		return ratio_sentence(words, view, STRING_PHRASE_ABOUT_HALF, "");
	return ratio_sentence(words, view, STRING_PHRASE_PERCENT_LOWER,
			      words_number(words, 100 * (1 - ratio.estimate), 0));
}

int phrase_steps(const struct view *view)
{
	int direction = 0;

	/* One step makes no stairs. */
	if (view->ordinary < 3)
		return 0;
	for (size_t i = 1; i < view->ordinary; i++) {
		const struct value *nearer = &view->groups[i - 1].value;
		const struct value *further = &view->groups[i].value;
		int step;

		if (nearer->state != VALUE_SHOWN || further->state != VALUE_SHOWN)
			return 0;
		step = (nearer->estimate > further->estimate) -
		       (nearer->estimate < further->estimate);
		if (step == 0 || (direction != 0 && step != direction))
			return 0;
		direction = step;
	}
	return direction;
}

bool phrase_all_shown(const struct view *view)
{
	for (size_t i = 0; i < view->ordinary; i++)
		if (view->groups[i].value.state != VALUE_SHOWN)
			return false;
	return true;
}

const char *phrase_gradient(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	const char *sentence = phrase_instead(words, view);
	const char *highest = phrase_highest(words, view);
	enum string_id id =
		highest == NULL ? STRING_PHRASE_NO_STEPS_AT_ALL : STRING_PHRASE_NO_STEPS;
	int steps = phrase_steps(view);

	if (sentence != NULL)
		return sentence;
	if (view->ordinary < 3 || !phrase_all_shown(view) ||
	    values_compare(&most->value, &least->value) == COMPARISON_SIMILAR)
		return phrase_comparison(words, view);
	if (steps != 0)
		id = steps > 0 ? STRING_PHRASE_ROSE_STEPS : STRING_PHRASE_FELL_STEPS;
	return phrase_about(words, view, id,
			    (struct placeholder[]){ { "Measure", "" },
						    { "measure", "" },
						    { "noun", view->classification->group_noun },
						    { "groups", highest },
						    { 0 } });
}
