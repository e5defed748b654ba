/* Names of what is in force at a place. */

#include <criterion/criterion.h>

#include "support/statement.h"

static const char rows[] = "organisation,period,dimension,group,numerator,denominator\n"
			   "QNV,2024/25,all,,200,1000\nE92000001,2024/25,all,,300,1000\n"
			   "QNV,2024/25,sex,F,100,500\nQNV,2024/25,sex,M,100,500\n"
			   "QNV,2023/24,all,,200,1000\n";

static void expect_name(const char *names, const char *wanted)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = rows,
			.about = "organisation='QNV' indicator='A' by='sex' compare='E92000001'",
			.body = names },
		wanted);
}

Test(resolve_names, are_printed_in_full_or_short)
{
	expect_name("<p><name of='organisation'/></p>", "North Vale Integrated Care Board");
	expect_name("<p><name of='organisation' form='short'/></p>", "North Vale");
	expect_name("<p><name of='comparator'/></p>", "England");
	expect_name("<p><name of='indicator'/></p>", "Patients treated in time");
	expect_name("<p><name of='indicator' form='short'/></p>", "Treated in time");
	expect_name("<p><name of='measure'/></p>", "the share of patients treated in time");
	expect_name("<p><name of='period'/></p>", "April 2024 to March 2025");
	expect_name("<p><name of='period' form='short'/></p>", "2024 to 2025");
	expect_name("<p><name of='period' period='previous' by='all'/></p>",
		    "April 2023 to March 2024");
	expect_name("<p><name of='group' group='female'/></p>", "Female");
	expect_name("<p><name of='group' group='female' form='short'/></p>", "Females");
	expect_name("<p><name of='group'/></p>", "patients");
	expect_name("<p><name of='dimension'/></p>", "Sex");
	expect_name("<p><name of='source'/></p>", "Source");
}

/* Without an indicator the period is the one that the report is about. */
Test(resolve_names, of_a_period_without_indicator_is_that_of_the_report)
{
	expect_paragraph((struct statement_parts){ .rows = "numerator,denominator\n1,2\n",
						   .about = "organisation='QNV'",
						   .body = "<p>For <name of='organisation'/></p>" },
			 "For North Vale Integrated Care Board");
}

/* "Highest at ages under 18": in the middle of a sentence. */
Test(resolve_names, of_ages_stand_in_the_middle_of_a_sentence)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\nage,0-17,200,1000\nage,18+,100,1000\n",
			.body = "<p by='age'>At ages <name of='group' group='highest'/>, "
				"<name of='group' group='highest' form='short'/></p>" },
		"At ages under 18, under 18");
}

/* None of them alone is the highest. */
Test(resolve_names, of_an_extreme_are_those_of_all_groups_that_share_it)
{
	expect_paragraph(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\nage,0-17,200,1000\n"
				"age,18-64,100,1000\nage,65+,200,1000\n",
			.body = "<p by='age'>Highest at ages <name of='group' group='highest'/>, "
				"lowest at <name of='group' group='lowest'/></p>" },
		"Highest at ages under 18 and 65 and over, lowest at 18 to 64");
}

/* A count has no people that it is out of. */
Test(resolve_names, of_all_are_what_the_total_is_of)
{
	expect_paragraph((struct statement_parts){ .rows = "numerator\n200\n",
						   .method = "count",
						   .per = "1",
						   .unit = "Waits",
						   .events = "waits",
						   .population = "people",
						   .body = "<p><name of='group'/></p>" },
			 "waits");
}

/* What is heard in place of the heading of a row; "" when it is heard as it stands. */
static const char *heard_in_row(const struct statement *statement, size_t row)
{
	const struct table *table = statement_node(statement, NODE_TABLE, 0)->table;
	const struct text_run *heading;

	cr_assert_lt(row, table->row_count);
	heading = table->rows[row].cells[0].text.runs[0];
	return heading->heard ? heading->expansion : "";
}

/* "2" alone says nothing to somebody who listens; "Female" and the row of all do. */
Test(resolve_names, of_groups_that_are_numbers_are_heard_with_what_they_number)
{
	static const char fifths[] = "dimension,group,numerator,denominator\n"
				     "all,,1000,5000\ndeprivation,1,300,1000\n"
				     "deprivation,2,250,1000\ndeprivation,3,200,1000\n"
				     "deprivation,4,150,1000\ndeprivation,5,100,1000\n";
	static const char *const heard[] = { "",
					     "Deprivation fifth 1 most deprived",
					     "Deprivation fifth 2",
					     "Deprivation fifth 3",
					     "Deprivation fifth 4",
					     "Deprivation fifth 5 least deprived" };
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = fifths, .body = "<table by='deprivation'/>" });

	for (size_t i = 0; i < sizeof(heard) / sizeof(heard[0]); i++)
		cr_expect_str_eq(heard_in_row(statement, i), heard[i]);
	statement_free(statement);
	statement = statement_of(
		&(struct statement_parts){ .rows = rows, .body = "<table by='sex'/>" });
	cr_expect_str_eq(heard_in_row(statement, 0), "");
	cr_expect_str_eq(heard_in_row(statement, 1), "");
	statement_free(statement);
}
