/*
 * titles_series.c - titles of charts over time and of charts with two series.
 */
#include <string.h>

#include "indicator/compute.h"
#include "words/phrase_parts.h"

const char *title_of_change(const struct words *words, const struct view *first,
			    const struct view *last, bool total_is_drawn)
{
	/* Of the total alone, of the most deprived end, of everybody where the groups have no order. */
	static const enum string_id total_ids[] = { STRING_TITLE_CHANGE, STRING_TITLE_SAME };
	static const enum string_id most_ids[] = { STRING_TITLE_CHANGE_MOST,
						   STRING_TITLE_SAME_MOST };
	static const enum string_id all_ids[] = { STRING_TITLE_CHANGE_ALL, STRING_TITLE_SAME_ALL };
	const struct view_group *from = view_most(first), *to = view_most(last);
	const struct value *a = from != NULL ? &from->value : NULL;
	const struct value *b = to != NULL ? &to->value : NULL;
	const struct value *pair[2];
	struct placeholder parts[] = {
		{ "Measure", "" },
		{ "most", last->classification == NULL ? "" : last->classification->most },
		{ "group", phrase_whole(words, last, NULL) },
		{ "a", "" },
		{ "b", "" },
		{ 0 },
	};
	const enum string_id *ids = most_ids;

	if ((a == NULL || b == NULL) && (last->classification == NULL || total_is_drawn)) {
		ids = last->classification == NULL ? total_ids : all_ids;
		a = first->total == NULL ? NULL : &first->total->value;
		b = last->total == NULL ? NULL : &last->total->value;
	}
	if (a == NULL || b == NULL || a->state != VALUE_SHOWN || b->state != VALUE_SHOWN ||
	    first->key.period == last->key.period)
		return title_neutral(words, last, MEASURE_VALUE);
	pair[0] = a;
	pair[1] = b;
	parts[3].text = words_shown_in_sentence(words, first->key.indicator, MEASURE_VALUE, pair[0],
						&pair[1]->estimate);
	parts[4].text = words_shown_in_sentence(words, last->key.indicator, MEASURE_VALUE, pair[1],
						&pair[0]->estimate);
	/* "Went from 70 to 70" would be odd. */
	return title_with_subject(words, last, ids[strcmp(parts[3].text, parts[4].text) == 0],
				  parts);
}

/* "3 of 4", "all 4", "both". */
static const char *part_of(const struct words *words, size_t number, size_t whole)
{
	struct placeholder parts[] = {
		{ "n", words_number(words, (double)number, 0) },
		{ "m", words_number(words, (double)whole, 0) },
		{ 0 },
	};

	if (number < whole || whole == 1)
		return words_fill(words, STRING_SOME_OF, parts);
	return words_fill(words, whole == 2 ? STRING_BOTH_OF : STRING_ALL_OF, parts);
}

static enum string_id pair_string(bool are_times, bool mixed)
{
	if (are_times)
		return mixed ? STRING_TITLE_PAIR_TIMES_MIXED : STRING_TITLE_PAIR_TIMES;
	return mixed ? STRING_TITLE_PAIR_MIXED : STRING_TITLE_PAIR;
}

/* Of one group that it is "1 of 1" says nothing. */
static enum string_id one_pair_string(bool are_times)
{
	return are_times ? STRING_TITLE_PAIR_TIMES_ONE : STRING_TITLE_TWO_HIGHER;
}

/* How the groups of two views compare, group by group, and how many there are in either. */
struct pair_counts {
	size_t higher, lower, groups;
};

static struct pair_counts count_pairs(const struct view *first, const struct view *second)
{
	struct pair_counts counts = { 0 };

	for (size_t i = 0; i < first->ordinary; i++) {
		const struct view_group *one = &first->groups[i];
		const struct view_group *other = view_find_group(second, one->group);
		enum comparison comparison = other == NULL
						     ? COMPARISON_NONE
						     : values_compare(&one->value, &other->value);

		counts.groups += one->value.state != VALUE_NOT_APPLICABLE;
		counts.higher += comparison == COMPARISON_HIGHER;
		counts.lower += comparison == COMPARISON_LOWER;
	}
	for (size_t i = 0; i < second->ordinary; i++)
		counts.groups += view_find_group(first, second->groups[i].group) == NULL;
	return counts;
}

/* With both series named, or where that takes too many words with the one that is higher more often. */
static const char *filled_pair(const struct words *words, const struct view *view, bool are_times,
			       bool mixed, size_t groups, struct placeholder *parts)
{
	const char *title;

	if (groups == 1)
		return title_with_subject(words, view, one_pair_string(are_times), parts);
	title = title_if_short(words, view, pair_string(are_times, mixed), parts);
	if (title != NULL || !mixed)
		return title != NULL ? title : title_neutral(words, view, MEASURE_VALUE);
	return title_with_subject(words, view,
				  are_times ? STRING_TITLE_PAIR_TIMES_MIXED_SHORT
					    : STRING_TITLE_PAIR_MIXED_SHORT,
				  parts);
}

const char *title_of_pair(const struct words *words, const struct view *first,
			  const struct view *second, struct pair_labels labels)
{
	struct pair_counts counts = count_pairs(first, second);
	bool is_first = counts.higher >= counts.lower;
	size_t most = is_first ? counts.higher : counts.lower;
	size_t least = is_first ? counts.lower : counts.higher;

	if (most == 0)
		return title_neutral(words, first, MEASURE_VALUE);
	return filled_pair(words, first, labels.are_times, least > 0, counts.groups,
			   (struct placeholder[]){
				   { "Measure", "" },
				   { "first", is_first ? labels.first : labels.second },
				   { "second", is_first ? labels.second : labels.first },
				   { "which", part_of(words, most, counts.groups) },
				   { "l", words_number(words, (double)least, 0) },
				   { "nouns", first->classification->group_nouns },
				   { 0 },
			   });
}
