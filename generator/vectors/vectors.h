/*
 * vectors.h - a file of reference figures, and the comparison of the program's own figures with them.
 *
 * Purpose:   whoever doubts a figure runs all statistics of the program against files with inputs and
 *            expected values. Every kind of file has a handler in files/ and a line in files.def; this
 *            header is what a handler works with, check.h what runs them over a folder.
 * Cells:     "NA", "NaN" and "" are missing; "Inf" and "-Inf" are infinite; TRUE and FALSE are 1 and 0, as R
 *            counts with them. Blanks around a cell do not count.
 * Order:     columns are found by name; nothing may depend on their order, on how many rows there are or
 *            on what cases are called.
 * Ownership: all of a file lives in the arena of the check.
 * Errors:    whatever disagrees or makes no sense is counted for the expected file and goes, with its
 *            line and column, to the list of diagnostics; nothing stops at the first fault.
 */
#ifndef GRADIENT_VECTORS_VECTORS_H
#define GRADIENT_VECTORS_VECTORS_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/outcome.h"

struct arena;
struct vectors;

/*
 * Columns of a file, each a list ended by NULL; a list may be NULL. Before a handler is called, all of
 * texts and numbers have been found in the header, and every cell of numbers and optional has been found
 * to be a number or missing.
 */
struct vectors_columns {
	const char *const *texts;
	const char *const *numbers;
	const char *const *optional; /* numbers that the file may lack as a whole */
};

/* A handler. Its constant record vectors_<symbol> is named in a line of files.def. */
struct vector_file {
	struct vectors_columns columns;
	struct vectors_columns inputs; /* of the file of inputs; all NULL when there is none */
	/* inputs is NULL when the file holds its own. Both have at least one row. */
	void (*compare)(struct vectors *expected, struct vectors *inputs);
	const char
		*also; /* a further file that it reads, which is the inputs of another; or NULL */
};

/*
 * A further file of the same folder, beside the one of inputs; NULL after a diagnostic when it is not
 * there, lacks a column or has an unreadable cell.
 */
struct vectors *vectors_other(struct vectors *expected, const char *name,
			      const struct vectors_columns *columns);

/* The folder of the files that come with the program. */
const char *vectors_share(const struct vectors *vectors);

/* For what a handler has to put together, such as the age bands of a case. */
struct arena *vectors_arena(const struct vectors *vectors);

/* -- cells; rows count from 0, the header aside ---------------------------------------------------------- */

size_t vectors_rows(const struct vectors *vectors);
bool vectors_has(const struct vectors *vectors, const char *column);

/* The text of a cell as it stands there; "" when the file has no such column. */
const char *vectors_text(const struct vectors *vectors, size_t row, const char *column);
bool vectors_is(const struct vectors *vectors, size_t row, const char *column, const char *text);

/* True when the cell is "NA", "NaN" or empty, or the file has no such column. */
bool vectors_missing(const struct vectors *vectors, size_t row, const char *column);

/* False, *out untouched, when the cell is missing or no number. */
bool vectors_number(const struct vectors *vectors, size_t row, const char *column, double *out);

/* The number, or the one given when there is none. */
double vectors_number_or(const struct vectors *vectors, size_t row, const char *column,
			 double other);

/* -- cases ----------------------------------------------------------------------------------------------- */

/* The rows, in their order, that have the text in the column; from the arena. Returns how many. */
size_t vectors_select(const struct vectors *vectors, const char *column, const char *text,
		      const size_t **rows);

/* Those of the inputs for a row of the expected file, by the same column; none is a fault. */
size_t vectors_case(struct vectors *expected, size_t row, const char *column,
		    const struct vectors *inputs, const size_t **rows);

/* The same rows by the number in a column, smallest first; those without one stay where they are, behind. */
const size_t *vectors_order(const struct vectors *vectors, const size_t *rows, size_t count,
			    const char *column);

/* The first row with the text in the column. */
bool vectors_find(const struct vectors *vectors, const char *column, const char *text, size_t *row);

/* True for the first row of its case. */
bool vectors_starts(const struct vectors *vectors, size_t row, const char *column);

/* The row after the last one that, in sequence from a row on, has the same text in the column. */
size_t vectors_block_end(const struct vectors *vectors, size_t row, const char *column);

/* -- comparisons ----------------------------------------------------------------------------------------- */

/* |got - want| <= share max(|want|, floor), or <= absolute where that is not 0. All 0 asks for equality. */
struct vectors_tolerance {
	double share, floor;
	double absolute;
	double rounding; /* so much is no error at all; see vectors_noise() */
};

/*
 * What rounding may leave of a figure that is 0, or nearly, because its terms cancel: the least part of its
 * uncertainty, in its units. Whether it is 1e-14 or 0 says nothing about the method.
 */
double vectors_noise(double uncertainty);

/*
 * The cell against a figure of the program; known is false where the program gives none, for whatever
 * reason, and got is not looked at then. A missing cell wants that. Nothing happens when the file has no
 * such column.
 */
void vectors_compare(struct vectors *expected, size_t row, const char *column, bool known,
		     double got, struct vectors_tolerance tolerance);

/* The same with a text that must be equal; NULL where the program gives none. */
void vectors_compare_text(struct vectors *expected, size_t row, const char *column,
			  const char *got);

/* Three figures, or two: a column may be NULL. The estimate is multiplied. */
struct estimate;
void vectors_compare_estimate(struct vectors *expected, size_t row,
			      const char *const columns[static 3], bool known,
			      const struct estimate *got, double multiplier,
			      struct vectors_tolerance tolerance);

/*
 * The column "status" against the kind of an outcome, as vectors_kind() has it or a handler puts it: what
 * the cell says before a colon must be the kind or end with it. What follows are words of other software.
 */
void vectors_compare_kind(struct vectors *expected, size_t row, const char *kind);

/* "ok", "suppressed", "undefined" or "error". */
const char *vectors_kind(enum stats_outcome outcome);

/* A row that makes no sense to a handler, such as a method it does not know; counts as a failure. */
void vectors_fault(struct vectors *vectors, size_t row, const char *column, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif
