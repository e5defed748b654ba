#include "stats/benchmark.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/vectors.h"
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

static enum favourable favourable_of(const struct vectors *vectors, size_t row)
{
	if (vectors_is(vectors, row, "polarity", "high_good"))
		return FAVOURABLE_HIGH;
	return vectors_is(vectors, row, "polarity", "low_good") ? FAVOURABLE_LOW
								: FAVOURABLE_NEITHER;
}

static const char *const words[] = {
	[VERDICT_NOT_COMPARED] = "not compared",
	[VERDICT_SIMILAR] = "similar",
	[VERDICT_BETTER] = "better",
	[VERDICT_WORSE] = "worse",
	[VERDICT_HIGHER] = "higher",
	[VERDICT_LOWER] = "lower",
};

static void expect(const struct vectors *vectors, size_t row, const char *column,
		   enum verdict verdict)
{
	cr_expect(vectors_is(vectors, row, column, words[verdict]),
		  "benchmark.csv: row %zu: %s, not %s", row + 1, words[verdict],
		  vectors_text(vectors, row, column));
}

Test(benchmark, agrees_with_the_vectors)
{
	struct vectors *vectors = vectors_open("benchmark.csv");

	for (size_t row = 0; row < vectors_count(vectors); row++) {
		enum favourable favourable = favourable_of(vectors, row);
		struct interval limits, other;
		double benchmark;
		bool has_limits = vectors_number(vectors, row, "lower", &limits.lower) &&
				  vectors_number(vectors, row, "upper", &limits.upper);
		bool has_other = vectors_number(vectors, row, "benchmark_lower", &other.lower) &&
				 vectors_number(vectors, row, "benchmark_upper", &other.upper);
		bool has_benchmark = vectors_number(vectors, row, "benchmark", &benchmark);

		expect(vectors, row, "single_overlap",
		       benchmark_single_overlap(has_limits ? &limits : NULL,
						has_benchmark ? &benchmark : NULL, favourable));
		expect(vectors, row, "double_overlap",
		       benchmark_double_overlap(has_limits ? &limits : NULL,
						has_other ? &other : NULL, favourable));
	}
	vectors_close(vectors);
}
