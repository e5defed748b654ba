#include "words/phrases.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "indicator/method.h"

enum { NAMES_MOST = 3 };

static int number_of(const struct view *view)
{
	return view->key.indicator;
}

static const char *value_text(const struct words *words, const struct view *view,
			      const struct value *value, const struct value *other)
{
	return words_in_sentence(words, number_of(view), MEASURE_VALUE, value->estimate,
				 other == NULL ? NULL : &other->estimate);
}

const char *short_subject(const struct words *words, const struct indicator *indicator)
{
	const struct method *method = method_find(indicator->method);
	enum string_id id = STRING_SUBJECT_VALUE;

	if (indicator_is_percentage(indicator))
		id = STRING_SUBJECT_PERCENTAGE;
	else if (method->is_rate)
		id = STRING_SUBJECT_RATE;
	else if (method->is_count)
		id = STRING_SUBJECT_COUNT;
	return strings_text(words->strings, id);
}

/* -- what to say when nothing can be compared ------------------------------------------------- */

static const char *small_numbers(const struct words *words, const struct view_group *group)
{
	const struct placeholder parts[] = {
		{ "n", words_number(words, group->result->numerator.number, 0) }, { 0 }
	};

	return quantity_is_shown(&group->result->numerator)
		       ? words_fill(words, STRING_PHRASE_SMALL_NUMBERS, parts)
		       : strings_text(words->strings, STRING_PHRASE_UNRELIABLE);
}

static const char *no_comparison(const struct words *words, const char *reason)
{
	const struct placeholder parts[] = { { "reason", reason }, { 0 } };

	return words_fill(words, STRING_PHRASE_NO_COMPARISON, parts);
}

/* A sentence that stands in for a comparison; NULL when both sides may be compared. */
static const char *instead(const struct words *words, const struct view_group *first,
			   const struct view_group *second)
{
	const struct view_group *groups[] = { first, second };

	for (size_t i = 0; i < 2; i++) {
		if (groups[i] == NULL)
			return no_comparison(
				words, strings_text(words->strings, STRING_REASON_NOT_ORDERED));
		if (groups[i]->value.state == VALUE_SUPPRESSED)
			return strings_text(words->strings, STRING_PHRASE_SUPPRESSED);
		if (!value_is_shown(&groups[i]->value))
			return no_comparison(words,
					     strings_text(words->strings, STRING_REASON_NO_FIGURE));
	}
	for (size_t i = 0; i < 2; i++)
		if (groups[i]->value.state == VALUE_UNRELIABLE)
			return small_numbers(words, groups[i]);
	return NULL;
}

/* -- two ends --------------------------------------------------------------------------------- */

