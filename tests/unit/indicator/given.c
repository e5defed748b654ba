/* Published values: method given, and the published value of any method. */

#include <criterion/criterion.h>

#include "support/statement.h"

Test(method_given, keeps_value_and_limits_as_published)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "given",
		.rows = "numerator,denominator,value,lower,upper\n580,1150,50.1,47.2,52.8\n" });
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });

	cr_expect_eq(result->value.state, VALUE_SHOWN);
	cr_expect_eq(result->value.origin, VALUE_GIVEN);
	cr_expect_eq(result->value.estimate, 50.1);
	cr_expect(result->value.limits.known);
	cr_expect_eq(result->value.limits.lower, 47.2);
	cr_expect_eq(result->value.limits.upper, 52.8);
	statement_free(statement);
}

Test(method_given, is_never_worked_out)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "given", .rows = "numerator,denominator,value\n580,1150,\n" });
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });

	cr_expect_eq(result->value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result->value.reason, REASON_NOT_IN_DATA);
	statement_free(statement);
}

Test(method_given, has_no_limits_when_one_of_them_is_missing)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "given", .rows = "value,lower,upper\n50,48,\n" });
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });

	cr_expect_eq(result->value.estimate, 50);
	cr_expect_not(result->value.limits.known);
	statement_free(statement);
}

Test(method_given, goes_before_any_method_when_the_data_have_a_value)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator,value,lower,upper\n580,1150,49,46,52\n" });
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });

	cr_expect_eq(result->value.origin, VALUE_GIVEN);
	cr_expect_eq(result->value.estimate, 49);
	cr_expect_eq(result->value.limits.lower, 46);
	statement_free(statement);
}

Test(method_given, keeps_the_state_that_the_data_state)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "given",
		.rows = "period,value,lower,upper\n2021,*,*,*\n2022,z,,\n2023,x,,\n" });

	cr_expect_eq(
		statement_result(statement, (struct figure_key){ .period = "2021" })->value.state,
		VALUE_SUPPRESSED);
	cr_expect_eq(
		statement_result(statement, (struct figure_key){ .period = "2022" })->value.state,
		VALUE_NOT_APPLICABLE);
	cr_expect_eq(
		statement_result(statement, (struct figure_key){ .period = "2023" })->value.state,
		VALUE_NOT_AVAILABLE);
	statement_free(statement);
}

/* Limits of 99.8% are no base for a slope, which needs those of 95%. */
Test(method_given, takes_published_limits_for_those_of_the_report)
{
	static const char rows[] = "dimension,group,denominator,value,lower,upper\n"
				   "deprivation,1,100,50,45,55\ndeprivation,2,100,48,43,53\n"
				   "deprivation,3,100,46,41,51\ndeprivation,4,100,44,39,49\n"
				   "deprivation,5,100,42,37,47\n";
	struct figure_key all = { .by = "deprivation" };
	struct statement *statement =
		statement_of(&(struct statement_parts){ .method = "given", .rows = rows });

	cr_expect_eq(statement_measure(statement, all, MEASURE_SII).state, VALUE_SHOWN);
	statement_free(statement);
	statement = statement_of(&(struct statement_parts){
		.method = "given", .rows = rows, .data = "confidence='99.8'" });
	cr_expect_eq(statement_measure(statement, all, MEASURE_SII).state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(statement_measure(statement, all, MEASURE_SII).reason, REASON_NO_INTERVAL);
	statement_free(statement);
}
