/* What changed between two statements. Figures are made by hand; intervals are 95% ones, so 1.96 errors wide. */
#include "changes/changes.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "support/fixture.h"

static struct published *before, *now;

static void set_up(void)
{
	fixture_set_up();
	before = published_new(arena, "old.csv");
	now = published_new(arena, "new.csv");
}

TestSuite(changes, .init = set_up, .fini = fixture_tear_down);

/* A figure of everybody with a standard error. */
static struct published_figure total_of(const char *indicator, const char *period, double number,
					double error)
{
	return (struct published_figure){
		.indicator = indicator,
		.organisation = "QNV",
		.dimension = "all",
		.group = "all",
		.sex = "all",
		.measure = "value",
		.parameters = "",
		.method = "proportion",
		.printed = "",
		.period = period_parse(period),
		.value = { .state = VALUE_SHOWN,
			   .estimate = number,
			   .limits = { true, number - 1.959964 * error,
				       number + 1.959964 * error } },
		.numerator = { .state = VALUE_NOT_AVAILABLE },
		.denominator = { .state = VALUE_NOT_AVAILABLE },
		.confidence = 0.95,
	};
}

static struct published_figure gap_of(const char *period, double number, double error)
{
	struct published_figure figure = total_of("A", period, number, error);

	figure.dimension = "deprivation-quintile";
	figure.measure = "gap";
	return figure;
}

static struct published_figure group_of(const char *period, const char *group, double number)
{
	struct published_figure figure = total_of("A", period, number, 1);

	figure.dimension = "ethnic-group";
	figure.group = group;
	figure.compared = true;
	return figure;
}

static void add(struct published *to, struct published_figure figure)
{
	published_add(to, &figure, "Name");
}

static struct changes *found(void)
{
	return changes_find(arena, before, now, NULL);
}

/* The first change of a kind; NULL if there is none. */
static const struct change *first_of(enum change_kind kind)
{
	const struct changes *changes = found();

	for (size_t i = 0; i < changes->count; i++)
		if (changes->items[i].kind == kind)
			return &changes->items[i];
	return NULL;
}

Test(changes, finds_nothing_between_the_same_figures)
{
	add(before, total_of("A", "2023/24", 10, 1));
	add(now, total_of("A", "2023/24", 10, 1));
	cr_expect_eq(found()->count, 0);
	cr_expect_eq(found()->figures, 1);
}

Test(changes, tells_indicators_that_came_and_went)
{
	add(before, total_of("A", "2023/24", 10, 1));
	add(now, total_of("B", "2023/24", 10, 1));
	cr_expect_str_eq(first_of(CHANGE_INDICATOR_NEW)->indicator, "B");
	cr_expect_str_eq(first_of(CHANGE_INDICATOR_DROPPED)->indicator, "A");
}

Test(changes, tells_an_indicator_with_another_name)
{
	struct published_figure figure = total_of("A", "2023/24", 10, 1);

	published_add(before, &figure, "Checks");
	published_add(now, &figure, "Health checks");
	cr_expect_str_eq(first_of(CHANGE_INDICATOR_RENAMED)->former_name, "Checks");
	cr_expect_str_eq(first_of(CHANGE_INDICATOR_RENAMED)->name, "Health checks");
}

Test(changes, says_nothing_of_names_that_a_file_does_not_tell)
{
	struct published_figure figure = total_of("A", "2023/24", 10, 1);

	published_add(before, &figure, "");
	published_add(now, &figure, "Health checks");
	cr_expect_null(first_of(CHANGE_INDICATOR_RENAMED));
	cr_expect_not(found()->names_compared);
}

/* The same year is written in two ways. */
Test(changes, tells_a_figure_that_was_revised)
{
	add(before, total_of("A", "2023/24", 10, 1));
	add(now, total_of("A", "2023-24", 10.5, 1));
	cr_expect_float_eq(first_of(CHANGE_REVISED)->before->value.estimate, 10, 0);
	cr_expect_float_eq(first_of(CHANGE_REVISED)->now->value.estimate, 10.5, 0);
}

