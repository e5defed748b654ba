/*
 * fifths.h - measures of a breakdown by deprivation fifth of a small report written in a test.
 */
#ifndef GRADIENT_TESTS_FIFTHS_H
#define GRADIENT_TESTS_FIFTHS_H

#include "support/statement.h"

/* 30%, 25%, 20% and 15% of 1,000 each; a test gives the least deprived, or leaves them out. */
#define FIFTHS_HEAD "dimension,group,numerator,denominator\n"
#define FIFTHS_FIRST_FOUR                                                                          \
	"deprivation,1,300,1000\ndeprivation,2,250,1000\n"                                         \
	"deprivation,3,200,1000\ndeprivation,4,150,1000\n"

/* The same with 10% of 1,000, and the total. */
#define FIFTHS_EVEN FIFTHS_HEAD "all,,1000,5000\n" FIFTHS_FIRST_FOUR "deprivation,5,100,1000\n"

extern const struct figure_key fifths_key;

struct value fifths_measure(struct statement_parts parts, enum measure measure);

/* The state of a measure and its reason, of a percentage; no number where none is shown. */
void fifths_expect_state(const char *rows, enum measure measure, enum value_state state,
			 enum value_reason reason);

#endif
