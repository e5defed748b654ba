#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "records/merge.h"
#include "records/plan.h"
#include "records/worker.h"

/* A cell to be sorted: the places of its texts among those of their values, missing last. */
struct ranked {
	const uint32_t *ranks;
	size_t cell;
};

struct answer {
	struct arena *arena, *scratch;
	const struct worker *worker;
	const char ***texts; /* by value and number, in the arena */
	uint32_t **ranks;    /* by value and number */
};

static int by_text(const void *a, const void *b)
{
	return strcmp(**(const char *const *const *)a, **(const char *const *const *)b);
}

/* Texts of a value for the result, and which of them comes first. */
static void rank_texts(struct answer *answer, size_t value)
{
	const struct group_texts *groups = &answer->worker->groups[value];
	const char **texts = arena_array(answer->scratch, groups->count, sizeof(*texts));
	const char ***sorted = arena_array(answer->scratch, groups->count, sizeof(*sorted));
	uint32_t *ranks = arena_array(answer->scratch, groups->count, sizeof(*ranks));

	for (size_t i = 1; i < groups->count; i++) {
		texts[i] = arena_strdup(answer->arena, groups->texts[i]);
		sorted[i - 1] = &texts[i];
	}
	qsort(sorted, groups->count - 1, sizeof(*sorted), by_text);
	for (size_t i = 0; i + 1 < groups->count; i++)
		ranks[sorted[i] - texts] = (uint32_t)i;
	ranks[0] = (uint32_t)groups->count;
	answer->texts[value] = texts;
	answer->ranks[value] = ranks;
}

static int by_ranks(const void *a, const void *b, void *dimensions)
{
	const struct ranked *x = a, *y = b;

	for (size_t i = 0; i < *(const size_t *)dimensions; i++)
		if (x->ranks[i] != y->ranks[i])
			return x->ranks[i] < y->ranks[i] ? -1 : 1;
	return 0;
}

static struct ranked *sort_cells(struct answer *answer, size_t grouping)
{
	const struct cells *cells = &answer->worker->cells[grouping];
	const int *values = answer->worker->plan->query->groupings[grouping].values;
	struct ranked *sorted = arena_array(answer->scratch, cells->count + 1, sizeof(*sorted));
	size_t dimensions = cells->dimensions;
	uint32_t *ranks =
		arena_array(answer->scratch, cells->count * dimensions + 1, sizeof(*ranks));

	for (size_t i = 0; i < cells->count; i++, ranks += dimensions) {
		for (size_t j = 0; j < dimensions; j++)
			ranks[j] = answer->ranks[values[j]][cells_number(cells, cells->keys[i], j)];
		sorted[i] = (struct ranked){ .ranks = ranks, .cell = i };
	}
	qsort_r(sorted, cells->count, sizeof(*sorted), by_ranks, &dimensions);
	return sorted;
}

/* -- figures ---------------------------------------------------------------------------------------------- */

