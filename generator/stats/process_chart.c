#include "stats/process_chart.h"

#include <math.h>

static bool is_choice(struct process_choice choice)
{
	return choice.run_points == PROCESS_RUN_POINTS ||
	       choice.run_points == PROCESS_RUN_POINTS_SHORT;
}

static bool are_starts(const size_t *starts, size_t start_count, size_t count)
{
	size_t last = 0;

	for (size_t i = 0; i < start_count; i++) {
		if (starts[i] <= last || starts[i] >= count)
			return false;
		last = starts[i];
	}
	return true;
}

/* A segment with its limits. */
static enum stats_outcome segment_of(const double *values, size_t first, size_t end,
				     const struct process_options *options,
				     struct process_segment *out)
{
	struct process_segment segment = {
		.first = first,
		.count = end - first,
		.is_short = end - first < PROCESS_POINTS_FIRM,
	};
	enum stats_outcome outcome =
		process_limits(values + first, end - first, options->baseline_points,
			       options->screens_ranges, &segment.limits);

	if (outcome == STATS_OK)
		*out = segment;
	return outcome;
}

enum stats_outcome process_chart(const double *values, size_t count, const size_t *starts,
				 size_t start_count, const struct process_options *options,
				 struct process_segment *segments, struct process_point *points)
{
	struct process_segment segment;

	if (count < 2)
		return STATS_TOO_FEW_POINTS;
	if (!is_choice(options->choice) || !are_starts(starts, start_count, count))
		return STATS_OUT_OF_RANGE;
	/* All are worked out before any is written. */
	for (size_t i = 0; i < 2 * (start_count + 1); i++) {
		size_t at = i % (start_count + 1);
		size_t first = at == 0 ? 0 : starts[at - 1];
		size_t end = at == start_count ? count : starts[at];
		enum stats_outcome outcome = segment_of(values, first, end, options, &segment);

		if (outcome != STATS_OK)
			return outcome;
		if (i <= start_count)
			continue;
		segments[at] = segment;
		process_rules(values + first, segment.count, &segment.limits, options->choice,
			      points + first);
	}
	return STATS_OK;
}

enum verdict process_point_verdict(const struct process_point *point, enum favourable favourable)
{
	return verdict_of(point->direction, favourable);
}

enum verdict process_variation(const struct process_point *last, enum favourable favourable)
{
	bool by_side = last->outside || last->two_in_three || last->shift;

	/* Only a trend can head where the point does not lie. */
	if (verdict_of(last->heading, favourable) == VERDICT_BETTER ||
	    (by_side && verdict_of(last->side, favourable) == VERDICT_BETTER))
		return VERDICT_BETTER;
	return process_point_verdict(last, favourable);
}

enum process_assurance process_assurance(const struct process_segment *last, const double *target,
					 enum favourable favourable)
{
	const struct interval *limits = &last->limits.limits;

	if (target == NULL || !isfinite(*target) || favourable == FAVOURABLE_NEITHER ||
	    last->count < 2)
		return PROCESS_ASSURANCE_NONE;
	if (*target >= limits->lower && *target <= limits->upper)
		return PROCESS_ASSURANCE_INCONSISTENT;
	return (*target < limits->lower) == (favourable == FAVOURABLE_HIGH)
		       ? PROCESS_ASSURANCE_PASSING
		       : PROCESS_ASSURANCE_FAILING;
}
