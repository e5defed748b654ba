/*
 * answers.h - reference figures read from CSV files, and the comparison with them.
 *
 * Files:     own vectors lie in tests/vectors or the folder named by GRADIENT_VECTORS; those of
 *            another publisher, which are read in place, in the folder named by
 *            GRADIENT_REAL_VECTORS. A file that is not there skips the test, with a line on
 *            standard error; one without rows fails it. Nothing depends on how many rows there are
 *            or what cases are called.
 * Cells:     "NA" and "" are missing; "Inf" and "-Inf" are infinite.
 * Failures:  of all kinds end the test through Criterion.
 */
#ifndef GRADIENT_TESTS_ANSWERS_H
#define GRADIENT_TESTS_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

struct answers;

/* The caller ends with answers_close(). */
struct answers *answers_open(const char *name);
struct answers *answers_open_real(const char *name);
void answers_close(struct answers *vectors);

/* Data rows, without the header. */
size_t answers_count(const struct answers *vectors);

/* A cell; valid until answers_close(). The column must be there. */
const char *answers_text(const struct answers *vectors, size_t row, const char *column);
bool answers_is(const struct answers *vectors, size_t row, const char *column, const char *text);

/* False, *out untouched, when the cell is missing. */
bool answers_number(const struct answers *vectors, size_t row, const char *column, double *out);

/* The number, which must be there. */
double answers_need(const struct answers *vectors, size_t row, const char *column);

/* The number, or the one given when the cell is missing. */
double answers_number_or(const struct answers *vectors, size_t row, const char *column,
			 double other);

/*
 * The row after the last one of the block that starts at a row: rows in sequence with the same
 * text in the column.
 */
size_t answers_block_end(const struct answers *vectors, size_t row, const char *column);

/* The first row with the text in the column; it must be there. */
size_t answers_find(const struct answers *vectors, const char *column, const char *text);

/* The worst of the comparisons of a file so far. */
struct answers_score {
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
void answers_compare(struct answers_score *score, size_t row, const char *column, double got,
		     double want, double tolerance, double floor);

/*
 * Compares with the cell. A missing cell wants the figure not to be calculable: got must be NaN
 * then, which is how the tests note that. It must not be otherwise.
 */
void answers_compare_cell(struct answers_score *score, const struct answers *vectors, size_t row,
			  const char *column, double got, double tolerance, double floor);

/*
 * Fails, naming the file and its worst error, if anything compared was off; logs the worst if not.
 */
void answers_judge(const struct answers_score *score, const struct answers *vectors);

#endif
