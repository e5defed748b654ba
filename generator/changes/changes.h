/*
 * changes.h - what changed from one statement to the next, by their results.
 *
 * Gaps and totals: the figure of the last period of the later statement against that of the last period of the
 *            earlier one. The figure of the earlier period is taken as the later statement has it, since that may
 *            have been revised; from the earlier statement where the later has no such figure.
 * Rule:      a change is clear when the 95% interval of the difference leaves out 0. The standard error of each
 *            figure is (upper - lower) / (2 z), on the log scale for ratios; those of two periods that do not
 *            overlap are independent, so their squares add up. Anything else is "no clear change", or not compared,
 *            with the reason.
 * Size:      a gap widens when it moves away from 0, a ratio when it moves away from 1. One that goes over to the
 *            other side has turned.
 * Extremes:  breakdowns without order have no ends. Their gap is the highest group less the lowest of each period,
 *            of groups that are compared with the total and are shown reliably; its interval is approximate, since
 *            groups are chosen by their figures.
 * Privacy:   numbers of a figure that is hidden in one of the statements are left out here, whatever the other
 *            one shows.
 * Source:    methods.md, "change between two periods".
 */
#ifndef GRADIENT_CHANGES_CHANGES_H
#define GRADIENT_CHANGES_CHANGES_H

#include "model/published.h"

enum change_kind {
	CHANGE_INDICATOR_NEW,
	CHANGE_INDICATOR_DROPPED,
	CHANGE_INDICATOR_RENAMED,
	CHANGE_REVISED,  /* another number for the same period */
	CHANGE_HIDDEN,   /* shown then, hidden now */
	CHANGE_UNHIDDEN, /* hidden then, shown now */
	CHANGE_GONE,     /* shown then, not available or not applicable now */
	CHANGE_THERE,    /* the other way round */
	CHANGE_MARKED,   /* shown then, shown as unreliable now */
	CHANGE_UNMARKED,
	CHANGE_GAP,      /* of the ends of an ordered breakdown: gap, ratio */
	CHANGE_EXTREMES, /* of the highest and the lowest group */
	CHANGE_TOTAL,
	CHANGE_KIND_COUNT,
};

enum change_move {
	MOVE_NONE, /* not a comparison of two periods */
	MOVE_WIDENED,
	MOVE_NARROWED,
	MOVE_TURNED,
	MOVE_UP,
	MOVE_DOWN,
	MOVE_NOT_CLEAR,
	MOVE_NOT_COMPARED,
};

/* Why two periods are not compared. */
enum change_obstacle {
	OBSTACLE_NONE,
	OBSTACLE_HIDDEN,
	OBSTACLE_MISSING,
	OBSTACLE_UNRELIABLE,
	OBSTACLE_INTERVAL, /* one of them has none */
	OBSTACLE_METHOD,   /* worked out in another way */
	OBSTACLE_OVERLAP,  /* periods share days */
	OBSTACLE_SERIES,   /* the groups or the area are others */
	OBSTACLE_COUNT,
};

struct change {
	enum change_kind kind;
	const char *indicator;
	const char *name, *former_name; /* "" when the files do not tell */
	const struct published_figure *before,
		*now; /* NULL for indicators; without hidden numbers */
	const struct published_figure *before_low, *now_low; /* of extremes: the lowest groups */
	enum change_move move;
	enum change_obstacle obstacle;
	struct value difference; /* now less before, on the scale of the rule: of logs for ratios */
};

struct changes {
	struct change *items; /* by kind, then in the order of the later statement */
	size_t count, capacity;
	size_t figures;      /* of the later statement that the earlier one has too */
	bool runs_backwards; /* the later statement ends before the earlier one */
	bool names_compared; /* both tell the names of indicators */
};

/* What else stands against comparing two figures; NULL for nothing. */
struct changes_rules {
	const void *context;
	bool (*breaks)(const void *context, const struct published_figure *before,
		       const struct published_figure *now);
	const char *organisation; /* of which figures are compared; NULL = of all */
};

struct changes *changes_find(struct arena *arena, const struct published *before,
			     const struct published *now, const struct changes_rules *rules);

/* Words for machines: "revised"; "widened"; "no-interval". "" for none. */
const char *change_kind_name(enum change_kind kind);
const char *change_move_name(enum change_move move);
const char *change_obstacle_name(enum change_obstacle obstacle);

#endif
