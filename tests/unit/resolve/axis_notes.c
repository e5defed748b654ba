/* Notes that say where an axis starts that does not start at zero. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

/* 70% to 80% in the first indicator, 1% to 3% in the second. */
static const char rows[] = "indicator,period,dimension,group,numerator,denominator\n"
			   "A,2023,deprivation,1,7000,10000\nA,2023,deprivation,5,8000,10000\n"
			   "A,2024,deprivation,1,7100,10000\nA,2024,deprivation,5,7900,10000\n"
			   "B,2023,deprivation,1,100,10000\nB,2023,deprivation,5,300,10000\n"
			   "B,2024,deprivation,1,120,10000\nB,2024,deprivation,5,290,10000\n";

#define INDICATOR(id) "<indicator id='" id "' method='proportion'><name>" id "</name></indicator>"
#define DUMBBELL(id) "<chart kind='dumbbell' by='deprivation' indicator='" id "'/>"

static void expect_note(const char *body, size_t figure, const char *wanted, const char *unwanted)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = rows,
							.indicators = INDICATOR("A") INDICATOR("B"),
							.about = "organisation='QNV'",
							.body = body });
	const struct node *node = statement_node(statement, NODE_FIGURE, figure);
	const char *notes = statement_plain(statement, &node->notes);

	cr_expect_not_null(strstr(notes, wanted), "%s", notes);
	cr_expect(unwanted == NULL || strstr(notes, unwanted) == NULL, "%s", notes);
	cr_expect_null(strstr(notes, "  "), "%s", notes);
	statement_free(statement);
}

Test(axis_notes, a_dumbbell_that_starts_above_zero_says_so)
{
	expect_note(DUMBBELL("A"), 0, "The axis starts at ", NULL);
}

Test(axis_notes, a_chart_from_zero_says_nothing)
{
	expect_note("<chart kind='dots' by='deprivation' indicator='A'/>", 0, "Source", "axis");
}

/* Side by side both take the scale of both, which begins at 0. */
Test(axis_notes, a_chart_whose_neighbour_widens_its_scale_to_zero_says_nothing)
{
	static const char grid[] = "<grid columns='2'>" DUMBBELL("A") DUMBBELL("B") "</grid>";

	expect_note(grid, 0, "Source", "axis");
	expect_note(grid, 1, "Source", "axis");
}

Test(axis_notes, neighbours_on_a_scale_that_leaves_zero_say_so_both)
{
	static const char grid[] = "<grid columns='2'>" DUMBBELL("A") DUMBBELL("A") "</grid>";

	expect_note(grid, 0, "The axis starts at ", NULL);
	expect_note(grid, 1, "The axis starts at ", NULL);
}
