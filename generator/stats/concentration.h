/*
 * concentration.h - how far a variable of health is concentrated among the most or the least
 *                   deprived: concentration indices over ordered groups, and the curve they sum up.
 *
 * With the most deprived group first, an index is positive when more of the variable falls to the
 * less deprived than their share of the population, negative when more falls to the more deprived,
 * 0 when there is no gradient.
 *
 * Units:   values as given, before any multiplier. The absolute index is in their unit; the others
 *          have none and lie in [-1, 1].
 * Source:  Kakwani, Wagstaff and van Doorslaer (1997), J Econom 77:87-103; Wagstaff (2005), Health
 *          Econ 14:429-432; Erreygers (2009), J Health Econ 28:504-515. Errors are those of the
 *          groups' values carried through the formula (delta method), not those of a regression on
 *          a handful of groups.
 */
#ifndef GRADIENT_STATS_CONCENTRATION_H
#define GRADIENT_STATS_CONCENTRATION_H

#include <stddef.h>

#include "stats/interval.h"
#include "stats/outcome.h"

enum { CONCENTRATION_GROUPS_LEAST = 3 };

enum concentration_kind {
	CONCENTRATION_ABSOLUTE,
	CONCENTRATION_RELATIVE, /* divided by the mean; values >= 0 */
	CONCENTRATION_ERREYGERS, /* of a bounded variable: the same for p and 1 - p but for its sign */
	CONCENTRATION_WAGSTAFF, /* the same, as a share of the largest index that the mean allows */
};

struct concentration_group {
	double value;
	double error;      /* >= 0, standard error of the value; 0 where it is not known */
	double population; /* > 0; the indicator's denominator */
};

struct concentration_index {
	struct estimate estimate;
	double error;
};

/*
 *   groups      in order, most deprived first; 3 or more
 *   bounds      least and greatest value that there can be, for the last two kinds; NULL for others
 *   confidence  two-sided level, 0 < confidence < 1
 *
 * Where the errors of the groups are not known, only the value of the index means anything.
 *
 * Returns STATS_TOO_FEW_GROUPS; STATS_OUT_OF_RANGE or STATS_ZERO_POPULATION_GROUP, with the index of
 * the group at fault, if one is, in *group; or STATS_ZERO_COMPARATOR when the index divides by 0:
 * the relative one with a mean of 0, Wagstaff's with a mean at one of the bounds.
 */
enum stats_outcome concentration_index(const struct concentration_group *groups, size_t count,
				       enum concentration_kind kind, const struct interval *bounds,
				       double confidence, struct concentration_index *out,
				       size_t *group);

/* Shares that fall to the most deprived groups up to one of them. */
struct concentration_point {
	double population, variable; /* in [0, 1] */
};

/*
 * The concentration curve from (0, 0) to (1, 1), straight between its count + 1 points; below the
 * diagonal when the variable is concentrated among the least deprived. The relative index is twice
 * the area between the two. Values >= 0; errors are not looked at.
 *
 * Returns what concentration_index() does for the relative index.
 */
enum stats_outcome concentration_curve(const struct concentration_group *groups, size_t count,
				       struct concentration_point *points, size_t *group);

#endif
