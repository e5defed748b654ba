/* What is said of figures: reliable or not, higher or lower than the total, in how many decimals. */

#include "indicator/compute.h"

#include <criterion/criterion.h>
#include <stdio.h>

#include "support/statement.h"

static const struct figure_key total = { 0 };

static struct figure_key fifth(const char *group)
{
	return (struct figure_key){ .by = "deprivation", .group = group };
}

/* -- reliability ------------------------------------------------------------------------------ */

static struct value rate_of(const char *row, const char *data)
{
	char rows[80];
	struct statement *statement;
	struct value value;

	snprintf(rows, sizeof(rows), "numerator,denominator\n%s\n", row);
	statement = statement_of(&(struct statement_parts){ .method = "crude-rate",
							    .per = "1000",
							    .unit = "Admissions per 1,000",
							    .rows = rows,
							    .data = data });
	value = statement_result(statement, total)->value;
	statement_free(statement);
	return value;
}

static struct value percentage_of(const char *row, const char *data)
{
	char rows[80];
	struct statement *statement;
	struct value value;

	snprintf(rows, sizeof(rows), "numerator,denominator\n%s\n", row);
	statement = statement_of(&(struct statement_parts){ .rows = rows, .data = data });
	value = statement_result(statement, total)->value;
	statement_free(statement);
	return value;
}

Test(compute, calls_rates_of_few_events_unreliable)
{
	cr_expect_eq(rate_of("9,1000", NULL).reason, REASON_FEW_EVENTS);
	cr_expect_eq(rate_of("9,1000", NULL).state, VALUE_UNRELIABLE);
	cr_expect_eq(rate_of("20,1000", NULL).state, VALUE_SHOWN);
	cr_expect_eq(rate_of("20,1000", "low-count='21'").reason, REASON_FEW_EVENTS);
	cr_expect_eq(rate_of("20,1000", "low-count='20'").state, VALUE_SHOWN);
}

Test(compute, calls_percentages_of_few_people_unreliable)
{
	cr_expect_eq(percentage_of("20,29", NULL).reason, REASON_SMALL_DENOMINATOR);
	cr_expect_eq(percentage_of("20,29", NULL).state, VALUE_UNRELIABLE);
	cr_expect_eq(percentage_of("20,30", NULL).state, VALUE_SHOWN);
	cr_expect_eq(percentage_of("20,30", "low-denominator='31'").reason,
		     REASON_SMALL_DENOMINATOR);
	cr_expect_eq(percentage_of("20,29", "low-denominator='0'").state, VALUE_SHOWN);
}

/* Wilson: 10 of 200 is 5% (2.74 to 8.96), wider than 5; 20 of 400 is 5% (3.26 to 7.60), narrower. */
Test(compute, calls_figures_unreliable_whose_interval_is_wider_than_themselves)
{
	cr_expect_eq(percentage_of("10,200", NULL).reason, REASON_WIDE_INTERVAL);
	cr_expect_eq(percentage_of("20,400", NULL).state, VALUE_SHOWN);
}

/* Any interval is wider than nothing; how sure a zero is, its denominator tells. */
Test(compute, calls_a_true_zero_reliable_when_enough_people_stand_behind_it)
{
	cr_expect_eq(percentage_of("0,400", NULL).state, VALUE_SHOWN);
	cr_expect_eq(percentage_of("0,30", NULL).state, VALUE_SHOWN);
	cr_expect_eq(percentage_of("0,29", NULL).reason, REASON_SMALL_DENOMINATOR);
	cr_expect_eq(percentage_of("1,400", NULL).reason, REASON_WIDE_INTERVAL);
	cr_expect_eq(rate_of("0,100000", NULL).reason, REASON_FEW_EVENTS);
}

Test(compute, keeps_the_numbers_of_an_unreliable_figure)
{
	struct value value = percentage_of("10,200", NULL);

	cr_expect_eq(value.estimate, 5);
	cr_expect(value.limits.known);
}

