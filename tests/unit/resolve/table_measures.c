/* Tables of measures of inequality: their rows, and limits in columns of their own. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

/* 30% and 15% of 1,000: a gap of 15, a ratio of 2. */
static const char rows[] =
	"period,dimension,group,numerator,denominator\n"
	"2023,deprivation,1,250,1000\n2023,deprivation,2,220,1000\n2023,deprivation,3,200,1000\n"
	"2023,deprivation,4,180,1000\n2023,deprivation,5,125,1000\n"
	"2024,deprivation,1,300,1000\n2024,deprivation,2,250,1000\n2024,deprivation,3,200,1000\n"
	"2024,deprivation,4,180,1000\n2024,deprivation,5,150,1000\n";

static struct statement *measures(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = rows, .good = "low", .body = body });
}

static const struct table *table_of(const struct statement *statement)
{
	return statement_node(statement, NODE_TABLE, 0)->table;
}

static const char *cell(const struct statement *statement, size_t row, size_t column)
{
	return statement_plain(statement, &table_of(statement)->rows[row].cells[column].text);
}

Test(table_measures, limits_stand_in_columns_of_their_own)
{
	struct statement *statement =
		measures("<table kind='measures' by='deprivation' indicators='A'/>");

	cr_expect_eq(table_of(statement)->column_count, 13);
	cr_expect_str_eq(table_of(statement)->columns[1].heading, "Gap, percentage points");
	cr_expect_str_eq(table_of(statement)->columns[2].heading, "Gap, lower");
	cr_expect_str_eq(table_of(statement)->columns[3].heading, "Gap, upper");
	cr_expect_str_eq(cell(statement, 0, 1), "15.0");
	cr_expect_str_eq(cell(statement, 0, 4), "2.00");
	cr_expect(table_of(statement)->landscape);
	cr_expect_not(statement_said(statement, "SPC55"));
	statement_free(statement);
}

/* sqrt(0.3 * 0.7 / 1000 + 0.15 * 0.85 / 1000) = 0.01837; by Newcombe's limits 11.4 to 18.6. */
Test(table_measures, limits_are_those_of_the_measure)
{
	struct statement *statement =
		measures("<table kind='measures' by='deprivation' indicators='A'/>");

	cr_expect_str_eq(cell(statement, 0, 2), "11.4");
	cr_expect_str_eq(cell(statement, 0, 3), "18.6");
	statement_free(statement);
}

Test(table_measures, an_upright_page_has_values_alone)
{
	struct statement *statement = measures(
		"<table kind='measures' by='deprivation' indicators='A' orientation='portrait'/>");

	cr_expect_eq(table_of(statement)->column_count, 5);
	cr_expect_not(table_of(statement)->landscape);
	statement_free(statement);
}

Test(table_measures, columns_of_the_author_have_limits_where_there_is_room)
{
	struct statement *statement =
		measures("<table kind='measures' by='deprivation' indicators='A' "
			 "orientation='portrait'><column of='gap'/><column of='ratio' "
			 "heading='Times'/></table>");

	cr_expect_eq(table_of(statement)->column_count, 7);
	cr_expect_str_eq(table_of(statement)->columns[4].heading, "Times");
	cr_expect_str_eq(table_of(statement)->columns[5].heading, "Times, lower");
	statement_free(statement);
}

Test(table_measures, rows_can_be_periods)
{
	struct statement *statement = measures("<table kind='measures' by='deprivation' "
					       "series='period'><column of='gap'/></table>");

	cr_expect_eq(table_of(statement)->row_count, 2);
	cr_expect_str_eq(cell(statement, 0, 0), "2023");
	cr_expect_str_eq(cell(statement, 0, 1), "12.5");
	cr_expect_str_eq(cell(statement, 1, 0), "2024");
	cr_expect_str_eq(cell(statement, 1, 1), "15.0");
	statement_free(statement);
}

Test(table_measures, rows_are_breakdowns_with_an_order_where_nothing_else_is_asked)
{
	struct statement *statement = measures("<table kind='measures' by='deprivation'/>");

	cr_expect_eq(table_of(statement)->row_count, 1);
	cr_expect_str_eq(cell(statement, 0, 0), "Deprivation fifth");
	statement_free(statement);
}

Test(table_measures, the_note_says_what_is_drawn_and_no_more)
{
	struct statement *statement = measures("<table kind='measures' by='deprivation' "
					       "indicators='A'><column of='gap'/></table>");
	const char *notes =
		statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->notes);

	cr_expect_not_null(strstr(notes, "Gap: the difference between"));
	cr_expect_null(strstr(notes, "Slope index"));
	cr_expect_not_null(strstr(notes, "95% confidence intervals"));
	statement_free(statement);
}

Test(table_measures, a_figure_of_groups_is_refused)
{
	struct statement *statement = statement_try(
		&(struct statement_parts){ .rows = rows,
					   .body = "<table kind='measures' by='deprivation' "
						   "indicators='A'><column of='value'/></table>" });

	cr_expect(statement_said(statement, "SPC132"));
	statement_free(statement);
}

Test(table_measures, a_hidden_figure_hides_measure_and_limits)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,dimension,group,numerator,denominator\n"
			"2024,deprivation,1,*,1000\n2024,deprivation,2,250,1000\n"
			"2024,deprivation,3,200,1000\n2024,deprivation,4,180,1000\n"
			"2024,deprivation,5,*,1000\n",
		.body = "<table kind='measures' by='deprivation' indicators='A'/>" });

	for (size_t i = 1; i < 13; i++)
		cr_expect_str_eq(cell(statement, 0, i), "[c]");
	statement_free(statement);
}
