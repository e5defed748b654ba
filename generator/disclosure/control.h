/*
 * control.h - disclosure control over all counts of a dataset: hides further ones until no small one can be
 * worked out more closely than its rule allows, from anything that is published.
 *
 * Taken to be known to everybody: every count that is shown, as exactly as it is; what is hidden under which
 * rule; that groups add up to the total, sexes to both, narrow groups to broad ones, short periods to long ones;
 * that a part is no larger than its whole, in percentages and in indicators that are part of others; that the
 * indicators of a family make up a whole; that a body is the same as a group and by itself; published
 * values beside their counts; and what an earlier edition has shown.
 */
#ifndef GRADIENT_DISCLOSURE_CONTROL_H
#define GRADIENT_DISCLOSURE_CONTROL_H

#include "model/reference.h"
#include "model/result.h"

struct arena;

/* What is hidden of a result while its exact counts are still needed. */
struct hiding {
	bool numerator, denominator;
	bool exposed[2];      /* small, and nothing more can be hidden to protect it */
	bool known_before[2]; /* an earlier edition has shown it */
};

/* How the counts of an indicator belong together. */
struct control_indicator {
	bool is_share;   /* the numerator is part of the denominator */
	bool is_divided; /* its value is numerator / denominator x multiplier */
};

struct control {
	const struct results *results; /* with exact counts */
	const struct reference *reference;
	const struct disclosure_rule *const *rules; /* of every source; NULL for none */
	const int *people_sources;                  /* of the denominators of every result; -1 */
	const struct control_indicator *indicators;
	/* What an earlier statement has told of the counts of every result; NULL when there is none. */
	const struct quantity (*told)[2];
};

/* hiding: of every result, with what the rules hide by themselves; more is set. */
void control_hide(const struct control *control, struct hiding *hiding);

#endif