/* -- comparisons ------------------------------------------------------------------------------ */

static const char compared[] = "dimension,group,numerator,denominator\nall,,1000,5000\n"
			       "deprivation,1,260,1000\ndeprivation,2,200,1000\n"
			       "deprivation,3,140,1000\ndeprivation,4,2,10\n";

Test(compute, compares_groups_with_the_total_by_their_interval)
{
	struct statement *statement = statement_of(&(struct statement_parts){ .rows = compared });

	cr_expect_eq(statement_result(statement, fifth("1"))->against_all, COMPARISON_HIGHER);
	cr_expect_eq(statement_result(statement, fifth("2"))->against_all, COMPARISON_SIMILAR);
	cr_expect_eq(statement_result(statement, fifth("3"))->against_all, COMPARISON_LOWER);
	statement_free(statement);
}

Test(compute, compares_neither_unreliable_groups_nor_the_total_with_itself)
{
	struct statement *statement = statement_of(&(struct statement_parts){ .rows = compared });

	cr_expect_eq(statement_result(statement, fifth("4"))->value.state, VALUE_UNRELIABLE);
	cr_expect_eq(statement_result(statement, fifth("4"))->against_all, COMPARISON_NONE);
	cr_expect_eq(statement_result(statement, total)->against_all, COMPARISON_NONE);
	statement_free(statement);
}

/* 22, with an interval from 5 to 60. */
Test(compute, compares_no_group_with_an_unreliable_total)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "given",
		.rows = "dimension,group,value,lower,upper\nall,,22,5,60\n"
			"deprivation,1,90,89,91\ndeprivation,2,1,0.9,1.1\n" });

	cr_expect_eq(statement_result(statement, total)->value.state, VALUE_UNRELIABLE);
	cr_expect_eq(statement_result(statement, fifth("1"))->against_all, COMPARISON_NONE);
	cr_expect_eq(statement_result(statement, fifth("2"))->against_all, COMPARISON_NONE);
	statement_free(statement);
}

/* An interval that touches the total is similar: 18 to 22 against 22, and 22 to 26. */
Test(compute, calls_a_touching_interval_similar)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "given",
		.rows = "dimension,group,value,lower,upper\nall,,22,21.5,22.5\n"
			"deprivation,1,20,18,22\ndeprivation,2,24,22,26\ndeprivation,3,24,22.001,26\n"
			"deprivation,4,20,18,21.999\ndeprivation,5,20,,\n" });

	cr_expect_eq(statement_result(statement, fifth("1"))->against_all, COMPARISON_SIMILAR);
	cr_expect_eq(statement_result(statement, fifth("2"))->against_all, COMPARISON_SIMILAR);
	cr_expect_eq(statement_result(statement, fifth("3"))->against_all, COMPARISON_HIGHER);
	cr_expect_eq(statement_result(statement, fifth("4"))->against_all, COMPARISON_LOWER);
	cr_expect_eq(statement_result(statement, fifth("5"))->against_all, COMPARISON_NONE);
	statement_free(statement);
}

/*
 * Males 40%, females 20%, everybody 30%: in fifth 1 each sex has 30% (25.7 to 34.7 of 400), like everybody and
 * unlike its own.
 */
static const char compared_by_sex[] =
	"dimension,group,sex,numerator,denominator\nall,,,600,2000\nall,,Female,200,1000\n"
	"all,,Male,400,1000\ndeprivation,1,,240,800\ndeprivation,1,Female,120,400\n"
	"deprivation,1,Male,120,400\n";

static struct figure_key first_fifth_of(const char *sex)
{
	return (struct figure_key){ .by = "deprivation", .group = "1", .sex = sex };
}

