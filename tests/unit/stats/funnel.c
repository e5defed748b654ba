#include "stats/funnel.h"

#include <criterion/criterion.h>
#include <math.h>

#include "stats/normal.h"
#include "support/vectors_random.h"

/* -- the average ------------------------------------------------------------------------------------------ */

Test(funnel, the_average_is_all_events_by_all_denominators)
{
	struct funnel_unit units[] = { { 10, 100 }, { 0, 300 }, { 30, 400 } };
	double average = -7;

	cr_assert_eq(funnel_average(units, 3, &average), STATS_OK);
	cr_assert_float_eq(average, 0.05, 1e-16);
}

Test(funnel, there_is_no_average_without_denominators_or_of_what_are_no_counts)
{
	struct funnel_unit nobody[] = { { 0, 0 }, { 0, 0 } };
	struct funnel_unit negative[] = { { -1, 10 } }, endless[] = { { 1, INFINITY } };
	struct funnel_unit heaps[] = { { 1e308, 1 }, { 1e308, 1 } };
	struct funnel_unit crowds[] = { { 1, 1e308 }, { 1, 1e308 } };
	double average = -7;

	cr_assert_eq(funnel_average(nobody, 2, &average), STATS_NO_DENOMINATOR);
	cr_assert_eq(funnel_average(nobody, 0, &average), STATS_NO_DENOMINATOR);
	cr_assert_eq(funnel_average(negative, 1, &average), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_average(endless, 1, &average), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_average(heaps, 2, &average), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_average(crowds, 2, &average), STATS_OUT_OF_RANGE);
	cr_assert_eq(average, -7);
}

Test(funnel, an_effective_denominator_has_the_rate_as_its_crude_rate)
{
	double denominator = -7;

	cr_assert_eq(funnel_effective_denominator(20, 50.0 / 100000, &denominator), STATS_OK);
	cr_assert_float_eq(denominator, 40000, 1e-9);
	denominator = -7;
	cr_assert_eq(funnel_effective_denominator(0, 0, &denominator), STATS_ZERO_EVENTS_IN_GROUP);
	cr_assert_eq(funnel_effective_denominator(5, 0, &denominator), STATS_ZERO_EVENTS_IN_GROUP);
	cr_assert_eq(funnel_effective_denominator(-1, 0.1, &denominator), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_effective_denominator(5, nan(""), &denominator), STATS_OUT_OF_RANGE);
	cr_assert_eq(denominator, -7);
}

/* -- proportions ------------------------------------------------------------------------------------------ */

static struct interval of_proportion(double average, double denominator, double confidence)
{
	struct interval limits = { -7, -7 };

	cr_assert_eq(funnel_proportion_limits(average, denominator, confidence, &limits), STATS_OK);
	return limits;
}

/* The standard error of a half among 100 is 0.05; 1.959964 and 3.090232 of them. */
Test(funnel, limits_of_a_proportion_are_so_many_standard_errors_away)
{
	struct interval inner = of_proportion(0.5, 100, 0.95);
	struct interval outer = of_proportion(0.5, 100, 0.998);

	cr_assert_float_eq(inner.lower, 0.4020018, 1e-7);
	cr_assert_float_eq(inner.upper, 0.5979982, 1e-7);
	cr_assert_float_eq(outer.lower, 0.3454884, 1e-7);
	cr_assert_float_eq(outer.upper, 0.6545116, 1e-7);
}

Test(funnel, limits_of_a_proportion_stay_within_0_and_1)
{
	cr_assert_eq(of_proportion(0.1, 4, 0.95).lower, 0);
	cr_assert_gt(of_proportion(0.1, 4, 0.95).upper, 0.1);
	cr_assert_eq(of_proportion(0.9, 4, 0.95).upper, 1);
	cr_assert_eq(of_proportion(0, 4, 0.95).upper, 0);
	cr_assert_eq(of_proportion(1, 4, 0.95).lower, 1);
}

