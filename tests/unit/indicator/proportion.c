/* method proportion: numerator out of denominator, Wilson's interval. */

#include <criterion/criterion.h>
#include <math.h>

#include "support/method_answers.h"
#include "support/methods.h"

Test(method_proportion, agrees_with_reference_figures)
{
	method_answers_agree("proportion", "proportion.csv", 1e-12);
}

/* 25 of 100: sqrt(0.25 x 0.75 / 100). */
Test(method_proportion, knows_its_standard_error_in_its_unit)
{
	struct result result = method_trial_run((struct method_trial){
		.method = "proportion", .numerator = 25, .denominator = 100, .multiplier = 100 });

	cr_expect_float_eq(result.standard_error, 4.330127018922193, 1e-12);
}

Test(method_proportion, keeps_the_95_percent_limits_beside_those_of_the_report)
{
	struct method_trial trial = {
		.method = "proportion", .numerator = 30, .denominator = 120, .multiplier = 100
	};
	struct result at_95 = method_trial_run(trial), at_90, at_998;

	trial.confidence = 0.9;
	at_90 = method_trial_run(trial);
	trial.confidence = 0.998;
	at_998 = method_trial_run(trial);
	cr_expect_eq(at_90.limits_95.lower, at_95.value.limits.lower);
	cr_expect_eq(at_998.limits_95.upper, at_95.value.limits.upper);
	cr_expect_gt(at_90.value.limits.lower, at_95.value.limits.lower);
	cr_expect_lt(at_998.value.limits.lower, at_95.value.limits.lower);
	cr_expect_eq(at_90.value.estimate, at_998.value.estimate);
}

Test(method_proportion, of_no_one_is_not_available)
{
	struct result result = method_trial_run((struct method_trial){ .method = "proportion" });

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_ZERO_DENOMINATOR);
	cr_expect_not(result.value.limits.known);
	cr_expect_eq(result.standard_error, -1);
}

/* 98 of 99 rounded to 5 is 100 of 100, but 8 of 9 people counted elsewhere is 10 of 9. */
Test(method_proportion, is_at_most_all_when_rounding_lifts_the_part_above_the_whole)
{
	struct result result = method_trial_run((struct method_trial){ .method = "proportion",
								       .numerator = 10,
								       .denominator = 9,
								       .multiplier = 100,
								       .from_disclosed = true });

	cr_expect_eq(result.value.state, VALUE_SHOWN);
	cr_expect_eq(result.value.estimate, 100);
	cr_expect_eq(result.value.limits.upper, 100);
}
