#include "support/method_answers.h"

#include <math.h>

#include "support/answers.h"
#include "support/methods.h"

/* NaN where the figure has no number, as the vectors want it. */
static double number_or_nan(const struct result *result, double number)
{
	return result->value.state == VALUE_SHOWN ? number : nan("");
}

void method_answers_agree(const char *method, const char *file, double tolerance)
{
	struct answers *vectors = answers_open(file);
	struct answers_score score = { 0 };

	for (size_t i = 0; i < answers_count(vectors); i++) {
		struct result result = method_trial_run((struct method_trial){
			.method = method,
			.numerator = answers_need(vectors, i, "x"),
			.denominator = answers_need(vectors, i, "n"),
			.multiplier = answers_need(vectors, i, "multiplier"),
			.confidence = answers_need(vectors, i, "conf"),
		});

		answers_compare_cell(&score, vectors, i, "value",
				     number_or_nan(&result, result.value.estimate), tolerance,
				     1e-9);
		answers_compare_cell(&score, vectors, i, "lower",
				     number_or_nan(&result, result.value.limits.lower), tolerance,
				     1e-9);
		answers_compare_cell(&score, vectors, i, "upper",
				     number_or_nan(&result, result.value.limits.upper), tolerance,
				     1e-9);
	}
	answers_judge(&score, vectors);
	answers_close(vectors);
}
