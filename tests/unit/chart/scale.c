#include "chart/scale.h"

#include <criterion/criterion.h>
#include <math.h>

#include "support/trials.h"
#include "support/vectors_random.h"

enum { DRAWS = TRIALS(20000) };

/* Power of ten and digits of a step: 2.5 and 1 for 25. */
static double leading_digits(double step)
{
	double power = pow(10, floor(log10(step) + 1e-9));

	return round(step / power * 1e6) / 1e6;
}

static bool is_round_step(double step)
{
	double digits = leading_digits(step);

	return digits == 1 || digits == 2 || digits == 2.5 || digits == 5;
}

static bool is_multiple(double number, double step)
{
	return fabs(number / step - round(number / step)) < 1e-6;
}

Test(scale, ends_and_ticks_of_a_table)
{
	static const struct {
		double low, high;
		struct scale_options options;
		double first, step, last;
		unsigned decimals;
	} table[] = {
		{ 12, 47, { .from_zero = true }, 0, 10, 50, 0 },
		{ 3, 12, { .from_zero = true }, 0, 2.5, 12.5, 1 },
		{ 3, 12, { .from_zero = true, .ticks = 4 }, 0, 5, 15, 0 },
		{ 0.2, 1, { .from_zero = true }, 0, 0.2, 1, 1 },
		{ 0.002, 0.004, { .from_zero = true }, 0, 0.001, 0.004, 3 },
		{ 0.1, 0.9, { .from_zero = true, .ticks = 4 }, 0, 0.25, 1, 2 },
		{ 1, 4900000, { .from_zero = true }, 0, 1000000, 5000000, 0 },
		{ 7, 2500, { .from_zero = true }, 0, 500, 2500, 0 },
		{ 40, 47, { 0 }, 40, 2, 48, 0 },
		{ 0.91, 1.13, { 0 }, 0.9, 0.05, 1.15, 2 },
		{ -9, 0, { .from_zero = true }, -10, 2, 0, 0 },
		{ -60, 20, { .from_zero = true }, -60, 20, 20, 0 },
		{ 5, 5, { .from_zero = true }, 0, 1, 5, 0 },
		{ 0, 0, { .from_zero = true }, 0, 0.2, 1, 1 },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		struct scale scale = scale_nice(table[i].low, table[i].high, table[i].options);
		size_t count = 1 + (size_t)lround((table[i].last - table[i].first) / table[i].step);

		cr_assert_float_eq(scale.low, table[i].first, 1e-9, "row %zu", i);
		cr_assert_float_eq(scale.high, table[i].last, 1e-9, "row %zu", i);
		cr_assert_eq(scale.tick_count, count, "row %zu has %zu", i, scale.tick_count);
		for (size_t t = 0; t < count; t++)
			cr_assert_float_eq(scale.ticks[t],
					   table[i].first + table[i].step * (double)t, 1e-9,
					   "row %zu", i);
		cr_assert_eq(scale.decimals, table[i].decimals, "row %zu", i);
	}
}

Test(scale, percentages_over_60_run_from_0_to_100)
{
	const struct scale_options options = { .from_zero = true, .percentage = true };
	const double numbers[] = { 60.01, 61, 84.2, 99.9, 100 };

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		struct scale scale = scale_nice(3, numbers[i], options);

		cr_assert_float_eq(scale.low, 0, 1e-12);
		cr_assert_float_eq(scale.high, 100, 1e-12);
		cr_assert_eq(scale.tick_count, 6);
		cr_assert_float_eq(scale.ticks[3], 60, 1e-12);
	}
}

Test(scale, percentages_over_100_run_to_the_next_round_number)
{
	const struct scale_options options = { .from_zero = true, .percentage = true };

	cr_assert_float_eq(scale_nice(0, 184.6, options).high, 200, 1e-12);
	cr_assert_float_eq(scale_nice(0, 100.1, options).high, 125, 1e-12);
	cr_assert_float_eq(scale_nice(0, 184.6, options).low, 0, 1e-12);
}

Test(scale, percentages_up_to_60_run_to_the_next_round_number)
{
	const struct scale_options options = { .from_zero = true, .percentage = true };

	cr_assert_float_eq(scale_nice(0, 60, options).high, 60, 1e-12);
	cr_assert_float_eq(scale_nice(0, 48.1, options).high, 50, 1e-12);
	cr_assert_float_eq(scale_nice(0, 0.31, options).high, 0.4, 1e-12);
}

