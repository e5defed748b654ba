/*
 * view.h - one breakdown of one indicator as charts, tables and sentences see it: groups in order.
 *
 * A listed classification shows all of its groups, those without data too; an open one shows the groups
 * that the data have. Groups of unknown people come last, when the data have them.
 */
#ifndef GRADIENT_MODEL_VIEW_H
#define GRADIENT_MODEL_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "model/result.h"

struct arena;

struct view_group {
	int group;
	const struct result *result; /* NULL: the data have none */
	struct value value;          /* of the result, or not available */
};

struct view {
	const struct results *results;
	const struct indicator *indicator;
	const struct classification *classification; /* NULL for the total alone */
	struct cell_key key;                         /* group and sex: all */
	const struct result *total;                  /* NULL: the data have none */
	struct view_group *groups;
	size_t count;    /* with unknown */
	size_t ordinary; /* without */
};

/* The view of a breakdown in a period; sex is a group of "sex" or SEX_ALL. */
struct view view_of(struct arena *arena, const struct results *results, const struct cell_key *key);

/* A group of the view by its position in the classification; NULL when the view has none. */
const struct view_group *view_find_group(const struct view *view, int group);

/* Groups of an ordered classification at its ends; NULL when it is not ordered or has fewer than two. */
const struct view_group *view_most(const struct view *view);
const struct view_group *view_least(const struct view *view);

/*
 * True when every group lies on the same side of the total: then a comparison with it tells of what is in none of the
 * groups, not of the groups. Never while a group is hidden or missing, or of fewer than three groups.
 */
bool view_one_sided(const struct view *view);

/* Latest and first period with data of an indicator for an organisation; -1 when there is none. */
int period_latest(const struct results *results, int indicator, int organisation,
		  int classification);
int period_first(const struct results *results, int indicator, int organisation,
		 int classification);

#endif
