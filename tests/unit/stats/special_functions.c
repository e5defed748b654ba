/* The special functions against figures with 40 digits. */

#include <criterion/criterion.h>
#include <math.h>

#include "stats/beta.h"
#include "stats/chi_square.h"
#include "stats/normal.h"
#include "stats/stirling.h"
#include "support/vectors.h"

static double call(const struct vectors *vectors, size_t row)
{
	double arguments[3];

	arguments[0] = vectors_need(vectors, row, "arg1");
	arguments[1] = vectors_number_or(vectors, row, "arg2", nan(""));
	arguments[2] = vectors_number_or(vectors, row, "arg3", nan(""));
	if (vectors_is(vectors, row, "function", "qnorm"))
		return normal_quantile(arguments[0]);
	if (vectors_is(vectors, row, "function", "pnorm"))
		return normal_distribution(arguments[0]);
	if (vectors_is(vectors, row, "function", "qchisq"))
		return chi_square_quantile(arguments[0], arguments[1]);
	if (vectors_is(vectors, row, "function", "pchisq"))
		return chi_square_distribution(arguments[0], arguments[1]);
	if (vectors_is(vectors, row, "function", "qt"))
		return student_quantile(arguments[0], arguments[1]);
	if (vectors_is(vectors, row, "function", "qbeta"))
		return beta_quantile(arguments[0], arguments[1], arguments[2]);
	if (vectors_is(vectors, row, "function", "lgamma"))
		return log_gamma(arguments[0]);
	cr_assert_fail("no function %s", vectors_text(vectors, row, "function"));
	return nan("");
}

Test(special_functions, agree_with_the_vectors)
{
	struct vectors *vectors = vectors_open("special_functions.csv");
	struct vectors_score score = { 0 };

	for (size_t row = 0; row < vectors_count(vectors); row++)
		vectors_compare(&score, row, vectors_text(vectors, row, "function"),
				call(vectors, row), vectors_need(vectors, row, "value"), 1e-12,
				1e-300);
	vectors_judge(&score, vectors);
	vectors_close(vectors);
}
