#include "indicator/method.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "stats/interval.h"
#include "support/methods.h"

Test(method, is_found_by_the_name_a_spec_writes)
{
	static const char *const names[] = {
		"count",           "proportion", "crude-rate", "dsr",       "isr",   "smr",
		"life-expectancy", "mean",       "ratio",      "share-gap", "given", "dsr-events"
	};
	size_t count = 0;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		cr_assert_not_null(method_find(names[i]), "%s", names[i]);
		cr_expect_str_eq(method_find(names[i])->name, names[i]);
	}
	while (methods()[count].method != NULL)
		count++;
	cr_expect_eq(count, sizeof(names) / sizeof(names[0]));
}

Test(method, is_not_found_by_another_name)
{
	cr_expect_null(method_find("Proportion"));
	cr_expect_null(method_find("crude_rate"));
	cr_expect_null(method_find(""));
}

Test(method, has_all_that_the_program_asks_for)
{
	for (const struct method_entry *at = methods(); at->method != NULL; at++) {
		cr_expect_str_eq(at->name, at->method->name);
		cr_expect_str_eq(method_summary(at->method), at->summary);
		cr_expect_gt(strlen(at->summary), 0);
		cr_expect_not_null(at->method->compute);
		cr_expect_not_null(at->method->explain);
		cr_expect_not_null(at->method->interval);
		cr_expect_not(at->method->is_rate && at->method->is_share, "%s", at->name);
	}
}

Test(method, works_from_exact_counts_unless_the_rule_forbids_it)
{
	struct method_trial trial = { .method = "proportion",
				      .numerator = 125,
				      .denominator = 455 };
	struct observation row = { .age = AGE_ALL,
				   .numerator = { .state = VALUE_SHOWN, .number = 123 },
				   .denominator = { .state = VALUE_SHOWN, .number = 457 } };
	struct method_input input = method_trial_input(&trial);
	struct result result = method_trial_result(&trial);

	input.rows = &row;
	input.count = 1;
	cr_expect_eq(method_numerator(&input, &result), 123);
	cr_expect_eq(method_denominator(&input, &result), 457);
	input.from_disclosed = true;
	cr_expect_eq(method_numerator(&input, &result), 125);
	cr_expect_eq(method_denominator(&input, &result), 455);
}

/* Of the exact counts: those of the result are rounded here. */
Test(method, takes_the_sum_of_the_age_bands_when_there_is_no_row_for_all_ages)
{
	struct method_trial trial = { .method = "proportion", .numerator = 35, .denominator = 95 };
	struct observation bands[] = { { .age = 0,
					 .numerator = { .state = VALUE_SHOWN, .number = 10 },
					 .denominator = { .state = VALUE_SHOWN, .number = 40 } },
				       { .age = 1,
					 .numerator = { .state = VALUE_SHOWN, .number = 20 },
					 .denominator = { .state = VALUE_SHOWN, .number = 50 } } };
	struct method_input input = method_trial_input(&trial);
	struct result result = method_trial_result(&trial);

	input.rows = bands;
	input.count = 2;
	cr_expect_null(method_all_ages(&input));
	cr_expect_eq(method_numerator(&input, &result), 30);
	cr_expect_eq(method_denominator(&input, &result), 90);
}

Test(method, multiplies_value_limits_and_error_alike)
{
	struct result result = { 0 };
	struct estimate estimate = { 0.25, { 0.125, 0.5 } }, estimate_95 = { 0.25, { 0.2, 0.3 } };

	method_set(&result, &estimate, &estimate_95, 0.0625, 1000);
	cr_expect_eq(result.value.state, VALUE_SHOWN);
	cr_expect_eq(result.value.origin, VALUE_COMPUTED);
	cr_expect_eq(result.value.estimate, 250);
	cr_expect(result.value.limits.known && result.limits_95.known);
	cr_expect_eq(result.value.limits.lower, 125);
	cr_expect_eq(result.value.limits.upper, 500);
	cr_expect_float_eq(result.limits_95.lower, 200, 1e-9);
	cr_expect_float_eq(result.limits_95.upper, 300, 1e-9);
	cr_expect_eq(result.standard_error, 62.5);
}
