#include "indicator/known_cells.h"

#include <stdlib.h>

#include "base/arena.h"
#include "model/earlier.h"

/* -- cells that the data hold no more ----------------------------------------------------------- */

/* The first result of every indicator, whose source the further cells of it are taken to be of; or count. */
static size_t *first_results(struct arena *arena, const struct results *results)
{
	size_t indicators = results->dataset->indicators->count;
	size_t *first = arena_array(arena, indicators + 1, sizeof(*first));

	for (size_t i = 0; i < indicators; i++)
		first[i] = results->count;
	for (size_t i = results->count; i-- > 0;)
		first[results->items[i].key.indicator] = i;
	return first;
}

static bool says_something(const struct earlier_figure *figure)
{
	return figure->numerator.state != VALUE_NOT_AVAILABLE ||
	       figure->denominator.state != VALUE_NOT_AVAILABLE;
}

struct further {
	struct result *items;
	size_t count, capacity;
};

static void find_further(struct arena *arena, const struct results *results,
			 struct further *further)
{
	const struct dataset *dataset = results->dataset;
	const size_t *first = first_results(arena, results);

	for (size_t i = 0; i < dataset->earlier_count; i++)
		for (size_t j = 0; j < dataset->earlier[i].count; j++) {
			const struct earlier_figure *figure = &dataset->earlier[i].items[j];
			size_t like = first[figure->key.indicator];

			if (like == results->count || !says_something(figure) ||
			    results_find(results, &figure->key) != NULL)
				continue;
			further->items = arena_grow(arena, further->items, further->count,
						    &further->capacity, sizeof(*further->items));
			further->items[further->count++] = (struct result){
				.key = figure->key,
				.numerator = figure->numerator,
				.denominator = figure->denominator,
				.source = results->items[like].source,
			};
		}
}

static int compare_results(const void *a, const void *b)
{
	return cell_key_compare(&((const struct result *)a)->key, &((const struct result *)b)->key);
}

/* Two statements may tell of one cell. */
static void put_in_order(struct further *further)
{
	size_t kept = 0;

	if (further->count > 0)
		qsort(further->items, further->count, sizeof(*further->items), compare_results);
	for (size_t i = 0; i < further->count; i++)
		if (kept == 0 ||
		    compare_results(&further->items[kept - 1], &further->items[i]) != 0)
			further->items[kept++] = further->items[i];
	further->count = kept;
}

static void merge(struct arena *arena, const struct results *results, const struct further *further,
		  struct known_cells *cells)
{
	size_t all = results->count + further->count;

	cells->results.items = arena_array(arena, all + 1, sizeof(*cells->results.items));
	cells->places = arena_array(arena, all + 1, sizeof(*cells->places));
	cells->results.count = all;
	for (size_t i = 0, own = 0, other = 0; i < all; i++) {
		bool is_own = other == further->count ||
			      (own < results->count &&
			       compare_results(&results->items[own], &further->items[other]) < 0);

		cells->places[i] = is_own ? own : NOT_IN_DATA;
		cells->results.items[i] = is_own ? results->items[own++] : further->items[other++];
	}
}

/* -- what was told ------------------------------------------------------------------------------ */

static void tell(const struct dataset *dataset, struct known_cells *cells, size_t at)
{
	for (size_t i = 0; i < dataset->earlier_count; i++) {
		const struct earlier_figure *figure =
			earlier_find(&dataset->earlier[i], &cells->results.items[at].key);
		struct quantity *told = cells->told[at];

		if (figure == NULL)
			continue;
		if (!quantity_is_shown(&told[0]) && !quantity_is_shown(&told[1]))
			cells->statements[at] = i;
		if (!quantity_is_shown(&told[0]))
			told[0] = figure->numerator;
		if (!quantity_is_shown(&told[1]))
			told[1] = figure->denominator;
	}
}

struct known_cells known_cells_of(struct arena *arena, const struct results *results)
{
	struct known_cells cells = { .results = *results };
	struct further further = { 0 };

	if (results->dataset->earlier_count > 0)
		find_further(arena, results, &further);
	put_in_order(&further);
	merge(arena, results, &further, &cells);
	if (results->dataset->earlier_count == 0)
		return cells;
	cells.told = arena_array(arena, cells.results.count + 1, sizeof(*cells.told));
	cells.statements = arena_array(arena, cells.results.count + 1, sizeof(*cells.statements));
	for (size_t i = 0; i < cells.results.count; i++) {
		cells.told[i][0].state = cells.told[i][1].state = VALUE_NOT_AVAILABLE;
		tell(results->dataset, &cells, i);
	}
	return cells;
}
