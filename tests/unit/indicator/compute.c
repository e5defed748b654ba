/* Figures of a dataset: counts, states and reasons, disclosure control. */

#include "indicator/compute.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>

#include "support/own_rule.h"
#include "support/statement.h"

static const struct figure_key total = { 0 };

static struct figure_key fifth(const char *group)
{
	return (struct figure_key){ .by = "deprivation", .group = group };
}

/* -- states ----------------------------------------------------------------------------------- */

Test(compute, shows_a_figure_with_its_counts)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = "numerator,denominator\n25,200\n" });
	const struct result *result = statement_result(statement, total);

	cr_expect_eq(result->value.state, VALUE_SHOWN);
	cr_expect_eq(result->value.origin, VALUE_COMPUTED);
	cr_expect_eq(result->value.estimate, 12.5);
	cr_expect_eq(result->numerator.number, 25);
	cr_expect_eq(result->denominator.number, 200);
	statement_free(statement);
}

struct state_case {
	const char *row;
	enum value_state state;
	enum value_reason reason;
};

Test(compute, takes_its_state_from_what_is_missing)
{
	static const struct state_case cases[] = {
		{ "x,200", VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA },
		{ ",200", VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA },
		{ "25,x", VALUE_NOT_AVAILABLE, REASON_NO_DENOMINATOR },
		{ "*,200", VALUE_SUPPRESSED, REASON_MARKED_IN_DATA },
		{ "25,*", VALUE_SUPPRESSED, REASON_MARKED_IN_DATA },
		{ "z,200", VALUE_NOT_APPLICABLE, REASON_MARKED_IN_DATA },
		{ "25,z", VALUE_NOT_APPLICABLE, REASON_MARKED_IN_DATA },
		{ "0,0", VALUE_NOT_AVAILABLE, REASON_ZERO_DENOMINATOR },
	};
	char rows[80];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement;
		const struct result *result;

		snprintf(rows, sizeof(rows), "numerator,denominator\n%s\n", cases[i].row);
		statement = statement_of(&(struct statement_parts){ .rows = rows });
		result = statement_result(statement, total);
		cr_expect_eq(result->value.state, cases[i].state, "%s: state", cases[i].row);
		cr_expect_eq(result->value.reason, cases[i].reason, "%s: reason", cases[i].row);
		cr_expect_not(result->value.limits.known, "%s", cases[i].row);
		cr_expect_eq(result->value.estimate, 0, "%s", cases[i].row);
		statement_free(statement);
	}
}

Test(compute, needs_no_denominator_for_a_count)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "count", .per = "1", .unit = "Waits", .rows = "numerator\n25\n" });

	cr_expect_eq(statement_result(statement, total)->value.estimate, 25);
	statement_free(statement);
}

/* -- disclosure ------------------------------------------------------------------------------- */

Test(compute, hides_the_value_of_a_small_count)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5", .rows = "numerator,denominator\n3,200\n" });
	const struct result *result = statement_result(statement, total);

	cr_expect_eq(result->value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result->value.reason, REASON_CONFIDENTIAL);
	cr_expect_eq(result->numerator.state, VALUE_SUPPRESSED);
	cr_expect_eq(result->numerator.number, 0);
	cr_expect_eq(result->value.estimate, 0);
	cr_expect_not(result->value.limits.known);
	cr_expect_not(result->limits_95.known);
	cr_expect_eq(result->standard_error, -1);
	statement_free(statement);
}

Test(compute, hides_the_value_of_a_small_denominator)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5", .rows = "numerator,denominator\n0,3\n" });
	const struct result *result = statement_result(statement, total);

	cr_expect_eq(result->value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result->denominator.state, VALUE_SUPPRESSED);
	statement_free(statement);
}

Test(compute, hides_a_published_value_with_its_small_count)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "numerator,denominator,value,lower,upper\n3,200,1.5,0.5,4.3\n" });
	const struct result *result = statement_result(statement, total);

	cr_expect_eq(result->value.state, VALUE_SUPPRESSED);
	cr_expect_eq(result->value.estimate, 0);
	cr_expect_not(result->value.limits.known);
	statement_free(statement);
}

/* 123 and 457 are 125 and 455: 27.47%, not 26.91%. */
Test(compute, works_from_rounded_counts_where_the_rule_says_so)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "HES-5", .rows = "numerator,denominator\n123,457\n" });
	const struct result *result = statement_result(statement, total);

	cr_expect_eq(result->numerator.number, 125);
	cr_expect_eq(result->denominator.number, 455);
	cr_expect_float_eq(result->value.estimate, 100 * 125.0 / 455, 1e-12);
	statement_free(statement);
}

Test(compute, works_from_exact_counts_where_the_rule_says_so)
{
	struct workplace place = own_rule();
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = OWN_RULE_EXACT_RATES, .rows = "numerator,denominator\n123,457\n" });
	const struct result *result = statement_result(statement, total);

	cr_expect_eq(result->numerator.number, 125);
	/* 100 x 123 / 457 = 26.91; a fraction of more digits would give the counts back. */
	cr_expect_float_eq(result->value.estimate, 26.9, 1e-12);
	cr_expect_float_eq(10 * result->value.limits.lower, round(10 * result->value.limits.lower),
			   1e-9);
	cr_expect(result->value.coarse);
	cr_expect_not(result->limits_95.known);
	cr_expect_eq(result->standard_error, -1);
	statement_free(statement);
	workplace_free(&place);
}

