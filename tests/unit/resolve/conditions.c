/* Tests on figures: what if, choose and when let through. */

#include <criterion/criterion.h>
#include <stdio.h>

#include "support/statement.h"

enum { BODY_MOST = 400 };

static const char rows[] = "period,dimension,group,numerator,denominator\n"
			   "2024,all,,2000,10000\n"
			   "2024,deprivation,1,600,2000\n2024,deprivation,2,400,2000\n"
			   "2024,deprivation,3,*,2000\n2024,deprivation,4,x,2000\n"
			   "2024,deprivation,5,200,2000\n"
			   "2023,all,,2000,10000\n"
			   "2023,deprivation,1,400,2000\n2023,deprivation,5,410,2000\n"
			   "2022,all,,2000,10000\n"
			   "2022,deprivation,1,5,20\n2022,deprivation,5,410,2000\n";

static bool holds_for(const char *good, const char *test)
{
	char body[BODY_MOST];
	struct statement *statement;
	bool holds;

	snprintf(body, sizeof(body), "<if by='deprivation' %s><p>Yes.</p></if>", test);
	statement =
		statement_of(&(struct statement_parts){ .rows = rows, .good = good, .body = body });
	holds = statement_node(statement, NODE_TEXT, 0) != NULL;
	statement_free(statement);
	return holds;
}

static bool holds(const char *test)
{
	return holds_for(NULL, test);
}

Test(resolve_conditions, compare_a_figure_with_a_number)
{
	/* 30% exactly */
	cr_expect(holds("group='1' ge='30'"));
	cr_expect(holds("group='1' le='30'"));
	cr_expect_not(holds("group='1' gt='30'"));
	cr_expect_not(holds("group='1' lt='30'"));
	cr_expect(holds("group='1' gt='29.9'"));
	cr_expect(holds("group='1' lt='30.1'"));
	cr_expect(holds("gt='19'"));
	cr_expect(holds("of='count' group='1' ge='600'"));
	cr_expect(holds("of='share' group='1' ge='30'"));
	cr_expect(holds("of='gap' gt='19.9'"));
	cr_expect(holds("of='gap' lt='20.1'"));
	cr_expect(holds("of='ratio' ge='2.999'"));
}

/* What is not there is neither more nor less than anything. */
Test(resolve_conditions, hold_for_no_number_when_there_is_no_figure)
{
	cr_expect_not(holds("group='3' gt='-1'"));
	cr_expect_not(holds("group='3' le='100'"));
	cr_expect_not(holds("group='4' lt='100'"));
	cr_expect_not(holds("of='sii' gt='-100'"));
}

Test(resolve_conditions, ask_for_the_state_of_a_figure)
{
	cr_expect(holds("group='1' is='available'"));
	cr_expect_not(holds("group='1' is='suppressed'"));
	cr_expect(holds("group='3' is='suppressed'"));
	cr_expect_not(holds("group='3' is='available'"));
	cr_expect_not(holds("group='3' is='missing'"));
	cr_expect(holds("group='4' is='missing'"));
	cr_expect(holds("of='sii' is='suppressed'"));
	cr_expect(holds("period='2022' group='1' is='unreliable'"));
	cr_expect(holds("period='2022' group='1' is='available'"));
	cr_expect_not(holds("group='1' is='unreliable'"));
}

Test(resolve_conditions, compare_the_two_ends_when_no_group_is_named)
{
	cr_expect(holds("is='higher'"));
	cr_expect(holds("is='significant'"));
	cr_expect_not(holds("is='lower'"));
	cr_expect_not(holds("is='similar'"));
	cr_expect_not(holds("is='not-significant'"));
	cr_expect(holds("period='2023' is='similar'"));
	cr_expect(holds("period='2023' is='not-significant'"));
	cr_expect_not(holds("period='2023' is='significant'"));
}

Test(resolve_conditions, compare_a_named_group_with_the_total)
{
	cr_expect(holds("group='1' is='higher'"));
	cr_expect(holds("group='2' is='similar'"));
	cr_expect(holds("group='5' is='lower'"));
	cr_expect(holds("group='5' is='significant'"));
}

/* Unreliable or hidden: neither significant nor not. */
Test(resolve_conditions, hold_for_no_comparison_that_cannot_be_made)
{
	static const char *const words[] = { "significant", "not-significant", "higher", "lower",
					     "similar",     "better",          "worse" };
	char test[80];

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		snprintf(test, sizeof(test), "period='2022' is='%s'", words[i]);
		cr_expect_not(holds_for("high", test), "%s", words[i]);
		snprintf(test, sizeof(test), "group='3' is='%s'", words[i]);
		cr_expect_not(holds_for("high", test), "%s", words[i]);
	}
}

Test(resolve_conditions, call_a_difference_better_or_worse_by_the_direction_of_the_indicator)
{
	cr_expect(holds_for("high", "is='better'"));
	cr_expect_not(holds_for("high", "is='worse'"));
	cr_expect(holds_for("low", "is='worse'"));
	cr_expect_not(holds_for("low", "is='better'"));
	cr_expect(holds_for("low", "group='5' is='better'"));
	/* Without a direction nothing is better. */
	cr_expect_not(holds("is='better'"));
	cr_expect_not(holds("is='worse'"));
}

Test(resolve_conditions, take_the_first_case_that_holds)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.body = "<choose><when lt='10'><p>Low.</p></when><when gt='15'><p>High.</p></when>"
			"<when gt='5'><p>Middle.</p></when><otherwise><p>Other.</p></otherwise></choose>"
			"<choose><when lt='10'><p>Low.</p></when><otherwise><p>Other.</p></otherwise></choose>"
			"<choose><when lt='10'><p>Low.</p></when></choose><p>End.</p>" });

	cr_expect_str_eq(statement_paragraph(statement, 0), "High.");
	cr_expect_str_eq(statement_paragraph(statement, 1), "Other.");
	cr_expect_str_eq(statement_paragraph(statement, 2), "End.");
	statement_free(statement);
}

Test(resolve_conditions, leave_out_words_in_a_sentence_without_a_double_blank)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.body = "<p>It was <when lt='10'>low</when> at <when gt='10'>high</when> levels.</p>"
			"<p><when lt='10'>Nothing.</when></p><p>End.</p>" });

	cr_expect_str_eq(statement_paragraph(statement, 0), "It was at high levels.");
	/* A paragraph of which nothing is left is not there. */
	cr_expect_str_eq(statement_paragraph(statement, 1), "End.");
	statement_free(statement);
}

Test(resolve_conditions, hand_their_indicator_and_breakdown_to_what_is_inside)
{
	expect_paragraph(
		(struct statement_parts){ .rows = rows,
					  .body = "<if by='deprivation' period='2023' is='similar'>"
						  "<p><value group='least'/></p></if>" },
		"20.5%");
}
