#include "stats/benchmark.h"

#include <stdbool.h>
#include <stddef.h>

#include "stats/range.h"

enum verdict benchmark_double_overlap(const struct interval *limits,
				      const struct interval *benchmark, enum favourable favourable)
{
	if (limits == NULL || benchmark == NULL)
		return VERDICT_NOT_COMPARED;
	if (!range_is_interval(limits) || !range_is_interval(benchmark))
		return VERDICT_NOT_COMPARED;
	return verdict_of((limits->lower > benchmark->upper) - (limits->upper < benchmark->lower),
			  favourable);
}

enum verdict benchmark_single_overlap(const struct interval *limits, const double *benchmark,
				      enum favourable favourable)
{
	struct interval point;

	if (benchmark == NULL)
		return VERDICT_NOT_COMPARED;
	point = (struct interval){ *benchmark, *benchmark };
	return benchmark_double_overlap(limits, &point, favourable);
}

static bool holds(const struct interval *wide, const struct interval *narrow)
{
	return range_is_interval(wide) && wide->lower <= narrow->lower &&
	       narrow->upper <= wide->upper;
}

static bool differs(enum verdict verdict)
{
	return verdict != VERDICT_SIMILAR && verdict != VERDICT_NOT_COMPARED;
}

struct benchmark_verdict benchmark_two_tiers(const struct interval *limits_95,
					     const struct interval *limits_99_8,
					     const double *benchmark, enum favourable favourable)
{
	struct benchmark_verdict verdict = { VERDICT_NOT_COMPARED, BENCHMARK_TIER_NONE };

	if (limits_95 != NULL && limits_99_8 != NULL && !holds(limits_99_8, limits_95))
		return verdict;
	verdict.verdict = benchmark_single_overlap(limits_95, benchmark, favourable);
	if (!differs(verdict.verdict))
		return verdict;
	verdict.tier = differs(benchmark_single_overlap(limits_99_8, benchmark, favourable))
			       ? BENCHMARK_TIER_99_8
			       : BENCHMARK_TIER_95;
	return verdict;
}
