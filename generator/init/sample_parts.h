/*
 * sample_parts.h - how made-up people divide into groups; shared by the files of this folder alone.
 */
#ifndef GRADIENT_INIT_SAMPLE_PARTS_H
#define GRADIENT_INIT_SAMPLE_PARTS_H

#include "init/init.h"

enum { SAMPLE_PARTS_MOST = 32 };

/* Part of the people, and how often what is counted happens to them beside others. */
struct sample_part {
	const char *label;
	double people, rate;
};

struct sample_parts {
	struct sample_part items[SAMPLE_PARTS_MOST];
	size_t count;
};

/* A number that an id always has, from low to high: figures differ and stay the same from run to run. */
double sample_spread(const char *id, double low, double high);

/* False when there are no groups that can be made up. */
bool sample_parts_find(const struct classification *list, const struct indicator *indicator,
		       struct sample_parts *parts);

#endif