/* What is known of one cell from a set: a number, and how many rows or people have it. */
static int by_number(const void *a, const void *b)
{
	const struct count_pair *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

/* Neighbours with one number become one. */
static size_t join_pairs(struct count_pair *pairs, size_t count)
{
	size_t kept = 0;

	qsort(pairs, count, sizeof(*pairs), by_number);
	for (size_t i = 0; i < count; i++)
		if (kept > 0 && pairs[kept - 1].number == pairs[i].number)
			pairs[kept - 1].count += pairs[i].count;
		else
			pairs[kept++] = pairs[i];
	return kept;
}

static double sum_of(const uint64_t *words)
{
	__extension__ typedef unsigned __int128 wide;
	__extension__ typedef __int128 signed_wide;
	wide sum = (wide)words[SUM_HIGH] << 64 | words[SUM_LOW];

	return (double)(signed_wide)sum / 1e6;
}

/* Members of a measure, sorted to their cells: those of cell i are from start[i] to start[i + 1]. */
static size_t *count_members(struct answer *answer, size_t grouping,
			     const struct member_set *members)
{
	size_t count = answer->worker->cells[grouping].count;
	size_t *start = arena_array(answer->scratch, count + 2, sizeof(*start));

	for (size_t i = 0; i < members->capacity; i++)
		if (members->items[i].count > 0)
			start[members->items[i].cell + 2]++;
	for (size_t i = 2; i < count + 2; i++)
		start[i] += start[i - 1];
	return start;
}

/*
 * Pairs of all cells behind one another. Of repeats each person is a pair of the rows it has and one; of numbers each is
 * a pair of itself and its rows. start[i + 1], at first where those of cell i begin, becomes where they end.
 */
static struct count_pair *fill_pairs(struct answer *answer, enum count_measure_kind kind,
				     const struct member_set *members, size_t *start)
{
	struct count_pair *pairs = arena_array(answer->scratch, members->count + 1, sizeof(*pairs));

	for (size_t i = 0; i < members->capacity; i++) {
		const struct member *member = &members->items[i];
		struct count_pair *pair;

		if (member->count == 0)
			continue;
		pair = &pairs[start[member->cell + 1]++];
		if (kind == COUNT_REPEATS)
			*pair = (struct count_pair){ (double)member->count, 1 };
		else
			*pair = (struct count_pair){ (double)(int64_t)member->key.low / 1e6,
						     member->count };
	}
	return pairs;
}

static void add_pairs(struct answer *answer, struct counted_figure *figure,
		      struct count_pair *pairs, size_t count)
{
	struct count_pair *kept;

	figure->pair_count = join_pairs(pairs, count);
	kept = arena_array(answer->arena, figure->pair_count + 1, sizeof(*kept));
	memcpy(kept, pairs, figure->pair_count * sizeof(*kept));
	figure->pairs = kept;
}

/* The figures of one measure in all cells, at figures[cell * measures + which]. */
static void add_figures(struct answer *answer, size_t grouping, size_t which,
			struct counted_figure *figures)
{
	const struct worker *worker = answer->worker;
	const struct cells *cells = &worker->cells[grouping];
	const struct member_set *members = worker_members(worker, grouping, which);
	size_t measures = worker->plan->query->measure_count;
	enum count_measure_kind kind = worker->plan->query->measures[which].kind;
	bool paired = kind == COUNT_REPEATS || kind == COUNT_SPREAD;
	size_t *start =
		kind == COUNT_PEOPLE || paired ? count_members(answer, grouping, members) : NULL;
	struct count_pair *pairs = paired ? fill_pairs(answer, kind, members, start) : NULL;

	for (size_t i = 0; i < cells->count; i++) {
		const uint64_t *words =
			cells_words(cells, (int64_t)i) + worker->measure_words[which];
		struct counted_figure *figure = &figures[i * measures + which];

		if (kind == COUNT_PEOPLE)
			figure->number = (double)(start[i + 2] - start[i + 1]);
		else if (kind == COUNT_SUM)
			figure->number = sum_of(words);
		else
			figure->number = (double)words[0];
		if (paired)
			add_pairs(answer, figure, pairs + start[i], start[i + 1] - start[i]);
	}
}

static struct count_cells make_cells(struct answer *answer, size_t grouping)
{
	const struct count_query *query = answer->worker->plan->query;
	const struct cells *cells = &answer->worker->cells[grouping];
	const struct ranked *sorted = sort_cells(answer, grouping);
	struct count_cell *items = arena_array(answer->arena, cells->count + 1, sizeof(*items));
	struct counted_figure *figures = arena_array(
		answer->arena, cells->count * query->measure_count + 1, sizeof(*figures));
	size_t dimensions = cells->dimensions;
	const char **texts =
		arena_array(answer->arena, cells->count * dimensions + 1, sizeof(*texts));

	for (size_t i = 0; i < query->measure_count; i++)
		add_figures(answer, grouping, i, figures);
	for (size_t i = 0; i < cells->count; i++, texts += dimensions) {
		size_t cell = sorted[i].cell;
		const uint64_t *words = cells_words(cells, (int64_t)cell);

		for (size_t j = 0; j < dimensions; j++)
			texts[j] = answer->texts[query->groupings[grouping].values[j]]
						[cells_number(cells, cells->keys[cell], j)];
		items[i] = (struct count_cell){
			.texts = texts,
			.figures = figures + cell * query->measure_count,
			.rows = words[CELL_ROWS],
			.line = words[CELL_LINE],
		};
	}
	return (struct count_cells){ .items = items, .count = cells->count };
}

static struct count_tally *copy_tallies(struct arena *arena, const struct count_tally *tallies,
					size_t count)
{
	struct count_tally *copy = arena_array(arena, count + 1, sizeof(*copy));

	for (size_t i = 0; i < count; i++) {
		copy[i] = tallies[i];
		for (size_t lack = 0; lack < LACK_COUNT; lack++)
			copy[i].text[lack] = tallies[i].rows[lack] == 0
						     ? ""
						     : arena_strdup(arena, tallies[i].text[lack]);
	}
	return copy;
}

static const struct count_tally **copy_parts(struct arena *arena, const struct worker *worker)
{
	const struct count_query *query = worker->plan->query;
	const struct count_tally **parts;

	if (query->split == NULL)
		return NULL;
	parts = arena_array(arena, query->split->text_count + 1, sizeof(*parts));
	for (size_t i = 0; i < query->split->text_count; i++)
		parts[i] = copy_tallies(arena, &worker->parts[i * query->value_count],
					query->value_count);
	return parts;
}

void merge_result(struct arena *arena, const struct worker *worker, struct count_result *result)
{
	const struct count_query *query = worker->plan->query;
	struct answer answer = { .arena = arena, .scratch = arena_new(), .worker = worker };
	struct count_cells *groupings =
		arena_array(arena, query->grouping_count + 1, sizeof(*groupings));

	answer.texts = arena_array(answer.scratch, query->value_count + 1, sizeof(*answer.texts));
	answer.ranks = arena_array(answer.scratch, query->value_count + 1, sizeof(*answer.ranks));
	for (size_t i = 0; i < query->value_count; i++)
		rank_texts(&answer, i);
	for (size_t i = 0; i < query->grouping_count; i++)
		groupings[i] = make_cells(&answer, i);
	*result = (struct count_result){
		.rows = worker->row_count,
		.rows_taken = worker->taken_count,
		.groupings = groupings,
		.taken = copy_tallies(arena, worker->taken, query->value_count),
		.left_out = copy_tallies(arena, worker->left_out, query->value_count),
		.parts = copy_parts(arena, worker),
	};
	arena_free(answer.scratch);
}
