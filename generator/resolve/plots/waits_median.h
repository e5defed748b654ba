/*
 * waits_median.h - the median wait of the groups of a waiting list; for waits.c alone.
 *
 * An indicator that the author names has it exactly. Without one it is known to lie in a class of weeks: the class is
 * told, and never a number of weeks within it.
 */
#ifndef GRADIENT_RESOLVE_PLOTS_WAITS_MEDIAN_H
#define GRADIENT_RESOLVE_PLOTS_WAITS_MEDIAN_H

#include "resolve/wait_classes.h"

/* The indicator that the chart names; -1 = none is named. False after a diagnostic. */
bool waits_median_find(const struct chart *chart, int *indicator);

/* Medians of the groups and of all waits, and a note on what they are; the edges of waits are set. */
void waits_median_set(struct chart *chart, const struct wait_classes *classes,
		      const struct view_group *groups, size_t count, int indicator,
		      struct plot_waits *waits);

/* "Median wait: 12 to 16 weeks (1 most deprived) and 8 to 12 weeks (5 least deprived)"; "" when not known. */
const char *waits_median_sentence(const struct chart *chart, const struct plot_waits *waits,
				  size_t count);

#endif
