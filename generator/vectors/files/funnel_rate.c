#include "stats/funnel.h"
#include "vectors/funnel_units.h"
#include "vectors/vectors.h"

static const struct vectors_tolerance exact = { .share = 1e-10 };

/* The reference software looks for the limits by halving, and stops early. */
static const struct vectors_tolerance halved = { .share = 5e-5 };

/* Columns of a level; NULL for the positions where the file has none. */
struct level {
	double confidence;
	const char *lower, *upper, *lower_position, *upper_position, *lower_halved, *upper_halved;
};

static const struct level levels[] = {
	{ 0.95, "lower_95", "upper_95", "denominator_1year_lower95", "denominator_1year_upper95",
	  "upstream_lower_95", "upstream_upper_95" },
	{ 0.998, "lower_998", "upper_998", "denominator_1year_lower998",
	  "denominator_1year_upper998", "upstream_lower_998", "upstream_upper_998" },
};

static void compare_level(struct vectors *expected, size_t row, const struct level *level)
{
	double multiplier = vectors_number_or(expected, row, "multiplier", 1);
	struct funnel_limits limits = { 0 };
	bool known =
		funnel_rate_limits(vectors_number_or(expected, row, "events", -1),
				   vectors_number_or(expected, row, "average", -1) / multiplier,
				   vectors_number_or(expected, row, "years", 1), level->confidence,
				   &limits) == STATS_OK;
	double lower = multiplier * limits.lower.limit, upper = multiplier * limits.upper.limit;

	vectors_compare(expected, row, level->lower, known, lower, exact);
	vectors_compare(expected, row, level->upper, known, upper, exact);
	vectors_compare(expected, row, level->lower_position, known, limits.lower.position, exact);
	vectors_compare(expected, row, level->upper_position, known, limits.upper.position, exact);
	vectors_compare(expected, row, level->lower_halved, known, lower, halved);
	vectors_compare(expected, row, level->upper_halved, known, upper, halved);
}

static void compare_average(struct vectors *expected, size_t row, const struct vectors *inputs)
{
	bool is_standardised = vectors_is(expected, row, "rate_type", "dsr");
	double average = 0;
	bool known = funnel_average_of(
		inputs, "rate", is_standardised ? FUNNEL_RATES : FUNNEL_DENOMINATORS, &average);

	if (!is_standardised && !vectors_is(expected, row, "rate_type", "crude"))
		vectors_fault(expected, row, "rate_type", "\"%s\" is neither crude nor dsr",
			      vectors_text(expected, row, "rate_type"));
	vectors_compare(expected, row, "average", known,
			vectors_number_or(expected, row, "multiplier", 1) * average, exact);
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		compare_average(expected, row, inputs);
		for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
			compare_level(expected, row, &levels[i]);
	}
}

const struct vector_file vectors_funnel_rate = {
	.columns = { .texts = (const char *const[]){ "rate_type", NULL },
		     .numbers = (const char *const[]){ "years", "multiplier", "events", "average",
						       "lower_95", "upper_95", "lower_998",
						       "upper_998", NULL },
		     .optional =
			     (const char *const[]){
				     "denominator_1year_lower95", "denominator_1year_upper95",
				     "denominator_1year_lower998", "denominator_1year_upper998",
				     "upstream_lower_95", "upstream_upper_95", "upstream_lower_998",
				     "upstream_upper_998", NULL } },
	.inputs = FUNNEL_UNIT_COLUMNS,
	.compare = compare,
};
