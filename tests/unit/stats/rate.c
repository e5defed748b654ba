#include "stats/rate.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "stats/proportion.h"
#include "support/answers_agree.h"
#include "support/vectors_random.h"

static enum stats_outcome outcome_of(double events, double population, double confidence)
{
	struct estimate out = { -7, { -7, -7 } };
	enum stats_outcome outcome =
		crude_rate(events, population, confidence, COUNT_EXACT_BELOW_TEN, &out);

	cr_assert(outcome == STATS_OK ||
		  (out.value == -7 && out.limits.lower == -7 && out.limits.upper == -7));
	return outcome;
}

Test(rate, needs_a_population)
{
	cr_assert_eq(outcome_of(0, 0, 0.95), STATS_NO_DENOMINATOR);
	cr_assert_eq(outcome_of(4, 0, 0.95), STATS_NO_DENOMINATOR);
}

Test(rate, refuses_what_is_no_count_and_no_confidence)
{
	cr_assert_eq(outcome_of(-1, 10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(nan(""), 10, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(1, -1, 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(1, nan(""), 0.95), STATS_OUT_OF_RANGE);
	cr_assert_eq(outcome_of(1, 10, 1), STATS_OUT_OF_RANGE);
}

Test(rate, may_exceed_one_event_a_person)
{
	cr_assert_eq(outcome_of(20, 10, 0.95), STATS_OK);
}

Test(rate, is_exact_below_ten_events_only)
{
	cr_assert(count_is_exact(0, COUNT_EXACT_BELOW_TEN));
	cr_assert(count_is_exact(9.99, COUNT_EXACT_BELOW_TEN));
	cr_assert_not(count_is_exact(10, COUNT_EXACT_BELOW_TEN));
	cr_assert_not(count_is_exact(3, COUNT_BYAR_ALWAYS));
}

Test(rate, no_events_have_an_upper_limit_only)
{
	struct interval limits;

	cr_assert_eq(count_limits(0, 0.95, COUNT_EXACT_BELOW_TEN, &limits), STATS_OK);
	cr_assert_eq(limits.lower, 0);
	cr_assert_float_eq(limits.upper, -log(0.025), 1e-13);
	cr_assert_eq(count_limits(0, 0.95, COUNT_BYAR_ALWAYS, &limits), STATS_OK);
	cr_assert_eq(limits.lower, 0);
	cr_assert_gt(limits.upper, 3);
}

Test(rate, byar_is_never_below_zero)
{
	struct interval limits;

	count_limits(1, 0.998, COUNT_BYAR_ALWAYS, &limits);
	cr_assert_eq(limits.lower, 0);
	count_limits(0.01, 0.95, COUNT_BYAR_ALWAYS, &limits);
	cr_assert_eq(limits.lower, 0);
	count_limits(1, 0.95, COUNT_BYAR_ALWAYS, &limits);
	cr_assert_float_eq(limits.lower, 0.01307213290150435, 1e-13);
}

Test(rate, byar_is_close_to_exact_at_ten)
{
	struct interval byar, exact;

	count_limits(10, 0.95, COUNT_EXACT_BELOW_TEN, &byar);
	count_limits(10 - 1e-9, 0.95, COUNT_EXACT_BELOW_TEN, &exact);
	cr_assert_float_eq(byar.lower / exact.lower, 1 - 0.0017, 1e-4);
	cr_assert_float_eq(byar.upper / exact.upper, 1 + 0.00006, 1e-5);
}

Test(rate, a_sliver_of_an_event_has_a_lower_limit_of_zero)
{
	struct interval limits;

	cr_assert_eq(count_limits(1e-12, 0.95, COUNT_EXACT_BELOW_TEN, &limits), STATS_OK);
	cr_assert_eq(limits.lower, 0);
}

Test(rate, limits_hold_the_value)
{
	struct vectors_random random = { 9 };

	for (int i = 0; i < 5000; i++) {
		double events = vectors_random_count(&random, 0, 1e6);
		double confidence = vectors_random_between(&random, 0.5, 0.9999);
		enum count_rule rule = i % 2 == 0 ? COUNT_EXACT_BELOW_TEN : COUNT_BYAR_ALWAYS;
		struct estimate out;

		cr_assert_eq(crude_rate(events, 1e6, confidence, rule, &out), STATS_OK);
		cr_assert_geq(out.limits.lower, 0);
		cr_assert_leq(out.limits.lower, out.value);
		cr_assert_lt(out.value, out.limits.upper);
	}
}

Test(rate, scales_with_the_population)
{
	struct vectors_random random = { 10 };

	for (int i = 0; i < 1000; i++) {
		double events = vectors_random_count(&random, 0, 1000);
		double population = vectors_random_between(&random, 1, 1e6);
		struct estimate out, twice;

		crude_rate(events, population, 0.95, COUNT_EXACT_BELOW_TEN, &out);
		crude_rate(events, 2 * population, 0.95, COUNT_EXACT_BELOW_TEN, &twice);
		cr_assert_float_eq(out.value, 2 * twice.value, 1e-14 * out.value);
		cr_assert_float_eq(out.limits.lower, 2 * twice.limits.lower,
				   1e-14 * out.limits.upper);
		cr_assert_float_eq(out.limits.upper, 2 * twice.limits.upper,
				   1e-14 * out.limits.upper);
	}
}

static enum stats_outcome estimate_rate(double events, double population, double confidence,
					struct estimate *out)
{
	return crude_rate(events, population, confidence, COUNT_EXACT_BELOW_TEN, out);
}

static void compare_published(struct answers_score *score, const struct answers *vectors,
			      size_t row)
{
	answers_compare_published(score, vectors, row, estimate_rate);
}

Test(rate, agrees_with_the_published_test_data)
{
	answers_agree(answers_open_real("rate.csv"), compare_published);
}

/*
 * One row of limits alone, by either method; a missing lower limit is one below 0 before clipping.
 */
static void compare_limits(struct answers_score *score, const struct answers *vectors, size_t row)
{
	double confidence = strtod(answers_text(vectors, row, "confidence"), NULL) / 100;
	double events = answers_need(vectors, row, "x"), want;
	struct interval limits = { nan(""), nan("") };
	struct estimate wilson;

	if (answers_is(vectors, row, "method", "Byars")) {
		count_limits(events, confidence, COUNT_BYAR_ALWAYS, &limits);
	} else {
		proportion(events, answers_need(vectors, row, "n"), confidence, &wilson);
		limits = wilson.limits;
	}
	answers_compare(score, row, "lowercl", limits.lower,
			answers_number(vectors, row, "lowercl", &want) ? want : 0, 1e-6, 0);
	answers_compare_cell(score, vectors, row, "uppercl", limits.upper, 1e-6, 0);
}

Test(rate, limits_agree_with_the_published_test_data)
{
	answers_agree(answers_open_real("byar_wilson.csv"), compare_limits);
}