Test(scale, steps_are_round_and_the_ticks_hold_the_numbers)
{
	struct vectors_random random = { 31 };

	for (int i = 0; i < DRAWS; i++) {
		double magnitude = exp(vectors_random_between(&random, log(1e-4), log(5e6)));
		double a = magnitude * vectors_random_between(&random, -1, 1);
		double b = magnitude * vectors_random_between(&random, -1, 1);
		struct scale_options options = { .from_zero = i % 2 == 0,
						 .ticks = (size_t)(i % 3 == 0 ? 4 : 5) };
		struct scale scale = scale_nice(fmin(a, b), fmax(a, b), options);
		double step = scale.ticks[1] - scale.ticks[0];

		cr_assert(is_round_step(step), "step %g for %g to %g", step, a, b);
		cr_assert_leq(scale.low, fmin(a, b) + step * 1e-6);
		cr_assert_geq(scale.high, fmax(a, b) - step * 1e-6);
		cr_assert(is_multiple(scale.low, step) && is_multiple(scale.high, step));
		cr_assert_float_eq(scale.ticks[0], scale.low, step * 1e-6);
		cr_assert_float_eq(scale.ticks[scale.tick_count - 1], scale.high, step * 1e-6);
		for (size_t t = 1; t < scale.tick_count; t++)
			cr_assert_float_eq(scale.ticks[t] - scale.ticks[t - 1], step, step * 1e-6);
		/* No tick more than the numbers need at either end. */
		cr_assert_lt(scale.high - fmax(fmax(a, b), options.from_zero ? 0 : -INFINITY),
			     step * (1 + 1e-6));
		if (options.from_zero)
			cr_assert(scale.low <= 0 && scale.high >= 0);
	}
}

Test(scale, numbers_from_zero_up_get_4_to_6_ticks)
{
	struct vectors_random random = { 32 };

	for (int i = 0; i < DRAWS; i++) {
		double high = exp(vectors_random_between(&random, log(1e-4), log(5e6)));
		struct scale_options options = { .from_zero = true,
						 .percentage = i % 4 == 0 && high <= 100,
						 .ticks = (size_t)(i % 3 == 0 ? 4 : 5) };
		struct scale scale = scale_nice(high / 3, high, options);

		cr_assert(scale.tick_count >= 4 && scale.tick_count <= 6, "%zu ticks to %g",
			  scale.tick_count, high);
	}
}

Test(scale, tick_labels_have_the_decimals_that_tell_them_apart_exactly)
{
	struct vectors_random random = { 33 };

	for (int i = 0; i < DRAWS; i++) {
		double high = exp(vectors_random_between(&random, log(1e-4), log(5e6)));
		struct scale scale =
			scale_nice(0, high, (struct scale_options){ .from_zero = true });
		double shift = pow(10, scale.decimals);

		for (size_t t = 0; t < scale.tick_count; t++)
			cr_assert(is_multiple(scale.ticks[t], 1 / shift), "%.9g with %u decimals",
				  scale.ticks[t], scale.decimals);
		/* And not one digit more. */
		if (scale.decimals > 0)
			cr_assert_not(is_multiple(scale.ticks[1], 10 / shift));
	}
}

Test(scale, places_are_in_proportion_and_may_run_backwards)
{
	struct scale scale = scale_nice(0, 50, (struct scale_options){ .from_zero = true });

	scale.from = 300;
	scale.to = 100;
	cr_assert_float_eq(scale_place(&scale, 0), 300, 1e-9);
	cr_assert_float_eq(scale_place(&scale, 50), 100, 1e-9);
	cr_assert_float_eq(scale_place(&scale, 12.5), 250, 1e-9);
}

Test(scale, zero_is_never_negative)
{
	struct scale scale = scale_nice(-0.3, 0.3, (struct scale_options){ .from_zero = true });

	for (size_t t = 0; t < scale.tick_count; t++)
		if (fabs(scale.ticks[t]) < 1e-12)
			cr_assert(scale.ticks[t] == 0 && !signbit(scale.ticks[t]));
}
