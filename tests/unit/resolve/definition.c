/* What stands below the columns of a definition. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

static const char rows[] = "indicator,dimension,group,numerator,denominator\n"
			   "ER02,all,all,500,1000\nER02,ethnicity,A,450,950\n"
			   "ER02,ethnicity,unknown,20,40\n";

static struct statement *definition_of(const char *status, const char *change, const char *body)
{
	char meta[100], indicators[300];

	snprintf(meta, sizeof(meta), "<status is='%s'/>", status);
	snprintf(indicators, sizeof(indicators),
		 "<use set='statement-2023-25' only='ER02'/><indicator id='ER02'>%s</indicator>",
		 change);
	return statement_of(
		&(struct statement_parts){ .rows = rows,
					   .rule = "HES-5",
					   .retrieved = "2025-06-02",
					   .meta = meta,
					   .indicators = indicators,
					   .about = "organisation='QNV' indicator='ER02'",
					   .body = body });
}

static const char *notes_of(const struct statement *statement)
{
	return statement_plain(statement, &statement_node(statement, NODE_PANEL, 0)->notes);
}

Test(resolve_definition, says_where_figures_come_from_and_how_they_are_protected)
{
	struct statement *statement = definition_of("official", "", "<definition/>");

	cr_expect_str_eq(notes_of(statement),
			 "Source: Source, extracted 2 June 2025. Method: Percentages. "
			 "Disclosure rule: HES-5. Records with the group known: "
			 "Ethnic group 96.0%.");
	statement_free(statement);
}

Test(resolve_definition, says_where_it_differs_from_the_national_one)
{
	struct statement *statement = definition_of(
		"official", "<difference>We count from day 3</difference>", "<definition/>");

	cr_expect_not_null(strstr(notes_of(statement),
				  "Differs from the national definition: We count from day 3."));
	statement_free(statement);
}

Test(resolve_definition, leaves_that_out_in_its_short_form)
{
	struct statement *statement = definition_of("official", "<difference>We count</difference>",
						    "<definition form='short'/>");

	cr_expect_eq(statement_node(statement, NODE_PANEL, 0)->notes.count, 0);
	statement_free(statement);
}

/* What is still open is for those who write, not for readers. */
Test(resolve_definition, tells_what_the_catalogue_leaves_open_in_drafts_alone)
{
	struct statement *draft = definition_of("draft", "", "<definition/>");
	struct statement *final = definition_of("management-information", "", "<definition/>");

	cr_assert_str_neq(draft->run.indicators->items[0].choices, "");
	cr_expect_not_null(strstr(notes_of(draft), draft->run.indicators->items[0].choices));
	cr_expect_null(strstr(notes_of(final), "Draft"));
	statement_free(draft);
	statement_free(final);
}

Test(resolve_definition, says_that_no_rule_is_needed)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "numerator,denominator\n10,100\n", .body = "<definition/>" });

	cr_expect_not_null(strstr(notes_of(statement), "Disclosure rule: none needed."));
	statement_free(statement);
}
