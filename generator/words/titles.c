#include <string.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "indicator/method.h"
#include "words/phrase_parts.h"

enum { COMPARED_LEAST = 3 };

/* The plain title when nothing stands out: what is shown. */
static const char *neutral(const struct words *words, const struct view *view)
{
	return title_neutral(words, view, MEASURE_VALUE);
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
		return title_with_subject(words, view, STRING_TITLE_SIMILAR, parts);
	if (steps > 0 && comparison == COMPARISON_HIGHER)
		return title_with_subject(words, view, STRING_TITLE_ROSE_STEPS, parts);
	if (steps < 0 && comparison == COMPARISON_LOWER)
		return title_with_subject(words, view, STRING_TITLE_FELL_STEPS, parts);
	return title_with_subject(
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
	parts[1].text = title_group(words, view, first);
	parts[2].text = title_group(words, view, second);
	return title_with_subject(words, view,
				  comparison == COMPARISON_SIMILAR ? STRING_TITLE_TWO_SIMILAR
								   : STRING_TITLE_TWO_HIGHER,
				  parts);
}

/* True when a group lies beyond the one that did so far; shared: as far as that one. */
static bool take_extreme(const struct view_group *group, const struct view_group *found,
			 double direction, bool *shared)
{
	double beyond =
		found == NULL ? 1 : direction * (group->value.estimate - found->value.estimate);

	*shared = beyond == 0 || (*shared && beyond < 0);
	return beyond > 0;
}

/* Neither end is named when two groups share it. */
static const char *title_extremes(const struct words *words, const struct view *view)
{
	const struct view_group *highest = NULL, *lowest = NULL;
	bool shared_high = false, shared_low = false;
	struct placeholder parts[] = { { "Measure", "" }, { "high", "" }, { "low", "" }, { 0 } };

	for (size_t i = 0; i < view->ordinary; i++) {
		const struct view_group *group = &view->groups[i];

		if (group->value.state == VALUE_NOT_APPLICABLE)
			continue;
		/* One that is hidden or unreliable may be the highest or the lowest. */
		if (group->value.state != VALUE_SHOWN)
			return neutral(words, view);
		if (take_extreme(group, highest, 1, &shared_high))
			highest = group;
		if (take_extreme(group, lowest, -1, &shared_low))
			lowest = group;
	}
	if (highest == lowest || highest == NULL || shared_high || shared_low ||
	    values_compare(&highest->value, &lowest->value) != COMPARISON_HIGHER)
		return neutral(words, view);
	parts[1].text = title_group(words, view, highest);
	parts[2].text = title_group(words, view, lowest);
	return title_with_subject(words, view, STRING_TITLE_EXTREMES, parts);
}

/* Of groups that could not be compared nothing is known: the title counts those that were. */
static enum string_id counts_string(const struct words *words, struct group_counts counts)
{
	bool some = counts.uncompared > 0;

	if (counts.higher > 0 && counts.lower > 0) {
		if (some)
			return STRING_TITLE_HIGHER_AND_LOWER_OF;
		return strings_counted(words->strings, STRING_TITLE_HIGHER_AND_LOWER_OTHER,
				       counts.higher);
	}
	if (counts.higher > 0) {
		if (some)
			return STRING_TITLE_HIGHER_OF;
		return strings_counted(words->strings, STRING_TITLE_SOME_HIGHER_OTHER,
				       counts.higher);
	}
	if (counts.lower > 0) {
		if (some)
			return STRING_TITLE_LOWER_OF;
		return strings_counted(words->strings, STRING_TITLE_SOME_LOWER_OTHER, counts.lower);
	}
	return STRING_TITLE_NONE_DIFFER;
}

static const char *title_counts(const struct words *words, const struct view *view,
				const char *place)
{
	struct group_counts counts = phrase_count_groups(view);
	const struct placeholder there[] = { { "place", place }, { 0 } };
	const char *average = place == NULL ? strings_text(words->strings, STRING_AVERAGE)
					    : words_fill(words, STRING_PLACE_AVERAGE, there);
	struct placeholder parts[] = {
		{ "average", average },
		{ "all",
		  place == NULL ? strings_text(words->strings, STRING_AVERAGE_LONG) : place },
		{ "Subject", words_capital(words, short_subject(words, view->indicator)) },
		{ "h", words_number(words, (double)counts.higher, 0) },
		{ "l", words_number(words, (double)counts.lower, 0) },
		{ "m", words_number(words, (double)counts.compared, 0) },
		{ "noun", view->classification->group_noun },
		{ "nouns", view->classification->group_nouns },
		{ 0 },
	};
	bool none_differs = counts.higher + counts.lower == 0;
	/* With the name of a place, that of the groups and all three numbers it has too many words. */
	bool too_much = place != NULL && counts.higher > 0 && counts.lower > 0;

	if ((place == NULL && view_one_sided(view)) || counts.compared < COMPARED_LEAST ||
	    counts.compared < counts.uncompared ||
	    ((none_differs || too_much) && counts.uncompared > 0))
		return neutral(words, view);
	return words_fill(words, counts_string(words, counts), parts);
}

const char *title_of_view(const struct words *words, const struct view *view, const char *place)
{
	if (view->classification == NULL || view->ordinary == 0)
		return neutral(words, view);
	if (view_most(view) != NULL)
		return title_ordered(words, view);
	if (view->ordinary == 2)
		return title_two(words, view);
	if (view->classification->form == CLASSIFICATION_AGE_BANDS)
		return title_extremes(words, view);
	return title_counts(words, view, place);
}
