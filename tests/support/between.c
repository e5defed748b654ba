#include "support/between.h"

#include <criterion/criterion.h>

#include "support/vectors_random.h"

const enum disparity every_disparity[DISPARITY_MEASURES] = {
	DISPARITY_STANDARD_DEVIATION,
	DISPARITY_COEFFICIENT_OF_VARIATION,
	DISPARITY_MEAN_DIFFERENCE_FROM_MEAN,
	DISPARITY_MEAN_DIFFERENCE_FROM_MEAN_WEIGHTED,
	DISPARITY_MEAN_DIFFERENCE_FROM_BEST,
	DISPARITY_MEAN_DIFFERENCE_FROM_BEST_WEIGHTED,
	DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE,
	DISPARITY_MEAN_DIFFERENCE_FROM_REFERENCE_WEIGHTED,
	DISPARITY_INDEX,
	DISPARITY_INDEX_WEIGHTED,
};

struct between_groups between_groups_of(const struct between_group *list, size_t count)
{
	struct between_groups out;
	size_t group;

	cr_assert_eq(between_groups(list, count, BETWEEN_GROUPS_LEAST, &out, &group), STATS_OK);
	return out;
}

size_t between_random(struct vectors_random *random, double least, struct between_group *groups)
{
	size_t count = 3 + (size_t)vectors_random_between(random, 0, 15);

	for (size_t i = 0; i < count; i++)
		groups[i] = (struct between_group){ vectors_random_between(random, least, 90),
						    vectors_random_between(random, 0.1, 5),
						    vectors_random_count(random, 50, 1e6) };
	return count;
}

double disparity_of(const struct between_group *list, size_t count,
		    struct disparity_settings settings, enum disparity measure)
{
	struct between_groups groups = between_groups_of(list, count);
	double out = -7;

	cr_assert_eq(disparity_value(&groups, &settings, measure, &out), STATS_OK);
	return out;
}

bool disparity_is_relative(enum disparity measure)
{
	return measure == DISPARITY_COEFFICIENT_OF_VARIATION || measure >= DISPARITY_INDEX;
}
