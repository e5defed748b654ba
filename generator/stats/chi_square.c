#include "stats/chi_square.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>

#include "stats/normal.h"
#include "stats/root.h"
#include "stats/stirling.h"

static const double freedom_most = 1e10;

/* Of a gamma variable at a point x: logarithms of both tails and of x times the density. */
struct gamma_tails {
	double log_lower, log_upper, log_slope;
};

/* What a quantile is the root for. */
struct gamma_target {
	double shape, log_tail;
};

/*
 * Sum of x^n / ((shape + 1) ... (shape + n)); for x < shape + 1, where terms fall from the start.
 */
static double lower_series(double shape, double x)
{
	double term = 1, sum = 1;

	for (unsigned n = 1; term > sum * DBL_EPSILON / 4; n++) {
		term *= x / (shape + n);
		sum += term;
	}
	return sum;
}

/*
 * Inverse of Legendre's continued fraction, for x >= shape + 1, from the last term to the first.
 * The number of terms is fixed beforehand: more than 1e-15 was seen to need, for shapes up to 1e5.
 */
static double upper_fraction(double shape, double x)
{
	unsigned terms = 100 + (unsigned)ceil(2 * sqrt(shape));
	double rest = x + 2.0 * terms + 1 - shape;

	for (unsigned n = terms; n > 0; n--)
		rest = x + 2.0 * n - 1 - shape + n * (shape - n) / rest;
	return rest;
}

static double log_of_rest(double log_tail)
{
	return log(-expm1(fmin(log_tail, 0)));
}

static struct gamma_tails gamma_tails(double shape, double x)
{
	double log_poisson =
		-stirling_error(shape) - poisson_deviance(shape, x) - log(2 * M_PI * shape) / 2;
	struct gamma_tails tails = { .log_slope = log_poisson + log(shape) };

	if (x < shape + 1) {
		tails.log_lower = log_poisson + log(lower_series(shape, x));
		tails.log_upper = log_of_rest(tails.log_lower);
	} else {
		tails.log_upper = tails.log_slope - log(upper_fraction(shape, x));
		tails.log_lower = log_of_rest(tails.log_upper);
	}
	return tails;
}

static bool in_domain(double freedom)
{
	return freedom > 0 && freedom <= freedom_most;
}

double chi_square_distribution(double x, double freedom)
{
	if (!in_domain(freedom) || !isfinite(x))
		return nan("");
	if (x <= 0)
		return 0;
	return exp(gamma_tails(freedom / 2, x / 2).log_lower);
}

static struct root_point lower_tail_at(const void *context, double x)
{
	const struct gamma_target *target = context;
	struct gamma_tails tails = gamma_tails(target->shape, x);

	return (struct root_point){ tails.log_lower - target->log_tail,
				    exp(tails.log_slope - tails.log_lower) };
}

static struct root_point upper_tail_at(const void *context, double x)
{
	const struct gamma_target *target = context;
	struct gamma_tails tails = gamma_tails(target->shape, x);

	return (struct root_point){ tails.log_upper - target->log_tail,
				    -exp(tails.log_slope - tails.log_upper) };
}

/* Wilson and Hilferty's approximation: a cube of a normal deviate. */
static double wilson_hilferty(double probability, double shape)
{
	double ninth = 1 / (9 * shape);

	return shape * pow(1 - ninth + normal_quantile(probability) * sqrt(ninth), 3);
}

/*
 * In log(x) the logarithm of the lower tail rises and that of the upper tail falls, both concave,
 * so that Newton's method closes in on the root from below with the first, from above with the
 * second.
 */
double chi_square_quantile(double probability, double freedom)
{
	struct gamma_target target = { .shape = freedom / 2, .log_tail = log(probability) };
	double start;

	if (!in_domain(freedom) || !(probability > 0 && probability < 1))
		return nan("");
	/* Leaves the factor exp(-x) out of the density, hence below the root. */
	start = exp((target.log_tail + log_gamma(target.shape + 1)) / target.shape);
	if (start < DBL_MIN)
		return 0;
	if (probability <= 0.5)
		return 2 * root_newton(lower_tail_at, &target, start);
	target.log_tail = log1p(-probability);
	start = fmax(wilson_hilferty(probability, target.shape), -target.log_tail);
	return 2 * root_newton(upper_tail_at, &target, start);
}
