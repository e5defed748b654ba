#include <math.h>
#include <string.h>

#include "stats/beta.h"
#include "stats/chi_square.h"
#include "stats/normal.h"
#include "stats/stirling.h"
#include "vectors/vectors.h"

static const struct vectors_tolerance tolerance = { .share = 1e-12, .floor = 1e-300 };

static double qnorm(const double *arguments)
{
	return normal_quantile(arguments[0]);
}

static double pnorm(const double *arguments)
{
	return normal_distribution(arguments[0]);
}

static double qchisq(const double *arguments)
{
	return chi_square_quantile(arguments[0], arguments[1]);
}

static double pchisq(const double *arguments)
{
	return chi_square_distribution(arguments[0], arguments[1]);
}

static double qt(const double *arguments)
{
	return student_quantile(arguments[0], arguments[1]);
}

static double qbeta(const double *arguments)
{
	return beta_quantile(arguments[0], arguments[1], arguments[2]);
}

static double lgamma_of(const double *arguments)
{
	return log_gamma(arguments[0]);
}

/* By the names that R gives them. */
static const struct {
	const char *name;
	double (*call)(const double *arguments);
} functions[] = {
	{ "qnorm", qnorm }, { "pnorm", pnorm }, { "qchisq", qchisq },    { "pchisq", pchisq },
	{ "qt", qt },       { "qbeta", qbeta }, { "lgamma", lgamma_of },
};

static void compare_row(struct vectors *expected, size_t row)
{
	const char *name = vectors_text(expected, row, "function");
	const double arguments[] = { vectors_number_or(expected, row, "arg1", nan("")),
				     vectors_number_or(expected, row, "arg2", nan("")),
				     vectors_number_or(expected, row, "arg3", nan("")) };

	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
		if (strcmp(functions[i].name, name) == 0) {
			double got = functions[i].call(arguments);

			vectors_compare(expected, row, "value", !isnan(got), got, tolerance);
			return;
		}
	vectors_fault(expected, row, "function", "no such function: \"%s\"", name);
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++)
		compare_row(expected, row);
}

const struct vector_file vectors_special_functions = {
	.columns = { .texts = (const char *const[]){ "function", NULL },
		     .numbers = (const char *const[]){ "arg1", "arg2", "arg3", "value", NULL } },
	.compare = compare,
};
