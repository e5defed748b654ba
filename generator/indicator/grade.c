#include "indicator/grade.h"

#include <math.h>

#include "base/arena.h"
#include "indicator/compute.h"
#include "stats/benchmark.h"
#include "stats/gap.h"
#include "stats/normal.h"

static const double second_level = 0.998;

/* From limits of the report's own confidence. */
static struct interval_limits widened(const struct results *results, const struct result *result)
{
	const struct value *value = &result->value;
	const struct estimate published = { value->estimate,
					    { value->limits.lower, value->limits.upper } };
	const struct indicator *indicator =
		&results->dataset->indicators->items[result->key.indicator];
	const double wide = normal_deviate(second_level);
	struct gap_group group;

	if (!indicator_in_percent(indicator) &&
	    gap_from_log_limits(&published, results->confidence, &group) == STATS_OK) {
		double factor = exp(wide * group.error / group.value);

		return (struct interval_limits){ true, value->estimate / factor,
						 value->estimate * factor };
	}
	if (gap_from_limits(&published, results->confidence, &group) != STATS_OK)
		return (struct interval_limits){ .known = false };
	return (struct interval_limits){ true, value->estimate - wide * group.error,
					 value->estimate + wide * group.error };
}

static struct interval_limits limits_of(const struct results *results,
					const struct reference *reference,
					const struct result *result)
{
	const struct method *method =
		method_find(results->dataset->indicators->items[result->key.indicator].method);
	struct result wider = *result;
	struct method_input input;

	if (result->value.state != VALUE_SHOWN || !result->value.limits.known || !method->compares)
		return (struct interval_limits){ .known = false };
	if (result->value.origin == VALUE_GIVEN || result->value.coarse)
		return widened(results, result);
	input = results_input(results, reference, result);
	input.confidence = second_level;
	method->compute(&input, &wider);
	return wider.value.limits;
}

void grades_work_out(struct arena *arena, struct results *results,
		     const struct reference *reference)
{
	struct interval_limits *limits = arena_array(arena, results->count + 1, sizeof(*limits));

	for (size_t i = 0; i < results->count; i++)
		limits[i] = limits_of(results, reference, &results->items[i]);
	results->limits_99_8 = limits;
}

bool grade_is_much(const struct results *results, const struct cell_key *key,
		   const struct value *benchmark)
{
	const struct result *result;
	const struct interval_limits *outer;
	struct interval limits, wide;

	if (results->limits_99_8 == NULL || benchmark->state != VALUE_SHOWN)
		return false;
	result = results_find(results, key);
	outer = result == NULL ? NULL : &results->limits_99_8[result - results->items];
	if (outer == NULL || !outer->known)
		return false;
	limits = (struct interval){ result->value.limits.lower, result->value.limits.upper };
	wide = (struct interval){ outer->lower, outer->upper };
	return benchmark_two_tiers(&limits, &wide, &benchmark->estimate, FAVOURABLE_NEITHER).tier ==
	       BENCHMARK_TIER_99_8;
}