static const char *two_ends(const struct words *words, const struct view *view, enum string_id id)
{
	const struct value *most = &view_most(view)->value, *least = &view_least(view)->value;
	const struct placeholder parts[] = {
		{ "Measure", words_capital(words, view->indicator->measure) },
		{ "most", view->classification->most },
		{ "least", view->classification->least },
		{ "v1", value_text(words, view, most, least) },
		{ "v5", value_text(words, view, least, most) },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

const char *phrase_comparison(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	const char *sentence = instead(words, most, least);

	if (sentence != NULL)
		return sentence;
	switch (values_compare(&most->value, &least->value)) {
	case COMPARISON_HIGHER:
		return two_ends(words, view, STRING_PHRASE_HIGHER);
	case COMPARISON_LOWER:
		return two_ends(words, view, STRING_PHRASE_LOWER);
	case COMPARISON_SIMILAR:
		return two_ends(words, view, STRING_PHRASE_SIMILAR);
	case COMPARISON_NONE:
		break;
	}
	return two_ends(words, view, STRING_PHRASE_BOTH);
}

/* A difference with its unit: "3.2 percentage points", "3,070 per 100,000 people". */
static const char *with_unit(const struct words *words, const struct view *view, double difference)
{
	const struct indicator *indicator = view->indicator;
	const struct placeholder parts[] = {
		{ "d",
		  words_in_sentence(words, number_of(view), MEASURE_GAP, fabs(difference), NULL) },
		{ "multiplier", words_number(words, indicator->multiplier, 0) },
		{ "population", indicator->population },
		{ "events", indicator->events },
		{ 0 },
	};
	const struct method *method = method_find(indicator->method);

	if (indicator_is_percentage(indicator) || method->in_points)
		return words_fill(words, STRING_UNIT_POINTS, parts);
	if (method->is_rate)
		return words_fill(words, STRING_UNIT_RATE, parts);
	return words_fill(words, STRING_UNIT_COUNT, parts);
}

const char *phrase_gap(const struct words *words, const struct view *view)
{
	const char *sentence = instead(words, view_most(view), view_least(view));
	struct placeholder parts[] = { { "gap", "" }, { 0 } };
	struct value gap = view_measure(view, MEASURE_GAP);

	if (sentence != NULL)
		return sentence;
	parts[0].text = with_unit(words, view, gap.estimate);
	return words_fill(words, STRING_PHRASE_GAP, parts);
}

static const char *ratio_sentence(const struct words *words, const struct view *view,
				  enum string_id id, const char *amount)
{
	const struct placeholder parts[] = {
		{ "Measure", words_capital(words, view->indicator->measure) },
		{ "most", view->classification->most },
		{ "least", view->classification->least },
		{ "r", amount },
		{ "p", amount },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

const char *phrase_ratio(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	const char *sentence = instead(words, most, least);
	struct value ratio = view_measure(view, MEASURE_RATIO);

	if (sentence != NULL)
		return sentence;
	if (!value_is_shown(&ratio) ||
	    values_compare(&most->value, &least->value) == COMPARISON_SIMILAR)
		return phrase_comparison(words, view);
	if (ratio.estimate >= 1.495)
		return ratio_sentence(words, view, STRING_PHRASE_TIMES,
				      words_in_sentence(words, number_of(view), MEASURE_RATIO,
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

/* The view has at least one figure: its ends were compared. */
static const struct view_group *highest_group(const struct view *view)
{
	const struct view_group *found = &view->groups[0];

	for (size_t i = 1; i < view->ordinary; i++)
		if (view->groups[i].value.state == VALUE_SHOWN &&
		    view->groups[i].value.estimate > found->value.estimate)
			found = &view->groups[i];
	return found;
}

static const char *group_text(const struct words *words, const struct view *view,
			      const struct view_group *group)
{
	return words_group_phrase(words, view->classification, group->group);
}

const char *phrase_gradient(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view), *highest;
	const char *sentence = instead(words, most, least);
	struct placeholder parts[] = {
		{ "Measure", words_capital(words, view->indicator->measure) },
		{ "noun", view->classification == NULL ? "" : view->classification->group_noun },
		{ "group", "" },
		{ 0 },
	};

	if (sentence != NULL)
		return sentence;
	if (values_compare(&most->value, &least->value) == COMPARISON_SIMILAR)
		return phrase_comparison(words, view);
	if (phrase_steps(view) != 0)
		return words_fill(words,
				  phrase_steps(view) > 0 ? STRING_PHRASE_ROSE_STEPS
							 : STRING_PHRASE_FELL_STEPS,
				  parts);
	highest = highest_group(view);
	parts[2].text = group_text(words, view, highest);
	return words_fill(words, STRING_PHRASE_NO_STEPS, parts);
}

/* -- several groups --------------------------------------------------------------------------- */

struct group_counts phrase_count_groups(const struct view *view)
{
	struct group_counts counts = { 0 };

	for (size_t i = 0; i < view->ordinary; i++) {
		const struct result *result = view->groups[i].result;

		if (result == NULL)
			continue;
		counts.higher += result->against_all == COMPARISON_HIGHER;
		counts.lower += result->against_all == COMPARISON_LOWER;
		counts.similar += result->against_all == COMPARISON_SIMILAR;
	}
	return counts;
}

/* "the Indian, Pakistani and Bangladeshi ethnic groups", "the Indian ethnic group and 4 more groups". */
static const char *group_list(const struct words *words, const struct view *view,
			      enum comparison wanted, size_t count)
{
	size_t named = 0, shown = count < NAMES_MOST ? count : NAMES_MOST;
	const char *list = "";
	struct placeholder parts[] = {
		{ "list", "" },
		{ "noun", view->classification->group_noun },
		{ "n", words_number(words, (double)(count - shown), 0) },
		{ 0 },
	};

	for (size_t i = 0; i < view->ordinary && named < shown; i++) {
		const struct result *result = view->groups[i].result;
		bool last = named + 1 == shown && count <= NAMES_MOST;
		const char *glue = "";

		if (result == NULL || result->against_all != wanted)
			continue;
		if (named > 0 && last)
			glue = arena_printf(words->arena, " %s ",
					    strings_text(words->strings, STRING_LIST_LAST));
		else if (named > 0)
			glue = arena_printf(words->arena, "%s ",
					    strings_text(words->strings, STRING_LIST_GLUE));
		list = arena_printf(words->arena, "%s%s%s", list, glue,
				    group_text(words, view, &view->groups[i]));
		named++;
	}
	parts[0].text = list;
	if (count > NAMES_MOST)
		return words_fill(words, STRING_GROUPS_AND_MORE, parts);
	return words_fill(words, count == 1 ? STRING_GROUPS_ONE : STRING_GROUPS_SEVERAL, parts);
}

const char *phrase_several_groups(const struct words *words, const struct view *view)
{
	struct group_counts counts = phrase_count_groups(view);
	struct placeholder parts[] = {
		{ "population", view->indicator->population },
		{ "v", "" },
		{ "higher", "" },
		{ "lower", "" },
		{ 0 },
	};

	if (view->total == NULL || !value_is_shown(&view->total->value) ||
	    counts.higher + counts.lower + counts.similar == 0)
		return no_comparison(words, strings_text(words->strings, STRING_REASON_NO_FIGURE));
	parts[1].text = value_text(words, view, &view->total->value, NULL);
	if (counts.higher > 0)
		parts[2].text = group_list(words, view, COMPARISON_HIGHER, counts.higher);
	if (counts.lower > 0)
		parts[3].text = group_list(words, view, COMPARISON_LOWER, counts.lower);
	if (counts.higher > 0 && counts.lower > 0)
		return words_fill(
			words, counts.similar > 0 ? STRING_SEVERAL_BOTH : STRING_SEVERAL_BOTH_ALL,
			parts);
	if (counts.higher > 0)
		return words_fill(words, STRING_SEVERAL_HIGHER, parts);
	if (counts.lower > 0)
		return words_fill(words, STRING_SEVERAL_LOWER, parts);
	return words_fill(words, STRING_SEVERAL_SIMILAR, parts);
}

/* -- time and completeness -------------------------------------------------------------------- */

static const struct value *value_in(const struct view *view, const struct view_group *group)
{
	if (group != NULL)
		return &group->value;
	return view->total == NULL ? NULL : &view->total->value;
}

const char *phrase_change(const struct words *words, const struct view *first,
			  const struct view_group *first_group, const struct view *last,
			  const struct view_group *last_group)
{
	const struct value *a = value_in(first, first_group), *b = value_in(last, last_group);
	const struct period *periods = first->results->dataset->periods;
	struct placeholder parts[] = {
		{ "Measure", words_capital(words, first->indicator->measure) },
		{ "a", "" },
		{ "b", "" },
		{ "first", words_period_short(words, &periods[first->key.period]) },
		{ "last", words_period_short(words, &periods[last->key.period]) },
		{ 0 },
	};

	if (a == NULL || b == NULL || !value_is_shown(a) || !value_is_shown(b))
		return no_comparison(words, strings_text(words->strings, STRING_REASON_NO_FIGURE));
	parts[1].text = value_text(words, first, a, b);
	parts[2].text = value_text(words, last, b, a);
	return words_fill(words, STRING_PHRASE_CHANGE, parts);
}

const char *phrase_completeness(const struct words *words, const struct view *view)
{
	struct value value = view_measure(view, MEASURE_COMPLETENESS);
	const struct method *method = method_find(view->indicator->method);
	bool records = method->is_share && view->indicator->denominator_source[0] == '\0';
	struct placeholder parts[] = {
		{ "Dimension", view->classification == NULL ? "" : view->classification->label },
		{ "p", "" },
		{ "records", records ? view->indicator->population : view->indicator->events },
		{ 0 },
	};

	if (!value_is_shown(&value))
		return no_comparison(words, strings_text(words->strings, STRING_REASON_NO_FIGURE));
	parts[1].text = words_figure(words, number_of(view), MEASURE_COMPLETENESS, value.estimate,
				     DECIMALS_BY_RULE);
	return words_fill(words, STRING_PHRASE_COMPLETENESS, parts);
}