Test(changes, takes_digits_that_a_version_writes_otherwise_for_the_same)
{
	add(before, total_of("A", "2023/24", 100.0 / 3, 1));
	add(now, total_of("A", "2023/24", 33.3333333333, 1));
	cr_expect_null(first_of(CHANGE_REVISED));
}

Test(changes, tells_a_revised_count_behind_the_same_figure)
{
	struct published_figure figure = total_of("A", "2023/24", 10, 1);

	figure.numerator = (struct quantity){ .state = VALUE_SHOWN, .number = 100 };
	add(before, figure);
	figure.numerator.number = 105;
	add(now, figure);
	cr_expect_not_null(first_of(CHANGE_REVISED));
}

Test(changes, repeats_no_number_of_a_figure_that_one_statement_hides)
{
	struct published_figure hidden = total_of("A", "2023/24", 0, 0);

	hidden.value = value_without(VALUE_SUPPRESSED, REASON_NONE);
	add(before, total_of("A", "2023/24", 7, 1));
	add(now, hidden);
	add(before, hidden = (hidden.indicator = "B", hidden));
	add(now, total_of("B", "2023/24", 8, 1));
	cr_expect_eq(first_of(CHANGE_HIDDEN)->before->value.estimate, 0);
	cr_expect(first_of(CHANGE_HIDDEN)->before->withheld);
	cr_expect_eq(first_of(CHANGE_UNHIDDEN)->now->value.estimate, 0);
	cr_expect(first_of(CHANGE_UNHIDDEN)->now->withheld);
}

Test(changes, leaves_out_a_count_that_one_statement_hides)
{
	struct published_figure figure = total_of("A", "2023/24", 10, 1);

	figure.numerator = (struct quantity){ .state = VALUE_SHOWN, .number = 3 };
	add(before, figure);
	figure.numerator = (struct quantity){ .state = VALUE_SUPPRESSED };
	figure.value.estimate = 11;
	add(now, figure);
	cr_expect_not(quantity_is_shown(&first_of(CHANGE_REVISED)->before->numerator));
}

/* Errors of 1 each make one of 1.414 for the difference, 2.77 to either side. */
Test(changes, calls_a_gap_wider_only_when_the_change_is_clear)
{
	add(before, gap_of("2023/24", 10, 1));
	add(now, gap_of("2024/25", 12.8, 1));
	cr_expect_eq(first_of(CHANGE_GAP)->move, MOVE_WIDENED);
	cr_expect_float_eq(first_of(CHANGE_GAP)->difference.limits.lower, 2.8 - 2.7718, 1e-3);
}

Test(changes, calls_a_smaller_change_not_clear)
{
	add(before, gap_of("2023/24", 10, 1));
	add(now, gap_of("2024/25", 12.7, 1));
	cr_expect_eq(first_of(CHANGE_GAP)->move, MOVE_NOT_CLEAR);
}

Test(changes, measures_a_gap_below_0_by_its_distance)
{
	add(before, gap_of("2023/24", -10, 1));
	add(now, gap_of("2024/25", -15, 1));
	cr_expect_eq(first_of(CHANGE_GAP)->move, MOVE_WIDENED);
}

Test(changes, calls_a_gap_that_goes_over_to_the_other_side_turned)
{
	add(before, gap_of("2023/24", -5, 1));
	add(now, gap_of("2024/25", 5, 1));
	cr_expect_eq(first_of(CHANGE_GAP)->move, MOVE_TURNED);
}

