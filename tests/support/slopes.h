/*
 * slopes.h - the slope of groups that have one.
 */
#ifndef GRADIENT_TESTS_SLOPES_H
#define GRADIENT_TESTS_SLOPES_H

#include "stats/slope.h"

/* Fails the test when there is none. */
struct slope_fit slope_fit_of(const struct slope_group *groups, size_t count,
			      enum slope_model model);

#endif
