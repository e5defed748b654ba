/* method mean: the mean of the data, with Student's interval from its standard deviation. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/compute.h"
#include "indicator/method.h"
#include "support/answers.h"
#include "support/fixture.h"
#include "support/statement.h"

TestSuite(method_mean, .init = fixture_set_up, .fini = fixture_tear_down);

#define COLUMNS "value,standard-deviation,denominator\n"

static struct statement_parts parts_of(const char *rows)
{
	return (struct statement_parts){
		.method = "mean", .per = "1", .unit = "Days", .rows = rows
	};
}

static struct result result_of(struct statement_parts parts)
{
	struct statement *statement = statement_of(&parts);
	struct result result = *statement_result(statement, (struct figure_key){ 0 });

	statement_free(statement);
	return result;
}

static struct result one_result(const char *rows)
{
	return result_of(parts_of(rows));
}

/* -- reference figures ------------------------------------------------------------------------ */

static void compare_case(struct answers_score *score, const struct answers *expected, size_t row,
			 const char *data, const char *const columns[2])
{
	double sum = answers_need(expected, row, "sum"), n = answers_need(expected, row, "n");
	const char *deviation = answers_text(expected, row, "sd");
	struct statement_parts parts =
		parts_of(arena_printf(arena, COLUMNS "%.17g,%s,%.17g\n", sum / n,
				      strcmp(deviation, "NA") == 0 ? "" : deviation, n));
	struct result result;

	parts.data = data;
	result = result_of(parts);
	answers_compare_cell(score, expected, row, "mean", result.value.estimate, 1e-12, 1e-9);
	answers_compare_cell(score, expected, row, columns[0],
			     result.value.limits.known ? result.value.limits.lower : nan(""), 1e-12,
			     1e-9);
	answers_compare_cell(score, expected, row, columns[1],
			     result.value.limits.known ? result.value.limits.upper : nan(""), 1e-12,
			     1e-9);
}

Test(method_mean, agrees_with_reference_figures)
{
	static const char *const at_95[] = { "lower95", "upper95" };
	static const char *const at_998[] = { "lower998", "upper998" };
	struct answers *expected = answers_open("mean_expected.csv");
	struct answers_score score = { 0 };

	for (size_t i = 0; i < answers_count(expected); i++) {
		compare_case(&score, expected, i, NULL, at_95);
		compare_case(&score, expected, i, "confidence='99.8'", at_998);
	}
	answers_judge(&score, expected);
	answers_close(expected);
}

/* -- by hand ---------------------------------------------------------------------------------- */

/* t with 3 degrees of freedom is 3.182446305284263; 4 / sqrt(4) = 2. */
Test(method_mean, has_the_limits_of_student)
{
	struct result result = one_result(COLUMNS "100,4,4\n");

	cr_expect_eq(result.value.state, VALUE_SHOWN);
	cr_expect_eq(result.value.origin, VALUE_COMPUTED);
	cr_expect_eq(result.value.estimate, 100);
	cr_expect_float_eq(result.value.limits.lower, 100 - 2 * 3.182446305284263, 1e-9);
	cr_expect_float_eq(result.value.limits.upper, 100 + 2 * 3.182446305284263, 1e-9);
	cr_expect_float_eq(result.standard_error, 2, 1e-12);
	cr_expect_eq(result.denominator.number, 4);
}

Test(method_mean, may_be_negative_and_its_limits_on_both_sides_of_0)
{
	struct result result = one_result(COLUMNS "-1,4,4\n");

	cr_expect_eq(result.value.estimate, -1);
	cr_expect_float_eq(result.value.limits.upper, -1 + 2 * 3.182446305284263, 1e-9);
}

Test(method_mean, is_all_there_is_where_all_values_are_the_same)
{
	struct result result = one_result(COLUMNS "5.5,0,6\n");

	cr_expect(result.value.limits.known);
	cr_expect_eq(result.value.limits.lower, 5.5);
	cr_expect_eq(result.value.limits.upper, 5.5);
}

/* -- without limits --------------------------------------------------------------------------- */

static void expect_bare(const char *rows)
{
	struct result result = one_result(rows);

	cr_expect_eq(result.value.state, VALUE_SHOWN, "%s", rows);
	cr_expect_eq(result.value.origin, VALUE_COMPUTED, "%s", rows);
	cr_expect_eq(result.value.estimate, 4.2, "%s", rows);
	cr_expect_not(result.value.limits.known, "%s", rows);
	cr_expect_lt(result.standard_error, 0, "%s", rows);
}

/* One value, no deviation, nobody knows of how many: still the mean of the data. */
Test(method_mean, is_shown_without_limits_where_it_cannot_have_any)
{
	expect_bare(COLUMNS "4.2,,1\n");
	expect_bare(COLUMNS "4.2,0,1\n");
	expect_bare(COLUMNS "4.2,,75\n");
	expect_bare("value,denominator\n4.2,75\n");
	expect_bare("value\n4.2\n");
}

Test(method_mean, needs_to_know_of_how_many_it_is_to_have_limits)
{
	struct result result = one_result(COLUMNS "4.2,1.5,x\n");

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result.value.reason, REASON_NO_DENOMINATOR);
}

/* Limits of the data are as good as the deviation behind them. */
Test(method_mean, keeps_published_limits_where_there_is_no_deviation)
{
	struct result result = one_result("value,lower,upper,denominator\n4.2,4,4.5,75\n");

	cr_expect_eq(result.value.origin, VALUE_GIVEN);
	cr_expect_eq(result.value.limits.lower, 4);
	cr_expect_eq(result.value.limits.upper, 4.5);
	result = one_result("value,lower,upper,standard-deviation,denominator\n10,9,11,4,4\n");
	cr_expect_eq(result.value.origin, VALUE_COMPUTED);
	cr_expect_float_eq(result.value.limits.lower, 10 - 2 * 3.182446305284263, 1e-9);
}

