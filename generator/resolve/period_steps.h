/*
 * period_steps.h - periods at equal steps, with those that the data leave out.
 */
#ifndef GRADIENT_RESOLVE_PERIOD_STEPS_H
#define GRADIENT_RESOLVE_PERIOD_STEPS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/dataset.h"

struct arena;

struct period_step {
	struct period period;
	int number;     /* in the dataset; -1 = the data leave it out */
	bool after_gap; /* periods without a regular step: something may be missing before it */
};

/*
 * listed: numbers of periods, oldest first. The step is the shortest between two of them; where the others
 * are multiples of it, periods that are left out stand in their places. Returns how many there are; only
 * those listed when they have no regular step or there would be more than most.
 */
size_t period_steps(struct arena *arena, const struct dataset *dataset, const int *listed,
		    size_t count, size_t most, struct period_step **steps);

#endif
