#include "stats/benchmark.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors_random.h"

static const struct interval fifty = { 45, 55 };

static enum verdict single(double benchmark)
{
	return benchmark_single_overlap(&fifty, &benchmark, FAVOURABLE_NEITHER);
}

Test(benchmark, beyond_the_limits_differs)
{
	cr_assert_eq(single(60), VERDICT_LOWER);
	cr_assert_eq(single(40), VERDICT_HIGHER);
	cr_assert_eq(single(50), VERDICT_SIMILAR);
}

Test(benchmark, touching_is_similar)
{
	cr_assert_eq(single(55), VERDICT_SIMILAR);
	cr_assert_eq(single(45), VERDICT_SIMILAR);
	cr_assert_eq(single(nextafter(55, 56)), VERDICT_LOWER);
	cr_assert_eq(single(nextafter(45, 44)), VERDICT_HIGHER);
}

Test(benchmark, without_limits_or_benchmark_nothing_is_compared)
{
	struct interval wrong = { 55, 45 };
	double benchmark = 60, missing = nan("");

	cr_assert_eq(benchmark_single_overlap(NULL, &benchmark, FAVOURABLE_HIGH),
		     VERDICT_NOT_COMPARED);
	cr_assert_eq(benchmark_single_overlap(&fifty, NULL, FAVOURABLE_HIGH), VERDICT_NOT_COMPARED);
	cr_assert_eq(benchmark_single_overlap(&fifty, &missing, FAVOURABLE_HIGH),
		     VERDICT_NOT_COMPARED);
	cr_assert_eq(benchmark_double_overlap(&fifty, NULL, FAVOURABLE_HIGH), VERDICT_NOT_COMPARED);
	cr_assert_eq(benchmark_double_overlap(&wrong, &fifty, FAVOURABLE_HIGH),
		     VERDICT_NOT_COMPARED);
}

Test(benchmark, double_overlap_finds_no_more_differences_than_single)
{
	struct vectors_random random = { 14 };

	for (int i = 0; i < 5000; i++) {
		double value = vectors_random_between(&random, 0, 10);
		double benchmark = vectors_random_between(&random, 0, 10);
		double half = vectors_random_between(&random, 0, 3);
		double benchmark_half = vectors_random_between(&random, 0, 3);
		struct interval limits = { value - half, value + half };
		struct interval other = { benchmark - benchmark_half, benchmark + benchmark_half };
		enum verdict wide = benchmark_double_overlap(&limits, &other, FAVOURABLE_LOW);
		enum verdict narrow = benchmark_single_overlap(&limits, &benchmark, FAVOURABLE_LOW);

		cr_assert(wide == VERDICT_SIMILAR || wide == narrow);
		/* Seen from the other side a difference has the other sign. */
		cr_assert_eq(benchmark_double_overlap(&other, &limits, FAVOURABLE_HIGH), wide);
	}
}

static const struct interval wide = { 40, 60 };

static void expect_tier(double benchmark, enum favourable favourable, enum verdict verdict,
			enum benchmark_tier tier)
{
	struct benchmark_verdict got = benchmark_two_tiers(&fifty, &wide, &benchmark, favourable);

	cr_expect_eq(got.verdict, verdict);
	cr_expect_eq(got.tier, tier);
}

Test(benchmark, of_two_tiers_the_most_confident_that_differs_counts)
{
	expect_tier(50, FAVOURABLE_HIGH, VERDICT_SIMILAR, BENCHMARK_TIER_NONE);
	expect_tier(55, FAVOURABLE_HIGH, VERDICT_SIMILAR, BENCHMARK_TIER_NONE);
	expect_tier(56, FAVOURABLE_HIGH, VERDICT_WORSE, BENCHMARK_TIER_95);
	expect_tier(56, FAVOURABLE_NEITHER, VERDICT_LOWER, BENCHMARK_TIER_95);
	expect_tier(60, FAVOURABLE_HIGH, VERDICT_WORSE, BENCHMARK_TIER_95);
	expect_tier(61, FAVOURABLE_HIGH, VERDICT_WORSE, BENCHMARK_TIER_99_8);
	expect_tier(44, FAVOURABLE_LOW, VERDICT_WORSE, BENCHMARK_TIER_95);
	expect_tier(39, FAVOURABLE_HIGH, VERDICT_BETTER, BENCHMARK_TIER_99_8);
	expect_tier(39, FAVOURABLE_NEITHER, VERDICT_HIGHER, BENCHMARK_TIER_99_8);
}

static void expect_two_tiers(const struct interval *limits_95, const struct interval *limits_99_8,
			     const double *benchmark, enum verdict verdict,
			     enum benchmark_tier tier)
{
	struct benchmark_verdict got =
		benchmark_two_tiers(limits_95, limits_99_8, benchmark, FAVOURABLE_NEITHER);

	cr_expect_eq(got.verdict, verdict);
	cr_expect_eq(got.tier, tier);
}

Test(benchmark, without_wider_limits_the_first_tier_is_the_highest)
{
	double far = 100, near = 50;

	expect_two_tiers(&fifty, NULL, &far, VERDICT_LOWER, BENCHMARK_TIER_95);
	expect_two_tiers(&fifty, NULL, &near, VERDICT_SIMILAR, BENCHMARK_TIER_NONE);
}

Test(benchmark, two_tiers_need_narrow_limits_within_wide_ones_and_a_benchmark)
{
	struct interval left = { 40, 54 }, right = { 46, 60 }, wrong = { 60, 40 };
	double far = 100;

	expect_two_tiers(NULL, &wide, &far, VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE);
	expect_two_tiers(&fifty, &wide, NULL, VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE);
	expect_two_tiers(&fifty, &left, &far, VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE);
	expect_two_tiers(&fifty, &right, &far, VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE);
	expect_two_tiers(&fifty, &wrong, &far, VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE);
	expect_two_tiers(&wrong, NULL, &far, VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE);
	expect_two_tiers(&fifty, &fifty, &far, VERDICT_LOWER, BENCHMARK_TIER_99_8);
}
