/* What is hidden further in whole statements: everything that is published is taken into account. */

#include "disclosure/control.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

static bool hides(const struct statement *statement, const char *by, const char *group,
		  const char *sex)
{
	const struct figure_key key = { .by = by, .group = group, .sex = sex };

	return statement_result(statement, key)->numerator.state == VALUE_SUPPRESSED;
}

static struct statement *local_count(const char *rows)
{
	return statement_of(&(struct statement_parts){
		.rule = "LOCAL-5", .method = "count", .unit = "Admissions", .rows = rows });
}

/* Tenth 1 is 103 less 100: beside tenth 2 another tenth and its neighbour, or fifths, must go. */
Test(control, sees_narrow_groups_within_broad_ones)
{
	struct statement *statement = local_count(
		"dimension,group,numerator\nall,,1000\ndeprivation-quintile,1,103\n"
		"deprivation-quintile,2,297\ndeprivation-quintile,3,200\n"
		"deprivation-quintile,4,200\ndeprivation-quintile,5,200\ndeprivation-decile,1,3\n"
		"deprivation-decile,2,100\ndeprivation-decile,3,200\ndeprivation-decile,4,97\n"
		"deprivation-decile,5,100\ndeprivation-decile,6,100\ndeprivation-decile,7,100\n"
		"deprivation-decile,8,100\ndeprivation-decile,9,100\ndeprivation-decile,10,100\n");

	cr_expect(hides(statement, "deprivation-decile", "1", NULL));
	cr_expect(hides(statement, "deprivation-decile", "2", NULL) ||
		  hides(statement, "deprivation-quintile", "1", NULL));
	statement_free(statement);
}

/* Core20 is fifth 1, so that hiding fifth 1 protects nothing. */
Test(control, sees_the_core_group_behind_the_first_fifth)
{
	struct statement *statement =
		local_count("dimension,group,numerator\nall,,803\ndeprivation-quintile,1,100\n"
			    "deprivation-quintile,2,3\ndeprivation-quintile,3,200\n"
			    "deprivation-quintile,4,200\ndeprivation-quintile,5,300\n"
			    "core20,core20,100\ncore20,other,703\n");

	cr_expect(hides(statement, "deprivation-quintile", "2", NULL));
	cr_expect(hides(statement, "deprivation-quintile", "3", NULL) ||
		  hides(statement, "deprivation-quintile", "4", NULL) ||
		  hides(statement, "deprivation-quintile", "5", NULL) ||
		  hides(statement, "core20", "core20", NULL));
	statement_free(statement);
}

/* Male is 500 by its fifths, and female the rest of 503. */
Test(control, sees_the_total_of_a_sex_in_its_groups)
{
	char rows[2048] =
		"dimension,group,sex,numerator\nall,,,503\nsex,female,,3\nsex,male,,500\n";

	for (int fifth = 1; fifth <= 5; fifth++) {
		static const int female[] = { 0, 1, 2, 0, 0 };
		char row[128];

		snprintf(row, sizeof(row), "deprivation,%d,female,%d\ndeprivation,%d,male,100\n",
			 fifth, female[fifth - 1], fifth);
		strncat(rows, row, sizeof(rows) - strlen(rows) - 1);
	}
	struct statement *statement = local_count(rows);
	int males = 0;

	for (char fifth = '1'; fifth <= '5'; fifth++)
		males += hides(statement, "deprivation", (const char[]){ fifth, 0 }, "male");
	cr_expect(hides(statement, "sex", "female", NULL));
	cr_expect_geq(males, 1);
	statement_free(statement);
}

/* 503 less 500 are 3 people in no group. */
Test(control, protects_people_who_are_in_no_group)
{
	struct statement *statement =
		local_count("dimension,group,numerator\nall,,503\ndeprivation,1,101\n"
			    "deprivation,2,102\ndeprivation,3,99\ndeprivation,4,98\n"
			    "deprivation,5,100\n");

	cr_expect(hides(statement, "deprivation", "4", NULL));
	cr_expect_not(hides(statement, "deprivation", "1", NULL));
	statement_free(statement);
}

/* Months of a year: the two that are hidden are one line with the year. */
Test(control, sees_months_within_a_year)
{
	static const int counts[] = { 3, 20, 30, 40, 50, 60, 20, 30, 40, 50, 60, 97 };
	char rows[2048] = "period,numerator\n2023,500\n";
	struct statement *statement;
	size_t hidden = 0;

	for (int month = 1; month <= 12; month++) {
		char row[64];

		snprintf(row, sizeof(row), "2023-%02d,%d\n", month, counts[month - 1]);
		strncat(rows, row, sizeof(rows) - strlen(rows) - 1);
	}
	statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.method = "count",
		.unit = "Admissions",
		.about = "organisation='QNV' indicator='A' period='2023'",
		.rows = rows });
	for (size_t i = 0; i < statement->run.results->count; i++)
		hidden += statement->run.results->items[i].numerator.state == VALUE_SUPPRESSED;
	cr_expect_eq(hidden, 2);
	statement_free(statement);
}

