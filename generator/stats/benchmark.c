#include "stats/benchmark.h"

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
