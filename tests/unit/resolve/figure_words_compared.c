/* What the program says of a figure that is compared with another body. */

#include <criterion/criterion.h>
#include <stdio.h>

#include "support/statement.h"

/* Of all 40% in QNV and 30% in England: 35.5% is lower than the one and higher than the other. */
static const char with_england[] =
	"organisation,dimension,group,numerator,denominator\nQNV,all,,40000,100000\n"
	"E92000001,all,,300000,1000000\nQNV,ethnic-group,asian,3550,10000\n"
	"QNV,ethnic-group,black,3550,10000\nQNV,ethnic-group,mixed,4000,10000\n"
	"QNV,ethnic-group,white,4000,10000\nQNV,ethnic-group,other,3000,10000\n";

static struct statement_parts compared_with(const char *body, const char *compare)
{
	static char about[100];

	snprintf(about, sizeof(about), "organisation='QNV' indicator='A' compare='%s'", compare);
	return (struct statement_parts){
		.rows = with_england, .measure = "uptake", .about = about, .body = body
	};
}

static void expect_chart_title(const char *compare, const char *wanted)
{
	struct statement_parts parts =
		compared_with("<chart kind='dots' by='ethnic-group'/>", compare);
	struct statement *statement = statement_of(&parts);
	const struct node *figure = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(figure);
	cr_expect_str_eq(statement_plain(statement, &figure->title), wanted);
	statement_free(statement);
}

Test(resolve_figure_words_compared, title_a_chart_by_the_line_that_it_draws)
{
	expect_chart_title("all", "The percentage was lower than average for 3 ethnic groups");
	expect_chart_title("E92000001",
			   "The percentage was higher than in England for 4 ethnic groups");
}

Test(resolve_figure_words_compared, compare_several_groups_with_the_body_that_is_named)
{
	static const char body[] = "<p by='ethnic-group'><phrase kind='several-groups'/></p>";

	expect_paragraph(
		compared_with(body, "all"),
		"Compared with all patients (40.0%), uptake was lower for the Asian, Black and "
		"Other ethnic groups; the others were similar.");
	expect_paragraph(
		compared_with(body, "E92000001"),
		"Compared with England (30.0%), uptake was higher for the Asian, Black and 2 "
		"more ethnic groups. It was similar for the Other ethnic group.");
}

Test(resolve_figure_words_compared, test_against_the_body_that_is_named)
{
	static const char body[] = "<p by='ethnic-group'><when group='asian' is='higher'>up</when>"
				   "<when group='asian' is='lower'>down</when></p>";

	expect_paragraph(compared_with(body, "all"), "down");
	expect_paragraph(compared_with(body, "E92000001"), "up");
}

Test(resolve_figure_words_compared, compare_with_nothing_when_that_is_asked_for)
{
	expect_chart_title("none", "Treated in time, by ethnic group");
	expect_paragraph(
		compared_with("<p by='ethnic-group'><phrase kind='several-groups'/></p>", "none"),
		"No comparison can be made: none is asked for.");
	expect_paragraph(
		compared_with("<p by='ethnic-group'><when group='asian' is='lower'>down</when>same"
			      "</p>",
			      "none"),
		"same");
}
