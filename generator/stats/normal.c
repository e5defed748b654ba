#include "stats/normal.h"

#include <math.h>
#include <stddef.h>

enum { COEFFICIENTS = 8 };

/* Ratio of two polynomials, coefficients from the constant term upwards. */
struct rational {
	double above[COEFFICIENTS], below[COEFFICIENTS];
};

/* Within 0.425 of one half, in 0.425^2 less the square of the distance. */
static const struct rational centre = {
	{ 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
	  1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
	  3.3430575583588128105e4, 2.5090809287301226727e3 },
	{ 1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
	  2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
	  5.2264952788528545610e3 },
};

/* Tails, in the root of minus the logarithm of the tail, up to 5 of it and beyond. */
static const struct rational near_tail = {
	{ 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
	  3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
	  2.27238449892691845833e-2, 7.74545014278341407640e-4 },
	{ 1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
	  1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
	  1.05075007164441684324e-9 },
};

static const struct rational far_tail = {
	{ 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
	  2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
	  2.71155556874348757815e-5, 2.01033439929228813265e-7 },
	{ 1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
	  7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
	  2.04426310338993978564e-15 },
};

static double rational_at(const struct rational *rational, double x)
{
	double above = 0, below = 0;

	for (size_t i = COEFFICIENTS; i-- > 0;) {
		above = above * x + rational->above[i];
		below = below * x + rational->below[i];
	}
	return above / below;
}

double normal_distribution(double deviate)
{
	return erfc(-deviate * M_SQRT1_2) / 2;
}

double normal_quantile(double probability)
{
	double offset = probability - 0.5, tail, root, deviate;

	if (fabs(offset) <= 0.425)
		return offset * rational_at(&centre, 0.180625 - offset * offset);
	tail = offset < 0 ? probability : 1 - probability;
	if (tail == 0)
		return copysign(HUGE_VAL, offset);
	/* Outside [0, 1] the logarithm is NaN, and so is all that follows. */
	root = sqrt(-log(tail));
	deviate =
		root <= 5 ? rational_at(&near_tail, root - 1.6) : rational_at(&far_tail, root - 5);
	return copysign(deviate, offset);
}

double normal_deviate(double confidence)
{
	return -normal_quantile((1 - confidence) / 2);
}
