/*
 * spread_groups.h - groups without regard to their order, for measures of spread.
 */
#ifndef GRADIENT_INDICATOR_MEASURES_SPREAD_GROUPS_H
#define GRADIENT_INDICATOR_MEASURES_SPREAD_GROUPS_H

#include "indicator/measure_method.h"
#include "stats/between_group.h"

struct arena;

struct spread_groups {
	struct between_groups groups;
	const struct result **results; /* of every group */
	bool has_errors;               /* standard errors are known: limits have a meaning */
	struct value state;            /* of the measure: shown, unreliable, or why there is none */
	struct arena *arena;           /* of the groups and for scratch */
};

/*
 * The groups that have a figure. Up to 15% of them may have none: the measure is then that of the others,
 * and marked as unreliable. The caller ends with spread_close().
 */
struct spread_groups spread_open(const struct measure_input *input);
void spread_close(struct spread_groups *spread);

/*
 * The place of a group of the classification among the groups; count, with the state of the measure, when it
 * has no figure.
 */
size_t spread_find(const struct measure_input *input, struct spread_groups *spread, int group);

/* The best group by a polarity that is one, of several the largest. */
size_t spread_best(const struct spread_groups *spread, enum polarity polarity);

/* A measure is no more reliable than a figure that it rests on, and no less coarse. */
void spread_add_state(struct spread_groups *spread, const struct value *figure);

/* Puts value and limits, where errors are known, into out. An outcome that is not STATS_OK becomes a state. */
void spread_set(const struct spread_groups *spread, enum stats_outcome outcome,
		const struct between_estimate *found, struct breakdown_result *out);

/* Measures that cannot be below 0 have no limits there. */
void spread_not_below_zero(struct value *value);

/* The state of a measure that statistics refuse. */
struct value spread_refused(enum stats_outcome outcome);

/* Lists the groups for an explanation. */
void spread_explain(const struct measure_input *input, const struct spread_groups *spread);

#endif
