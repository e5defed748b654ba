#include "indicator/figure.h"

#include <string.h>

#include "base/arena.h"
#include "base/fatal.h"
#include "indicator/measures/slope_line.h"
#include "indicator/measuring.h"

/* Worked out for every breakdown, whether asked for or not. */
static const enum measure usual[] = { MEASURE_GAP, MEASURE_RATIO, MEASURE_SII, MEASURE_RII,
				      MEASURE_COMPLETENESS };

enum { USUAL_COUNT = sizeof(usual) / sizeof(usual[0]) };

struct figures {
	struct arena *arena;
	struct measuring measuring;
	const struct breakdown_result **asked; /* in order */
	size_t asked_count, asked_capacity;
};

/* -- the usual ones ----------------------------------------------------------------------------- */

static void add_usual(struct results *results, const struct cell_key *key)
{
	struct breakdown_result figures[USUAL_COUNT];

	measuring_figures(&results->figures->measuring, key, usual, USUAL_COUNT, figures);
	for (size_t i = 0; i < USUAL_COUNT; i++) {
		/* What a breakdown cannot have is not listed. */
		if (figures[i].value.reason == REASON_NOT_ORDERED ||
		    figures[i].value.reason == REASON_NOT_IN_DATA)
			continue;
		results->breakdowns = arena_grow(
			results->figures->arena, results->breakdowns, results->breakdown_count,
			&results->breakdown_capacity, sizeof(*results->breakdowns));
		results->breakdowns[results->breakdown_count++] = figures[i];
	}
}

void figures_begin(struct arena *arena, struct results *results, const struct reference *reference)
{
	struct result *exact = arena_array(arena, results->count, sizeof(*exact));

	if (results->count > 0)
		memcpy(exact, results->items, results->count * sizeof(*exact));
	results->figures = arena_alloc(arena, sizeof(*results->figures));
	*results->figures = (struct figures){
		.arena = arena,
		.measuring = { .results = results, .exact = exact, .reference = reference },
	};
	for (size_t i = 0, count; i < results->count; i += count) {
		struct cell_key key = results->items[i].key;

		results_groups(results, &key, &count);
		key.group = GROUP_ALL;
		key.sex = SEX_ALL;
		if (key.classification != CLASSIFICATION_ALL)
			add_usual(results, &key);
	}
}

void figures_coarsen(struct results *results)
{
	for (size_t i = 0; i < results->breakdown_count; i++)
		measuring_coarsen(results, &results->breakdowns[i]);
}

/* -- those asked for ---------------------------------------------------------------------------- */

static int compare(const struct breakdown_result *figure, const struct cell_key *key,
		   const struct measure_choice *choice)
{
	int order = cell_key_compare(&figure->key, key);

	return order != 0 ? order : measure_choice_compare(&figure->choice, choice);
}

