#include <string.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "indicator/method.h"
#include "words/phrases.h"

enum { TITLE_WORDS_MOST = 15 };

static size_t count_words(const char *text)
{
	size_t words = 0;

	for (bool inside = false; *text != '\0'; text++) {
		bool space = *text == ' ';

		words += !space && !inside;
		inside = !space;
	}
	return words;
}

/* Fills a title with the whole measure as its subject, or a short subject when that is too long. */
static const char *with_subject(const struct words *words, const struct view *view,
				enum string_id id, struct placeholder *parts)
{
	const char *title;

	parts[0].text = words_capital(words, view->indicator->measure);
	title = words_fill(words, id, parts);
	if (count_words(title) <= TITLE_WORDS_MOST)
		return title;
	parts[0].text = words_capital(words, short_subject(words, view->indicator));
	return words_fill(words, id, parts);
}

/* The plain title when nothing stands out: what is shown. */
static const char *neutral(const struct words *words, const struct view *view)
{
	struct placeholder parts[] = {
		{ "Name", words_capital(words, view->indicator->short_name) },
		{ "phrase", view->classification == NULL ? "" : view->classification->phrase },
		{ 0 },
	};

	return words_fill(words, STRING_TITLE_NEUTRAL, parts);
}

static const char *title_ordered(const struct words *words, const struct view *view)
{
	const struct view_group *most = view_most(view), *least = view_least(view);
	enum comparison comparison = values_compare(&most->value, &least->value);
	int steps = phrase_steps(view);
	struct placeholder parts[] = {
		{ "Measure", "" },
		{ "most", view->classification->most },
		{ "least", view->classification->least },
		{ "noun", view->classification->group_noun },
		{ 0 },
	};

	if (comparison == COMPARISON_NONE)
		return neutral(words, view);
	if (comparison == COMPARISON_SIMILAR)
		return with_subject(words, view, STRING_TITLE_SIMILAR, parts);
	if (steps > 0 && comparison == COMPARISON_HIGHER)
		return with_subject(words, view, STRING_TITLE_ROSE_STEPS, parts);
	if (steps < 0 && comparison == COMPARISON_LOWER)
		return with_subject(words, view, STRING_TITLE_FELL_STEPS, parts);
	return with_subject(
		words, view,
		comparison == COMPARISON_HIGHER ? STRING_TITLE_HIGHER : STRING_TITLE_LOWER, parts);
}

/* Two groups are compared with each other, not with their total; the higher one comes first. */
static const char *title_two(const struct words *words, const struct view *view)
{
	const struct view_group *first = &view->groups[0], *second = &view->groups[1];
	enum comparison comparison = values_compare(&first->value, &second->value);
	struct placeholder parts[] = {
		{ "Measure", "" }, { "first", "" }, { "second", "" }, { 0 }
	};

	if (comparison == COMPARISON_NONE)
		return neutral(words, view);
	if (comparison == COMPARISON_LOWER) {
		first = second;
		second = &view->groups[0];
	}
	parts[1].text = words_group_phrase(words, view->classification, first->group);
	parts[2].text = words_group_phrase(words, view->classification, second->group);
	return with_subject(words, view,
			    comparison == COMPARISON_SIMILAR ? STRING_TITLE_TWO_SIMILAR
							     : STRING_TITLE_TWO_HIGHER,
			    parts);
}

static const char *title_extremes(const struct words *words, const struct view *view)
{
	const struct view_group *highest = NULL, *lowest = NULL;
	struct placeholder parts[] = { { "Measure", "" }, { "high", "" }, { "low", "" }, { 0 } };

	for (size_t i = 0; i < view->ordinary; i++) {
		const struct view_group *group = &view->groups[i];

		if (group->value.state != VALUE_SHOWN)
			continue;
		if (highest == NULL || group->value.estimate > highest->value.estimate)
			highest = group;
		if (lowest == NULL || group->value.estimate < lowest->value.estimate)
			lowest = group;
	}
	if (highest == lowest ||
	    values_compare(&highest->value, &lowest->value) != COMPARISON_HIGHER)
		return neutral(words, view);
	parts[1].text = words_group_short(words, view->classification, highest->group);
	parts[2].text = words_group_short(words, view->classification, lowest->group);
	return with_subject(words, view, STRING_TITLE_EXTREMES, parts);
}

