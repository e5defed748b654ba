#include "data/dataset_merge.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/record.h"

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

/* False when both say something and it is not the same. */
static bool merge_quantity(struct quantity *into, const struct quantity *from, bool add)
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

/* True when from says nothing that is new. */
static bool repeats(const struct observation *into, const struct observation *from)
{
	return same(&into->numerator, &from->numerator) &&
	       same(&into->denominator, &from->denominator) && same(&into->value, &from->value) &&
	       same(&into->lower, &from->lower) && same(&into->upper, &from->upper);
}

static void merge_rows(const struct dataset *dataset, struct observation *into,
		       const struct observation *from, struct diag_list *diags)
{
	struct data_source *source = &dataset->sources[from->source];
	bool add = source->adds_up && into->source == from->source, agree;

	if (!add && into->source == from->source && repeats(into, from)) {
		source->rows_repeated++;
		return;
	}
	agree = merge_quantity(&into->numerator, &from->numerator, add);
	agree = merge_quantity(&into->denominator, &from->denominator, add) && agree;
	agree = merge_quantity(&into->value, &from->value, false) && agree;
	agree = merge_quantity(&into->lower, &from->lower, false) && agree;
	agree = merge_quantity(&into->upper, &from->upper, false) && agree;
	if (!agree)
		diag_addf(diags,
			  into->key.classification == CLASSIFICATION_ALL && into->age == AGE_ALL
				  ? DIAG_TOTALS_DISAGREE
				  : DIAG_CELL_TWICE,
			  observation_location(dataset, from), "the other one is %s:%u",
			  dataset->sources[into->source].file, into->line);
}

static bool same_cell(const struct observation *a, const struct observation *b)
{
	return a->age == b->age && cell_key_compare(&a->key, &b->key) == 0;
}

static size_t merge_sorted(const struct dataset *dataset, struct observation *rows, size_t count,
			   struct diag_list *diags)
{
	size_t kept = 0;

	if (count > 1)
		qsort(rows, count, sizeof(*rows), observation_compare);
	for (size_t i = 0; i < count; i++) {
		if (kept > 0 && same_cell(&rows[kept - 1], &rows[i]))
			merge_rows(dataset, &rows[kept - 1], &rows[i], diags);
		else
			rows[kept++] = rows[i];
	}
	return kept;
}

/* -- populations ------------------------------------------------------------------------------ */

/* The source that an indicator takes its denominators from; -1 when from its own rows. */
static int denominator_source(const struct dataset *dataset, const struct observation *row)
{
	const char *id = dataset->indicators->items[row->key.indicator].denominator_source;

	return id[0] == '\0' ? -1 : source_find(dataset, id);
}

static const struct observation *find_population(const struct dataset_parts *parts, int source,
						 struct observation wanted)
{
	const int periods[] = { wanted.key.period, PERIOD_ANY };

	wanted.key.indicator = population_indicator(source);
	for (size_t i = 0; i < 2; i++) {
		size_t low = 0, high = parts->population_count;

		wanted.key.period = periods[i];
		while (low < high) {
			size_t middle = low + (high - low) / 2;
			const struct observation *row = &parts->populations[middle];
			int order = cell_key_compare(&row->key, &wanted.key);

			if (order == 0)
				order = (row->age > wanted.age) - (row->age < wanted.age);
			if (order == 0)
				return row;
			if (order < 0)
				low = middle + 1;
			else
				high = middle;
		}
	}
	return NULL;
}

/* True when some of the people of a band are in a band that is there already. */
static bool is_covered(const struct classification *ages, const bool *present, size_t age)
{
	for (size_t i = 0; i < ages->count; i++)
		if (present[i] && group_overlaps(&ages->groups[i], &ages->groups[age]))
			return true;
	return false;
}

/*
 * Age bands in which nobody was counted are often left out of a file of events. Where a cell has age bands
 * at all, those of its population that have no row are rows with no event. A population may be given in
 * wide bands beside narrow ones: people who are in one band of the cell are not counted again in another.
 */
static void add_empty_bands(struct arena *arena, struct dataset *dataset,
			    const struct dataset_parts *parts, int source, size_t begin, size_t end)
{
	const struct observation first = dataset->observations[begin];
	size_t bands = dataset->ages->count;
	bool *present = arena_array(arena, bands + 1, sizeof(*present));

	if (dataset->observations[end - 1].age == AGE_ALL)
		return;
	for (size_t i = begin; i < end; i++)
		if (dataset->observations[i].age != AGE_ALL)
			present[dataset->observations[i].age] = true;
	for (size_t age = 0; age < bands; age++) {
		struct observation row = { .key = first.key,
					   .age = (int)age,
					   .source = first.source,
					   .line = first.line };
		const struct observation *population =
			is_covered(dataset->ages, present, age)
				? NULL
				: find_population(parts, source, row);

		if (population == NULL)
			continue;
		present[age] = true;
		row.numerator.state = VALUE_SHOWN;
		row.denominator = population->denominator;
		dataset->observations = arena_grow(arena, dataset->observations, dataset->count,
						   &dataset->capacity, sizeof(row));
		dataset->observations[dataset->count++] = row;
	}
}

static void join_populations(struct arena *arena, struct dataset *dataset,
			     struct dataset_parts *parts, struct diag_list *diags)
{
	size_t count = dataset->count;
	int source;

	for (size_t i = 0; i < parts->population_count; i++) {
		struct observation *row = &parts->populations[i];

		/* A population file may call its counts what it likes. */
		if (!is_set(&row->denominator))
			row->denominator = row->numerator;
		row->numerator = (struct quantity){ 0 };
	}
	parts->population_count =
		merge_sorted(dataset, parts->populations, parts->population_count, diags);
	for (size_t i = 0, end; i < count; i = end) {
		for (end = i + 1; end < count; end++)
			if (cell_key_compare(&dataset->observations[end].key,
					     &dataset->observations[i].key) != 0)
				break;
		source = denominator_source(dataset, &dataset->observations[i]);
		if (source < 0)
			continue;
		for (size_t j = i; j < end; j++) {
			struct observation *row = &dataset->observations[j];
			const struct observation *population = find_population(parts, source, *row);

			if (population != NULL && !is_set(&row->denominator))
				row->denominator = population->denominator;
		}
		add_empty_bands(arena, dataset, parts, source, i, end);
	}
	if (dataset->count > count)
		dataset->count =
			merge_sorted(dataset, dataset->observations, dataset->count, diags);
}

void dataset_merge(struct arena *arena, const struct report *report, struct dataset *dataset,
		   struct dataset_parts *parts, struct diag_list *diags)
{
	order_periods(arena, dataset, parts);
	dataset->count = merge_sorted(dataset, dataset->observations, dataset->count, diags);
	if (parts->population_count > 0)
		join_populations(arena, dataset, parts, diags);
	dataset_check(report, dataset, diags);
}
