#include "stats/funnel.h"
#include "vectors/funnel_units.h"
#include "vectors/vectors.h"

/* The reference software cuts its upper limit at 100 whatever the multiplier, so that it is right for this one. */
static const double percent = 100;

static void compare_level(struct vectors *expected, size_t row, double confidence,
			  const char *const columns[static 4])
{
	double multiplier = vectors_number_or(expected, row, "multiplier", 1);
	struct interval limits = { 0 };
	/* Near 0 a lower limit is the difference of two numbers of the size of the average. */
	struct vectors_tolerance tolerance = { .share = 1e-12, .floor = multiplier / percent };
	bool known = funnel_proportion_limits(vectors_number_or(expected, row, "average", -1) /
						      multiplier,
					      vectors_number_or(expected, row, "denominator", -1),
					      confidence, &limits) == STATS_OK;

	for (size_t i = 0; i < 4; i += 2) {
		if (i == 2 && multiplier != percent)
			break;
		vectors_compare(expected, row, columns[i], known, multiplier * limits.lower,
				tolerance);
		vectors_compare(expected, row, columns[i + 1], known, multiplier * limits.upper,
				tolerance);
	}
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	double average = 0;
	bool known = funnel_average_of(inputs, "proportion", FUNNEL_DENOMINATORS, &average);

	for (size_t row = 0; row < vectors_rows(expected); row++) {
		vectors_compare(expected, row, "average", known,
				vectors_number_or(expected, row, "multiplier", 1) * average,
				(struct vectors_tolerance){ .share = 1e-12 });
		compare_level(expected, row, 0.95,
			      (const char *const[]){ "lower_95", "upper_95", "upstream_lower_95",
						     "upstream_upper_95" });
		compare_level(expected, row, 0.998,
			      (const char *const[]){ "lower_998", "upper_998", "upstream_lower_998",
						     "upstream_upper_998" });
	}
}

const struct vector_file vectors_funnel_proportion = {
	.columns = { .numbers = (const char *const[]){ "multiplier", "denominator", "average",
						       "lower_95", "upper_95", "lower_998",
						       "upper_998", NULL },
		     .optional = (const char *const[]){ "upstream_lower_95", "upstream_upper_95",
							"upstream_lower_998", "upstream_upper_998",
							NULL } },
	.inputs = FUNNEL_UNIT_COLUMNS,
	.compare = compare,
};
