#include "stats/root.h"

#include <math.h>

enum { STEPS_MOST = 200 };

/* The method squares the error: after a step this small the next would be lost in rounding. */
static const double small_step = 1e-9;

double root_newton(struct root_point (*at)(const void *context, double x), const void *context,
		   double start)
{
	double x = start, step = 1;

	for (int steps = 0; steps < STEPS_MOST && fabs(step) > small_step; steps++) {
		struct root_point point = at(context, x);

		step = -point.value / point.slope;
		x *= exp(step);
	}
	return x;
}
