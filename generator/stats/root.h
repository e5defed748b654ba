/*
 * root.h - the root of a smooth function of a positive number, by Newton's method on the logarithm
 *          of the number, which keeps the relative accuracy of roots near 0.
 *
 * No safeguards: meant for rising or falling concave functions started on the side from which the
 * method closes in on the root, as each caller argues for its function.
 */
#ifndef GRADIENT_STATS_ROOT_H
#define GRADIENT_STATS_ROOT_H

struct root_point {
	double value; /* of the function */
	double slope; /* change of the value by a change of log(x) */
};

/* The root of at(context, x) from the start > 0; stops after 200 steps at the latest. */
double root_newton(struct root_point (*at)(const void *context, double x), const void *context,
		   double start);

#endif
