/* What was done: actions in one piece or in parts, and why there was none. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

static struct statement *statement_with(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = "numerator,denominator\n10,100\n",
						       .body = body });
}

static void expect_actions(const char *actions, const char *wanted)
{
	struct arena *arena = arena_new();
	struct statement *statement =
		statement_with(arena_printf(arena, "<actions>%s</actions>", actions));
	const char *table = statement_table(statement, 0);

	cr_expect_str_eq(strchr(table, '\n') + 1, wanted, "%s", table);
	cr_expect_not(statement_said(statement, "SPC80"));
	statement_free(statement);
	arena_free(arena);
}

static void expect_gap(const char *action, const char *detail)
{
	struct arena *arena = arena_new();
	struct statement *statement =
		statement_with(arena_printf(arena, "<actions>%s</actions>", action));
	size_t found = 0, gaps = 0;

	for (size_t i = 0; i < diag_count(statement->diags); i++) {
		const struct diag *diag = diag_at(statement->diags, i);

		if (strcmp(diag_kind(diag->code)->id, "SPC80") != 0)
			continue;
		gaps++;
		found += strcmp(diag->detail, detail) == 0;
	}
	cr_expect_eq(gaps, 1, "%s", action);
	cr_expect_eq(found, 1, "%s: no gap of %s", action, detail);
	statement_free(statement);
	arena_free(arena);
}

Test(resolve_actions, say_what_was_done_by_whom_and_when)
{
	expect_actions(
		"<action owner='Chair' state='Done, May 2024'>Clinics for <value/>.</action>",
		"Clinics for 10.0%. | Chair | Done, May 2024\n");
	expect_actions("<action owner='Chair' state='Due' date='2025-10'>Clinics</action>",
		       "Clinics | Chair | Due, October 2025\n");
	expect_actions("<action owner='Chair' date='2025-10-03'>Clinics</action>",
		       "Clinics | Chair | 3 October 2025\n");
	expect_actions("<action owner='Chair' date='each quarter'>Clinics</action>",
		       "Clinics | Chair | each quarter\n");
}

Test(resolve_actions, have_their_parts_on_lines_of_their_own_the_decision_first)
{
	expect_actions("<action owner='Chair' state='Done'>\n  Clinics opened.\n"
		       "  <result>More came.</result><decision>Money was moved.</decision>\n"
		       "  <next-step owner='Head' date='2025-10'>Two more.</next-step></action>",
		       "Decision: Money was moved.\nClinics opened.\nResult: More came.\n"
		       "Next step: Two more.\nHead, October 2025 | Chair | Done\n");
	expect_actions("<action owner='Chair' state='Done'><decision>Money was moved.</decision>"
		       "</action>",
		       "Decision: Money was moved. | Chair | Done\n");
}

Test(resolve_actions, may_be_none_with_the_reason)
{
	struct statement *statement =
		statement_with("<actions><no-action>The figures came late.</no-action></actions>");
	const struct node *box = statement_node(statement, NODE_CALLOUT, 0);

	cr_expect_null(statement_node(statement, NODE_TABLE, 0));
	cr_assert_not_null(box->first);
	cr_expect_str_eq(statement_plain(statement, &box->first->text),
			 "No action was taken. The figures came late.");
	cr_expect_not(statement_said(statement, "SPC80"));
	statement_free(statement);
}

Test(resolve_actions, have_a_gap_for_what_is_missing)
{
	expect_gap("<action owner='Chair' state='Done'/>", "what was decided or changed");
	expect_gap("<action owner='Chair' state='Done'> <result>More came.</result></action>",
		   "what was decided or changed");
	expect_gap("<action owner='Chair' state='Done'><decision> </decision></action>",
		   "what was decided or changed");
	expect_gap("<action owner='Chair' state='Done'>Clinics<result/></action>",
		   "what came of it");
	expect_gap("<action owner='Chair' state='Done'>Clinics"
		   "<next-step owner='Head'>More</next-step></action>",
		   "by when");
	expect_gap("<action state='Done'>Clinics</action>", "who is responsible");
	expect_gap("<action owner=' ' state='Done'>Clinics</action>", "who is responsible");
	expect_gap("<action owner='Chair'>Clinics</action>", "date and state");
	expect_gap("<no-action/>", "why nothing was changed");
}

Test(resolve_actions, take_no_day_that_does_not_exist)
{
	static const char *const dates[] = { "2025-13", "2025-02-30", "2025-1", "2025-12-" };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
		expect_message(
			(struct statement_parts){
				.body = arena_printf(arena,
						     "<actions><action owner='Chair' "
						     "date='%s'>Clinics</action></actions>",
						     dates[i]) },
			"SPC12");
	arena_free(arena);
}
