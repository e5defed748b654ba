#include "indicator/process_series.h"

#include <math.h>

#include "base/arena.h"
#include "stats/process_chart.h"

_Static_assert((int)PROCESS_VALUES_LEAST == (int)PROCESS_BASELINE_LEAST &&
		       (int)PROCESS_VALUES_FIRM == (int)PROCESS_POINTS_FIRM,
	       "as the statistics have it");

static struct process_part part_of(const struct indicator *indicator,
				   const struct process_segment *segment, bool negative)
{
	struct process_part part = {
		.first = segment->first,
		.last = segment->first + segment->count - 1,
		.mean = segment->limits.mean,
		.low = segment->limits.limits.lower,
		.high = segment->limits.limits.upper,
		.trial = segment->is_short,
	};

	if (!negative && part.low < 0)
		part.low = -INFINITY;
	if (indicator_is_percentage(indicator) && part.high > 100)
		part.high = INFINITY;
	return part;
}

static enum process_course course_of(const struct process_point *last)
{
	if (last->rule == PROCESS_COMMON_CAUSE)
		return PROCESS_COURSE_USUAL;
	if (last->rule == PROCESS_TREND)
		return last->direction > 0 ? PROCESS_COURSE_RISING : PROCESS_COURSE_FALLING;
	return last->direction > 0 ? PROCESS_COURSE_HIGHER : PROCESS_COURSE_LOWER;
}

static enum process_prospect prospect_of(const struct process_segment *last, const double *target,
					 enum favourable favourable)
{
	static const enum process_prospect prospects[] = {
		[PROCESS_ASSURANCE_NONE] = PROCESS_PROSPECT_NONE,
		[PROCESS_ASSURANCE_INCONSISTENT] = PROCESS_PROSPECT_AT_TIMES,
		[PROCESS_ASSURANCE_PASSING] = PROCESS_PROSPECT_MET,
		[PROCESS_ASSURANCE_FAILING] = PROCESS_PROSPECT_MISSED,
	};

	return prospects[process_assurance(last, target, favourable)];
}

/* Limits of too few values are not to be judged by: their values say nothing, and the process promises nothing. */
static void judge_nothing(struct process_series *series)
{
	for (size_t i = 0; i < series->part_count; i++)
		for (size_t j = series->parts[i].first;
		     series->parts[i].trial && j <= series->parts[i].last; j++)
			series->verdicts[j] = VERDICT_SIMILAR;
	if (!series->parts[series->part_count - 1].trial)
		return;
	series->variation = VERDICT_NOT_COMPARED;
	series->course = PROCESS_COURSE_NONE;
	series->prospect = PROCESS_PROSPECT_NONE;
}

bool process_series(struct arena *arena, const struct indicator *indicator, const double *values,
		    size_t count, const size_t *starts, size_t start_count, const double *target,
		    struct process_series *out)
{
	const struct process_options options = { .choice = { .run_points = PROCESS_RUN_POINTS } };
	size_t part_count = start_count + 1;
	struct process_segment *segments = arena_array(arena, part_count, sizeof(*segments));
	struct process_point *points = arena_array(arena, count + 1, sizeof(*points));
	enum favourable favourable = polarity_favours(indicator->polarity);
	bool negative = false;

	if (count < 2 || process_chart(values, count, starts, start_count, &options, segments,
				       points) != STATS_OK)
		return false;
	*out = (struct process_series){
		.parts = arena_array(arena, part_count, sizeof(*out->parts)),
		.part_count = part_count,
		.verdicts = arena_array(arena, count, sizeof(*out->verdicts)),
		.variation = process_variation(&points[count - 1], favourable),
		.course = course_of(&points[count - 1]),
		.prospect = prospect_of(&segments[start_count], target, favourable),
	};
	for (size_t i = 0; i < count; i++) {
		negative = negative || values[i] < 0;
		out->verdicts[i] = process_point_verdict(&points[i], favourable);
	}
	for (size_t i = 0; i < part_count; i++)
		out->parts[i] = part_of(indicator, &segments[i], negative);
	judge_nothing(out);
	return true;
}
