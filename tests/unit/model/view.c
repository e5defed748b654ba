/* One breakdown as charts, tables and sentences see it: groups in order, ends, periods with figures. */
#include "model/view.h"

#include <criterion/criterion.h>

#include "support/fixture.h"

/*
 * One indicator, two periods, two bodies. By fifth (ordered, listed, with an unknown group) body 0 has groups
 * 0, 2 and unknown in period 1; by age (open) groups 1 and 0 in the order of the data; totals in both periods.
 */
static struct group fifth_groups[] = {
	{ .code = "1" }, { .code = "2" }, { .code = "3" }, { .code = "u", .kind = GROUP_UNKNOWN }
};
static struct group age_groups[] = { { .code = "18+", .lower = 18, .upper = 17 },
				     { .code = "0-17", .lower = 0, .upper = 17 } };
static struct classification fifths = { .id = "fifth",
					.form = CLASSIFICATION_LISTED,
					.ordered = true,
					.groups = fifth_groups,
					.count = 4 };
static struct classification ages = {
	.id = "age", .form = CLASSIFICATION_AGE_BANDS, .groups = age_groups, .count = 2
};
static struct classification *classifications[] = { &fifths, &ages };
static struct dimensions dimensions = { .classifications = classifications,
					.classification_count = 2 };
static struct indicator indicator_items[] = { { .id = "A" } };
static const struct indicators indicators = { .items = indicator_items, .count = 1 };
static const struct dataset dataset = { .indicators = &indicators,
					.dimensions = &dimensions,
					.period_count = 3,
					.organisation_count = 2 };

#define KEY(period, organisation, classification, group)                                           \
	{                                                                                          \
		0, period, organisation, classification, group, SEX_ALL                            \
	}
#define RESULT(period, organisation, classification, group, events)                                \
	{                                                                                          \
		.key = KEY(period, organisation, classification, group),                           \
		.numerator = { .state = VALUE_SHOWN, .number = events },                           \
		.value = { .state = VALUE_SHOWN, .estimate = events * 10 },                        \
		.share = { .state = VALUE_SHOWN, .estimate = events * 2 },                         \
	}

static struct result result_items[] = {
	RESULT(0, 0, CLASSIFICATION_ALL, GROUP_ALL, 7),
	RESULT(1, 0, CLASSIFICATION_ALL, GROUP_ALL, 9),
	RESULT(1, 0, 0, 0, 1),
	RESULT(1, 0, 0, 2, 3),
	RESULT(1, 0, 0, 3, 4),
	RESULT(1, 0, 1, 0, 5),
	RESULT(1, 0, 1, 1, 6),
	RESULT(1, 1, CLASSIFICATION_ALL, GROUP_ALL, 8),
};
static struct breakdown_result breakdown_items[] = {
	{ .key = KEY(1, 0, 0, GROUP_ALL),
	  .choice.measure = MEASURE_GAP,
	  .value = { .state = VALUE_SHOWN, .estimate = -20 } },
	{ .key = KEY(1, 0, 0, GROUP_ALL),
	  .choice.measure = MEASURE_COMPLETENESS,
	  .value = { .state = VALUE_SHOWN, .estimate = 96 } },
};
static const struct results results = { .dataset = &dataset,
					.items = result_items,
					.count = sizeof(result_items) / sizeof(result_items[0]),
					.breakdowns = breakdown_items,
					.breakdown_count = 2 };

TestSuite(model_view, .init = fixture_set_up, .fini = fixture_tear_down);

static struct view view_by(int classification)
{
	const struct cell_key key = KEY(1, 0, classification, GROUP_ALL);

	return view_of(arena, &results, &key);
}

Test(model_view, shows_every_group_of_a_list_and_the_unknown_last)
{
	struct view view = view_by(0);

	cr_assert_eq(view.count, 4);
	cr_expect_eq(view.ordinary, 3);
	for (int i = 0; i < 4; i++)
		cr_expect_eq(view.groups[i].group, i);
	cr_expect_eq(view.groups[0].value.estimate, 10);
	cr_expect_null(view.groups[1].result);
	cr_expect_eq(view.groups[1].value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(view.groups[1].value.reason, REASON_NOT_IN_DATA);
	cr_expect_eq(view.total->numerator.number, 9);
}

Test(model_view, shows_the_groups_that_the_data_have_in_their_order)
{
	struct view view = view_by(1);

	cr_assert_eq(view.count, 2);
	cr_expect_eq(view.groups[0].group, 1);
	cr_expect_eq(view.groups[1].group, 0);
	cr_expect_eq(view.groups[0].value.estimate, 60);
	cr_expect_eq(view_find_group(&view, 0), &view.groups[1]);
	cr_expect_null(view_find_group(&view, 2));
}

Test(model_view, shows_an_unknown_group_only_where_the_data_have_it)
{
	const struct cell_key key = KEY(0, 0, 0, GROUP_ALL);
	struct view view = view_of(arena, &results, &key);

	cr_expect_eq(view.count, 3);
	cr_expect_eq(view.ordinary, 3);
}

Test(model_view, is_the_total_alone_without_a_classification)
{
	struct view view = view_by(CLASSIFICATION_ALL);

	cr_expect_null(view.classification);
	cr_expect_eq(view.count, 0);
	cr_expect_eq(view.total->numerator.number, 9);
	cr_expect_null(view_most(&view));
}

Test(model_view, has_ends_where_the_groups_have_an_order)
{
	struct view by_fifth = view_by(0), by_age = view_by(1);

	cr_expect_eq(view_most(&by_fifth)->group, 0);
	cr_expect_eq(view_least(&by_fifth)->group, 2);
	cr_expect_null(view_most(&by_age));
	cr_expect_null(view_least(&by_age));
}

Test(model_view, knows_the_periods_that_have_figures)
{
	cr_expect_eq(period_latest(&results, 0, 0, CLASSIFICATION_ALL), 1);
	cr_expect_eq(period_first(&results, 0, 0, CLASSIFICATION_ALL), 0);
	cr_expect_eq(period_first(&results, 0, 0, 0), 1);
	cr_expect_eq(period_first(&results, 0, 1, CLASSIFICATION_ALL), 1);
	cr_expect_eq(period_latest(&results, 0, 1, 0), -1);
}

Test(model_view, finds_results_and_runs_of_groups)
{
	const struct cell_key one = KEY(1, 0, 0, 2), none = KEY(1, 0, 0, 1),
			      other = KEY(1, 1, 0, 0);
	size_t count;

	cr_expect_eq(results_find(&results, &one)->numerator.number, 3);
	cr_expect_null(results_find(&results, &none));
	cr_expect_eq(results_groups(&results, &one, &count), &result_items[2]);
	cr_expect_eq(count, 3);
	cr_expect_null(results_groups(&results, &other, &count));
	cr_expect_eq(count, 0);
	cr_expect_eq(results_breakdown(&results, &one, MEASURE_GAP), &breakdown_items[0]);
	cr_expect_null(results_breakdown(&results, &one, MEASURE_RII));
}