Test(method_mean, is_missing_or_hidden_as_in_the_data)
{
	struct result result = one_result(COLUMNS "x,4,4\n");

	cr_expect_eq(result.value.state, VALUE_NOT_AVAILABLE);
	result = one_result(COLUMNS "*,4,4\n");
	cr_expect_eq(result.value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result.value.reason, REASON_MARKED_IN_DATA);
	cr_expect_eq(result.value.estimate, 0);
}

/* The mean of 3 people is theirs; limits would tell that there are 3. */
Test(method_mean, is_hidden_where_a_rule_hides_of_how_many_it_is)
{
	struct statement_parts parts = parts_of(COLUMNS "4.2,1.5,3\n");
	struct result result;

	parts.rule = "HES-5";
	result = result_of(parts);
	cr_expect_eq(result.value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result.value.reason, REASON_CONFIDENTIAL);
	cr_expect_eq(result.denominator.state, VALUE_SUPPRESSED);
}

/* 12 people are shown as 10, and so are the limits: t with 9 degrees of freedom is 2.262157162854099. */
Test(method_mean, has_the_limits_of_as_many_people_as_may_be_shown)
{
	struct statement_parts parts = parts_of(COLUMNS "4.2,1.5,12\n");
	struct result result;

	parts.rule = "HES-5";
	result = result_of(parts);
	/* 4.2 + 2.262157162854099 x 1.5 / sqrt(10), to the printed decimal */
	cr_expect_float_eq(result.value.limits.upper, 5.3, 1e-12);
}

/* 58 / 12: of 8 to 12 people no others have a mean with these digits. */
Test(method_mean, has_no_digits_that_tell_of_how_many_it_is)
{
	struct statement_parts parts = parts_of(COLUMNS "4.833333333333333,1.4668,12\n");
	struct result result;

	cr_expect_float_eq(result_of(parts).value.estimate, 58.0 / 12, 1e-12);
	parts.rule = "HES-5";
	result = result_of(parts);
	cr_expect_float_eq(result.value.estimate, 4.8, 1e-12);
	cr_expect_eq(result.standard_error, -1);
	parts.rows = "value,denominator\n4.833333333333333,12\n";
	cr_expect_float_eq(result_of(parts).value.estimate, 4.8, 1e-12);
}

Test(method_mean, refuses_a_negative_deviation)
{
	expect_message(parts_of(COLUMNS "4.2,-1.5,12\n"), "DAT25");
}

/* -- what the reader is told ------------------------------------------------------------------ */

static const char *explained_under(const char *rule, const char *rows)
{
	struct statement_parts parts = parts_of(rows);
	struct statement *statement;
	const struct result *result;
	struct method_input input;
	struct buffer out;

	parts.rule = rule;
	statement = statement_of(&parts);
	result = statement_result(statement, (struct figure_key){ 0 });
	input = results_input(statement->run.results, statement->run.reference, result);
	buffer_init(&out);
	method_find("mean")->explain(&input, result, &out);
	statement_free(statement);
	return buffer_finish(&out, arena);
}

static const char *explained(const char *rows)
{
	return explained_under("NONE", rows);
}

Test(method_mean, explains_itself)
{
	const char *text = explained(COLUMNS "10,4,4\n");

	cr_expect_not_null(strstr(text, "mean as in the data = 10\n"), "%s", text);
	/* 10 -+ 2 x 3.182446305284263 */
	cr_expect_not_null(strstr(text, "with 4 and n = 4 = 3.63510738943 to 16.3648926106\n"),
			   "%s", text);
	cr_expect_not_null(strstr(explained(COLUMNS "4.2,,1\n"), "no limits for a single value"));
	cr_expect_not_null(strstr(explained(COLUMNS "4.2,,75\n"),
				  "no limits: the data give no standard deviation"));
}

/* The digits of a standard deviation tell of how many it is, too. */
Test(method_mean, explains_itself_without_the_deviation_where_people_are_rounded)
{
	const char *text = explained_under("HES-5", COLUMNS "4.2,1.4668,12\n");

	cr_expect_null(strstr(text, "1.4668"), "%s", text);
	cr_expect_not_null(strstr(text, "with n = 10 = 3.2 to 5.2\n"), "%s", text);
}

/* -- slopes ----------------------------------------------------------------------------------- */

/* On a straight scale: means that rise by 1 a group of as many people rise by 5 from rank 0 to 1. */
Test(method_mean, has_a_slope_in_its_own_unit)
{
	struct statement_parts parts = parts_of(
		"dimension,group,value,standard-deviation,denominator\ndeprivation,1,3,1,100\n"
		"deprivation,2,4,1,100\ndeprivation,3,5,1,100\ndeprivation,4,6,1,100\n"
		"deprivation,5,7,1,100\n");
	struct statement *statement;
	struct value value;

	parts.good = "high";
	parts.body = "<p><value of='sii' by='deprivation'/></p>";
	statement = statement_of(&parts);
	value = statement_measure(statement, (struct figure_key){ .by = "deprivation" },
				  MEASURE_SII);
	cr_expect_eq(value.state, VALUE_SHOWN);
	cr_expect_float_eq(value.estimate, 5, 1e-9);
	statement_free(statement);
}
