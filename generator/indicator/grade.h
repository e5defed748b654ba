/*
 * grade.h - the second grade of a comparison with a benchmark: "much" higher or lower, where the 99.8% interval of a
 * figure leaves the benchmark out as well as its 95% interval.
 *
 * Source: the two levels of the benchmark methods of OHID's Fingertips; stats/benchmark.h.
 */
#ifndef GRADIENT_INDICATOR_GRADE_H
#define GRADIENT_INDICATOR_GRADE_H

#include <stdbool.h>

#include "model/reference.h"
#include "model/result.h"

struct arena;

/*
 * The 99.8% limits of all figures that are shown and may be compared; the results are final. Of a published figure, and
 * of one whose digits are all that may be known of it, they follow from its printed limits: for percentages evenly
 * about the value, for others on the log scale where that can be.
 */
void grades_work_out(struct arena *arena, struct results *results,
		     const struct reference *reference);

/* True when a figure of the results is much higher or lower than a benchmark. Never without grades_work_out(). */
bool grade_is_much(const struct results *results, const struct cell_key *key,
		   const struct value *benchmark);

#endif
