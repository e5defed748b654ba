/*
 * inequality.h - the cases of inequality_inputs.csv as published figures of a small report.
 *
 * Groups in an order are deprivation fifths; others are bands of a single year of age, which have none.
 */
#ifndef GRADIENT_TESTS_INEQUALITY_H
#define GRADIENT_TESTS_INEQUALITY_H

#include "support/answers.h"
#include "support/statement.h"

struct inequality {
	struct statement *statement;
	struct figure_key key; /* of the breakdown */
	bool ordered, high_is_good;
	double scale;     /* 100 for percentages */
	size_t count;     /* groups */
	size_t first;     /* row of its first group in the inputs */
	size_t reference; /* place of its reference group; count when it has none */
};

struct inequality inequality_open(const struct answers *inputs, const char *name);
void inequality_close(struct inequality *inequality);

/* The group at a place, as a choice names it. */
int inequality_group(const struct inequality *inequality, size_t place);

/* Cells of a row of inequality_expected.csv that give limits: compared, no lower than least. */
void inequality_compare(struct answers_score *score, const struct answers *expected, size_t row,
			const struct value *got, double sign, double least);

#endif
