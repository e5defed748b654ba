/*
 * indirect.h - what the tests of both indirectly standardised methods share: rows of a body and of its
 * reference, E92000001.
 *
 * Ownership: texts live in the arena of the test, see fixture.h.
 */
#ifndef GRADIENT_TESTS_INDIRECT_H
#define GRADIENT_TESTS_INDIRECT_H

#include "support/answers.h"
#include "support/statement.h"

#define INDIRECT_COLUMNS "organisation,age,numerator,denominator\n"

/* Of an indicator A that names the reference; further attributes of it. */
struct statement_parts indirect_parts(const char *method, const char *attributes, const char *rows);

/* The result of the body. */
struct result indirect_result(const char *method, const char *rows);

/*
 * Figures of tests/vectors/isr_*.csv through the whole program: columns are those of the value, and of its
 * limits at 95% and 99.8%. scale: how many of a figure make one of the file.
 */
void indirect_agree(const char *method, const char *attributes, double scale,
		    const char *const columns[5]);

#endif