Test(compute, compares_a_group_of_one_sex_with_all_of_that_sex)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = compared_by_sex });

	cr_expect_eq(statement_result(statement, first_fifth_of("Female"))->against_all,
		     COMPARISON_HIGHER);
	cr_expect_eq(statement_result(statement, first_fifth_of("Male"))->against_all,
		     COMPARISON_LOWER);
	cr_expect_eq(statement_result(statement, fifth("1"))->against_all, COMPARISON_SIMILAR);
	statement_free(statement);
}

/* All males are themselves what males are compared with; as a group of a breakdown by sex they are not. */
Test(compute, compares_all_of_one_sex_with_nothing)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = "dimension,group,sex,numerator,denominator\n"
						   "all,,,600,2000\nall,,Male,400,1000\n"
						   "sex,Male,,400,1000\n" });

	cr_expect_eq(statement_result(statement, (struct figure_key){ .sex = "Male" })->against_all,
		     COMPARISON_NONE);
	cr_expect_eq(
		statement_result(statement, (struct figure_key){ .by = "sex", .group = "Male" })
			->against_all,
		COMPARISON_HIGHER);
	statement_free(statement);
}

Test(compute, compares_no_sex_with_the_total_of_both)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,sex,numerator,denominator\n"
			"all,,,200,2000\ndeprivation,1,Male,120,400\n" });

	cr_expect_eq(statement_result(statement, first_fifth_of("Male"))->against_all,
		     COMPARISON_NONE);
	statement_free(statement);
}

/* 120 of the 600 of both sexes: shares of a table by sex add up over all its rows. */
Test(compute, gives_a_group_of_one_sex_its_share_of_everybody)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = compared_by_sex });

	cr_expect_float_eq(statement_result(statement, first_fifth_of("Male"))->share.estimate, 20,
			   1e-12);
	statement_free(statement);
}

static struct value with_limits(double estimate, double lower, double upper)
{
	return (struct value){ .state = VALUE_SHOWN,
			       .estimate = estimate,
			       .limits = { true, lower, upper } };
}

/*
 * 20 (18 to 22) and 23 (21.5 to 24.5): the intervals overlap, and yet the difference of -3 excludes 0: its
 * upper limit is -3 + sqrt(2^2 + 1.5^2) = -0.5.
 */
Test(compute, compares_two_groups_by_the_interval_of_their_difference)
{
	struct value low = with_limits(20, 18, 22), high = with_limits(23, 21.5, 24.5);
	struct value near = with_limits(22, 20.5, 23.5);

	cr_expect_eq(values_compare(&low, &high), COMPARISON_LOWER);
	cr_expect_eq(values_compare(&high, &low), COMPARISON_HIGHER);
	cr_expect_eq(values_compare(&low, &near), COMPARISON_SIMILAR);
	cr_expect_eq(values_compare(&low, &low), COMPARISON_SIMILAR);
}

Test(compute, compares_nothing_without_interval_or_figure)
{
	struct value one = with_limits(20, 18, 22), bare = { .state = VALUE_SHOWN, .estimate = 50 };
	struct value weak = with_limits(50, 40, 60);
	struct value hidden = value_without(VALUE_SUPPRESSED, REASON_CONFIDENTIAL);

	weak.state = VALUE_UNRELIABLE;
	cr_expect_eq(values_compare(&one, &bare), COMPARISON_NONE);
	cr_expect_eq(values_compare(&bare, &one), COMPARISON_NONE);
	cr_expect_eq(values_compare(&one, &weak), COMPARISON_NONE);
	cr_expect_eq(values_compare(&hidden, &one), COMPARISON_NONE);
}

Test(compute, gives_every_group_its_share_of_the_total_count)
{
	struct statement *statement = statement_of(&(struct statement_parts){ .rows = compared });

	cr_expect_float_eq(statement_result(statement, fifth("1"))->share.estimate, 26, 1e-12);
	cr_expect_eq(statement_result(statement, total)->share.estimate, 100);
	statement_free(statement);
}

