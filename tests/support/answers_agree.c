#include "support/answers_agree.h"

#include <math.h>

void answers_agree(struct answers *vectors, answers_comparison *compare)
{
	struct answers_score score = { 0 };

	for (size_t row = 0; row < answers_count(vectors); row++)
		compare(&score, vectors, row);
	answers_judge(&score, vectors);
	answers_close(vectors);
}

void answers_agree_with_inputs(struct answers *inputs, struct answers *vectors,
			       answers_inputs_comparison *compare)
{
	struct answers_score score = { 0 };

	for (size_t row = 0; row < answers_count(vectors); row++)
		compare(&score, inputs, vectors, row);
	answers_judge(&score, vectors);
	answers_close(vectors);
	answers_close(inputs);
}

void answers_compare_published(struct answers_score *score, const struct answers *vectors,
			       size_t row, answers_estimator *estimator)
{
	double multiplier = answers_need(vectors, row, "multiplier");
	struct estimate out95 = { nan(""), { nan(""), nan("") } }, out998 = out95;
	double numerator = answers_number_or(vectors, row, "numerator", nan(""));
	double denominator = answers_number_or(vectors, row, "denominator", nan(""));

	estimator(numerator, denominator, 0.95, &out95);
	estimator(numerator, denominator, 0.998, &out998);
	answers_compare_cell(score, vectors, row, "value", multiplier * out95.value, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "lower95_0cl", multiplier * out95.limits.lower,
			     1e-6, 0);
	answers_compare_cell(score, vectors, row, "upper95_0cl", multiplier * out95.limits.upper,
			     1e-6, 0);
	answers_compare_cell(score, vectors, row, "lower99_8cl", multiplier * out998.limits.lower,
			     1e-6, 0);
	answers_compare_cell(score, vectors, row, "upper99_8cl", multiplier * out998.limits.upper,
			     1e-6, 0);
}