static const char *title_counts(const struct words *words, const struct view *view)
{
	struct group_counts counts = phrase_count_groups(view);
	struct placeholder parts[] = {
		{ "Subject", words_capital(words, short_subject(words, view->indicator)) },
		{ "h", words_number(words, (double)counts.higher, 0) },
		{ "l", words_number(words, (double)counts.lower, 0) },
		{ "noun", view->classification->group_noun },
		{ 0 },
	};

	if (counts.higher + counts.lower + counts.similar < 3)
		return neutral(words, view);
	if (counts.higher > 0 && counts.lower > 0)
		return words_fill(words,
				  counts.higher == 1 ? STRING_TITLE_ONE_AND_LOWER
						     : STRING_TITLE_HIGHER_AND_LOWER,
				  parts);
	if (counts.higher > 0)
		return words_fill(words,
				  counts.higher == 1 ? STRING_TITLE_ONE_HIGHER
						     : STRING_TITLE_SOME_HIGHER,
				  parts);
	if (counts.lower > 0)
		return words_fill(
			words, counts.lower == 1 ? STRING_TITLE_ONE_LOWER : STRING_TITLE_SOME_LOWER,
			parts);
	return words_fill(words, STRING_TITLE_NONE_DIFFER, parts);
}

const char *title_of_view(const struct words *words, const struct view *view)
{
	if (view->classification == NULL || view->ordinary == 0)
		return neutral(words, view);
	if (view_most(view) != NULL)
		return title_ordered(words, view);
	if (view->ordinary == 2)
		return title_two(words, view);
	if (view->classification->form == CLASSIFICATION_AGE_BANDS)
		return title_extremes(words, view);
	return title_counts(words, view);
}

const char *title_of_change(const struct words *words, const struct view *first,
			    const struct view *last)
{
	const struct view_group *from = view_most(first), *to = view_most(last);
	const struct value *a = from != NULL ? &from->value : NULL;
	const struct value *b = to != NULL ? &to->value : NULL;
	const struct value *pair[2];
	struct placeholder parts[] = {
		{ "Measure", "" },
		{ "most", last->classification == NULL ? "" : last->classification->most },
		{ "a", "" },
		{ "b", "" },
		{ 0 },
	};
	enum string_id id = STRING_TITLE_CHANGE_MOST;

	if (a == NULL || b == NULL) {
		id = STRING_TITLE_CHANGE;
		a = first->total == NULL ? NULL : &first->total->value;
		b = last->total == NULL ? NULL : &last->total->value;
	}
	if (a == NULL || b == NULL || a->state != VALUE_SHOWN || b->state != VALUE_SHOWN)
		return neutral(words, last);
	pair[0] = a;
	pair[1] = b;
	parts[2].text = words_in_sentence(words, first->key.indicator, MEASURE_VALUE,
					  pair[0]->estimate, &pair[1]->estimate);
	parts[3].text = words_in_sentence(words, last->key.indicator, MEASURE_VALUE,
					  pair[1]->estimate, &pair[0]->estimate);
	return with_subject(words, last, id, parts);
}

/* "3 of 4", "all 4". */
static const char *part_of(const struct words *words, size_t number, size_t whole)
{
	struct placeholder parts[] = {
		{ "n", words_number(words, (double)number, 0) },
		{ "m", words_number(words, (double)whole, 0) },
		{ 0 },
	};

	return words_fill(words, number == whole && whole > 1 ? STRING_ALL_OF : STRING_SOME_OF,
			  parts);
}

static enum string_id pair_string(bool are_times, bool mixed)
{
	if (are_times)
		return mixed ? STRING_TITLE_PAIR_TIMES_MIXED : STRING_TITLE_PAIR_TIMES;
	return mixed ? STRING_TITLE_PAIR_MIXED : STRING_TITLE_PAIR;
}

const char *title_of_pair(const struct words *words, const struct view *first,
			  const struct view *second, struct pair_labels labels)
{
	size_t higher = 0, lower = 0, compared = 0, most;

	for (size_t i = 0; i < first->ordinary && i < second->ordinary; i++) {
		enum comparison comparison =
			values_compare(&first->groups[i].value, &second->groups[i].value);

		compared += comparison != COMPARISON_NONE;
		higher += comparison == COMPARISON_HIGHER;
		lower += comparison == COMPARISON_LOWER;
	}
	if (higher + lower == 0)
		return neutral(words, first);
	most = higher >= lower ? higher : lower;
	return with_subject(
		words, first, pair_string(labels.are_times, higher > 0 && lower > 0),
		(struct placeholder[]){
			{ "Measure", "" },
			{ "first", higher >= lower ? labels.first : labels.second },
			{ "second", higher >= lower ? labels.second : labels.first },
			{ "which", part_of(words, most, compared) },
			{ "l", words_number(words, (double)(higher + lower - most), 0) },
			{ "noun", first->classification->group_noun },
			{ 0 },
		});
}
