#include "stats/beta.h"

#include <float.h>
#include <math.h>

#include "stats/root.h"
#include "stats/stirling.h"

static const double shapes_most = 1e10;

/* A beta variable and its distribution at the point x = 1 - y. */
struct beta_point {
	double a, b, x, y;
};

/* The same distribution seen from the other end. */
static struct beta_point mirrored(struct beta_point point)
{
	return (struct beta_point){ .a = point.b, .b = point.a, .x = point.y, .y = point.x };
}

static double numerator(struct beta_point p, double m)
{
	double scaled = p.x / (p.a + 2 * m - 1);

	return (p.a + m - 1) * (p.a + p.b + m - 1) * m * (p.b - m) * scaled * scaled;
}

static double denominator(struct beta_point p, double m)
{
	return m + m * (p.b - m) * p.x / (p.a + 2 * m - 1) +
	       (p.a + m) * (p.a * p.y - p.b * p.x + 1 + m * (1 + p.y)) / (p.a + 2 * m + 1);
}

/*
 * Continued fraction from the last term to the first, for x up to about its mean. The number of
 * terms is fixed beforehand: at least what 1e-15 was seen to need, for shapes up to 1e6.
 */
static double fraction(struct beta_point p)
{
	unsigned terms = 100 + (unsigned)ceil(sqrt(p.a + p.b));
	double rest = denominator(p, terms);

	for (unsigned m = terms; m > 1; m--)
		rest = denominator(p, m - 1) + numerator(p, m) / rest;
	/* Written out, as the general form divides 0 by 0 here when a = 1. */
	return p.a * (p.a * p.y - p.b * p.x + 1) / (p.a + 1) + numerator(p, 1) / rest;
}

/* log(x^a y^b / B(a, b)): the slope of the distribution function in the log odds. */
static double log_slope(struct beta_point p)
{
	double n = p.a + p.b;

	return stirling_error(n) - stirling_error(p.a) - stirling_error(p.b) -
	       poisson_deviance(p.a, n * p.x) - poisson_deviance(p.b, n * p.y) +
	       log(p.a * p.b / n / (2 * M_PI)) / 2;
}

static double log_lower_tail(struct beta_point p, double slope)
{
	if (p.x * (p.a + p.b + 2) <= p.a + 1)
		return slope - log(fraction(p));
	return log1p(-exp(slope - log(fraction(mirrored(p)))));
}

/* What a quantile is the root for. */
struct beta_target {
	double a, b, log_lower;
};

static struct root_point lower_tail_at(const void *context, double odds)
{
	const struct beta_target *target = context;
	struct beta_point point = { target->a, target->b, odds / (1 + odds), 1 / (1 + odds) };
	double slope = log_slope(point), tail = log_lower_tail(point, slope);

	return (struct root_point){ tail - target->log_lower, exp(slope - tail) };
}

/*
 * The logarithm of the lower tail is a rising concave function of the log odds, so that Newton's
 * method closes in on the root from below. lower <= 1/2.
 */
static double odds_of_lower_tail(double lower, double a, double b)
{
	struct beta_target target = { a, b, log(lower) };
	double log_beta = log_gamma(a) + log_gamma(b) - log_gamma(a + b);
	/* Leaves a factor below 1 out of the density, hence below the root. */
	double start = exp((target.log_lower + log(a) + log_beta) / a);

	return start < DBL_MIN ? 0 : root_newton(lower_tail_at, &target, start);
}

double beta_odds(double lower, double upper, double a, double b)
{
	if (!(a > 0 && b > 0 && a + b <= shapes_most && lower >= 0 && upper >= 0))
		return nan("");
	if (lower <= upper)
		return odds_of_lower_tail(lower, a, b);
	return 1 / odds_of_lower_tail(upper, b, a);
}

double beta_quantile(double probability, double a, double b)
{
	double odds = beta_odds(probability, 1 - probability, a, b);

	/* Not odds / (1 + odds), which has no value for infinite odds. */
	return 1 / (1 + 1 / odds);
}

double student_quantile(double probability, double freedom)
{
	double tails = 2 * fmin(probability, 1 - probability);
	double odds = beta_odds(1 - tails, tails, 0.5, freedom / 2);

	return copysign(sqrt(freedom * odds), probability - 0.5);
}
