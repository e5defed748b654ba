/*
 * breakdown_words.h - what is said of one breakdown of a statement, in a line of a test.
 */
#ifndef GRADIENT_TESTS_BREAKDOWN_WORDS_H
#define GRADIENT_TESTS_BREAKDOWN_WORDS_H

#include "support/statement.h"

/* Fifths of as many people each, the most deprived first; counts as a file writes them. Good until called again. */
struct statement_parts fifths_of(int people, const char *a, const char *b, const char *c,
				 const char *d, const char *e);

/* 46%, 42%, 39%, 36%, 34% of 10,000: more with every step of deprivation; and the other way round. */
struct statement_parts fifths_rising(void);
struct statement_parts fifths_falling(void);

typedef const char *words_of_view(const struct words *words, const struct view *view);

/* What a function says of the latest figures by a dimension; NULL: of the total. */
void expect_words(struct statement_parts parts, const char *by, words_of_view *say,
		  const char *wanted);

/* The same by deprivation. */
void expect_of_fifths(struct statement_parts parts, words_of_view *say, const char *wanted);

#endif
