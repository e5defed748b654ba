#include "resolve/wait_classes.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/compute.h"

const struct indicator_class *wait_class(const struct wait_classes *classes, size_t at)
{
	return &classes->views[at].indicator->class;
}

static struct view view_in(const struct chart *chart, int indicator)
{
	struct cell_key key = chart->view.key;

	key.indicator = indicator;
	return view_of(chart->resolver->arena, chart->resolver->results, &key);
}

/* The indicator of a family that counts all from a number of weeks on; -1 when there is none. */
static int find_over(const struct indicators *indicators, const char *family, double weeks)
{
	for (size_t i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->items[i];

		if (strcmp(indicator->family, family) == 0 && indicator->class.known &&
		    indicator->class.from == weeks && isinf(indicator->class.to))
			return (int)i;
	}
	return -1;
}

static bool set_over(const struct chart *chart, const char *family, double weeks, struct view *view)
{
	int found = find_over(chart->resolver->dataset->indicators, family, weeks);

	if (found < 0)
		return false;
	*view = view_in(chart, found);
	return view->total != NULL || view->count > 0;
}

/* Always false. */
static bool complain(const struct chart *chart, const struct indicator *indicator)
{
	const struct word *list = &chart->block->indicators;

	diag_add(chart->resolver->diags, DIAG_CHART_CLASSES,
		 list->text == NULL ? chart->block->at : list->at, indicator->id, NULL);
	return false;
}

static void sort(struct wait_classes *classes)
{
	for (size_t i = 1; i < classes->count; i++) {
		struct view moved = classes->views[i];
		size_t at = i;

		for (; at > 0 &&
		       classes->views[at - 1].indicator->class.from > moved.indicator->class.from;
		     at--)
			classes->views[at] = classes->views[at - 1];
		classes->views[at] = moved;
	}
}

bool wait_classes_find(struct chart *chart, struct wait_classes *classes)
{
	struct resolver *resolver = chart->resolver;
	int *listed = arena_array(resolver->arena, WAIT_CLASSES_MOST, sizeof(*listed));
	const char *family;

	*classes = (struct wait_classes){ 0 };
	classes->count =
		scope_indicators(resolver, chart->scope, chart->block, listed, WAIT_CLASSES_MOST);
	if (classes->count == 0)
		return false;
	family = resolver->dataset->indicators->items[listed[0]].family;
	for (size_t i = 0; i < classes->count; i++) {
		const struct indicator *indicator =
			&resolver->dataset->indicators->items[listed[i]];

		if (!indicator->class.known || family[0] == '\0' ||
		    strcmp(indicator->family, family) != 0)
			return complain(chart, indicator);
		classes->views[i] = view_in(chart, listed[i]);
	}
	sort(classes);
	for (size_t i = 1; i < classes->count; i++)
		if (wait_class(classes, i)->from != wait_class(classes, i - 1)->to)
			return complain(chart, classes->views[i].indicator);
	if (classes->count < 2)
		return complain(chart, classes->views[0].indicator);
	classes->has_over_standard =
		set_over(chart, family, WAIT_STANDARD, &classes->over_standard);
	classes->has_over_year = set_over(chart, family, WAIT_YEAR, &classes->over_year);
	chart->view = classes->has_over_standard ? classes->over_standard : classes->views[0];
	return true;
}

size_t wait_groups(struct chart *chart, struct view_group *groups)
{
	size_t chosen = choose_groups(chart, groups), count = 0;
	const struct classification *classification = chart->view.classification;

	for (size_t i = 0; i < chosen; i++)
		if (classification->groups[groups[i].group].kind == GROUP_ORDINARY)
			groups[count++] = groups[i];
	return count;
}

struct value wait_value(const struct view *view, const struct view_group *group)
{
	const struct view_group *found;

	if (group != NULL) {
		found = view_find_group(view, group->group);
		return found == NULL ? value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA)
				     : found->value;
	}
	return view->total == NULL ? value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA)
				   : view->total->value;
}

const char *wait_sentence(struct chart *chart, const struct view *over, unsigned weeks,
			  const struct view_group *first, const struct view_group *last)
{
	struct value values[] = { wait_value(over, first), wait_value(over, last) };
	const char *texts[2];

	for (size_t i = 0; i < 2; i++) {
		if (!value_is_shown(&values[i]))
			return "";
		texts[i] = words_value_said(chart->words, over->key.indicator, MEASURE_VALUE,
					    &values[i], chart->block->decimals);
	}
	return words_fill(
		chart->words, STRING_WAITS_OVER_BOTH,
		(struct placeholder[]){
			{ "weeks", words_number(chart->words, weeks, 0) },
			{ "a", texts[0] },
			{ "b", texts[1] },
			{ "first", words_group(chart->words, over->classification, first->group) },
			{ "last", words_group(chart->words, over->classification, last->group) },
			{ 0 } });
}

/* Highest and lowest of those that are shown; false with fewer than two. */
static bool find_ends(const struct view *over, const struct view_group **high,
		      const struct view_group **low)
{
	*high = *low = NULL;
	for (size_t i = 0; i < over->ordinary; i++) {
		const struct view_group *group = &over->groups[i];

		if (!value_is_shown(&group->value))
			continue;
		if (*high == NULL || group->value.estimate > (*high)->value.estimate)
			*high = group;
		if (*low == NULL || group->value.estimate < (*low)->value.estimate)
			*low = group;
	}
	return *high != *low;
}

const char *wait_title(const struct chart *chart, const struct view *over)
{
	const struct words *words = chart->words;
	int indicator = over->key.indicator, steps = phrase_steps(over);
	const struct view_group *first = view_most(over), *last = view_least(over), *moved = first;
	enum string_id id = STRING_TITLE_WAITS_ENDS;
	struct placeholder parts[] = {
		{ "weeks", words_number(words, WAIT_STANDARD, 0) },
		{ "a", "" },
		{ "b", "" },
		{ "first", "" },
		{ "last", "" },
		{ "noun", over->classification->group_noun },
		{ 0 },
	};

	if (first == NULL && !find_ends(over, &first, &last))
		return title_neutral(words, over, MEASURE_VALUE);
	if (!value_is_shown(&first->value) || !value_is_shown(&last->value))
		return title_neutral(words, over, MEASURE_VALUE);
	/* Steps are told from the least to the most deprived. */
	if (moved != NULL && steps != 0 &&
	    values_compare(&first->value, &last->value) ==
		    (steps > 0 ? COMPARISON_HIGHER : COMPARISON_LOWER)) {
		id = steps > 0 ? STRING_TITLE_WAITS_ROSE : STRING_TITLE_WAITS_FELL;
		first = last;
		last = moved;
	}
	parts[1].text = words_shown_in_sentence(words, indicator, MEASURE_VALUE, &first->value,
						&last->value.estimate);
	parts[2].text = words_shown_in_sentence(words, indicator, MEASURE_VALUE, &last->value,
						&first->value.estimate);
	parts[3].text = words_group(words, over->classification, first->group);
	parts[4].text = words_group(words, over->classification, last->group);
	return words_fill(words, id, parts);
}