/* 123 of 457 and 60 of 457: the difference of the exact percentages, at the printed decimal. */
Test(compute, keeps_measures_of_coarse_figures_at_printed_decimals)
{
	struct workplace place = own_rule();
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = OWN_RULE_EXACT_RATES,
		.rows = "dimension,group,numerator,denominator\ndeprivation,1,123,457\n"
			"deprivation,2,100,457\ndeprivation,3,90,457\ndeprivation,4,80,457\n"
			"deprivation,5,60,457\n" });
	struct value gap = statement_measure(statement, fifth("1"), MEASURE_GAP);
	struct value ratio = statement_measure(statement, fifth("1"), MEASURE_RATIO);

	cr_expect_float_eq(gap.estimate, 13.8, 1e-12); /* 13.786 */
	cr_expect_float_eq(ratio.estimate, 2.05, 1e-12);
	cr_expect(gap.coarse);
	statement_free(statement);
	workplace_free(&place);
}

/* 3 of 1,238 is the only way to 0.2423% of some 1,240. */
Test(compute, keeps_coarse_figures_at_the_decimals_of_the_rule_whatever_the_author_asks_for)
{
	struct workplace place = own_rule();
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rule = OWN_RULE_EXACT_RATES,
					   .decimals = "4",
					   .rows = "numerator,denominator\n3,1238\n" });

	cr_expect_float_eq(statement_result(statement, total)->value.estimate, 0.2, 1e-12);
	statement_free(statement);
	workplace_free(&place);
}

/* The number of a plain count is printed, so it is the rounded one under every rule. */
Test(compute, gives_counts_as_they_may_be_shown)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .method = "count",
							.per = "1",
							.unit = "Waits",
							.rule = "CVDP-5",
							.rows = "numerator\n123\n" });

	cr_expect_eq(statement_result(statement, total)->value.estimate, 125);
	statement_free(statement);
}

Test(compute, does_not_round_populations_that_come_from_elsewhere)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "crude-rate",
		.per = "1000",
		.unit = "Admissions per 1,000 people",
		.rule = "HES-5",
		.denominators = "p",
		.more_sources =
			"<source id='p' href='people.csv' rule='NONE'>"
			"<map column='people' as='denominator'/><set as='period' to='2024'/>"
			"<set as='organisation' to='QNV'/></source>",
		.files = { { "people.csv", "people\n1234\n" } },
		.rows = "numerator\n123\n" });
	const struct result *result = statement_result(statement, total);

	cr_expect_eq(result->denominator.number, 1234);
	cr_expect_float_eq(result->value.estimate, 1000 * 125.0 / 1234, 1e-9);
	statement_free(statement);
}

Test(compute, hides_a_second_group_next_to_an_exact_total)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,numerator,denominator\nall,,112,1000\n"
			"deprivation,1,3,200\ndeprivation,2,30,200\ndeprivation,3,19,200\n"
			"deprivation,4,30,200\ndeprivation,5,30,200\n" });
	const struct result *second = statement_result(statement, fifth("3"));

	cr_expect_eq(second->value.state, VALUE_SUPPRESSED);
	cr_expect_eq(second->value.reason, REASON_CONFIDENTIAL);
	cr_expect_eq(second->share.state, VALUE_SUPPRESSED);
	cr_expect_eq(second->against_all, COMPARISON_NONE);
	cr_expect_eq(statement_result(statement, fifth("2"))->value.state, VALUE_SHOWN);
	statement_free(statement);
}

Test(compute, takes_the_group_of_unknown_people_for_the_second_when_it_is_the_smallest)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,numerator,denominator\nall,,112,1000\n"
			"deprivation,1,3,200\ndeprivation,2,30,200\ndeprivation,3,24,200\n"
			"deprivation,4,20,200\ndeprivation,5,30,150\ndeprivation,unknown,5,50\n" });

	cr_expect_eq(statement_result(statement, fifth("unknown"))->value.reason,
		     REASON_CONFIDENTIAL);
	cr_expect_eq(statement_result(statement, fifth("4"))->value.state, VALUE_SHOWN);
	statement_free(statement);
}

/* A breakdown by sex is a breakdown like others. */
Test(compute, hides_both_sexes_when_one_is_small)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.rows = "dimension,group,numerator,denominator\nall,,32,1000\n"
			"sex,female,30,500\nsex,male,2,500\n" });

	cr_expect_eq(
		statement_result(statement, (struct figure_key){ .by = "sex", .group = "female" })
			->value.state,
		VALUE_SUPPRESSED);
	statement_free(statement);
}

Test(compute, refuses_a_rule_that_is_not_in_the_list)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.rule = "HES-6", .rows = "numerator,denominator\n30,120\n" });

	cr_expect_null(statement->run.results);
	cr_expect(statement_said(statement, "SPC35"));
	statement_free(statement);
}