Test(funnel, limits_of_a_proportion_need_an_average_a_denominator_and_a_level)
{
	struct interval limits = { -7, -7 };

	cr_assert_eq(funnel_proportion_limits(0.5, 0, 0.95, &limits), STATS_NO_DENOMINATOR);
	cr_assert_eq(funnel_proportion_limits(0.5, -1, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_proportion_limits(1.1, 10, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_proportion_limits(-0.1, 10, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_proportion_limits(nan(""), 10, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_proportion_limits(0.5, 10, 1, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(limits.lower, -7);
	cr_assert_eq(limits.upper, -7);
}

Test(funnel, limits_of_a_proportion_mirror_those_of_its_rest)
{
	struct vectors_random random = { 61 };

	for (int i = 0; i < 2000; i++) {
		double average = vectors_random_between(&random, 0, 1);
		double denominator = vectors_random_count(&random, 1, 1e6);
		double confidence = vectors_random_between(&random, 0.5, 0.999);
		struct interval limits = of_proportion(average, denominator, confidence);
		struct interval rest = of_proportion(1 - average, denominator, confidence);

		cr_assert(limits.lower <= average && average <= limits.upper);
		cr_assert_float_eq(limits.lower, 1 - rest.upper, 1e-14);
		cr_assert_float_eq(limits.upper, 1 - rest.lower, 1e-14);
	}
}

/* -- ratios and rates ------------------------------------------------------------------------------------- */

static struct funnel_limits of_ratio(double events, double confidence)
{
	struct funnel_limits limits = { { -7, -7 }, { -7, -7 } };

	cr_assert_eq(funnel_ratio_limits(events, confidence, &limits), STATS_OK);
	return limits;
}

/* Probability of at most so many events, the terms added up one by one. */
static double poisson_at_most(unsigned events, double mean)
{
	double term = exp(-mean), sum = term;

	for (unsigned n = 1; n <= events; n++) {
		term *= mean / n;
		sum += term;
	}
	return sum;
}

Test(funnel, observed_events_are_as_rare_as_the_tail_where_they_lie_on_a_limit)
{
	const double levels[] = { 0.95, 0.998 };

	for (unsigned events = 1; events <= 60; events++)
		for (size_t i = 0; i < 2; i++) {
			double tail = (1 - levels[i]) / 2;
			struct funnel_limits limits = of_ratio(events, levels[i]);

			cr_assert_float_eq(poisson_at_most(events, limits.lower.position), tail,
					   1e-11);
			cr_assert_float_eq(1 - poisson_at_most(events - 1, limits.upper.position),
					   tail, 1e-11);
			cr_assert_float_eq(limits.lower.limit * limits.lower.position, events,
					   1e-12 * events);
			cr_assert_float_eq(limits.upper.limit * limits.upper.position, events,
					   1e-12 * events);
		}
}

/* One event or more has the probability 1 - exp(-m): 0.025 at m = -ln(0.975). */
Test(funnel, one_event_is_on_the_upper_limit_where_hardly_any_is_expected)
{
	struct funnel_limits limits = of_ratio(1, 0.95);

	cr_assert_float_eq(limits.upper.position, -log(0.975), 1e-14);
	cr_assert_float_eq(limits.upper.limit, 1 / -log(0.975), 1e-10);
}

Test(funnel, limits_of_ratios_enclose_1_and_close_in_on_it)
{
	double last_lower = 0, last_upper = INFINITY;

	for (double events = 1; events < 1e9; events *= 3) {
		struct funnel_limits inner = of_ratio(events, 0.95);
		struct funnel_limits outer = of_ratio(events, 0.998);

		cr_assert(last_lower < inner.lower.limit && inner.lower.limit < 1);
		cr_assert(1 < inner.upper.limit && inner.upper.limit < last_upper);
		cr_assert_lt(outer.lower.limit, inner.lower.limit);
		cr_assert_gt(outer.upper.limit, inner.upper.limit);
		last_lower = inner.lower.limit;
		last_upper = inner.upper.limit;
	}
	/* With a billion events nearly normal: a standard error is its root's share. */
	cr_assert_float_eq(of_ratio(1e9, 0.95).upper.limit, 1 + 1.96 / sqrt(1e9), 1e-8);
}

Test(funnel, limits_of_ratios_need_events_and_a_level)
{
	struct funnel_limits limits = { { -7, -7 }, { -7, -7 } };

	cr_assert_eq(funnel_ratio_limits(0, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_ratio_limits(nan(""), 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_ratio_limits(1.1e9, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_ratio_limits(5, 0, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(limits.lower.position, -7);
	cr_assert_eq(limits.upper.limit, -7);
}

Test(funnel, limits_of_rates_are_those_of_ratios_on_the_scale_of_the_average)
{
	struct funnel_limits ratio = of_ratio(12, 0.95), rate;

	cr_assert_eq(funnel_rate_limits(12, 0.002, 3, 0.95, &rate), STATS_OK);
	cr_assert_float_eq(rate.lower.limit, 0.002 * ratio.lower.limit, 1e-17);
	cr_assert_float_eq(rate.upper.limit, 0.002 * ratio.upper.limit, 1e-17);
	/* 12 expected events at 0.002 a year take 6,000 person-years, 2,000 people over three years. */
	cr_assert_float_eq(rate.lower.position, 2000 * ratio.lower.position / 12, 1e-9);
	cr_assert_float_eq(rate.upper.position, 2000 * ratio.upper.position / 12, 1e-9);
}

Test(funnel, limits_of_rates_need_an_average_and_years)
{
	struct funnel_limits limits = { { -7, -7 }, { -7, -7 } };

	cr_assert_eq(funnel_rate_limits(0, 0.1, 1, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_rate_limits(5, 0, 1, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_rate_limits(5, INFINITY, 1, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_rate_limits(5, 0.1, 0, 0.95, &limits), STATS_OUT_OF_RANGE);
	cr_assert_eq(limits.lower.position, -7);
}

/* -- units ------------------------------------------------------------------------------------------------ */

static struct benchmark_verdict class_of(struct funnel_unit unit, double average,
					 enum favourable favourable)
{
	struct benchmark_verdict verdict = { VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE };

	cr_assert_eq(funnel_classify_rate(&unit, average, favourable, &verdict), STATS_OK);
	return verdict;
}

static void expect_class(struct benchmark_verdict got, enum verdict verdict,
			 enum benchmark_tier tier)
{
	cr_expect_eq(got.verdict, verdict);
	cr_expect_eq(got.tier, tier);
}

/* No events have the upper limit -ln(0.025) = 3.69 and -ln(0.001) = 6.91. */
Test(funnel, a_unit_without_events_is_low_from_as_many_expected_as_its_limits)
{
	expect_class(class_of((struct funnel_unit){ 0, 3.6 }, 1, FAVOURABLE_NEITHER),
		     VERDICT_SIMILAR, BENCHMARK_TIER_NONE);
	expect_class(class_of((struct funnel_unit){ 0, 3.7 }, 1, FAVOURABLE_NEITHER), VERDICT_LOWER,
		     BENCHMARK_TIER_95);
	expect_class(class_of((struct funnel_unit){ 0, 6.9 }, 1, FAVOURABLE_LOW), VERDICT_BETTER,
		     BENCHMARK_TIER_95);
	expect_class(class_of((struct funnel_unit){ 0, 7 }, 1, FAVOURABLE_HIGH), VERDICT_WORSE,
		     BENCHMARK_TIER_99_8);
}

/* One event has the lower limits -ln(0.975) = 0.02532 and -ln(0.999) = 0.0010005. */
Test(funnel, a_unit_with_one_event_is_high_where_hardly_any_is_expected)
{
	expect_class(class_of((struct funnel_unit){ 1, 0.026 }, 1, FAVOURABLE_NEITHER),
		     VERDICT_SIMILAR, BENCHMARK_TIER_NONE);
	expect_class(class_of((struct funnel_unit){ 1, 0.025 }, 1, FAVOURABLE_NEITHER),
		     VERDICT_HIGHER, BENCHMARK_TIER_95);
	expect_class(class_of((struct funnel_unit){ 1, 0.001 }, 1, FAVOURABLE_LOW), VERDICT_WORSE,
		     BENCHMARK_TIER_99_8);
}

Test(funnel, proportions_are_classed_by_the_limits_they_would_be_drawn_with)
{
	struct vectors_random random = { 62 };

	for (int i = 0; i < 5000; i++) {
		double denominator = vectors_random_count(&random, 1, 1e4);
		double average = vectors_random_between(&random, 0.02, 0.98);
		struct funnel_unit unit = { vectors_random_count(&random, 0, denominator),
					    denominator };
		struct interval inner = of_proportion(average, denominator, 0.95);
		struct interval outer = of_proportion(average, denominator, 0.998);
		double share = unit.events / denominator;
		bool out = share < inner.lower || share > inner.upper;
		bool far = share < outer.lower || share > outer.upper;
		struct benchmark_verdict got, rest;
		struct funnel_unit others = { denominator - unit.events, denominator };

		cr_assert_eq(funnel_classify_proportion(&unit, average, FAVOURABLE_HIGH, &got),
			     STATS_OK);
		cr_assert_eq(got.tier, far   ? BENCHMARK_TIER_99_8
				       : out ? BENCHMARK_TIER_95
					     : BENCHMARK_TIER_NONE);
		cr_assert_eq(got.verdict, !out              ? VERDICT_SIMILAR
					  : share > average ? VERDICT_BETTER
							    : VERDICT_WORSE);
		/* Those without the attribute mirror those with it. */
		funnel_classify_proportion(&others, 1 - average, FAVOURABLE_LOW, &rest);
		cr_assert_eq(rest.tier, got.tier);
		cr_assert_eq(rest.verdict, got.verdict);
	}
}

Test(funnel, what_cannot_be_worked_out_is_not_classed)
{
	struct benchmark_verdict verdict = { VERDICT_HIGHER, BENCHMARK_TIER_95 };
	struct funnel_unit empty = { 0, 0 }, wrong = { 3, 2 }, right = { 2, 3 };
	const enum favourable any = FAVOURABLE_NEITHER;

	cr_assert_eq(funnel_classify_proportion(&empty, 0.5, any, &verdict), STATS_NO_DENOMINATOR);
	cr_assert_eq(funnel_classify_proportion(&wrong, 0.5, any, &verdict),
		     STATS_NUMERATOR_EXCEEDS_DENOMINATOR);
	cr_assert_eq(funnel_classify_proportion(&right, 1.5, any, &verdict), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_classify_proportion(&right, -0.5, any, &verdict), STATS_OUT_OF_RANGE);
	cr_assert_eq(funnel_classify_rate(&empty, 0.5, any, &verdict), STATS_NO_DENOMINATOR);
	cr_assert_eq(funnel_classify_rate(&right, nan(""), any, &verdict), STATS_OUT_OF_RANGE);
	expect_class(verdict, VERDICT_HIGHER, BENCHMARK_TIER_95);
}

Test(funnel, standardised_rates_are_classed_from_ten_events_on)
{
	struct benchmark_verdict verdict = { VERDICT_HIGHER, BENCHMARK_TIER_95 };
	struct funnel_unit none = { 0, 0 }, nine = { 9, 1000 }, ten = { 10, 1000 };
	struct funnel_unit negative = { -1, 1000 };

	cr_assert_eq(funnel_classify_standardised(&none, 0.1, FAVOURABLE_HIGH, &verdict),
		     STATS_TOO_FEW_EVENTS);
	cr_assert_eq(funnel_classify_standardised(&nine, 0.1, FAVOURABLE_HIGH, &verdict),
		     STATS_TOO_FEW_EVENTS);
	cr_assert_eq(funnel_classify_standardised(&negative, 0.1, FAVOURABLE_HIGH, &verdict),
		     STATS_OUT_OF_RANGE);
	expect_class(verdict, VERDICT_HIGHER, BENCHMARK_TIER_95);
	cr_assert_eq(funnel_classify_standardised(&ten, 0.1, FAVOURABLE_HIGH, &verdict), STATS_OK);
	expect_class(verdict, VERDICT_WORSE, BENCHMARK_TIER_99_8);
}
