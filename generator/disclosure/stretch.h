/*
 * stretch.h - which days a period is of, so that periods that overlap can be cut into pieces.
 */
#ifndef GRADIENT_DISCLOSURE_STRETCH_H
#define GRADIENT_DISCLOSURE_STRETCH_H

#include <stdbool.h>

#include "model/period.h"

/* Days by their serial numbers; the end is the day after the last. */
struct stretch {
	long begin, end;
};

/*
 * False for a single day, whose counts do not add up with others, and for other words. Quarters, which have no form
 * of their own, are understood: "2024/25 Q1", "2024/25-Q1", "Q1 2024/25".
 */
bool stretch_of(const struct period *period, struct stretch *stretch);

#endif
