/*
 * vectors.h - reference figures read from CSV files, and the comparison with them.
 *
 * Files:     own vectors lie in tests/vectors or the folder named by GRADIENT_VECTORS; those of
 *            another publisher, which are read in place, in the folder named by
 *            GRADIENT_REAL_VECTORS. A file that is not there skips the test, with a line on
 *            standard error; one without rows fails it. Nothing depends on how many rows there are
 *            or what cases are called.
 * Cells:     "NA" and "" are missing; "Inf" and "-Inf" are infinite.
 * Failures:  of all kinds end the test through Criterion.
 */
#ifndef GRADIENT_TESTS_VECTORS_H
#define GRADIENT_TESTS_VECTORS_H

#include <stdbool.h>
#include <stddef.h>

struct vectors;

/* The caller ends with vectors_close(). */
struct vectors *vectors_open(const char *name);
struct vectors *vectors_open_real(const char *name);
void vectors_close(struct vectors *vectors);

/* Data rows, without the header. */
size_t vectors_count(const struct vectors *vectors);

/* A cell; valid until vectors_close(). The column must be there. */
const char *vectors_text(const struct vectors *vectors, size_t row, const char *column);
bool vectors_is(const struct vectors *vectors, size_t row, const char *column, const char *text);

/* False, *out untouched, when the cell is missing. */
bool vectors_number(const struct vectors *vectors, size_t row, const char *column, double *out);

/* The number, which must be there. */
double vectors_need(const struct vectors *vectors, size_t row, const char *column);

/* The number, or the one given when the cell is missing. */
double vectors_number_or(const struct vectors *vectors, size_t row, const char *column,
			 double other);

/*
 * The row after the last one of the block that starts at a row: rows in sequence with the same
 * text in the column.
 */
size_t vectors_block_end(const struct vectors *vectors, size_t row, const char *column);

/* The first row with the text in the column; it must be there. */
size_t vectors_find(const struct vectors *vectors, const char *column, const char *text);

/* The worst of the comparisons of a file so far. */
struct vectors_score {
	size_t compared;
	double worst; /* error as a share of the tolerance; above 1 fails */
	double error; /* the same in multiples of max(|want|, floor) */
	double got, want;
	size_t row;
	char column[64];
	size_t off; /* how many failed */
};

/*
 * Compares: |got - want| <= tolerance max(|want|, floor); equal infinities agree, NaN with
 * nothing.
 */
void vectors_compare(struct vectors_score *score, size_t row, const char *column, double got,
		     double want, double tolerance, double floor);

/*
 * Compares with the cell. A missing cell wants the figure not to be calculable: got must be NaN
 * then, which is how the tests note that. It must not be otherwise.
 */
void vectors_compare_cell(struct vectors_score *score, const struct vectors *vectors, size_t row,
			  const char *column, double got, double tolerance, double floor);

/*
 * Fails, naming the file and its worst error, if anything compared was off; logs the worst if not.
 */
void vectors_judge(const struct vectors_score *score, const struct vectors *vectors);

#endif
