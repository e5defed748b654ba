#include "support/vectors_agree.h"

#include <math.h>

void vectors_agree(struct vectors *vectors, vectors_comparison *compare)
{
	struct vectors_score score = { 0 };

	for (size_t row = 0; row < vectors_count(vectors); row++)
		compare(&score, vectors, row);
	vectors_judge(&score, vectors);
	vectors_close(vectors);
}

void vectors_agree_with_inputs(struct vectors *inputs, struct vectors *vectors,
			       vectors_inputs_comparison *compare)
{
	struct vectors_score score = { 0 };

	for (size_t row = 0; row < vectors_count(vectors); row++)
		compare(&score, inputs, vectors, row);
	vectors_judge(&score, vectors);
	vectors_close(vectors);
	vectors_close(inputs);
}

void vectors_compare_published(struct vectors_score *score, const struct vectors *vectors,
			       size_t row, vectors_estimator *estimator)
{
	double multiplier = vectors_need(vectors, row, "multiplier");
	struct estimate out95 = { nan(""), { nan(""), nan("") } }, out998 = out95;
	double numerator = vectors_number_or(vectors, row, "numerator", nan(""));
	double denominator = vectors_number_or(vectors, row, "denominator", nan(""));

	estimator(numerator, denominator, 0.95, &out95);
	estimator(numerator, denominator, 0.998, &out998);
	vectors_compare_cell(score, vectors, row, "value", multiplier * out95.value, 1e-6, 0);
	vectors_compare_cell(score, vectors, row, "lower95_0cl", multiplier * out95.limits.lower,
			     1e-6, 0);
	vectors_compare_cell(score, vectors, row, "upper95_0cl", multiplier * out95.limits.upper,
			     1e-6, 0);
	vectors_compare_cell(score, vectors, row, "lower99_8cl", multiplier * out998.limits.lower,
			     1e-6, 0);
	vectors_compare_cell(score, vectors, row, "upper99_8cl", multiplier * out998.limits.upper,
			     1e-6, 0);
}
