/* Counts after disclosure control, through whole statements. */

#include "indicator/counts.h"

#include <criterion/criterion.h>

#include "support/statement.h"

static struct figure_key group(const char *by, const char *name, const char *sex)
{
	return (struct figure_key){ .by = by, .group = name, .sex = sex };
}

Test(counts, hide_the_other_sex_of_a_group_too)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,sex,numerator,denominator\nall,,,50,1000\n"
			"deprivation,1,,10,200\ndeprivation,1,female,3,100\n"
			"deprivation,1,male,7,100\ndeprivation,2,,40,800\n"
			"deprivation,2,female,20,400\ndeprivation,2,male,20,400\n" });

	cr_expect_eq(
		statement_result(statement, group("deprivation", "1", "male"))->numerator.state,
		VALUE_SUPPRESSED);
	cr_expect_eq(statement_result(statement, group("deprivation", "1", "male"))->value.state,
		     VALUE_SUPPRESSED);
	cr_expect_eq(statement_result(statement, group("deprivation", "1", NULL))->numerator.state,
		     VALUE_SHOWN);
	statement_free(statement);
}

/* The totals of both sexes are a line of their own, whether they stand under "sex" or beside the total. */
Test(counts, hide_the_other_sex_of_the_total_too)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,sex,numerator,denominator\nall,,,20,1000\n"
			"all,,female,2,500\nall,,male,18,500\n" });

	cr_expect_eq(
		statement_result(statement, (struct figure_key){ .sex = "male" })->numerator.state,
		VALUE_SUPPRESSED);
	cr_expect_eq(statement_result(statement, (struct figure_key){ 0 })->numerator.state,
		     VALUE_SHOWN);
	statement_free(statement);
}

Test(counts, hide_a_second_denominator_beside_a_single_hidden_one)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,numerator,denominator\nall,,24,123\n"
			"deprivation,1,6,30\ndeprivation,2,6,31\ndeprivation,3,0,3\n"
			"deprivation,4,6,32\ndeprivation,5,6,27\n" });
	const struct result *second = statement_result(statement, group("deprivation", "5", NULL));

	cr_expect_eq(second->denominator.state, VALUE_SUPPRESSED);
	cr_expect_eq(second->value.state, VALUE_SUPPRESSED);
	cr_expect_eq(
		statement_result(statement, group("deprivation", "1", NULL))->denominator.state,
		VALUE_SHOWN);
	statement_free(statement);
}

/* 1 of 3 is hidden in both counts: one more group is enough to protect both. */
Test(counts, lose_one_group_for_numerator_and_denominator)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,numerator,denominator\nall,,81,203\n"
			"deprivation,1,30,50\ndeprivation,2,20,80\ndeprivation,3,1,3\n"
			"deprivation,4,15,40\ndeprivation,5,15,30\n" });
	size_t shown = 0;

	for (char fifth = '1'; fifth <= '5'; fifth++)
		shown += statement_result(statement,
					  group("deprivation", (const char[]){ fifth, 0 }, NULL))
				 ->value.state != VALUE_SUPPRESSED;
	cr_expect_eq(shown, 3);
	statement_free(statement);
}

static const struct statement_parts with_people = {
	.method = "crude-rate",
	.per = "1000",
	.unit = "Admissions per 1,000 people",
	.denominators = "p",
	.more_sources = "<source id='p' href='people.csv' rule='LOCAL-5'>"
			"<map column='people' as='denominator'/><set as='period' to='2024'/>"
			"<set as='organisation' to='QNV'/></source>",
	.files = { { "people.csv", "people\n3\n" } },
	.rows = "numerator\n0\n",
};

Test(counts, obey_the_rule_of_the_source_of_the_denominators)
{
	struct statement *statement = statement_of(&with_people);
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });

	cr_expect_eq(result->denominator.state, VALUE_SUPPRESSED);
	cr_expect_eq(result->value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result->numerator.state, VALUE_SHOWN);
	statement_free(statement);
}

/* 123 people are shown as 125: a rate of 50 in 123 would tell. */
Test(counts, are_divided_by_people_as_these_may_be_shown)
{
	struct statement_parts parts = with_people;
	struct statement *statement;
	const struct result *result;

	parts.rule = "LOCAL-5";
	parts.rows = "numerator\n50\n";
	parts.more_sources = "<source id='p' href='people.csv' rule='HES-5'>"
			     "<map column='people' as='denominator'/><set as='period' to='2024'/>"
			     "<set as='organisation' to='QNV'/></source>";
	parts.files[0].text = "people\n123\n";
	statement = statement_of(&parts);
	result = statement_result(statement, (struct figure_key){ 0 });
	cr_expect_eq(result->denominator.number, 125);
	cr_expect_float_eq(result->value.estimate, 1000 * 50.0 / 125, 1e-9);
	statement_free(statement);
}

/* 1 of 52 and 7 of 52 are 8 of 104, published as 10 of 105; rounded by themselves they were 0 and 5 of 100. */
Test(counts, of_age_bands_alone_are_added_before_they_are_rounded)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "CVDP-5", .rows = "age,numerator,denominator\n0-17,1,52\n18+,7,52\n" });

	cr_expect_float_eq(statement_result(statement, (struct figure_key){ 0 })->value.estimate,
			   100 * 10.0 / 105, 1e-9);
	statement_free(statement);
}

/* Who hides a percentage does not mean it to be worked out from the two counts. */
Test(counts, are_hidden_with_a_value_that_the_data_hide)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "AS-PUBLISHED", .rows = "numerator,denominator,value\n3,100,*\n" });
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });

	cr_expect_eq(result->numerator.state, VALUE_SUPPRESSED);
	cr_expect_eq(result->value.state, VALUE_SUPPRESSED);
	statement_free(statement);
}

Test(counts, take_a_published_value_along_when_they_are_hidden_in_the_data)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5", .rows = "numerator,denominator,value\n*,100,3.0\n" });

	cr_expect_eq(statement_result(statement, (struct figure_key){ 0 })->value.state,
		     VALUE_SUPPRESSED);
	statement_free(statement);
}

/* A publisher who shows the value beside a hidden count has decided so. */
Test(counts, leave_published_values_alone_where_the_rule_hides_nothing)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "AS-PUBLISHED", .rows = "numerator,denominator,value\n*,100,3.0\n" });
	const struct result *result = statement_result(statement, (struct figure_key){ 0 });

	cr_expect_eq(result->value.estimate, 3);
	cr_expect_eq(result->numerator.state, VALUE_SUPPRESSED);
	statement_free(statement);
}

/* First and second look alike: else the small one would be known to be below 5. */
Test(counts, have_one_reason_for_whatever_is_hidden)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,numerator,denominator\nall,,112,1000\n"
			"deprivation,1,3,200\ndeprivation,2,30,200\ndeprivation,3,19,200\n"
			"deprivation,4,*,200\ndeprivation,5,1,200\n" });
	const char *hidden[] = { "1", "4", "5" };

	for (size_t i = 0; i < 3; i++)
		cr_expect_eq(statement_result(statement, group("deprivation", hidden[i], NULL))
				     ->value.reason,
			     REASON_CONFIDENTIAL, "fifth %s", hidden[i]);
	statement_free(statement);
}
