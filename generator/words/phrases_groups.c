/*
 * phrases_groups.c - sentences on several groups, on time and on how complete the records are.
 */
#include <string.h>

#include "base/arena.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "words/phrase_parts.h"

/* -- several groups --------------------------------------------------------------------------- */

struct group_counts phrase_count_groups(const struct view *view)
{
	struct group_counts counts = { 0 };

	for (size_t i = 0; i < view->ordinary; i++) {
		const struct result *result = view->groups[i].result;
		enum comparison comparison = result == NULL ? COMPARISON_NONE : result->against_all;

		counts.higher += comparison == COMPARISON_HIGHER;
		counts.lower += comparison == COMPARISON_LOWER;
		counts.similar += comparison == COMPARISON_SIMILAR;
		counts.uncompared += comparison == COMPARISON_NONE &&
				     view->groups[i].value.state != VALUE_NOT_APPLICABLE;
	}
	counts.compared = counts.higher + counts.lower + counts.similar;
	return counts;
}

/* Why none of the groups is compared with the total. */
static const char *none_compared(const struct words *words, const struct view *view,
				 const char *whole)
{
	const struct placeholder parts[] = {
		{ "group", whole },
		{ "nouns", view->classification->group_nouns },
		{ "reasons", phrase_uncompared(words, view) },
		{ 0 },
	};

	if (!method_find(view->indicator->method)->compares)
		return strings_text(words->strings, STRING_REASON_METHOD_HAS_NO_SUCH);
	if (view->total == NULL || !value_is_shown(&view->total->value))
		return words_fill(words, STRING_REASON_NO_FIGURE_FOR, parts);
	if (view->total->value.state == VALUE_UNRELIABLE)
		return words_fill(words, STRING_REASON_UNCERTAIN_FIGURE_FOR, parts);
	return words_fill(words, STRING_REASON_NONE_COMPARED, parts);
}

/* A sentence and, behind it, what the total of the same body has beyond its groups. */
static const char *with_outside(const struct words *words, const struct view *view,
				const char *place, const char *sentence)
{
	const char *outside = place == NULL ? phrase_outside(words, view) : "";

	return outside[0] == '\0' ? sentence
				  : arena_printf(words->arena, "%s %s", sentence, outside);
}

const char *phrase_one_sided(const struct words *words, const struct view *view)
{
	const struct placeholder parts[] = {
		{ "nouns", view->classification->group_nouns },
		{ 0 },
	};

	return with_outside(
		words, view, NULL,
		phrase_no_comparison(words, words_fill(words, STRING_REASON_ONE_SIDED, parts)));
}

/* What is said of the groups that are not named, behind a sentence that lacks its full stop. */
static enum string_id rest_of(const struct words *words, struct group_counts counts)
{
	if (counts.uncompared > 0)
		return counts.similar > 0 ? STRING_SEVERAL_REST_SOME
					  : STRING_SEVERAL_REST_UNCOMPARED;
	if (counts.similar == 0)
		return STRING_SEVERAL_REST_NONE;
	return strings_counted(words->strings, STRING_SEVERAL_REST_OTHER, counts.similar);
}

/* How a sentence on several groups is built. */
struct several_shape {
	bool apart;  /* in two sentences */
	bool at_end; /* what they are compared with stands at the end, not at the beginning */
};

static enum string_id several_string(const struct words *words, struct group_counts counts,
				     struct several_shape shape)
{
	static const enum string_id both[2][2] = {
		{ STRING_SEVERAL_BOTH, STRING_SEVERAL_BOTH_END },
		{ STRING_SEVERAL_BOTH_APART, STRING_SEVERAL_BOTH_APART_END },
	};

	if (counts.higher > 0 && counts.lower > 0)
		return both[shape.apart][shape.at_end];
	if (counts.higher > 0)
		return shape.at_end ? STRING_SEVERAL_HIGHER_END : STRING_SEVERAL_HIGHER;
	if (counts.lower > 0)
		return shape.at_end ? STRING_SEVERAL_LOWER_END : STRING_SEVERAL_LOWER;
	return counts.uncompared == 0
		       ? STRING_SEVERAL_SIMILAR
		       : strings_counted(words->strings, STRING_SEVERAL_SIMILAR_SOME_OTHER,
					 counts.uncompared);
}

static const char *several(const struct words *words, const struct view *view,
			   struct group_counts counts, const char *whole, const char *measure,
			   struct several_shape shape)
{
	struct placeholder parts[] = {
		{ "rest", "" },
		{ "Measure", words_capital(words, measure) },
		{ "measure", measure },
		{ "whole", whole },
		{ "v", phrase_value(words, view, &view->total->value, NULL) },
		{ "i", phrase_interval(words, view, MEASURE_VALUE, &view->total->value) },
		{ "higher", phrase_group_list(words, view, COMPARISON_HIGHER, counts.higher) },
		{ "lower", phrase_group_list(words, view, COMPARISON_LOWER, counts.lower) },
		{ "similar", phrase_group_list(words, view, COMPARISON_SIMILAR, counts.similar) },
		{ "s", words_number(words, (double)counts.similar, 0) },
		{ "u", words_number(words, (double)counts.uncompared, 0) },
		{ "m", words_number(words, (double)(counts.compared + counts.uncompared), 0) },
		{ "noun", view->classification->group_noun },
		{ "nouns", view->classification->group_nouns },
		{ "reasons", phrase_uncompared(words, view) },
		{ 0 },
	};

