/*
 * methods.h - one figure by one method, without files.
 */
#ifndef GRADIENT_TESTS_METHODS_H
#define GRADIENT_TESTS_METHODS_H

#include "indicator/method.h"

/* Counts as they are after disclosure control. 0 takes a multiplier of 1 and 95% confidence. */
struct method_trial {
	const char *method;
	double numerator, denominator, multiplier, confidence;
	bool from_disclosed;
	struct indicator indicator; /* filled in by method_trial_input() */
};

/* What the method sees: no rows, so that it works from the counts of the result. */
struct method_input method_trial_input(struct method_trial *trial);
struct result method_trial_result(const struct method_trial *trial);

/* The result of the method. */
struct result method_trial_run(struct method_trial trial);

#endif
