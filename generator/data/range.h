/*
 * range.h - what between="..." means: numbers or dates from one to another, both included.
 */
#ifndef GRADIENT_DATA_RANGE_H
#define GRADIENT_DATA_RANGE_H

#include <stdbool.h>

#include "base/date.h"

struct range {
	bool of_dates;
	double least, most;      /* -INFINITY, INFINITY where an end is left out */
	struct date first, last; /* no date where an end is left out */
};

#define RANGE_HINT                                                                                 \
	"write 18 to 64 or 2024-04-01 to 2025-03-31, the smaller end first; either may be left out"

/* "18 to 64", "52 to", "to 17", "2024-04-01 to 2025-03-31". False for anything else, or no range at all. */
bool range_parse(const char *text, struct range *range);

#endif
