/*
 * measuring.h - works a measure out: brings the groups that it needs together, exact and with limits of the
 * confidence asked for, and hands them to the measure.
 */
#ifndef GRADIENT_INDICATOR_MEASURING_H
#define GRADIENT_INDICATOR_MEASURING_H

#include <stddef.h>

#include "model/reference.h"
#include "model/result.h"

struct buffer;

/* What figures are worked out from; exact and reference live as long as it. */
struct measuring {
	const struct results *results;
	const struct result *exact; /* as results->items, none cut to its printed decimals */
	const struct reference *reference;
};

/*
 * The choice as it is told from others: a parameter that says what would be so without it is left out, so
 * that one figure has one choice, whatever words an author finds for it.
 */
struct measure_choice measuring_settled(const struct results *results, const struct cell_key *key,
					const struct measure_choice *choice);

/* A figure, not cut to printed decimals. steps may be NULL. */
struct breakdown_result measuring_figure(const struct measuring *measuring,
					 const struct cell_key *key,
					 const struct measure_choice *choice, struct buffer *steps);

/* The same of several measures of one breakdown without parameters; a figure for each in out. */
void measuring_figures(const struct measuring *measuring, const struct cell_key *key,
		       const enum measure *measures, size_t count, struct breakdown_result *out);

/*
 * Cuts a figure that must not give exact counts away to what may be seen: printed decimals, and three
 * figures where the unit is a square or an entropy, of which decimals say nothing.
 */
void measuring_coarsen(const struct results *results, struct breakdown_result *figure);

#endif
