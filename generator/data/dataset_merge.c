#include "data/dataset_merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "data/bodies.h"
#include "data/core_groups.h"
#include "data/editions_check.h"
#include "data/population_join.h"
#include "data/record.h"
#include "data/source_check.h"
#include "data/standard_fit.h"

void dataset_parts_add(struct arena *arena, struct dataset *dataset, struct dataset_parts *parts,
		       const struct observation *observation)
{
	if (observation->key.indicator < 0) {
		parts->populations = arena_grow(arena, parts->populations, parts->population_count,
						&parts->population_capacity, sizeof(*observation));
		parts->populations[parts->population_count++] = *observation;
		return;
	}
	dataset->observations = arena_grow(arena, dataset->observations, dataset->count,
					   &dataset->capacity, sizeof(*observation));
	dataset->observations[dataset->count++] = *observation;
}

/* -- periods ---------------------------------------------------------------------------------- */

static int compare_periods(const void *a, const void *b)
{
	const struct period *left = a, *right = b;
	int order = period_compare(left, right);

	return order != 0 ? order : (left->order > right->order) - (left->order < right->order);
}

static void order_periods(struct arena *arena, struct dataset *dataset, struct dataset_parts *parts)
{
	int *positions = arena_array(arena, dataset->period_count, sizeof(*positions));

	if (dataset->period_count > 1)
		qsort(dataset->periods, dataset->period_count, sizeof(*dataset->periods),
		      compare_periods);
	for (size_t i = 0; i < dataset->period_count; i++)
		positions[dataset->periods[i].order] = (int)i;
	for (size_t i = 0; i < dataset->period_count; i++)
		dataset->periods[i].order = (int)i;
	for (size_t i = 0; i < dataset->count; i++)
		dataset->observations[i].key.period =
			positions[dataset->observations[i].key.period];
	for (size_t i = 0; i < parts->population_count; i++)
		if (parts->populations[i].key.period != PERIOD_ANY)
			parts->populations[i].key.period =
				positions[parts->populations[i].key.period];
}

/* -- ages ------------------------------------------------------------------------------------- */

struct ordered_age {
	struct group group;
	int number;
};

static int compare_ages(const void *a, const void *b)
{
	const struct ordered_age *left = a, *right = b;

	if (left->group.lower != right->group.lower)
		return left->group.lower > right->group.lower ? 1 : -1;
	return (left->number > right->number) - (left->number < right->number);
}

static void number_ages(struct observation *rows, size_t count, const int *positions)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].age != AGE_ALL)
			rows[i].age = positions[rows[i].age];
}

/* Bands follow each other whatever the order of the rows: sums over them come out alike to the last digit. */
static void order_ages(struct arena *arena, struct dataset *dataset, struct dataset_parts *parts)
{
	struct classification *ages = dataset->ages;
	struct ordered_age *order = arena_array(arena, ages->count, sizeof(*order));
	int *positions = arena_array(arena, ages->count, sizeof(*positions));

	for (size_t i = 0; i < ages->count; i++)
		order[i] = (struct ordered_age){ ages->groups[i], (int)i };
	if (ages->count > 1)
		qsort(order, ages->count, sizeof(*order), compare_ages);
	ages->names = string_index_new(arena);
	for (size_t i = 0; i < ages->count; i++) {
		ages->groups[i] = order[i].group;
		positions[order[i].number] = (int)i;
		group_add_name(arena, ages, order[i].group.code, (int)i);
	}
	number_ages(dataset->observations, dataset->count, positions);
	number_ages(parts->populations, parts->population_count, positions);
}

/* -- one cell from several rows --------------------------------------------------------------- */

static bool is_set(const struct quantity *quantity)
{
	return quantity->state != VALUE_NOT_AVAILABLE;
}

static bool same(const struct quantity *a, const struct quantity *b)
{
	return a->state == b->state && (!quantity_is_shown(a) || a->number == b->number);
}

/* Where rows are added up, a part that the data say is missing makes the sum unknown; silence does not. */
static bool is_stated_missing(const struct quantity *quantity)
{
	return quantity->state == VALUE_NOT_AVAILABLE && quantity->stated;
}

bool merge_quantity(struct quantity *into, const struct quantity *from, bool add)
{
	if (add && (is_stated_missing(into) || is_stated_missing(from))) {
		/* Without one of its parts the sum is not known. */
		*into = is_stated_missing(into) ? *into : *from;
		return true;
	}
	if (!is_set(into)) {
		*into = *from;
		return true;
	}
	if (!is_set(from))
		return true;
	if (add && quantity_is_shown(into) && quantity_is_shown(from)) {
		into->number += from->number;
		return true;
	}
	if (add) {
		into->state = quantity_is_shown(into) ? from->state : into->state;
		return true;
	}
	return same(into, from);
}

/* Several columns of one row are one row. */
static void count_rows(struct observation *into, const struct observation *from)
{
	if (into->source != from->source || into->line != from->line)
		into->more += 1 + from->more;
	else if (into->more < from->more)
		into->more = from->more;
}

/* True when from says nothing that is new. */
static bool repeats(const struct observation *into, const struct observation *from)
{
	return same(&into->numerator, &from->numerator) &&
	       same(&into->denominator, &from->denominator) && same(&into->value, &from->value) &&
	       same(&into->lower, &from->lower) && same(&into->upper, &from->upper) &&
	       same(&into->deviation, &from->deviation);
}

