/* What a reader sees of a measure that cannot be had: its mark, and the sentence below the table or page. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/fifths.h"

/* A table of groups with one column, and what its note says. */
static void expect_note(struct statement_parts parts, const char *cell, const char *sentence)
{
	struct statement *statement = statement_of(&parts);
	const char *notes =
		statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->notes);

	cr_expect_not_null(strstr(statement_table(statement, 0), cell), "%s",
			   statement_table(statement, 0));
	cr_expect_not_null(strstr(notes, sentence), "\"%s\" is not in: %s", sentence, notes);
	statement_free(statement);
}

Test(measure_notes, of_a_group_that_is_the_reference_and_of_the_total)
{
	expect_note((struct statement_parts){ .rows = FIFTHS_EVEN,
					      .body = "<table by='deprivation'><column of='value'/>"
						      "<column of='gap' reference='4'/></table>" },
		    "4 | 15.0% | [z]",
		    "[z] not applicable: no group is compared with itself; groups are compared, "
		    "not their total.");
}

Test(measure_notes, of_a_hidden_reference)
{
	expect_note((struct statement_parts){ .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					      "deprivation,5,*,1000\n",
					      .body = "<table by='deprivation'><column of='value'/>"
						      "<column of='ratio'/></table>" },
		    "2 | 25.0% | [c]", "a figure that it needs is hidden");
}

Test(measure_notes, of_a_missing_reference)
{
	expect_note((struct statement_parts){ .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					      "deprivation,5,x,1000\n",
					      .body = "<table by='deprivation'><column of='value'/>"
						      "<column of='gap'/></table>" },
		    "2 | 25.0% | [x]", "a group that it needs is missing");
}

Test(measure_notes, of_a_ratio_to_nothing)
{
	expect_note((struct statement_parts){ .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					      "deprivation,5,0,1000\n",
					      .body = "<table by='deprivation'><column of='value'/>"
						      "<column of='ratio'/></table>" },
		    "2 | 25.0% | [x]", "there is no ratio to 0");
}

Test(measure_notes, of_groups_without_an_order)
{
	expect_note((struct statement_parts){ .rows = FIFTHS_HEAD
					      "sex,Female,30,100\nsex,Male,20,100\n",
					      .body = "<table by='sex'><column of='value'/>"
						      "<column of='gap'/></table>" },
		    "Female | 30.0% | [z]", "the groups have no order");
}

Test(measure_notes, of_a_figure_that_counts_nobody)
{
	expect_note((struct statement_parts){ .method = "given",
					      .rows = "dimension,group,value\n"
						      "deprivation,1,30\ndeprivation,2,28\n"
						      "deprivation,5,20\n",
					      .body = "<table by='deprivation'><column of='value'/>"
						      "<column of='excess'/></table>" },
		    "2 | 28.0% | [z]", "it has no meaning for this kind of figure");
}

/* -- one figure for all groups: in text ---------------------------------------------------------- */

static void expect_marked(struct statement_parts parts, const char *measure, const char *by,
			  const char *mark, enum value_reason reason)
{
	char body[200];
	struct statement *statement;
	enum string_id id = string_of_reason(reason);
	struct value value;

	snprintf(body, sizeof(body), "<p by='%s'><value of='%s'/></p>", by, measure);
	parts.body = body;
	statement = statement_of(&parts);
	value = statement_measure(statement, (struct figure_key){ .by = by },
				  measure_find(measure));
	cr_expect_not_null(strstr(statement_paragraph(statement, 0), mark), "%s: %s", measure,
			   statement_paragraph(statement, 0));
	cr_expect_eq(value.reason, reason);
	cr_expect_gt(strlen(strings_text(statement->run.strings, id)), 10);
	statement_free(statement);
}

Test(measure_notes, every_reason_has_a_mark_and_a_sentence)
{
	const struct statement_parts even = { .rows = FIFTHS_EVEN };
	const struct statement_parts zero = { .rows = FIFTHS_HEAD FIFTHS_FIRST_FOUR
					      "deprivation,5,0,1000\n" };
	const struct statement_parts sexes = { .rows = FIFTHS_HEAD
					       "sex,Female,30,100\nsex,Male,20,100\n" };
	const struct statement_parts core = { .rows = FIFTHS_HEAD
					      "core20,Core20,30,100\ncore20,Other,20,100\n" };
	const struct statement_parts none = { .rows = FIFTHS_HEAD
					      "deprivation,1,0,100\ndeprivation,2,0,100\n"
					      "deprivation,3,0,100\ndeprivation,4,0,100\n"
					      "deprivation,5,0,100\n" };

	expect_marked(even, "par", "deprivation", "[z]", REASON_NO_BEST_GROUP);
	expect_marked(zero, "sii", "deprivation", "[x]", REASON_ZERO_EVENTS_IN_GROUP);
	expect_marked(zero, "mean-log-deviation", "deprivation", "[x]",
		      REASON_ZERO_EVENTS_IN_GROUP);
	expect_marked(sexes, "sii", "sex", "[z]", REASON_NOT_ORDERED);
	expect_marked(sexes, "theil-index", "sex", "[x]", REASON_FEW_GROUPS_FOR_SPREAD);
	expect_marked(core, "rii", "core20", "[x]", REASON_FEW_GROUPS);
	expect_marked(none, "coefficient-of-variation", "deprivation", "[x]", REASON_MEAN_IS_ZERO);
}

/* The words themselves, as they stand in print. */
Test(measure_notes, sentences_of_reasons)
{
	static const struct {
		enum value_reason reason;
		const char *words;
	} wanted[] = {
		{ REASON_GROUP_HIDDEN, "a figure that it needs is hidden" },
		{ REASON_GROUP_MISSING, "a group that it needs is missing" },
		{ REASON_NOT_ORDERED, "the groups have no order" },
		{ REASON_FEW_GROUPS, "a slope index needs 5 to 100 groups" },
		{ REASON_ZERO_EVENTS_IN_GROUP, "a group has no events" },
		{ REASON_ZERO_COMPARATOR, "there is no ratio to 0" },
		{ REASON_NO_INTERVAL, "the figure has no confidence interval" },
		{ REASON_FEW_GROUPS_FOR_SPREAD, "the measure needs at least 3 groups" },
		{ REASON_GROUPS_LEFT_OUT, "groups without a figure are left out" },
		{ REASON_NO_BEST_GROUP,
		  "neither direction is better, so there is no reference group" },
		{ REASON_MEAN_IS_ZERO, "there is no share of a mean of 0" },
	};
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = FIFTHS_EVEN });

	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		cr_expect_not_null(strstr(
			strings_text(statement->run.strings, string_of_reason(wanted[i].reason)),
			wanted[i].words));
	statement_free(statement);
}
