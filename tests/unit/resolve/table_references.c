/* Columns that compare two groups: with which one, and in which unit. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/fifths.h"

#define FIFTHS_TABLE "<table by='deprivation'>"

/* Lower is better: White Irish people are the best. */
#define TWO_GROUPS FIFTHS_HEAD "ethnicity,White: British,30,100\nethnicity,White: Irish,20,100\n"

static const char *notes_of(const struct statement *statement)
{
	return statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->notes);
}

static void expect_sentence(const char *rows, const char *body, const char *sentence)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = rows, .good = "low", .body = body });

	cr_expect_not_null(strstr(notes_of(statement), sentence), "\"%s\" is not in: %s", sentence,
			   notes_of(statement));
	statement_free(statement);
}

Test(table_references, name_the_usual_one)
{
	expect_sentence(FIFTHS_EVEN,
			FIFTHS_TABLE "<column of='gap'/><column of='ratio'/><column of='value'/>"
				     "<column of='excess'/></table>",
			"Gap, ratio and excess events: compared with the least deprived fifth.");
	/* The same by its name. */
	expect_sentence(FIFTHS_EVEN,
			FIFTHS_TABLE "<column of='gap'/><column of='ratio' reference='5'/></table>",
			"Gap and ratio: compared with the least deprived fifth.");
}

Test(table_references, have_a_sentence_each)
{
	expect_sentence(
		FIFTHS_EVEN,
		FIFTHS_TABLE "<column of='gap' reference='4'/><column of='ratio' reference='most'/>"
			     "<column of='relative-gap' reference='4'/>"
			     "<column of='excess' reference='all'/></table>",
		"Gap and relative gap: compared with fifth 4. Ratio: compared with the most "
		"deprived fifth. Excess events: compared with all patients.");
}

Test(table_references, are_named_as_in_their_row_where_groups_have_no_order)
{
	expect_sentence(TWO_GROUPS,
			"<table by='ethnicity'><column of='gap' reference='White: British'/>"
			"<column of='ratio' reference='best'/></table>",
			"Gap: compared with White: British. Ratio: compared with White: Irish.");
}

/* In 2023 another group was the best. */
Test(table_references, name_the_period_where_the_best_group_changes)
{
	expect_sentence(
		"period,dimension,group,numerator,denominator\n2023,ethnicity,White: British,20,100\n"
		"2023,ethnicity,White: Irish,30,100\n2024,ethnicity,White: British,30,100\n"
		"2024,ethnicity,White: Irish,20,100\n",
		"<table by='ethnicity'><column of='gap' reference='best' period='2023'/>"
		"<column of='gap' reference='best' period='2024'/></table>",
		"Gap, 2023: compared with White: British. Gap, 2024: compared with White: Irish.");
}

Test(table_references, name_a_measure_once)
{
	expect_sentence(
		"period,dimension,group,numerator,denominator\n2023,deprivation,1,30,100\n"
		"2023,deprivation,5,20,100\n2024,deprivation,1,40,100\n2024,deprivation,5,20,100\n",
		FIFTHS_TABLE "<column of='gap' period='2023'/><column of='gap' period='2024'/>"
			     "</table>",
		"Gap: compared with the least deprived fifth.");
}

Test(table_references, call_columns_as_their_author_does)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = FIFTHS_EVEN,
		.body = FIFTHS_TABLE "<column of='ratio'/><column of='gap' heading='More than 5'/>"
				     "</table>" });
	static const char head[] = "Deprivation fifth | Ratio | More than 5\n";

	cr_expect_not_null(strstr(notes_of(statement),
				  "Ratio and More than 5: compared with the least deprived fifth."),
			   "%s", notes_of(statement));
	cr_expect_eq(strncmp(statement_table(statement, 0), head, strlen(head)), 0, "%s",
		     statement_table(statement, 0));
	statement_free(statement);
}

Test(table_references, are_of_the_same_sex_in_a_table_by_sex)
{
	expect_sentence("dimension,group,sex,numerator,denominator\nall,,,600,2000\n"
			"all,,Male,400,1000\ndeprivation,1,,240,800\ndeprivation,1,Male,120,400\n",
			"<table by='deprivation' series='sex'><column of='gap' reference='all'/>"
			"</table>",
			"Gap: compared with all patients of the same sex.");
}

/* Groups without an order have no usual one; columns of single groups have none at all. */
Test(table_references, are_not_spoken_of_where_there_are_none)
{
	static const struct statement_parts cases[] = {
		{ .rows = TWO_GROUPS,
		  .body = "<table by='ethnicity'><column of='value'/><column of='gap'/></table>" },
		{ .rows = FIFTHS_EVEN,
		  .body = FIFTHS_TABLE "<column of='value'/><column of='share'/></table>" },
		{ .rows = FIFTHS_EVEN, .body = "<table by='deprivation' compare='none'/>" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement = statement_of(&cases[i]);

		cr_expect_null(strstr(notes_of(statement), ": compared with"), "%zu: %s", i,
			       notes_of(statement));
		statement_free(statement);
	}
}

/* -- units ---------------------------------------------------------------------------------------- */

#define GAP FIFTHS_TABLE "<column of='gap'/></table>"
#define RATES FIFTHS_HEAD "deprivation,1,300,1000\ndeprivation,5,100,1000\n"
#define GIVEN "dimension,group,value\ndeprivation,1,30\ndeprivation,5,20\n"

Test(table_references, differences_have_the_unit_of_the_indicator)
{
	static const struct {
		struct statement_parts parts;
		const char *head;
	} cases[] = {
		{ { .rows = FIFTHS_EVEN, .body = GAP }, "Gap, percentage points\n" },
		{ { .method = "crude-rate",
		    .per = "1000",
		    .unit = "Admissions per 1,000",
		    .rows = RATES,
		    .body = GAP },
		  "Gap per 1,000\n" },
		{ { .method = "given",
		    .unit = "Deaths per 100,000",
		    .per = "100000",
		    .rows = GIVEN,
		    .body = GAP },
		  "Gap per 100,000\n" },
		{ { .method = "given", .unit = "years", .per = "1", .rows = GIVEN, .body = GAP },
		  "Gap, years\n" },
		{ { .method = "count",
		    .unit = "Admissions",
		    .per = "1",
		    .events = "admissions",
		    .rows = RATES,
		    .body = GAP },
		  "Gap, admissions\n" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement = statement_of(&cases[i].parts);
		const char *head = strstr(statement_table(statement, 0), " | ") + 3;

		cr_expect_eq(strncmp(head, cases[i].head, strlen(cases[i].head)), 0, "%zu: %s", i,
			     head);
		statement_free(statement);
	}
}
