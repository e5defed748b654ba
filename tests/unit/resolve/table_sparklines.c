/* Columns that show a figure over time, and where the row of everybody stands. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

static const char years[] = "period,dimension,group,numerator,denominator\n"
			    "2021,all,,60,200\n2021,sex,Female,20,100\n2021,sex,Male,40,100\n"
			    "2022,all,,70,200\n2022,sex,Female,*,100\n2022,sex,Male,*,100\n"
			    "2024,all,,90,200\n2024,sex,Female,40,100\n2024,sex,Male,50,100\n";

static struct statement *table_with(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = years, .body = body });
}

static const struct sparkline *line_of(const struct statement *statement, size_t row)
{
	const struct table *table = statement_node(statement, NODE_TABLE, 0)->table;

	return table->rows[row].cells[table->column_count - 1].sparkline;
}

Test(table_sparklines, stand_behind_the_other_columns_of_a_table)
{
	expect_table(years,
		     "<table by='sex' compare='none' sparkline='true'><column of='value'/></table>",
		     "Sex | Percentage | Percentage over time\n"
		     "All patients | 45.0% | 30.0% in 2021, 45.0% in 2024\n"
		     "Female | 40.0% | 20.0% in 2021, 40.0% in 2024\n"
		     "Male | 50.0% | 40.0% in 2021, 50.0% in 2024\n");
}

Test(table_sparklines, can_be_a_column_of_the_author)
{
	expect_table(years,
		     "<table by='sex'><column of='count' as='sparkline' heading='Events'/>"
		     "<column of='value' as='number'/></table>",
		     "Sex | Events | Percentage\n"
		     "All patients | 60 in 2021, 90 in 2024 | 45.0%\n"
		     "Female | 20 in 2021, 40 in 2024 | 40.0%\n"
		     "Male | 40 in 2021, 50 in 2024 | 50.0%\n");
}

/* 2022 is hidden, 2023 is not in the data: both have a place, and no figure. */
Test(table_sparklines, keep_a_place_for_what_is_hidden_or_missing)
{
	struct statement *statement =
		table_with("<table by='sex' sparkline='true'><column of='value'/></table>");
	const struct sparkline *line = line_of(statement, 1);

	cr_assert_eq(line->count, 4);
	cr_expect_eq(line->points[0].state, VALUE_SHOWN);
	cr_expect_eq(line->points[1].state, VALUE_SUPPRESSED);
	cr_expect_eq(line->points[2].state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(line->points[3].state, VALUE_SHOWN);
	cr_expect_eq(line->points[1].value, 0);
	statement_free(statement);
}

Test(table_sparklines, say_why_there_is_no_line)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,dimension,group,numerator,denominator\n"
			"2023,all,,60,200\n2023,sex,Female,*,100\n2023,sex,Male,*,100\n"
			"2024,all,,90,200\n2024,sex,Female,*,100\n2024,sex,Male,*,100\n",
		.body = "<table by='sex' sparkline='true'><column of='value'/></table>" });

	cr_expect_str_eq(line_of(statement, 1)->none_text, "[c]");
	cr_expect_str_eq(line_of(statement, 0)->none_text, "");
	statement_free(statement);
}

Test(table_sparklines, one_period_makes_no_line)
{
	expect_table("dimension,group,numerator,denominator\nall,,60,200\nsex,Female,20,100\n"
		     "sex,Male,40,100\n",
		     "<table by='sex' sparkline='true'><column of='value'/></table>",
		     "Sex | Percentage | Percentage\nAll patients | 30.0% | [x]\n"
		     "Female | 20.0% | [x]\nMale | 40.0% | [x]\n");
}

Test(table_sparklines, end_with_the_period_of_the_table)
{
	struct statement *statement = table_with(
		"<table by='sex' period='2022' sparkline='true'><column of='value'/></table>");

	cr_expect_eq(line_of(statement, 0)->count, 2);
	cr_expect_str_eq(line_of(statement, 0)->last_text, "35.0%");
	statement_free(statement);
}

Test(table_total, stands_where_the_author_wants_it)
{
	expect_table(years, "<table by='sex' total='last'><column of='count'/></table>",
		     "Sex | Patients treated in time\nFemale | 40\nMale | 50\n"
		     "All patients | 90\n");
	expect_table(years, "<table by='sex' total='none'><column of='count'/></table>",
		     "Sex | Patients treated in time\nFemale | 40\nMale | 50\n");
}
