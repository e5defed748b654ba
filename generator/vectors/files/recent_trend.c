#include "base/arena.h"
#include "stats/trend.h"
#include "vectors/polarity.h"

/* The slope of a level series is what rounding leaves of it. */
static struct vectors_tolerance tolerance_of(double uncertainty)
{
	return (struct vectors_tolerance){
		.share = 1e-9,
		.floor = 1e-6,
		.rounding = vectors_noise(uncertainty),
	};
}

static const char *words_for(const struct trend *trend)
{
	bool up = trend->direction == TREND_INCREASING;

	if (trend->direction == TREND_NOT_SIGNIFICANT)
		return "no significant change";
	if (trend->verdict == VERDICT_BETTER)
		return up ? "increasing, getting better" : "decreasing, getting better";
	if (trend->verdict == VERDICT_WORSE)
		return up ? "increasing, getting worse" : "decreasing, getting worse";
	return up ? "increasing" : "decreasing";
}

/* Points in order of time; those without value or limits are left out. */
static size_t points_of(const struct vectors *inputs, const size_t *rows, size_t count,
			struct estimate *points)
{
	size_t valid = 0;

	for (size_t i = 0; i < count; i++) {
		struct estimate *point = &points[valid];

		valid += vectors_number(inputs, rows[i], "value", &point->value) &&
			 vectors_number(inputs, rows[i], "lower", &point->limits.lower) &&
			 vectors_number(inputs, rows[i], "upper", &point->limits.upper);
	}
	return valid;
}

static void compare_row(struct vectors *expected, size_t row, const struct vectors *inputs,
			const size_t *rows, size_t count)
{
	struct estimate *points = arena_array(vectors_arena(expected), count, sizeof(*points));
	struct trend trend = { 0 };
	enum favourable favourable;
	bool known;

	if (!polarity_of(expected, row, &favourable))
		return;
	known = trend_recent(points, points_of(inputs, rows, count, points), favourable, &trend) ==
		STATS_OK;
	vectors_compare(expected, row, "slope", known, trend.slope,
			tolerance_of(known ? trend_error(&points[0].limits) : 0));
	vectors_compare(expected, row, "chi2", known, trend.chi_squared, tolerance_of(0));
	vectors_compare_text(expected, row, "trend",
			     known ? words_for(&trend) : "cannot be calculated");
}

static void compare(struct vectors *expected, struct vectors *inputs)
{
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		const size_t *rows;
		size_t count = vectors_case(expected, row, "case", inputs, &rows);

		if (count > 0)
			compare_row(expected, row, inputs,
				    vectors_order(inputs, rows, count, "period"), count);
	}
}

const struct vector_file vectors_recent_trend = {
	.columns = { .texts = (const char *const[]){ "case", "polarity", "trend", NULL },
		     .numbers = (const char *const[]){ "slope", "chi2", NULL } },
	.inputs = { .texts = (const char *const[]){ "case", "period", NULL },
		    .numbers = (const char *const[]){ "value", "lower", "upper", NULL } },
	.compare = compare,
};
