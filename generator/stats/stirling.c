#include "stats/stirling.h"

#include <math.h>
#include <stddef.h>

static const double half_log_two_pi = 0.91893853320467274178;

double log_gamma(double x)
{
	int sign;

	/* lgamma() would write the global signgam. */
	return lgamma_r(x, &sign);
}

double stirling_error(double x)
{
	/* Of Stirling's series in the odd powers of 1/x, from the highest; 1e-15 from 10 on. */
	static const double series[] = { -691.0 / 360360, 1.0 / 1188, -1.0 / 1680,
					 1.0 / 1260,      -1.0 / 360, 1.0 / 12 };
	double sum = 0;

	if (x < 10)
		return log_gamma(x + 1) - (x + 0.5) * log(x) + x - half_log_two_pi;
	for (size_t i = 0; i < sizeof(series) / sizeof(*series); i++)
		sum = sum / (x * x) + series[i];
	return sum / x;
}

double poisson_deviance(double x, double mean)
{
	double ratio = (x - mean) / (x + mean), term = 2 * x * ratio, sum = (x - mean) * ratio;

	/* Asked this way round so that NaN, for which the series would not end, comes back here. */
	if (!(fabs(ratio) <= 0.1))
		return x * log(x / mean) + mean - x;
	/* Close to the mean the difference would cancel: series in the ratio instead. */
	for (unsigned divisor = 3;; divisor += 2) {
		double last = sum;

		term *= ratio * ratio;
		sum += term / divisor;
		if (sum == last)
			return sum;
	}
}
