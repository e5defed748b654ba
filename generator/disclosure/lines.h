/*
 * lines.h - what adds up to what in a dataset, and what is part of what, as lines of a problem.
 *
 * Whether counts add up is read off the counts themselves, since files leave unknown groups out, or count people in
 * several groups: where the parts fall short of the whole a remainder is added, which is protected like a group
 * when it is small; where they exceed it there is no line.
 */
#ifndef GRADIENT_DISCLOSURE_LINES_H
#define GRADIENT_DISCLOSURE_LINES_H

#include "disclosure/structure.h"

/* Groups and sexes of every breakdown, and narrow groups within broad ones. */
void lines_add_sums(struct structure *structure);

/* Periods that overlap, or are made up of shorter ones: all are sums of the same pieces of time. */
void lines_add_periods(struct structure *structure);

/* Areas that are made up of others. */
void lines_add_areas(struct structure *structure);

/* Bodies whose records were counted together as those of a further one. */
void lines_add_totals(struct structure *structure);

/* Bodies that are groups of another one and have figures of their own. */
void lines_add_same_bodies(struct structure *structure);

/* Indicators that divide one denominator between them. */
void lines_add_families(struct structure *structure);

/* Parts that are no larger than their whole, and published values beside their counts. */
void lines_add_bounds(struct structure *structure);

/* -- for the files of lines ---------------------------------------------------------------------- */

/* Counts that add up, under way. */
struct adding {
	const struct disclosure_rule *rule;
	double known; /* sum of the parts that are known */
	bool all_known, all_rounded;
	size_t parts;
};

struct adding adding_open(struct structure *structure, const struct disclosure_rule *rule);
void adding_part(struct structure *structure, struct adding *sum, size_t part);

/* whole may be NO_COUNT: then readers are taken to know it where counts are exact. */
void adding_whole(struct structure *structure, struct adding *sum, size_t whole);

#endif