Test(compute, knows_no_share_without_a_total)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\ndeprivation,1,26,100\n" });
	const struct result *result = statement_result(statement, fifth("1"));

	cr_expect_eq(result->share.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(result->share.reason, REASON_NO_TOTAL);
	cr_expect_eq(result->against_all, COMPARISON_NONE);
	statement_free(statement);
}

/* -- confidence and decimals ------------------------------------------------------------------ */

/* Wilson for 30 of 120, by hand with z = 1.644854, 1.959964 and 3.090232. */
Test(compute, takes_the_confidence_of_the_report)
{
	static const struct {
		const char *data;
		double lower, upper;
	} cases[] = { { "confidence='90'", 19.097866267268, 32.004587370088 },
		      { "confidence='95'", 18.109821656810, 33.441136664126 },
		      { "confidence='99.8'", 14.942891519881, 38.742778079024 } };

	for (size_t i = 0; i < 3; i++) {
		struct value value = percentage_of("30,120", cases[i].data);

		cr_expect_float_eq(value.limits.lower, cases[i].lower, 1e-9, "%s", cases[i].data);
		cr_expect_float_eq(value.limits.upper, cases[i].upper, 1e-9, "%s", cases[i].data);
	}
}

static unsigned decimals_of(struct statement_parts parts)
{
	struct statement *statement = statement_of(&parts);
	unsigned decimals = statement->run.results->decimals[0];

	statement_free(statement);
	return decimals;
}

static unsigned rate_decimals(const char *rows)
{
	return decimals_of((struct statement_parts){ .method = "crude-rate",
						     .per = "100000",
						     .unit = "Admissions per 100,000",
						     .rows = rows });
}

/* One choice by the smallest figure: over 1,000 none, from 1 one, below two significant digits. */
Test(compute, chooses_decimals_once_for_an_indicator)
{
	cr_expect_eq(
		rate_decimals("period,numerator,denominator\n2023,900,10000\n2024,800,10000\n"), 0);
	cr_expect_eq(rate_decimals("period,numerator,denominator\n2023,900,10000\n2024,90,10000\n"),
		     1);
	cr_expect_eq(
		rate_decimals("period,numerator,denominator\n2023,90,10000\n2024,100,10000000\n"),
		1);
	cr_expect_eq(
		rate_decimals("period,numerator,denominator\n2023,90,10000\n2024,46,10000000\n"),
		2);
	cr_expect_eq(
		rate_decimals("period,numerator,denominator\n2023,90,10000\n2024,46,100000000\n"),
		3);
}

Test(compute, leaves_zeros_out_when_it_chooses_decimals)
{
	cr_expect_eq(rate_decimals("period,numerator,denominator\n2023,900,10000\n2024,0,10000\n"),
		     0);
}

Test(compute, gives_percentages_1_decimal_counts_none_and_authors_their_own)
{
	static const char rows[] = "numerator,denominator\n30,120\n";

	cr_expect_eq(decimals_of((struct statement_parts){ .rows = rows }), 1);
	cr_expect_eq(decimals_of((struct statement_parts){
			     .rows = rows, .method = "count", .per = "1", .unit = "Waits" }),
		     0);
	cr_expect_eq(decimals_of((struct statement_parts){ .rows = rows, .decimals = "3" }), 3);
	cr_expect_eq(decimals_of((struct statement_parts){
			     .rows = rows, .method = "ratio", .per = "1", .unit = "Times" }),
		     1);
}

/* A hidden figure must not tell how small it is by the decimals of the others. */
Test(compute, leaves_hidden_figures_out_when_it_chooses_decimals)
{
	cr_expect_eq(
		decimals_of((struct statement_parts){
			.method = "crude-rate",
			.per = "100000",
			.unit = "Admissions per 100,000",
			.rule = "LOCAL-5",
			.rows = "period,numerator,denominator\n2023,900,10000\n2024,4,10000000\n" }),
		0);
}
