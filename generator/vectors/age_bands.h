/*
 * age_bands.h - the age bands of a case, as a directly standardised rate takes them.
 */
#ifndef GRADIENT_VECTORS_AGE_BANDS_H
#define GRADIENT_VECTORS_AGE_BANDS_H

#include "stats/standardise.h"
#include "vectors/vectors.h"

/* Columns that a file with age bands must have; others are passed over. */
extern const struct vectors_columns age_band_columns;

/* The sums of the bands in the rows. Without count a band has no events; population and weight it must have. */
enum stats_outcome age_band_sums(const struct vectors *inputs, const size_t *rows, size_t count,
				 struct standardised_sums *out);

#endif
