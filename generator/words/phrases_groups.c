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
		{ "nouns", phrase_nouns(words, view->classification) },
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

/* What is said of the groups that are not named, behind a sentence that lacks its full stop. */
static enum string_id rest_of(struct group_counts counts)
{
	if (counts.uncompared > 0)
		return counts.similar > 0 ? STRING_SEVERAL_REST_SOME
					  : STRING_SEVERAL_REST_UNCOMPARED;
	if (counts.similar == 0)
		return STRING_SEVERAL_REST_NONE;
	return counts.similar == 1 ? STRING_SEVERAL_REST_ONE : STRING_SEVERAL_REST;
}

static enum string_id several_string(struct group_counts counts, bool apart)
{
	if (counts.higher > 0 && counts.lower > 0)
		return apart ? STRING_SEVERAL_BOTH_APART : STRING_SEVERAL_BOTH;
	if (counts.higher > 0)
		return STRING_SEVERAL_HIGHER;
	if (counts.lower > 0)
		return STRING_SEVERAL_LOWER;
	return counts.uncompared > 0 ? STRING_SEVERAL_SIMILAR_SOME : STRING_SEVERAL_SIMILAR;
}

static const char *several(const struct words *words, const struct view *view,
			   struct group_counts counts, const char *whole, const char *measure,
			   bool apart)
{
	struct placeholder parts[] = {
		{ "rest", "" },
		{ "measure", measure },
		{ "whole", whole },
		{ "v", phrase_value(words, view, &view->total->value, NULL) },
		{ "higher", phrase_group_list(words, view, COMPARISON_HIGHER, counts.higher) },
		{ "lower", phrase_group_list(words, view, COMPARISON_LOWER, counts.lower) },
		{ "s", words_number(words, (double)counts.similar, 0) },
		{ "u", words_number(words, (double)counts.uncompared, 0) },
		{ "m", words_number(words, (double)(counts.compared + counts.uncompared), 0) },
		{ "noun", view->classification->group_noun },
		{ "nouns", phrase_nouns(words, view->classification) },
		{ "reasons", phrase_uncompared(words, view) },
		{ 0 },
	};

	parts[0].text = words_fill(words, rest_of(counts), parts);
	return words_fill(words, several_string(counts, apart), parts);
}

const char *phrase_several_groups(const struct words *words, const struct view *view,
				  const char *place)
{
	const char *whole = phrase_whole(words, view, place);
	struct group_counts counts = phrase_count_groups(view);
	const char *subjects[] = { view->indicator->measure,
				   short_subject(words, view->indicator) };
	const char *sentence;

	if (view->total == NULL || !value_is_shown(&view->total->value) || counts.compared == 0)
		return phrase_no_comparison(words, none_compared(words, view, whole));
	/* In one sentence, in two, with a shorter subject: the first that is short enough. */
	sentence = several(words, view, counts, whole, subjects[0], false);
	for (size_t i = 0; i < 2 && !phrase_is_short(sentence); i++)
		sentence = several(words, view, counts, whole, subjects[i], true);
	return sentence;
}

/* -- time and completeness -------------------------------------------------------------------- */

static const struct value *value_in(const struct view *view, const struct view_group *group)
{
	if (group != NULL)
		return &group->value;
	return view->total == NULL ? NULL : &view->total->value;
}

static const char *when(const struct words *words, const struct view *view)
{
	const struct period *period = &view->results->dataset->periods[view->key.period];
	bool day = period->form == PERIOD_DAY;
	const struct placeholder parts[] = {
		{ "period",
		  day ? words_period(words, period) : words_period_phrase(words, period) },
		{ 0 },
	};

	return words_fill(words, day ? STRING_ON_DAY : STRING_IN_PERIOD, parts);
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
			    words_fill(words, phrase_of_unreliable(value), parts));
}

const char *phrase_level(const struct words *words, const struct view *view,
			 const struct view_group *group)
{
	const struct value *value = value_in(view, group);
	struct placeholder parts[] = {
		{ "Measure", words_capital(words, view->indicator->measure) },
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
	parts[1].text = phrase_value(words, view, value, NULL);
	sentence = words_fill(words, level_string(view, group), parts);
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
		{ "Measure", words_capital(words, first->indicator->measure) },
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
	parts[1].text = phrase_value(words, first, a, b);
	parts[2].text = phrase_value(words, last, b, a);
	sentence = words_fill(
		words, change_string(last, last_group, strcmp(parts[1].text, parts[2].text) == 0),
		parts);
	return with_caution(words, sentence, a->state == VALUE_UNRELIABLE ? a : b, parts);
}

const char *phrase_completeness(const struct words *words, const struct view *view)
{
	struct value value = view_measure(view, MEASURE_COMPLETENESS);
	const struct method *method = method_find(view->indicator->method);
	bool records = method->is_share && view->indicator->denominator_source[0] == '\0';
	struct placeholder parts[] = {
		{ "Dimension", view->classification == NULL ? "" : view->classification->label },
		{ "p", "" },
		{ "records", records || view->indicator->events[0] == '\0'
				     ? words_population(words, view->indicator)
				     : view->indicator->events },
		{ 0 },
	};

	if (!value_is_shown(&value))
		return phrase_no_comparison(words,
					    strings_text(words->strings, STRING_REASON_NO_FIGURE));
	parts[1].text = words_in_sentence(words, view->key.indicator, MEASURE_COMPLETENESS,
					  value.estimate, NULL);
	return words_fill(words, STRING_PHRASE_COMPLETENESS, parts);
}
