#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "stats/process_chart.h"
#include "vectors/vectors.h"

/* A series as the reference figures have it, with the number that its first segment has there. */
struct series {
	const size_t *rows;
	double *values;
	size_t count, *starts, start_count;
	size_t first_segment;
};

struct chart {
	struct process_segment *segments;
	struct process_point *points;
};

/* The choices of a row: what makes it another chart than that of the row before. */
static const char *const keys[] = { "series", "direction", "target", "fix_after",
				    "screen_outliers" };

static bool is_same_chart(const struct vectors *expected, size_t row)
{
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (row == 0 ||
		    !vectors_is(expected, row, keys[i], vectors_text(expected, row - 1, keys[i])))
			return false;
	return true;
}

static bool read_series(struct vectors *expected, size_t row, const struct vectors *inputs,
			struct series *out)
{
	struct arena *arena = vectors_arena(expected);
	struct series series = { 0 };

	series.count = vectors_case(expected, row, "series", inputs, &series.rows);
	if (series.count == 0)
		return false;
	series.rows = vectors_order(inputs, series.rows, series.count, "t");
	series.values = arena_array(arena, series.count, sizeof(*series.values));
	series.starts = arena_array(arena, series.count, sizeof(*series.starts));
	for (size_t i = 0; i < series.count; i++) {
		bool starts = vectors_number_or(inputs, series.rows[i], "rebase", 0) != 0;

		if (!vectors_number(inputs, series.rows[i], "value", &series.values[i])) {
			vectors_fault(expected, row, "series", "point %zu has no value", i + 1);
			return false;
		}
		if (starts && i == 0)
			series.first_segment = 1;
		else if (starts)
			series.starts[series.start_count++] = i;
	}
	*out = series;
	return true;
}

static bool draw(struct vectors *expected, size_t row, const struct series *series,
		 struct process_choice choice, struct chart *out)
{
	struct arena *arena = vectors_arena(expected);
	/* Any number may stand there; beyond the last point, and where a baseline may end, they are all the same. */
	double baseline = fmin(vectors_number_or(expected, row, "fix_after", 0),
			       (double)(series->count + PROCESS_BASELINE_LEAST));
	struct process_options options = {
		.baseline_points = (size_t)fmax(baseline, 0),
		.screens_ranges = vectors_number_or(expected, row, "screen_outliers", 0) != 0,
		.choice = choice,
	};

	out->segments = arena_array(arena, series->start_count + 1, sizeof(*out->segments));
	out->points = arena_array(arena, series->count, sizeof(*out->points));
	return process_chart(series->values, series->count, series->starts, series->start_count,
			     &options, out->segments, out->points) == STATS_OK;
}

static bool favourable_of(struct vectors *expected, size_t row, enum favourable *out)
{
	if (vectors_is(expected, row, "direction", "increase"))
		*out = FAVOURABLE_HIGH;
	else if (vectors_is(expected, row, "direction", "decrease"))
		*out = FAVOURABLE_LOW;
	else if (vectors_is(expected, row, "direction", "neutral"))
		*out = FAVOURABLE_NEITHER;
	else {
		vectors_fault(expected, row, "direction",
			      "\"%s\" is none of increase, decrease and neutral",
			      vectors_text(expected, row, "direction"));
		return false;
	}
	return true;
}

static const char *cause_words(const struct process_point *point)
{
	static const char *const words[][2] = {
		[PROCESS_COMMON_CAUSE] = { "Common Cause", "Common Cause" },
		[PROCESS_OUTSIDE] = { "Below LCL", "Above UCL" },
		[PROCESS_TREND] = { "7 Point Trend (Decreasing)", "7 Point Trend (Increasing)" },
		[PROCESS_TWO_IN_THREE] = { "2 in 3 Below CL", "2 in 3 Above CL" },
		[PROCESS_SHIFT] = { "7 Points Below CL", "7 Points Above CL" },
	};

	return words[point->rule][point->direction > 0];
}

static const char *const type_words[] = {
	[VERDICT_NOT_COMPARED] = NULL,
	[VERDICT_SIMILAR] = "common_cause",
	[VERDICT_BETTER] = "special_cause_improvement",
	[VERDICT_WORSE] = "special_cause_concern",
	[VERDICT_HIGHER] = "special_cause_neutral_high",
	[VERDICT_LOWER] = "special_cause_neutral_low",
};

static const char *const assurance_words[] = {
	[PROCESS_ASSURANCE_NONE] = NULL,
	[PROCESS_ASSURANCE_INCONSISTENT] = "inconsistent",
	[PROCESS_ASSURANCE_PASSING] = "consistent_pass",
	[PROCESS_ASSURANCE_FAILING] = "consistent_fail",
};

static void compare_flag(struct vectors *expected, size_t row, const char *column, bool flag)
{
	vectors_compare(expected, row, column, true, flag, (struct vectors_tolerance){ 0 });
}

/* The reference software has no limits where screening leaves no moving range; here they are the mean. */
static bool has_limits(const struct process_segment *segment)
{
	return segment->limits.screened < segment->limits.ranges;
}

