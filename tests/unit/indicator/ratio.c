/* method ratio: numerator divided by denominator, either can be the larger; no interval. */

#include <criterion/criterion.h>

#include "support/methods.h"

Test(method_ratio, may_be_above_1_and_has_no_interval)
{
	struct result result = method_trial_run((struct method_trial){
		.method = "ratio", .numerator = 1846, .denominator = 1000, .multiplier = 100 });

	cr_expect_eq(result.value.state, VALUE_SHOWN);
	cr_expect_float_eq(result.value.estimate, 184.6, 1e-12);
	cr_expect_not(result.value.limits.known);
	cr_expect_not(result.limits_95.known);
	cr_expect_eq(result.standard_error, -1);
}

Test(method_ratio, to_nothing_is_not_available)
{
	struct result result =
		method_trial_run((struct method_trial){ .method = "ratio", .numerator = 3 });

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_ZERO_DENOMINATOR);
}

Test(method_ratio, of_nothing_is_0)
{
	struct result result =
		method_trial_run((struct method_trial){ .method = "ratio", .denominator = 3 });

	cr_expect_eq(result.value.state, VALUE_SHOWN);
	cr_expect_eq(result.value.estimate, 0);
}