	parts[0].text = words_fill(words, rest_of(words, counts), parts);
	return words_fill(words, several_string(words, counts, shape), parts);
}

/* What is said behind a sentence on groups of those that differ at the second grade, too; "" of none. */
static const char *much(const struct words *words, const struct view *view)
{
	static const struct {
		enum comparison wanted;
		enum string_id id;
	} ways[] = { { COMPARISON_HIGHER, STRING_SEVERAL_MUCH_HIGHER },
		     { COMPARISON_LOWER, STRING_SEVERAL_MUCH_LOWER } };
	const char *sentences = "";

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		const struct placeholder parts[] = {
			{ "Subject", words_capital(words, short_subject(words, view->indicator)) },
			{ "groups", phrase_much_list(words, view, ways[i].wanted) },
			{ 0 },
		};

		if (parts[1].text[0] != '\0')
			sentences = arena_printf(words->arena, "%s %s", sentences,
						 words_fill(words, ways[i].id, parts));
	}
	return sentences;
}

const char *phrase_several_groups(const struct words *words, const struct view *view,
				  const char *place)
{
	return phrase_several_groups_at(words, view, place, 0);
}

const char *phrase_several_groups_at(const struct words *words, const struct view *view,
				     const char *place, size_t position)
{
	struct several_shape shape = { .at_end = position % PHRASE_SHAPES == PHRASE_SHAPES - 1 };
	const char *whole = phrase_whole(words, view, place);
	struct group_counts counts = phrase_count_groups(view);
	const char *subjects[] = { view->indicator->measure,
				   short_subject(words, view->indicator) };
	const char *sentence;

	if (view->total == NULL || !value_is_shown(&view->total->value) || counts.compared == 0)
		return phrase_no_comparison(words, none_compared(words, view, whole));
	if (place == NULL && view_one_sided(view))
		return phrase_one_sided(words, view);
	/* In one sentence, in two, with a shorter subject: the first that is short enough. */
	sentence = several(words, view, counts, whole, subjects[0], shape);
	shape.apart = true;
	for (size_t i = 0; i < 2 && !phrase_is_short(sentence); i++)
		sentence = several(words, view, counts, whole, subjects[i], shape);
	/* What they are compared with needs fewer words at the beginning. */
	shape.at_end = shape.at_end && !words->technical;
	if (!phrase_is_short(sentence) && place == NULL)
		sentence = several(words, view, counts,
				   strings_text(words->strings, STRING_WHOLE_SHORT), subjects[1],
				   shape);
	return with_outside(words, view, place,
			    arena_printf(words->arena, "%s%s", sentence, much(words, view)));
}

/* -- time and completeness -------------------------------------------------------------------- */

static const struct value *value_in(const struct view *view, const struct view_group *group)
{
	if (group != NULL)
		return &group->value;
	return view->total == NULL ? NULL : &view->total->value;
}

const char *phrase_when(const struct words *words, const struct period *period)
{
	bool day = period->form == PERIOD_DAY;
	const struct placeholder parts[] = {
		{ "period",
		  day ? words_period(words, period) : words_period_phrase(words, period) },
		{ 0 },
	};

	return words_fill(words, day ? STRING_ON_DAY : STRING_IN_PERIOD, parts);
}

static const char *when(const struct words *words, const struct view *view)
{
	return phrase_when(words, &view->results->dataset->periods[view->key.period]);
}

static enum string_id level_string(const struct view *view, const struct view_group *group)
{
	if (group == NULL)
		return STRING_PHRASE_LEVEL;
	return view->classification->ordered ? STRING_PHRASE_LEVEL_IN : STRING_PHRASE_LEVEL_FOR;
}

/* A sentence on a figure, and behind it that the figure is uncertain when it is. */
static const char *with_caution(const struct words *words, const char *sentence,
				const struct value *value, const struct placeholder *parts)
{
	if (value->state != VALUE_UNRELIABLE)
		return sentence;
	return arena_printf(words->arena, "%s %s", sentence,
			    phrase_unreliable(words, value, parts));
}