static void say_disagree(const struct dataset *dataset, const struct observation *into,
			 const struct observation *from, struct diag_list *diags)
{
	diag_addf(diags,
		  into->key.classification == CLASSIFICATION_ALL && into->age == AGE_ALL
			  ? DIAG_TOTALS_DISAGREE
			  : DIAG_CELL_TWICE,
		  observation_location(dataset, from), "the other one is %s:%u",
		  dataset->sources[into->source].file, into->line);
}

static void merge_rows(const struct dataset *dataset, struct observation *into,
		       const struct observation *from, struct diag_list *diags)
{
	struct data_source *source = &dataset->sources[from->source];
	bool alike = (into->repeats == NULL) == (from->repeats == NULL), agree;
	bool add = source->adds_up && into->source == from->source && alike;

	if (!add && into->source == from->source && repeats(into, from)) {
		source->rows_repeated++;
		return;
	}
	if (add && into->repeats != NULL)
		into->repeats->people += from->repeats->people;
	else if (!quantity_is_shown(&into->numerator))
		into->repeats = from->repeats;
	count_rows(into, from);
	source_note_overlap(dataset, into, from);
	agree = merge_quantity(&into->numerator, &from->numerator, add);
	agree = merge_quantity(&into->denominator, &from->denominator, add) && agree;
	agree = merge_quantity(&into->value, &from->value, false) && agree;
	agree = merge_quantity(&into->lower, &from->lower, false) && agree;
	agree = merge_quantity(&into->upper, &from->upper, false) && agree;
	agree = merge_quantity(&into->deviation, &from->deviation, false) && agree;
	if (!agree)
		say_disagree(dataset, into, from, diags);
}

static bool same_cell(const struct observation *a, const struct observation *b)
{
	return a->age == b->age && cell_key_compare(&a->key, &b->key) == 0;
}

/* People of as many events each are in one row; NULL, where rows do not tell, are alike. */
static bool same_repeats(const struct observation *a, const struct observation *b)
{
	if (a->repeats == NULL || b->repeats == NULL)
		return a->repeats == b->repeats;
	return a->repeats->events == b->repeats->events;
}

/* A row without events says that nobody had any. */
static bool is_without_events(const struct observation *row)
{
	return quantity_is_shown(&row->numerator) && row->numerator.number == 0;
}

static void join_repeats(struct observation *into, const struct observation *from)
{
	struct repeats **last = &into->repeats;

	if (from->repeats == NULL && !is_without_events(from))
		into->repeats = NULL;
	if (into->repeats == NULL && !is_without_events(into))
		return;
	while (*last != NULL)
		last = &(*last)->next;
	*last = from->repeats;
}

void merge_counts(struct observation *into, const struct observation *from)
{
	join_repeats(into, from);
	merge_quantity(&into->numerator, &from->numerator, true);
	merge_quantity(&into->denominator, &from->denominator, true);
	count_rows(into, from);
}

/* Rows of one cell for people with one event each, two each and so on make up one row of all events. */
static void merge_repeats(const struct dataset *dataset, struct observation *into,
			  const struct observation *from, struct diag_list *diags)
{
	join_repeats(into, from);
	merge_quantity(&into->numerator, &from->numerator, true);
	if (!merge_quantity(&into->denominator, &from->denominator, false))
		say_disagree(dataset, into, from, diags);
	count_rows(into, from);
}

size_t merge_sorted(const struct dataset *dataset, struct observation *rows, size_t count,
		    struct diag_list *diags)
{
	size_t kept = 0, cells = 0;

	if (count > 1)
		qsort(rows, count, sizeof(*rows), observation_compare);
	for (size_t i = 0; i < count; i++) {
		if (kept > 0 && same_cell(&rows[kept - 1], &rows[i]) &&
		    same_repeats(&rows[kept - 1], &rows[i]))
			merge_rows(dataset, &rows[kept - 1], &rows[i], diags);
		else
			rows[kept++] = rows[i];
	}
	for (size_t i = 0; i < kept; i++) {
		if (cells == 0 || !same_cell(&rows[cells - 1], &rows[i]))
			rows[cells++] = rows[i];
		else if (rows[i].repeats != NULL)
			merge_repeats(dataset, &rows[cells - 1], &rows[i], diags);
		else
			merge_rows(dataset, &rows[cells - 1], &rows[i], diags);
	}
	return cells;
}

void dataset_merge(struct arena *arena, const struct report *report,
		   const struct reference *reference, struct dataset *dataset,
		   struct dataset_parts *parts, struct diag_list *diags)
{
	size_t bands = dataset->ages->count;

	order_periods(arena, dataset, parts);
	order_ages(arena, dataset, parts);
	dataset->count = merge_sorted(dataset, dataset->observations, dataset->count, diags);
	if (parts->population_count > 0)
		populations_join(arena, report, dataset, parts, diags);
	standards_fit(arena, reference, dataset, diags);
	if (dataset->ages->count > bands) {
		order_ages(arena, dataset, parts);
		dataset->count =
			merge_sorted(dataset, dataset->observations, dataset->count, diags);
	}
	bodies_prepare(arena, report, reference, dataset, diags);
	editions_check(arena, dataset, parts, diags);
	core_groups_add(arena, report, reference, dataset);
	dataset_check(report, dataset, diags);
}