/* Where a figure stands among those asked for, or would stand. */
static size_t find_place(const struct figures *figures, const struct cell_key *key,
			 const struct measure_choice *choice)
{
	size_t low = 0, high = figures->asked_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (compare(figures->asked[middle], key, choice) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void insert(struct figures *figures, size_t place, const struct breakdown_result *figure)
{
	figures->asked = arena_grow(figures->arena, figures->asked, figures->asked_count,
				    &figures->asked_capacity, sizeof(*figures->asked));
	memmove(&figures->asked[place + 1], &figures->asked[place],
		(figures->asked_count - place) * sizeof(*figures->asked));
	figures->asked[place] = figure;
	figures->asked_count++;
}

const struct breakdown_result *figure_of(const struct results *results, const struct cell_key *key,
					 const struct measure_choice *choice)
{
	struct measure_choice settled = measuring_settled(results, key, choice);
	struct measure_choice plain = measure_plain(choice->measure);
	struct figures *figures = results->figures;
	const struct breakdown_result *found = NULL;
	struct breakdown_result *made;
	size_t place;

	if (key->group == GROUP_ALL && key->sex == SEX_ALL &&
	    measure_choice_equal(&settled, &plain))
		found = results_breakdown(results, key, choice->measure);
	if (found != NULL)
		return found;
	place = find_place(figures, key, &settled);
	if (place < figures->asked_count && compare(figures->asked[place], key, &settled) == 0)
		return figures->asked[place];
	if (figures->measuring.exact == NULL)
		fatal_internal("a figure is asked for after figures_end()");
	made = arena_alloc(figures->arena, sizeof(*made));
	*made = measuring_figure(&figures->measuring, key, &settled, NULL);
	measuring_coarsen(results, made);
	insert(figures, place, made);
	return made;
}

void figures_end(const struct results *results)
{
	struct figures *figures = results->figures;

	arena_give_back(figures->arena, figures->measuring.exact);
	figures->measuring.exact = NULL;
}

struct breakdown_result figure_explain(const struct results *results, const struct cell_key *key,
				       const struct measure_choice *choice, struct buffer *steps)
{
	struct measure_choice settled = measuring_settled(results, key, choice);
	struct breakdown_result figure =
		measuring_figure(&results->figures->measuring, key, &settled, steps);

	measuring_coarsen(results, &figure);
	return figure;
}

const struct breakdown_result *const *figures_asked(const struct results *results, size_t *count)
{
	*count = results->figures->asked_count;
	return results->figures->asked;
}

/* -- as views ask ------------------------------------------------------------------------------- */

static struct value of_quantity(const struct quantity *quantity)
{
	if (!quantity_is_shown(quantity))
		return value_without(quantity->state, REASON_NOT_IN_DATA);
	return (struct value){ .state = VALUE_SHOWN, .estimate = quantity->number };
}

static struct value of_result(const struct view *view, const struct result *result,
			      const struct measure_choice *choice)
{
	if (result == NULL)
		return value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	if (choice->measure == MEASURE_COUNT)
		return of_quantity(&result->numerator);
	if (choice->measure == MEASURE_DENOMINATOR)
		return of_quantity(&result->denominator);
	if (choice->measure == MEASURE_SHARE)
		return result->share;
	if (choice->confidence == 0 || choice->confidence == view->results->confidence)
		return result->value;
	return figure_of(view->results, &result->key, choice)->value;
}

struct value view_figure(const struct view *view, const struct view_group *group,
			 const struct measure_choice *choice)
{
	struct cell_key key = view->key;

	if (measure_kind(choice->measure)->scope == MEASURE_SCOPE_GROUP)
		return of_result(view, group == NULL ? view->total : group->result, choice);
	if (measure_kind(choice->measure)->scope == MEASURE_SCOPE_SERIES)
		return view_trend(view, group)->value;
	if (group != NULL && measure_kind(choice->measure)->scope == MEASURE_SCOPE_PAIR)
		key.group = group->group;
	return figure_of(view->results, &key, choice)->value;
}

const struct breakdown_result *view_trend(const struct view *view, const struct view_group *group)
{
	struct measure_choice choice = measure_plain(MEASURE_TREND);
	struct cell_key key = view->key;

	if (group == NULL)
		key.classification = CLASSIFICATION_ALL;
	else
		key.group = group->group;
	return figure_of(view->results, &key, &choice);
}

struct value view_group_measure(const struct view *view, const struct view_group *group,
				enum measure measure)
{
	struct measure_choice choice = measure_plain(measure);

	return view_figure(view, group, &choice);
}

struct value view_measure(const struct view *view, enum measure measure)
{
	return view_group_measure(view, NULL, measure);
}

double figure_fitted(const struct results *results, const struct breakdown_result *slope,
		     double relative_rank)
{
	const struct indicator *indicator =
		&results->dataset->indicators->items[slope->key.indicator];
	enum slope_model model = measure_slope_model(indicator, method_find(indicator->method),
						     slope->choice.transform);
	struct slope_fit line = slope_line(model, slope->fitted_most / indicator->multiplier,
					   slope->fitted_least / indicator->multiplier);

	return slope_fitted(&line, relative_rank) * indicator->multiplier;
}
