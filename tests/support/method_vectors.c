#include "support/method_vectors.h"

#include <math.h>

#include "support/methods.h"
#include "support/vectors.h"

/* NaN where the figure has no number, as the vectors want it. */
static double number_or_nan(const struct result *result, double number)
{
	return result->value.state == VALUE_SHOWN ? number : nan("");
}

void method_vectors_agree(const char *method, const char *file, double tolerance)
{
	struct vectors *vectors = vectors_open(file);
	struct vectors_score score = { 0 };

	for (size_t i = 0; i < vectors_count(vectors); i++) {
		struct result result = method_trial_run((struct method_trial){
			.method = method,
			.numerator = vectors_need(vectors, i, "x"),
			.denominator = vectors_need(vectors, i, "n"),
			.multiplier = vectors_need(vectors, i, "multiplier"),
			.confidence = vectors_need(vectors, i, "conf"),
		});

		vectors_compare_cell(&score, vectors, i, "value",
				     number_or_nan(&result, result.value.estimate), tolerance,
				     1e-9);
		vectors_compare_cell(&score, vectors, i, "lower",
				     number_or_nan(&result, result.value.limits.lower), tolerance,
				     1e-9);
		vectors_compare_cell(&score, vectors, i, "upper",
				     number_or_nan(&result, result.value.limits.upper), tolerance,
				     1e-9);
	}
	vectors_judge(&score, vectors);
	vectors_close(vectors);
}
