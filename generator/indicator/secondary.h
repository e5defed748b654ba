/*
 * secondary.h - secondary suppression: what is hidden must not come back by subtraction.
 *
 * The cells of one breakdown form a table, groups by sexes. A group is the sum of its sexes where both are
 * given, and the groups of a sex (or of both) add up to a total that readers are taken to know. Along every
 * such line another cell is hidden when a hidden one could be worked out from the rest, until none can. Of a
 * group of which one sex is hidden all sexes are.
 *
 * Not covered: breakdowns that share a total with another one (tenths and fifths), bodies that add up to a
 * body, and periods that overlap; the manual says so.
 *
 * Source: Hundepool et al. (2012), Statistical disclosure control, chapter 4.
 */
#ifndef GRADIENT_INDICATOR_SECONDARY_H
#define GRADIENT_INDICATOR_SECONDARY_H

#include <stdbool.h>
#include <stddef.h>

#include "model/reference.h"

struct secondary_cell {
	int group, sex; /* SEX_ALL for both; cells are sorted by group, then sex */
	double number;  /* meaningful when known */
	bool known;     /* the data give the number; a hidden cell may be without */
	bool hidden;    /* by the rule or in the data before; changed to true where it must be */
	bool lost;      /* its figure is hidden anyway: is taken first */
};

/*
 * whole_hidden tells of every sex, by its number plus one (0 is both), whether the total over all groups is
 * itself hidden; sexes it does not reach have a known total. Cells of 0 are never hidden: everyone would
 * guess them. Nothing happens under a rule without secondary suppression.
 */
void secondary_hide(const struct disclosure_rule *rule, struct secondary_cell *cells, size_t count,
		    const bool *whole_hidden, size_t whole_count);

#endif
