#include "indicator/funnel_places.h"

#include <criterion/criterion.h>
#include <math.h>

#include "model/result.h"

/* Per 100 people, low is good. */
static struct indicator indicator_of(const char *method)
{
	struct indicator indicator = indicator_blank();

	indicator.method = method;
	indicator.multiplier = 100;
	indicator.polarity = POLARITY_LOW_GOOD;
	return indicator;
}

static struct result result_of(double events, double people)
{
	return (struct result){ .numerator = { .state = VALUE_SHOWN, .number = events },
				.denominator = { .state = VALUE_SHOWN, .number = people } };
}

Test(funnel_places, a_place_with_a_hidden_count_is_none)
{
	const struct indicator indicator = indicator_of("proportion");
	struct result result = result_of(20, 100);
	struct funnel_place place = { 1, 2 };

	result.numerator.state = VALUE_SUPPRESSED;
	cr_assert_not(funnel_place_of(&indicator, &result, 20, &place));
	cr_assert_not(funnel_place_of(&indicator, NULL, 20, &place));
	cr_assert_eq(place.size, 2);
	result.numerator.state = VALUE_SHOWN;
	cr_assert(funnel_place_of(&indicator, &result, 20, &place));
	cr_assert_eq(place.size, 100);
}

/* Adjusted for age to 10 per 100, 20 events are those of 200 people. */
Test(funnel_places, an_adjusted_rate_has_the_size_it_would_need_as_it_is)
{
	const struct indicator indicator = indicator_of("dsr");
	struct result result = result_of(20, 100);
	struct funnel_place place;

	cr_assert(funnel_place_of(&indicator, &result, 10, &place));
	cr_assert_float_eq(place.size, 200, 1e-9);
}

Test(funnel_places, the_centre_is_all_events_by_all_people)
{
	const struct indicator indicator = indicator_of("proportion");
	const struct funnel_place places[] = { { 10, 100 }, { 90, 300 } };
	double centre = -1;

	cr_assert(funnel_centre(&indicator, places, 2, &centre));
	cr_assert_float_eq(centre, 25, 1e-9);
	cr_assert_not(funnel_centre(&indicator, places, 0, &centre));
}

/* p + z sqrt(p (1 - p) / n) with p of a half, z of 95% and n of 100 is 59.8%. */
Test(funnel_places, a_curve_runs_over_its_range_in_the_unit_of_the_values)
{
	const struct indicator indicator = indicator_of("proportion");
	struct funnel_point points[FUNNEL_POINTS_MOST];
	const struct funnel_range range = {
		.centre = 50, .from = 100, .to = 400, .confidence = 0.95, .upper = true
	};
	size_t count = funnel_trace(&indicator, &range, points);

	cr_assert_gt(count, 20);
	cr_assert_float_eq(points[0].size, 100, 1e-9);
	cr_assert_float_eq(points[0].limit, 50 + 1.959964 * 5, 1e-5);
	cr_assert_float_eq(points[count - 1].size, 400, 1e-9);
	cr_assert_float_eq(points[count - 1].limit, 50 + 1.959964 * 2.5, 1e-5);
}

Test(funnel_places, beyond_the_outer_limits_alone_means_something)
{
	const struct indicator indicator = indicator_of("proportion");
	/* 50 in 100 people with an error of 5: at 95% the limits are 40 and 60, at 99.8% 35 and 65. */
	const struct funnel_place near = { 62, 100 }, high = { 75, 100 }, low = { 25, 100 };

	cr_assert_eq(funnel_verdict(&indicator, &near, 50), VERDICT_SIMILAR);
	cr_assert_eq(funnel_verdict(&indicator, &high, 50), VERDICT_WORSE);
	cr_assert_eq(funnel_verdict(&indicator, &low, 50), VERDICT_BETTER);
}
