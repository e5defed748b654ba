/* Tables of several periods: which have a column, and what their marks say. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

/* 7 and 8 of 20 people are too few for certain percentages; 12 of 40 are enough. */
static const char years[] = "period,dimension,group,numerator,denominator\n"
			    "2021,all,,20,60\n2021,sex,Female,8,20\n2021,sex,Male,12,40\n"
			    "2022,all,,19,60\n2022,sex,Female,7,20\n2022,sex,Male,12,40\n"
			    "2024,all,,24,80\n2024,sex,Female,12,40\n2024,sex,Male,12,40\n";

static struct statement *years_with(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = years, .body = body });
}

Test(resolve_table_periods, keep_a_column_for_a_year_that_the_data_leave_out)
{
	expect_table(years, "<table by='sex' series='period'/>",
		     "Sex | 2021 | 2022 | 2023 | 2024\n"
		     "All patients | 33.3% | 31.7% | [x] | 30.0%\n"
		     "Female | 40.0% [u] | 35.0% [u] | [x] | 30.0%\n"
		     "Male | 30.0% | 30.0% | [x] | 30.0%\n");
}

Test(resolve_table_periods, show_the_periods_that_are_listed_and_no_others)
{
	expect_table(years, "<table by='sex' series='period' period='2021|2024'/>",
		     "Sex | 2021 | 2024\nAll patients | 33.3% | 30.0%\nFemale | 40.0% [u] | 30.0%\n"
		     "Male | 30.0% | 30.0%\n");
}

/* Every second year: nothing is left out between them. */
Test(resolve_table_periods, take_equal_steps_of_years_as_they_are)
{
	expect_table("period,numerator,denominator\n2020,30,100\n2022,31,100\n2024,32,100\n",
		     "<table series='period'/>",
		     "Group | 2020 | 2022 | 2024\nAll patients | 30.0% | 31.0% | 32.0%\n");
}

Test(resolve_table_periods, keep_a_column_for_a_census_date_that_is_left_out)
{
	expect_table("period,numerator,denominator\n2021-03-31,30,100\n2022-03-31,31,100\n"
		     "2024-03-31,32,100\n",
		     "<table series='period'/>",
		     "Group | March 2021 | March 2022 | March 2023 | March 2024\n"
		     "All patients | 30.0% | 31.0% | [x] | 32.0%\n");
}

Test(resolve_table_periods, name_the_range_of_all_columns_in_the_subtitle)
{
	struct statement *statement = years_with(
		"<table by='sex'><column of='value' period='2021'/><column of='value'/></table>"
		"<table by='sex'><column of='value'/></table>"
		"<table by='sex' series='period'/>");
	static const char *const wanted[] = { "North Vale, 2021 to 2024", "North Vale, 2024",
					      "North Vale, 2021 to 2024" };

	for (size_t i = 0; i < 3; i++)
		cr_expect_str_eq(
			statement_plain(statement,
					&statement_node(statement, NODE_TABLE, i)->subtitle),
			wanted[i]);
	statement_free(statement);
}

Test(resolve_table_periods, mark_uncertain_figures_in_columns_of_the_author)
{
	expect_table(
		years,
		"<table by='sex'><column of='value' period='2021'/><column of='count'/></table>",
		"Sex | 2021 | Patients treated in time\nAll patients | 33.3% | 24\n"
		"Female | 40.0% [u] | 12\nMale | 30.0% | 12\n");
}

/* Beside a comparison the mark takes the place of the word, and not twice. */
Test(resolve_table_periods, mark_uncertain_figures_once)
{
	struct statement *statement = years_with("<table by='sex' period='2021'/>");
	const char *table = statement_table(statement, 0);

	cr_expect_not_null(strstr(table, "40.0%"));
	cr_expect_null(strstr(table, "40.0% [u]"), "%s", table);
	cr_expect_not_null(strstr(table, "| [u]\n"), "%s", table);
	statement_free(statement);
}

Test(resolve_table_periods, explain_the_marks_that_occur_and_no_others)
{
	struct statement *statement =
		years_with("<table by='sex' series='period'/>"
			   "<table by='sex'><column of='value'/></table>"
			   "<table by='sex'><column of='value' period='2021'/></table>");
	static const bool marks[][3] = { { true, true, false },
					 { false, false, false },
					 { true, false, false } };

	for (size_t i = 0; i < 3; i++) {
		const struct node *table = statement_node(statement, NODE_TABLE, i);
		const char *notes = statement_plain(statement, &table->notes);

		cr_expect_eq(strstr(notes, "[u]") != NULL, marks[i][0], "%zu: %s", i, notes);
		cr_expect_eq(strstr(notes, "[x]") != NULL, marks[i][1], "%zu: %s", i, notes);
		cr_expect_eq(strstr(notes, "[z]") != NULL, marks[i][2], "%zu: %s", i, notes);
	}
	statement_free(statement);
}

/* The latest year is in the data of another indicator alone. */
Test(resolve_table_periods, keep_the_total_of_a_table_of_periods)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,period,dimension,group,numerator,denominator\n"
			"A,2022,all,,60,100\nA,2022,sex,Female,30,50\nA,2022,sex,Male,30,50\n"
			"A,2023,all,,62,100\nA,2023,sex,Female,31,50\nA,2023,sex,Male,31,50\n"
			"B,2024,all,,64,100\nB,2024,sex,Female,32,50\nB,2024,sex,Male,32,50\n",
		.indicators = "<indicator id='A' method='proportion' per='100'><name>First</name>"
			      "<population>patients</population><unit>%</unit></indicator>"
			      "<indicator id='B' method='proportion' per='100'><name>Second</name>"
			      "<population>patients</population><unit>%</unit></indicator>",
		.body = "<table by='sex' period='2024'><column of='value' period='2022'/>"
			"<column of='value' period='2023'/></table>" });

	cr_expect_str_eq(statement_table(statement, 0),
			 "Sex | 2022 | 2023\nAll patients | 60.0% | 62.0%\nFemale | 60.0% | 62.0%\n"
			 "Male | 60.0% | 62.0%\n");
	statement_free(statement);
}

/* A table has room for twelve; it says that there are more. */
Test(resolve_table_periods, say_when_they_are_the_last_of_more)
{
	char many[600] = "period,numerator,denominator\n";
	size_t length = strlen(many);
	struct statement *statement;
	const struct node *table;

	for (int year = 2010; year < 2025; year++)
		length += (size_t)snprintf(many + length, sizeof(many) - length, "%d,300,1000\n",
					   year);
	statement = statement_of(&(struct statement_parts){
		.rows = many, .body = "<table series='period' period='all'/>" });
	table = statement_node(statement, NODE_TABLE, 0);
	cr_assert_not_null(table);
	cr_expect_eq(table->table->column_count, 13);
	cr_expect_not_null(strstr(statement_plain(statement, &table->notes),
				  "The last 12 of 15 periods are shown."));
	statement_free(statement);
	statement = statement_of(&(struct statement_parts){
		.rows = many, .body = "<table series='period' period='last-12'/>" });
	table = statement_node(statement, NODE_TABLE, 0);
	cr_expect_null(strstr(statement_plain(statement, &table->notes), "periods are shown"));
	statement_free(statement);
}