/* From a half to a third: on the log scale further from 1, though the number is smaller. */
Test(changes, compares_ratios_by_their_logarithms)
{
	struct published_figure figure = gap_of("2023/24", 0.5, 0);

	figure.measure = "ratio";
	figure.value.limits = (struct interval_limits){ true, 0.45, 0.5 * 0.5 / 0.45 };
	add(before, figure);
	figure.period = period_parse("2024/25");
	figure.value.estimate = 1.0 / 3;
	figure.value.limits = (struct interval_limits){ true, 0.3, 1.0 / 9 / 0.3 };
	add(now, figure);
	cr_expect_eq(first_of(CHANGE_GAP)->move, MOVE_WIDENED);
	cr_expect_float_eq(first_of(CHANGE_GAP)->difference.estimate, log(2.0 / 3), 1e-12);
}

/* The old file said 2; revised, it was 10, and nothing happened since. */
Test(changes, compares_with_the_earlier_period_as_it_was_revised)
{
	add(before, gap_of("2023/24", 2, 1));
	add(now, gap_of("2023/24", 10, 1));
	add(now, gap_of("2024/25", 10, 1));
	cr_expect_eq(first_of(CHANGE_GAP)->move, MOVE_NOT_CLEAR);
}

Test(changes, compares_nothing_with_a_figure_that_is_hidden_now)
{
	struct published_figure hidden = gap_of("2023/24", 0, 0);

	hidden.value = value_without(VALUE_SUPPRESSED, REASON_NONE);
	add(before, gap_of("2023/24", 2, 1));
	add(now, hidden);
	add(now, gap_of("2024/25", 10, 1));
	cr_expect_eq(first_of(CHANGE_GAP)->move, MOVE_NOT_COMPARED);
	cr_expect_eq(first_of(CHANGE_GAP)->obstacle, OBSTACLE_HIDDEN);
	cr_expect_eq(first_of(CHANGE_GAP)->now->value.estimate, 0);
}

Test(changes, compares_nothing_that_was_worked_out_in_another_way)
{
	struct published_figure figure = gap_of("2024/25", 20, 1);

	figure.method = "dsr";
	add(before, gap_of("2023/24", 10, 1));
	add(now, figure);
	cr_expect_eq(first_of(CHANGE_GAP)->obstacle, OBSTACLE_METHOD);
}

Test(changes, compares_no_periods_that_share_days)
{
	add(before, gap_of("2021-2023", 10, 1));
	add(now, gap_of("2022-2024", 20, 1));
	cr_expect_eq(first_of(CHANGE_GAP)->obstacle, OBSTACLE_OVERLAP);
}

Test(changes, tells_totals_that_went_up_and_down)
{
	add(before, total_of("A", "2023/24", 10, 1));
	add(now, total_of("A", "2024/25", 5, 1));
	cr_expect_eq(first_of(CHANGE_TOTAL)->move, MOVE_DOWN);
}

/* Without Z, which is hidden in the second year, the range went from 10 to 30. */
Test(changes, takes_the_extremes_of_groups_that_both_periods_show)
{
	struct published_figure hidden = group_of("2024/25", "Z", 0);

	hidden.value = value_without(VALUE_SUPPRESSED, REASON_NONE);
	hidden.compared = false;
	add(before, group_of("2023/24", "X", 10));
	add(before, group_of("2023/24", "Y", 20));
	add(before, group_of("2023/24", "Z", 90));
	add(now, group_of("2024/25", "X", 10));
	add(now, group_of("2024/25", "Y", 40));
	add(now, hidden);
	cr_expect_eq(first_of(CHANGE_EXTREMES)->move, MOVE_WIDENED);
	cr_expect_str_eq(first_of(CHANGE_EXTREMES)->before->group, "Y");
	cr_expect_str_eq(first_of(CHANGE_EXTREMES)->before_low->group, "X");
	cr_expect_float_eq(first_of(CHANGE_EXTREMES)->difference.estimate, 20, 1e-12);
}

Test(changes, sees_when_the_files_are_the_wrong_way_round)
{
	add(before, total_of("A", "2024/25", 10, 1));
	add(now, total_of("A", "2023/24", 10, 1));
	cr_expect(found()->runs_backwards);
}
