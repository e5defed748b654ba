#include "disclosure/pieces.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

struct cutting {
	const struct counted *counted;
	size_t count;
	long *cuts; /* days, in order */
	size_t cut_count;
	double *most; /* of a and b: how much more there can be up to cut b than up to cut a */
};

static double *most_of(const struct cutting *cutting, size_t a, size_t b)
{
	return &cutting->most[a * cutting->cut_count + b];
}

static int compare_days(const void *a, const void *b)
{
	long first = *(const long *)a, second = *(const long *)b;

	return (first > second) - (first < second);
}

static void find_cuts(struct arena *arena, struct cutting *cutting)
{
	size_t kept = 0;

	cutting->cuts = arena_array(arena, 2 * cutting->count + 1, sizeof(*cutting->cuts));
	for (size_t i = 0; i < cutting->count; i++) {
		cutting->cuts[2 * i] = cutting->counted[i].days.begin;
		cutting->cuts[2 * i + 1] = cutting->counted[i].days.end;
	}
	qsort(cutting->cuts, 2 * cutting->count, sizeof(*cutting->cuts), compare_days);
	for (size_t i = 0; i < 2 * cutting->count; i++)
		if (kept == 0 || cutting->cuts[kept - 1] != cutting->cuts[i])
			cutting->cuts[kept++] = cutting->cuts[i];
	cutting->cut_count = kept;
}

static size_t cut_at(const struct cutting *cutting, long day)
{
	size_t at = 0;

	while (cutting->cuts[at] != day)
		at++;
	return at;
}

/* How many stretches hold the days from a cut to the next. */
static size_t coverage(const struct cutting *cutting, size_t cut)
{
	size_t covered = 0;

	for (size_t i = 0; i < cutting->count; i++)
		covered += cutting->counted[i].days.begin <= cutting->cuts[cut] &&
			   cutting->counted[i].days.end > cutting->cuts[cut];
	return covered;
}

static bool overlap(const struct cutting *cutting)
{
	for (size_t i = 0; i + 1 < cutting->cut_count; i++)
		if (coverage(cutting, i) > 1)
			return true;
	return false;
}

static void lower_to(double *most, double limit)
{
	*most = fmin(*most, limit);
}

static void set_limits(struct arena *arena, struct cutting *cutting)
{
	size_t cuts = cutting->cut_count;

	cutting->most = arena_array(arena, cuts * cuts, sizeof(*cutting->most));
	for (size_t i = 0; i < cuts; i++)
		for (size_t j = 0; j < cuts; j++)
			*most_of(cutting, i, j) = i == j ? 0 : INFINITY;
	for (size_t i = 0; i + 1 < cuts; i++)
		if (coverage(cutting, i) > 0)
			*most_of(cutting, i + 1, i) = 0;
	for (size_t i = 0; i < cutting->count; i++) {
		const struct counted *counted = &cutting->counted[i];
		size_t begin = cut_at(cutting, counted->days.begin);
		size_t end = cut_at(cutting, counted->days.end);

		lower_to(most_of(cutting, begin, end), counted->number.upper);
		lower_to(most_of(cutting, end, begin), -counted->number.lower);
	}
}

/* False when a cut comes to be at a distance below 0 from itself. */
static bool find_paths(const struct cutting *cutting)
{
	size_t cuts = cutting->cut_count;

	for (size_t over = 0; over < cuts; over++)
		for (size_t i = 0; i < cuts; i++)
			for (size_t j = 0; isfinite(*most_of(cutting, i, over)) && j < cuts; j++)
				lower_to(most_of(cutting, i, j),
					 *most_of(cutting, i, over) + *most_of(cutting, over, j));
	for (size_t i = 0; i < cuts; i++)
		if (*most_of(cutting, i, i) < 0)
			return false;
	return true;
}

/* Numbers up to each cut that agree with all limits: the least distance from any cut. */
static double number_up_to(const struct cutting *cutting, size_t cut)
{
	double number = 0;

	for (size_t i = 0; i < cutting->cut_count; i++)
		lower_to(&number, *most_of(cutting, i, cut));
	return number;
}

bool pieces_cut(struct arena *arena, const struct counted *counted, size_t count,
		struct pieces *pieces)
{
	struct cutting cutting = { .counted = counted, .count = count };

	*pieces = (struct pieces){ 0 };
	find_cuts(arena, &cutting);
	if (!overlap(&cutting))
		return true;
	set_limits(arena, &cutting);
	if (!find_paths(&cutting))
		return false;
	pieces->items = arena_array(arena, cutting.cut_count, sizeof(*pieces->items));
	for (size_t i = 0; i + 1 < cutting.cut_count; i++)
		if (coverage(&cutting, i) > 0)
			pieces->items[pieces->count++] = (struct piece){
				.days = { cutting.cuts[i], cutting.cuts[i + 1] },
				.number = number_up_to(&cutting, i + 1) - number_up_to(&cutting, i),
				.range = { -*most_of(&cutting, i + 1, i),
					   *most_of(&cutting, i, i + 1) },
			};
	return true;
}
