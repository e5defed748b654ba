/*
 * between.h - groups without an order, checked, made at random, and their measures of disparity.
 */
#ifndef GRADIENT_TESTS_BETWEEN_H
#define GRADIENT_TESTS_BETWEEN_H

#include <stdbool.h>

#include "stats/disparity.h"

struct vectors_random;

enum { BETWEEN_GROUPS_MOST = 30 };

/* All measures in their order. */
extern const enum disparity every_disparity[DISPARITY_MEASURES];

/* Fails the test when they may not be shown. They borrow the list. */
struct between_groups between_groups_of(const struct between_group *list, size_t count);

/* 3 to 17 groups of 50 to a million people, with values of at least "least" and below 90. */
size_t between_random(struct vectors_random *random, double least, struct between_group *groups);

/* Fails the test when there is no value. */
double disparity_of(const struct between_group *list, size_t count,
		    struct disparity_settings settings, enum disparity measure);

/* In per cent of the mean, and so the same for values in another unit. */
bool disparity_is_relative(enum disparity measure);

#endif
