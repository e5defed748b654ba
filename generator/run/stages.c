#include "run/stages.h"

#include <time.h>

#include "base/arena.h"

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

void stages_begin(struct stages *stages)
{
	stages->since = now();
}

void stages_end(struct stages *stages, struct arena *arena, const char *name)
{
	double end = now();

	stages->items = arena_grow(arena, stages->items, stages->count, &stages->capacity,
				   sizeof(*stages->items));
	stages->items[stages->count++] = (struct record_stage){ name, end - stages->since };
	stages->since = end;
}
