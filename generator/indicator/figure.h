/*
 * figure.h - any figure that can be asked for: of a group, of two groups, of a whole breakdown.
 *
 * The usual measures of every breakdown are worked out with the results. Others, and those with parameters,
 * are worked out when somebody asks, after disclosure control like all of them, and remembered: the results
 * file holds every figure that a report prints.
 */
#ifndef GRADIENT_INDICATOR_FIGURE_H
#define GRADIENT_INDICATOR_FIGURE_H

#include "model/reference.h"
#include "model/view.h"

struct arena;
struct buffer;

/*
 * Keeps what figures are worked out from, to be called once all results are there and before exact ones are
 * cut to their printed decimals; then works out the usual measures.
 */
void figures_begin(struct arena *arena, struct results *results, const struct reference *reference);

/* Cuts figures that must not give exact counts away to their printed decimals; results->decimals are set. */
void figures_coarsen(struct results *results);

/*
 * A measure of a breakdown (key->group GROUP_ALL) or of one group with another. Never NULL: a figure that
 * cannot be had says why. Valid as long as the results.
 */
const struct breakdown_result *figure_of(const struct results *results, const struct cell_key *key,
					 const struct measure_choice *choice);

/*
 * From now on nobody asks for figures that were not asked for yet: what they are worked out from, a copy of all
 * results, is given back.
 */
void figures_end(const struct results *results);

/* The same without remembering; adds what it did to steps, a line a step. */
struct breakdown_result figure_explain(const struct results *results, const struct cell_key *key,
				       const struct measure_choice *choice, struct buffer *steps);

/* The figure of a group of a view, or of the whole (group NULL): its total, or the breakdown. */
struct value view_figure(const struct view *view, const struct view_group *group,
			 const struct measure_choice *choice);

/* The same without parameters; view_measure() of the whole. */
struct value view_group_measure(const struct view *view, const struct view_group *group,
				enum measure measure);
struct value view_measure(const struct view *view, enum measure measure);

/* The recent trend of a group of a view, or of the total (group NULL), up to its period. Never NULL. */
const struct breakdown_result *view_trend(const struct view *view, const struct view_group *group);

/* Figures that were asked for beside the usual ones, in the order of their keys; *count of them. */
const struct breakdown_result *const *figures_asked(const struct results *results, size_t *count);

/*
 * The line that a shown slope index is read from, at a relative rank: 0 is the most, 1 the least deprived
 * end. It is curved unless it is fitted to the values themselves.
 */
double figure_fitted(const struct results *results, const struct breakdown_result *slope,
		     double relative_rank);

#endif
