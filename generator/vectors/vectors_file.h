/*
 * vectors_file.h - what the parts of this folder share and handlers do not see: a file in memory.
 */
#ifndef GRADIENT_VECTORS_VECTORS_FILE_H
#define GRADIENT_VECTORS_VECTORS_FILE_H

#include "base/location.h"
#include "vectors/check.h"
#include "vectors/vectors.h"

struct csv_reader;

/* What all files of a run have in common. */
struct vectors_run {
	struct arena *arena;
	struct diag_list *diags;
	const char *folder, *share;
};

struct vectors {
	struct vectors_run *run;
	struct vectors_result *result; /* of the expected file, also for its inputs */
	const char *name;              /* as in messages */
	struct csv_reader *reader;
	size_t columns, rows;
	const char **cells; /* row by row */
	size_t *offsets;    /* of the cells */
};

/* NULL after a diagnostic. The file must be there. */
struct vectors *vectors_open(struct vectors_run *run, struct vectors_result *result,
			     const char *name, const struct vectors_columns *columns);

/* The column of that name; negative when there is none. */
int vectors_column(const struct vectors *vectors, const char *column);

/* Where a cell stands; its row when the file lacks the column. */
struct location vectors_location(const struct vectors *vectors, size_t row, const char *column);

#endif
