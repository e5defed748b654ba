/* What a picture is told by in sentences: every number is one that the plot prints, and nothing hidden is. */

#include <criterion/criterion.h>
#include <string.h>

#include "document/plot.h"
#include "support/statement.h"

static const char rows[] = "dimension,group,numerator,denominator\n"
			   "all,,1000,5000\n"
			   "deprivation,1,300,1000\ndeprivation,2,250,1000\n"
			   "deprivation,3,200,1000\ndeprivation,4,150,1000\n"
			   "deprivation,5,100,1000\n";

static const char hidden[] = "dimension,group,numerator,denominator\n"
			     "all,,1000,5000\n"
			     "deprivation,1,*,1000\ndeprivation,2,250,1000\n"
			     "deprivation,3,200,1000\ndeprivation,4,x,1000\n"
			     "deprivation,5,100,1000\n";

static const struct node *figure_of(struct statement *statement)
{
	const struct node *figure = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(figure);
	return figure;
}

static struct statement *chart_of(const char *of, const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = of, .body = body });
}

Test(chart_described, tells_the_axis_the_highest_and_the_lowest)
{
	struct statement *statement = chart_of(rows, "<chart kind='bars' by='deprivation'/>");
	const struct node *figure = figure_of(statement);
	const char *told = figure->described;

	cr_expect_not_null(
		strstr(told, "Along the axis stand 5: from 1 most deprived to 5 least deprived."),
		"%s", told);
	cr_expect_not_null(strstr(told, "The highest figure is 30.0% (1 most deprived), the lowest "
					"10.0% (5 least deprived)."),
			   "%s", told);
	cr_expect_not_null(strstr(told, figure->plot->reference_label), "%s", told);
	cr_expect_null(strstr(told, "Without a figure"), "%s", told);
	/* Kept for those who ask for it, and not printed unasked. */
	cr_expect_eq(figure->long_description.count, 0);
	statement_free(statement);
}

Test(chart_described, says_what_is_missing_and_nothing_of_what_is_hidden)
{
	struct statement *statement = chart_of(hidden, "<chart kind='bars' by='deprivation'/>");
	const char *told = figure_of(statement)->described;

	cr_expect_not_null(strstr(told, "Without a figure: 1 most deprived [c] and 4 [x]."), "%s",
			   told);
	cr_expect_not_null(strstr(told, "The highest figure is 25.0% (2)"), "%s", told);
	statement_free(statement);
}

Test(chart_described, is_printed_where_the_author_asks_for_it)
{
	struct statement *statement =
		chart_of(rows, "<chart kind='bars' by='deprivation' describe='true'/>");
	const struct node *figure = figure_of(statement);

	cr_expect_not_null(strstr(statement_plain(statement, &figure->long_description),
				  "The highest figure is 30.0% (1 most deprived)"));
	statement_free(statement);
	statement = chart_of(rows, "<chart kind='bars' by='deprivation' describe='true'>"
				   "<long-description>Own words.</long-description></chart>");
	cr_expect_str_eq(statement_plain(statement, &figure_of(statement)->long_description),
			 "Own words.");
	statement_free(statement);
}
