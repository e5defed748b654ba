/*
 * slope_draws.h - the slope and the relative index of inequality by simulation: every group is drawn anew
 *                 about its value, on the scale on which its limits are even, the line is fitted again,
 *                 and the limits are ordered results.
 *
 * Of a straight line the indices of the draws are put in order; of one that is straight on another scale
 * the slopes are, and the line is turned about its middle, which stays where it was fitted.
 *
 * Source:  the simulation of phe_sii() of PHEindicatormethods 2.1.0.
 */
#ifndef GRADIENT_VECTORS_SLOPE_DRAWS_H
#define GRADIENT_VECTORS_SLOPE_DRAWS_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/interval.h"
#include "stats/slope.h"

struct arena;

/* What a simulation gives for one of the indices. */
struct drawn_index {
	double *figures; /* multiplied; in ascending order after slope_draws_order() */
	size_t count;    /* fewer than the draws when one of them had no such index */
};

struct slope_draws {
	enum slope_model model;
	double multiplier;
	double middle; /* of the line fitted to the groups as they are, on its own scale */
	size_t groups, draws;
	/* Of every group: centre and error on the scale it is drawn on, and its part in the line. */
	double *centres, *errors, *in_slope, *in_start;
	struct drawn_index slope, ratio;
};

/*
 * room is for how many draws there will be. Returns what slope_fit() returns; out is of no use unless
 * that is STATS_OK.
 */
enum stats_outcome slope_draws_begin(struct arena *arena, const struct slope_group *groups,
				     size_t count, enum slope_model model, double multiplier,
				     size_t room, struct slope_draws *out);

/* A draw: standard normal deviates, one a group. */
void slope_draws_add(struct slope_draws *draws, const double *deviates);

void slope_draws_order(struct slope_draws *draws);

/*
 * The places, from 1, at which a lower and an upper limit stand. With a negative multiplier the figures run the
 * other way: those of a straight line are put in order after that, while of another line limits at the places
 * given are taken first and then exchanged.
 */
struct slope_places {
	size_t lower, upper;
};

struct slope_places slope_draws_places(const struct slope_draws *draws, size_t lower, size_t upper);

/* False, *out untouched, unless every draw had the index and the place is one of them. */
bool drawn_index_at(const struct slope_draws *draws, const struct drawn_index *index, size_t place,
		    double *out);

/*
 * How far from the figure at a place that of another simulation, of so many draws, may lie: five standard
 * deviations of the difference of the two. Chance moves a place by a binomial error whatever the shape of
 * the distribution, and the figures so many places further up or down say what that comes to. other is
 * on which side the other figure lies; the one at the place must be known.
 */
double drawn_index_scatter(const struct drawn_index *index, size_t place, double other_draws,
			   double other);

#endif