static void compare_limits(struct vectors *expected, size_t row,
			   const struct process_segment *segment)
{
	const struct vectors_tolerance tolerance = { .share = 1e-12, .floor = 1e-6 };
	const struct process_limits *limits = &segment->limits;
	/* The method has the mean in their place, and so may the file. */
	bool known = has_limits(segment) || !vectors_missing(expected, row, "upl");

	vectors_compare(expected, row, "mean", true, limits->mean, tolerance);
	vectors_compare(expected, row, "lpl", known, limits->limits.lower, tolerance);
	vectors_compare(expected, row, "upl", known, limits->limits.upper, tolerance);
	compare_flag(expected, row, "short_group", segment->is_short);
}

/* What each of the charts says: by the usual rules, with runs of 6, and with points beyond the limits in two in three. */
struct charts {
	struct series series;
	struct chart usual, six, beyond;
	bool known;
};

static void compare_rules(struct vectors *expected, size_t row, const struct charts *charts,
			  size_t at, enum favourable favourable)
{
	const struct process_point *point = &charts->usual.points[at];

	compare_flag(expected, row, "outside", point->outside);
	compare_flag(expected, row, "trend7", point->trend);
	compare_flag(expected, row, "two_in_three", point->two_in_three);
	compare_flag(expected, row, "shift7", point->shift);
	compare_flag(expected, row, "trend6", charts->six.points[at].trend);
	compare_flag(expected, row, "shift6", charts->six.points[at].shift);
	compare_flag(expected, row, "two_in_three_beyond", charts->beyond.points[at].two_in_three);
	vectors_compare_text(expected, row, "special_cause_type", cause_words(point));
	vectors_compare_text(expected, row, "point_type",
			     type_words[process_point_verdict(point, favourable)]);
}

static void compare_assurance(struct vectors *expected, size_t row,
			      const struct process_segment *last, enum favourable favourable)
{
	double target;
	bool has_target = vectors_number(expected, row, "target", &target);

	if (has_target && !has_limits(last))
		return;
	vectors_compare_text(
		expected, row, "assurance",
		assurance_words[process_assurance(last, has_target ? &target : NULL, favourable)]);
}

/* The position in the series of the point of a row; the count when there is none. */
static size_t find_point(const struct vectors *expected, size_t row, const struct vectors *inputs,
			 const struct series *series)
{
	double time = vectors_number_or(expected, row, "t", -1);
	size_t at = 0;

	while (at < series->count && vectors_number_or(inputs, series->rows[at], "t", -2) != time)
		at++;
	return at;
}

static void compare_row(struct vectors *expected, size_t row, const struct vectors *inputs,
			const struct charts *charts)
{
	size_t at = find_point(expected, row, inputs, &charts->series), segment = 0;
	enum favourable favourable;

	if (at == charts->series.count) {
		vectors_fault(expected, row, "t", "the series has no such point");
		return;
	}
	if (!favourable_of(expected, row, &favourable))
		return;
	while (segment < charts->series.start_count && charts->series.starts[segment] <= at)
		segment++;
	vectors_compare(expected, row, "segment", true,
			(double)(segment + charts->series.first_segment),
			(struct vectors_tolerance){ 0 });
	compare_limits(expected, row, &charts->usual.segments[segment]);
	/* Without limits of the reference software only what lies on the mean can be compared. */
	if (has_limits(&charts->usual.segments[segment]) || charts->usual.points[at].side == 0)
		compare_rules(expected, row, charts, at, favourable);
	compare_assurance(expected, row, &charts->usual.segments[charts->series.start_count],
			  favourable);
}

static struct charts draw_all(struct vectors *expected, size_t row, const struct vectors *inputs)
{
	const struct process_choice usual = { PROCESS_RUN_POINTS, false };
	const struct process_choice six = { PROCESS_RUN_POINTS_SHORT, false };
	const struct process_choice beyond = { PROCESS_RUN_POINTS, true };
	struct charts charts = { 0 };

	if (!read_series(expected, row, inputs, &charts.series))
		return charts;
	charts.known = draw(expected, row, &charts.series, usual, &charts.usual) &&
		       draw(expected, row, &charts.series, six, &charts.six) &&
		       draw(expected, row, &charts.series, beyond, &charts.beyond);
	if (!charts.known)
		vectors_fault(expected, row, "series", "no chart can be made of it");
	return charts;
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	struct charts charts = { 0 };

	for (size_t row = 0; row < vectors_rows(expected); row++) {
		if (!is_same_chart(expected, row))
			charts = draw_all(expected, row, inputs);
		if (charts.known)
			compare_row(expected, row, inputs, &charts);
	}
}

const struct vector_file vectors_xmr = {
	.columns = { .texts = (const char *const[]){ "series", "direction", "special_cause_type",
						     "point_type", "assurance", NULL },
		     .numbers = (const char *const[]){ "target", "fix_after", "screen_outliers",
						       "t", "segment", "mean", "lpl", "upl",
						       "outside", "trend7", "two_in_three",
						       "shift7", "short_group", NULL },
		     .optional = (const char *const[]){ "trend6", "shift6", "two_in_three_beyond",
							NULL } },
	.inputs = { .texts = (const char *const[]){ "series", NULL },
		    .numbers = (const char *const[]){ "t", "value", "rebase", NULL } },
	.compare = compare,
};
