/* What a chart shows. */

#include "document/plot.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/plots.h"

static struct plot *plot_with(struct arena *arena, const double *values, size_t count)
{
	return plot_of(arena, "bars", values, count);
}

Test(plot, finds_the_value_of_a_category_in_a_series)
{
	struct plot_value values[6] = { 0 };
	struct plot plot = { .category_count = 3, .series_count = 2, .values = values };

	cr_expect_eq(plot_value(&plot, 0, 2), &values[2]);
	cr_expect_eq(plot_value(&plot, 1, 0), &values[3]);
	cr_expect_eq(plot_value(&plot, 1, 2), &values[5]);
}

Test(plot, extends_over_values_intervals_and_the_average)
{
	struct arena *arena = arena_new();
	struct plot *plot = plot_with(arena, (double[]){ 20, 35, 30 }, 3);
	double low = 0, high = 0;

	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(low, 20);
	cr_expect_eq(high, 35);
	plot_interval(arena, plot, 0, 1, 33, 41);
	plot_interval(arena, plot, 0, 0, 12, 22);
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(low, 12);
	cr_expect_eq(high, 41);
	plot->has_reference = true;
	plot->reference = 50;
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(high, 50);
	arena_free(arena);
}

/* What is hidden must not show through the length of an axis. */
Test(plot, gives_hidden_values_no_say)
{
	struct arena *arena = arena_new();
	struct plot *plot = plot_with(arena, (double[]){ 20, 900, 30, -70 }, 4);
	double low = 0, high = 0;

	plot_interval(arena, plot, 0, 1, 800, 1000);
	plot_hide(plot, 0, 1, VALUE_SUPPRESSED);
	plot_hide(plot, 0, 3, VALUE_NOT_AVAILABLE);
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(low, 20);
	cr_expect_eq(high, 30);
	arena_free(arena);
}

Test(plot, has_no_extent_when_no_figure_is_shown)
{
	struct arena *arena = arena_new();
	struct plot *plot = plot_with(arena, (double[]){ 20, 30 }, 2);
	double low = 0, high = 0;

	plot_hide(plot, 0, 0, VALUE_SUPPRESSED);
	plot_hide(plot, 0, 1, VALUE_NOT_APPLICABLE);
	cr_expect_not(plot_extent(plot, &low, &high));
	arena_free(arena);
}

Test(plot, counts_values_of_low_reliability)
{
	struct arena *arena = arena_new();
	struct plot *plot = plot_with(arena, (double[]){ 20, 30, 44 }, 3);
	double low = 0, high = 0;

	plot->values[2].state = VALUE_UNRELIABLE;
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(high, 44);
	arena_free(arena);
}

Test(plot, an_interval_of_low_reliability_does_not_double_an_axis_of_percentages)
{
	struct arena *arena = arena_new();
	struct plot *plot = plot_with(arena, (double[]){ 40, 45, 50 }, 3);
	double low = 0, high = 0;

	plot->percentage = true;
	plot->values[2].state = VALUE_UNRELIABLE;
	plot_interval(arena, plot, 0, 2, 20, 64);
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(high, 50);
	plot->percentage = false;
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(high, 64);
	plot->percentage = true;
	plot_interval(arena, plot, 0, 2, 20, 60);
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(high, 60);
	plot->values[0].value = 61;
	plot_interval(arena, plot, 0, 2, 20, 64);
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(high, 64);
	arena_free(arena);
}

Test(plot, where_most_figures_are_of_low_reliability_the_middle_interval_says_how_much_is_usual)
{
	struct arena *arena = arena_new();
	struct plot *plot = plot_with(arena, (double[]){ 20, 30, 25, 22 }, 4);
	double low = 0, high = 0;

	for (size_t i = 0; i < 4; i++) {
		plot->values[i].state = i == 0 ? VALUE_SHOWN : VALUE_UNRELIABLE;
		plot_interval(arena, plot, 0, i, i == 0 ? 18 : 2, i == 0 ? 23 : 80 + (double)i);
	}
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(low, 2);
	cr_expect_eq(high, 83);
	plot_interval(arena, plot, 0, 1, 2, 900);
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(high, 83);
	plot_interval(arena, plot, 0, 1, -900, 80);
	cr_assert(plot_extent(plot, &low, &high));
	cr_expect_eq(low, 2);
	arena_free(arena);
}
