#include "stats/funnel.h"
#include "vectors/vectors.h"

static const struct vectors_tolerance exact = { .share = 1e-10 };

/* The reference software looks for the limits by halving, and stops early. */
static const struct vectors_tolerance halved = { .share = 5e-5 };

/* Ratios are printed so that what is expected is 100. */
static const double multiplier = 100;

static void compare_level(struct vectors *expected, size_t row, double confidence,
			  const char *const columns[static 4])
{
	struct funnel_limits limits = { 0 };
	bool known = funnel_ratio_limits(vectors_number_or(expected, row, "observed", -1),
					 confidence, &limits) == STATS_OK;
	double lower = multiplier * limits.lower.limit, upper = multiplier * limits.upper.limit;

	vectors_compare(expected, row, columns[0], known, lower, exact);
	vectors_compare(expected, row, columns[1], known, upper, exact);
	vectors_compare(expected, row, columns[2], known, lower, halved);
	vectors_compare(expected, row, columns[3], known, upper, halved);
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		compare_level(expected, row, 0.95,
			      (const char *const[]){ "lower_95", "upper_95", "upstream_lower_95",
						     "upstream_upper_95" });
		compare_level(expected, row, 0.998,
			      (const char *const[]){ "lower_998", "upper_998", "upstream_lower_998",
						     "upstream_upper_998" });
	}
}

const struct vector_file vectors_funnel_ratio = {
	.columns = { .numbers = (const char *const[]){ "observed", "lower_95", "upper_95",
						       "lower_998", "upper_998", NULL },
		     .optional = (const char *const[]){ "upstream_lower_95", "upstream_upper_95",
							"upstream_lower_998", "upstream_upper_998",
							NULL } },
	.compare = compare,
};