const char *phrase_level(const struct words *words, const struct view *view,
			 const struct view_group *group)
{
	const struct value *value = value_in(view, group);
	struct placeholder parts[] = {
		{ "Measure", "" },
		{ "measure", "" },
		{ "value", "" },
		{ "group", group == NULL ? phrase_whole(words, view, NULL)
					 : phrase_group(words, view, group) },
		{ "when", when(words, view) },
		{ 0 },
	};
	const char *sentence;

	if (value != NULL && value->state == VALUE_SUPPRESSED)
		return words_fill(words, STRING_PHRASE_SUPPRESSED, parts);
	if (value == NULL || !value_is_shown(value))
		return words_fill(words, STRING_PHRASE_NO_FIGURE, parts);
	parts[2].text = arena_printf(words->arena, "%s%s", phrase_value(words, view, value, NULL),
				     phrase_interval(words, view, MEASURE_VALUE, value));
	sentence = phrase_about(words, view, level_string(view, group), parts);
	return with_caution(words, sentence, value, parts);
}

static enum string_id change_string(const struct view *view, const struct view_group *group,
				    bool same)
{
	if (group == NULL)
		return same ? STRING_PHRASE_SAME : STRING_PHRASE_CHANGE;
	if (view->classification->ordered)
		return same ? STRING_PHRASE_SAME_IN : STRING_PHRASE_CHANGE_IN;
	return same ? STRING_PHRASE_SAME_FOR : STRING_PHRASE_CHANGE_FOR;
}

const char *phrase_change(const struct words *words, const struct view *first,
			  const struct view_group *first_group, const struct view *last,
			  const struct view_group *last_group)
{
	const struct value *a = value_in(first, first_group), *b = value_in(last, last_group);
	struct placeholder parts[] = {
		{ "Measure", "" },
		{ "measure", "" },
		{ "a", "" },
		{ "b", "" },
		{ "group", last_group == NULL ? phrase_whole(words, last, NULL)
					      : phrase_group(words, last, last_group) },
		{ "first", when(words, first) },
		{ "last", when(words, last) },
		{ 0 },
	};
	const char *sentence;

	/* A group without a row in the first period is not the total. */
	if (a == NULL || b == NULL || !value_is_shown(a) || !value_is_shown(b) ||
	    (first_group == NULL) != (last_group == NULL))
		return phrase_no_comparison(words,
					    strings_text(words->strings, STRING_REASON_NO_FIGURE));
	if (first->key.period == last->key.period)
		return phrase_no_comparison(words,
					    strings_text(words->strings, STRING_REASON_ONE_PERIOD));
	parts[2].text = arena_printf(words->arena, "%s%s", phrase_value(words, first, a, b),
				     phrase_interval(words, first, MEASURE_VALUE, a));
	parts[3].text = arena_printf(words->arena, "%s%s", phrase_value(words, last, b, a),
				     phrase_interval(words, last, MEASURE_VALUE, b));
	sentence = phrase_about(
		words, last,
		change_string(last, last_group, strcmp(parts[2].text, parts[3].text) == 0), parts);
	return with_caution(words, sentence, a->state == VALUE_UNRELIABLE ? a : b, parts);
}

/* Those that have none recorded, where they are shown and read well: "1 admissions" does not. */
static const struct quantity *unknown_of(const struct view *view, bool records)
{
	const struct view_group *last = view->count > 0 ? &view->groups[view->count - 1] : NULL;
	const struct quantity *number;

	if (view->count != view->ordinary + 1 || last->result == NULL)
		return NULL;
	number = records ? &last->result->denominator : &last->result->numerator;
	return quantity_is_shown(number) && number->number > 1 ? number : NULL;
}

const char *phrase_completeness(const struct words *words, const struct view *view)
{
	struct value value = view_measure(view, MEASURE_COMPLETENESS);
	const struct method *method = method_find(view->indicator->method);
	bool records = method->is_share && view->indicator->denominator_source[0] == '\0';
	const struct quantity *unknown = unknown_of(view, records);
	struct placeholder parts[] = {
		{ "Dimension", view->classification == NULL ? "" : view->classification->label },
		{ "p", "" },
		{ "records", records || view->indicator->events[0] == '\0'
				     ? words_population(words, view->indicator)
				     : view->indicator->events },
		{ "n", "" },
		{ "q", "" },
		{ 0 },
	};
	const char *sentence;

	if (!value_is_shown(&value))
		return phrase_no_comparison(words,
					    strings_text(words->strings, STRING_REASON_NO_FIGURE));
	parts[1].text = words_in_sentence(words, view->key.indicator, MEASURE_COMPLETENESS,
					  value.estimate, NULL);
	sentence = words_fill(words, STRING_PHRASE_COMPLETENESS, parts);
	if (unknown == NULL)
		return sentence;
	parts[3].text = words_quantity(words, unknown);
	parts[4].text = words_in_sentence(words, view->key.indicator, MEASURE_COMPLETENESS,
					  100 - value.estimate, NULL);
	return phrase_is_short(words_fill(words, STRING_PHRASE_COMPLETENESS_REST, parts))
		       ? words_fill(words, STRING_PHRASE_COMPLETENESS_REST, parts)
		       : sentence;
}
