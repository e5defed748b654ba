/*
 * age_bands.h - age bands of one cell put together: narrow ones added up to the wider ones of a population
 * or a standard; shared by the files of this folder alone.
 */
#ifndef GRADIENT_DATA_AGE_BANDS_H
#define GRADIENT_DATA_AGE_BANDS_H

#include "model/dataset.h"

struct arena;

/* True when all ages of a band are in a range; upper < lower means no upper end. */
bool band_lies_in(const struct group *band, double lower, double upper);

/*
 * The denominators of the rows that make up an age range, each year of age once; of several bands that begin
 * at one age the widest that fits. upper < lower means no upper end. Rows of all ages and of the band except
 * (AGE_ALL: none) are left aside. False when the bands leave a gap or reach beyond.
 */
bool bands_make_up(const struct classification *ages, const struct observation *rows, size_t count,
		   int except, double lower, double upper, struct quantity *sum);

/* True when rows with a band in the range lie wholly in it and share no year of age. */
bool bands_fit_into(const struct classification *ages, const struct observation *rows, size_t count,
		    double lower, double upper);

/* Adds the rows with a band in the range up to one of that band; how many rows are left. */
size_t bands_add_up(const struct classification *ages, struct observation *rows, size_t count,
		    int band);

/* "0-4, 5-9": the bands of rows that share ages with a band, for a hint; "" when there are none. */
const char *bands_nearby(struct arena *arena, const struct classification *ages,
			 const struct observation *rows, size_t count, int band);

#endif
