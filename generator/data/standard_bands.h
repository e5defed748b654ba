/*
 * standard_bands.h - the bands of one standard population while they are read; for the standard*.c files of this
 * folder alone.
 */
#ifndef GRADIENT_DATA_STANDARD_BANDS_H
#define GRADIENT_DATA_STANDARD_BANDS_H

#include <stdbool.h>

#include "base/diag.h"
#include "data/table.h"
#include "model/reference.h"

struct arena;

struct band_row {
	struct standard_band band;
	struct location at;
};

/* A standard while it is read. */
struct standard_reader {
	struct arena *arena;
	struct diag_list *diags;
	enum diag_code code; /* of faults: lists of the program, files of a report */
	struct band_row *rows;
	size_t count, capacity;
	bool faulty; /* a row could not be read, so that others may seem to leave a gap */
};

/* Adds a diagnostic; the standard that is read is not used. */
void standard_fault(struct standard_reader *reader, struct location at, const char *what,
		    const char *hint);

/* A cell with a number of 0 or more. False after a diagnostic. */
bool standard_read_number(struct standard_reader *reader, const struct table *table, size_t row,
			  size_t column, double *number);

/* Two cells with ages in whole years, the second empty where there is no upper end. */
bool standard_read_ages(struct standard_reader *reader, const struct table *table, size_t row,
			size_t lower, size_t upper, struct standard_band *band);

void standard_add_row(struct standard_reader *reader, struct standard_band band,
		      struct location at);

/*
 * Adds what was read to the standards, or says at which row its bands overlap or leave a gap; at is the place
 * of the whole. The reader is ready for another standard then.
 */
void standard_finish(struct standard_reader *reader, struct reference *reference,
		     struct standard_population standard, struct location at);

#endif
