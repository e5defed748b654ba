/* Small multiples: what short names stand for. */

#include <criterion/criterion.h>
#include <string.h>

#include "document/plot.h"
#include "support/statement.h"

static const char rows[] = "period,dimension,group,numerator,denominator\n"
			   "2022,deprivation,1,40,100\n2022,deprivation,5,20,100\n"
			   "2023,deprivation,1,42,100\n2023,deprivation,5,21,100\n"
			   "2024,deprivation,1,44,100\n2024,deprivation,5,22,100\n";

#define ENDS "1 stands for the most deprived areas, 5 for the least deprived areas."

static struct statement *panels(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = rows, .body = body });
}

static const char *notes_of(const struct statement *statement)
{
	return statement_plain(statement, &statement_node(statement, NODE_FIGURE, 0)->notes);
}

Test(plots_panels, say_which_end_the_numbers_of_fifths_stand_for)
{
	struct statement *statement = panels("<chart kind='small-multiples' of-kind='bars' "
					     "panels='period' by='deprivation' period='all'/>");

	cr_expect_not_null(strstr(notes_of(statement), ENDS), "%s", notes_of(statement));
	statement_free(statement);
}

Test(plots_panels, say_nothing_of_it_where_the_names_are_whole)
{
	struct statement *statement =
		panels("<chart kind='small-multiples' by='deprivation' period='all'/>");

	cr_expect_null(strstr(notes_of(statement), ENDS), "%s", notes_of(statement));
	statement_free(statement);
}

Test(plots_panels, have_short_names_for_lines)
{
	struct statement *statement = panels("<chart kind='trend' by='deprivation'/>");
	const struct plot *plot = statement_node(statement, NODE_FIGURE, 0)->plot;

	cr_expect_str_eq(plot->series[0].label, "1 most deprived");
	cr_expect_str_eq(plot->series_short[0], "1");
	statement_free(statement);
}
