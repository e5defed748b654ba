/* method crude-rate: events per people or time, exact Poisson limits under 10 events, Byar's from 10. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/method_answers.h"
#include "support/methods.h"

Test(method_crude_rate, agrees_with_reference_figures)
{
	method_answers_agree("crude-rate", "rate.csv", 1e-11);
}

/* Chi-square quantiles: 9 events 4.115373 to 17.084803; 10 events, by Byar, 4.787450 to 18.391459. */
Test(method_crude_rate, changes_its_limits_between_9_and_10_events)
{
	struct result nine = method_trial_run((struct method_trial){
		.method = "crude-rate", .numerator = 9, .denominator = 1000, .multiplier = 1000 });
	struct result ten = method_trial_run((struct method_trial){
		.method = "crude-rate", .numerator = 10, .denominator = 1000, .multiplier = 1000 });

	cr_expect_float_eq(nine.value.limits.lower, 4.115373, 1e-6);
	cr_expect_float_eq(nine.value.limits.upper, 17.084803, 1e-6);
	cr_expect_float_eq(ten.value.limits.lower, 4.787450, 1e-6);
	cr_expect_float_eq(ten.value.limits.upper, 18.391459, 1e-6);
}

Test(method_crude_rate, without_events_is_0_with_an_upper_limit)
{
	struct result result = method_trial_run((struct method_trial){
		.method = "crude-rate", .denominator = 1000, .multiplier = 1000 });

	cr_expect_eq(result.value.state, VALUE_SHOWN);
	cr_expect_eq(result.value.estimate, 0);
	cr_expect_eq(result.value.limits.lower, 0);
	cr_expect_float_eq(result.value.limits.upper, 3.688879454113936, 1e-12); /* -ln 0.025 */
	cr_expect_eq(result.standard_error, 0);
}

Test(method_crude_rate, of_no_one_is_not_available)
{
	struct result result =
		method_trial_run((struct method_trial){ .method = "crude-rate", .numerator = 3 });

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_ZERO_DENOMINATOR);
}

/* 16 events in 64: 4 / 64. */
Test(method_crude_rate, knows_its_standard_error_in_its_unit)
{
	struct result result = method_trial_run((struct method_trial){
		.method = "crude-rate", .numerator = 16, .denominator = 64, .multiplier = 1000 });

	cr_expect_eq(result.standard_error, 62.5);
}

static const char *explained(struct arena *arena, struct method_trial trial)
{
	const struct method *method = method_find(trial.method);
	struct result result = method_trial_run(trial);
	struct method_input input = method_trial_input(&trial);
	struct buffer out;
	const char *text;

	buffer_init(&out);
	method->explain(&input, &result, &out);
	text = arena_strdup(arena, buffer_text(&out));
	buffer_clear(&out);
	return text;
}

Test(method_crude_rate, explains_which_limits_it_takes_and_why)
{
	struct arena *arena = arena_new();
	struct method_trial trial = {
		.method = "crude-rate", .numerator = 9, .denominator = 1000, .multiplier = 1000
	};

	cr_expect_not_null(strstr(explained(arena, trial), "9 / 1000 x 1000 = 9"));
	cr_expect_not_null(strstr(explained(arena, trial), "fewer than 10 events"));
	trial.numerator = 10;
	cr_expect_not_null(strstr(explained(arena, trial), "Byar"));
	cr_expect_null(strstr(explained(arena, trial), "fewer than 10 events"));
	arena_free(arena);
}