/* The first quarter is the year less the others. */
Test(control, sees_quarters_within_a_year)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.method = "count",
		.unit = "Admissions",
		.about = "organisation='QNV' indicator='A' period='2024/25'",
		.rows = "period,numerator\n2024/25,103\n2024/25 Q1,3\n2024/25 Q2,30\n"
			"2024/25 Q3,30\n2024/25 Q4,40\n" });
	size_t hidden = 0;

	for (size_t i = 0; i < statement->run.results->count; i++)
		hidden += statement->run.results->items[i].numerator.state == VALUE_SUPPRESSED;
	cr_expect_eq(hidden, 2);
	statement_free(statement);
}

/* A peer of the body is one of its parts as well: what is hidden there stands among the peers. */
Test(control, sees_a_body_that_is_a_group_of_another)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.method = "count",
		.unit = "Admissions",
		.about = "organisation='QNV' indicator='A'",
		.rows = "organisation,dimension,group,numerator\nQNV,all,,127\n"
			"QNV,organisation,R1H,3\nQNV,organisation,RA9,41\n"
			"QNV,organisation,RH8,83\nR1H,all,,3\nRA9,all,,41\nRH8,all,,83\n" });
	const struct results *results = statement->run.results;
	double known = 0;
	bool total = false;

	for (size_t i = 0; i < results->count; i++) {
		const struct result *result = &results->items[i];
		double number = result->numerator.number;

		if (!quantity_is_shown(&result->numerator))
			continue;
		cr_expect_neq(number, 3);
		total = total || number == 127;
		known += number == 41 || number == 83 ? number : 0;
	}
	cr_expect_not(total && known >= 2 * 83 + 41,
		      "127 less 41 less 83, under one name or the other, is 3");
	statement_free(statement);
}

/* 1.5% of 200 are 3 people, whether the file says so or not. */
Test(control, hides_percentages_that_are_counts)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5", .rows = "denominator,value\n200,1.5\n" });

	cr_expect_eq(statement_result(statement, (struct figure_key){ 0 })->value.state,
		     VALUE_SUPPRESSED);
	statement_free(statement);
}

/* -- several indicators ----------------------------------------------------------------------------- */

static const struct result *of(const struct statement *statement, const char *indicator,
			       const char *group)
{
	return statement_result(
		statement,
		(struct figure_key){ .indicator = indicator, .by = "deprivation", .group = group });
}

/* Who takes the people of one from one percentage and those of another from the other has the third. */
Test(control, hides_people_of_two_indicators_in_both)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rule = "LOCAL-5",
		.indicators = "<indicator id='A' method='proportion' per='100'>"
			      "<name>A</name><unit>%</unit></indicator>"
			      "<indicator id='B' method='proportion' per='100'>"
			      "<name>B</name><unit>%</unit></indicator>",
		.rows = "indicator,dimension,group,numerator,denominator\n"
			"A,all,,222,1003\nA,deprivation,1,0,3\nA,deprivation,2,80,300\n"
			"A,deprivation,3,70,200\nA,deprivation,4,2,250\nA,deprivation,5,70,250\n"
			"B,all,,220,1003\nB,deprivation,1,0,3\nB,deprivation,2,70,300\n"
			"B,deprivation,3,60,200\nB,deprivation,4,50,250\nB,deprivation,5,40,250\n" });

	for (char fifth = '1'; fifth <= '5'; fifth++) {
		const char group[] = { fifth, 0 };

		cr_expect_eq(of(statement, "A", group)->denominator.state,
			     of(statement, "B", group)->denominator.state, "fifth %s", group);
	}
	cr_expect_eq(of(statement, "A", "1")->denominator.state, VALUE_SUPPRESSED);
	statement_free(statement);
}

/* -- what is reported ----------------------------------------------------------------------------------- */

Test(control, tells_how_much_was_hidden)
{
	struct statement *statement =
		local_count("dimension,group,numerator\nall,,102\ndeprivation,1,3\n"
			    "deprivation,2,20\ndeprivation,3,9\ndeprivation,4,30\n"
			    "deprivation,5,40\n");
	const struct disclosure_effect *effect = &statement->run.results->effects[0];

	cr_expect_str_eq(effect->rule->id, "LOCAL-5");
	cr_expect_eq(effect->counts, 6);
	cr_expect_eq(effect->hidden_first, 1);
	cr_expect_eq(effect->hidden_further, 1);
	cr_expect_eq(effect->unprotected, 0);
	cr_expect_eq(disclosure_effect_hidden(effect), 2);
	cr_expect_eq(effect->figures, 6);
	cr_expect_eq(effect->figures_hidden, 2);
	statement_free(statement);
}

/* A single group is all there is of a total that its own rule cannot hide. */
Test(control, warns_of_what_it_cannot_protect)
{
	struct statement *statement = local_count("dimension,group,numerator\n"
						  "deprivation,1,3\ndeprivation,2,0\n"
						  "deprivation,3,0\ndeprivation,4,0\n"
						  "deprivation,5,0\n");

	cr_expect(statement_said(statement, "DAT65"));
	statement_free(statement);
}
