#include "chart/spread.h"

#include <math.h>

#include "base/arena.h"

/* Labels that touch move as one block, to the mean of what they want. */
struct block {
	double wanted; /* sum over its labels of the place wanted less the offset in the block */
	size_t first, count;
};

static double block_start(const struct block *block)
{
	return block->wanted / (double)block->count;
}

static double bounded(double start, size_t first, double spacing, double low, double high,
		      size_t count)
{
	double least = low + spacing * (double)first;
	double most = high - spacing * (double)(count - 1) + spacing * (double)first;

	return fmin(fmax(start, least), fmax(least, most));
}

void spread_places(double *places, size_t count, double spacing, double low, double high)
{
	struct arena *scratch;
	struct block *blocks;
	size_t block_count = 0;

	if (count == 0)
		return;
	if (count > 1 && spacing * (double)(count - 1) > high - low)
		spacing = (high - low) / (double)(count - 1);
	scratch = arena_new();
	blocks = arena_array(scratch, count, sizeof(*blocks));
	for (size_t i = 0; i < count; i++) {
		blocks[block_count++] =
			(struct block){ .wanted = places[i], .first = i, .count = 1 };
		while (block_count > 1) {
			struct block *last = &blocks[block_count - 1], *before = last - 1;

			if (block_start(before) + spacing * (double)before->count <=
			    block_start(last))
				break;
			before->wanted += last->wanted -
					  spacing * (double)before->count * (double)last->count;
			before->count += last->count;
			block_count--;
		}
	}
	for (size_t b = 0; b < block_count; b++)
		for (size_t i = 0; i < blocks[b].count; i++)
			places[blocks[b].first + i] = block_start(&blocks[b]) + spacing * (double)i;
	/* The ends push inwards; what they push keeps its distance. */
	for (size_t i = 0; i < count; i++)
		places[i] = bounded(places[i], i, spacing, low, high, count);
	arena_free(scratch);
}

/* Less what those before them take, none may begin before the one before. */
void spread_labels(double *starts, const double *sizes, size_t count, double gap, double low,
		   double high)
{
	double taken = 0;

	for (size_t i = 0; i < count; i++) {
		starts[i] -= taken;
		taken += sizes[i] + gap;
	}
	spread_places(starts, count, 0, low, high + gap - taken);
	taken = 0;
	for (size_t i = 0; i < count; i++) {
		starts[i] += taken;
		taken += sizes[i] + gap;
	}
}
