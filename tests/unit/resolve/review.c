/* The review: one row for every view of the edition, whatever the author wrote. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

enum { VIEWS = 6 };

static const char meta[] =
	"<statement edition='statement-2023-25' body='QNV' kind='icb' form='icb'/>"
	"<period from='2024-04-01' to='2025-03-31'>April 2024 to March 2025</period>";
static const char *const ids[VIEWS] = { "understand", "break-down", "data-quality",
					"act",        "evaluate",   "publish" };

#define STEP "<next-step owner='Head of insight' date='2025-12'>Go on.</next-step>"

static struct statement_parts review_parts(const char *body)
{
	return (struct statement_parts){ .meta = meta, .body = body };
}

/* A review in which each view is assessed as the words say ("" leaves it out), complete in itself. */
static const char *review_of(struct arena *arena, const char *const is[VIEWS])
{
	const char *views = "";

	for (int i = 0; i < VIEWS; i++)
		if (is[i][0] != '\0')
			views = arena_printf(arena,
					     "%s<view of='%s' is='%s'><evidence>Shown.</evidence>"
					     "<reason>Why.</reason>" STEP "</view>",
					     views, ids[i], is[i]);
	return arena_printf(arena, "<review>%s</review>", views);
}

static size_t count_gaps(const struct statement *statement)
{
	size_t count = 0;

	for (size_t i = 0; i < diag_count(statement->diags); i++)
		count += strcmp(diag_kind(diag_at(statement->diags, i)->code)->id, "SPC80") == 0;
	return count;
}

static bool told(const struct statement *statement, const char *detail)
{
	for (size_t i = 0; i < diag_count(statement->diags); i++)
		if (strcmp(diag_at(statement->diags, i)->detail, detail) == 0)
			return true;
	return false;
}

/* -- the sentence ------------------------------------------------------------------------------- */

static void expect_summary(const char *const is[VIEWS], const char *wanted)
{
	struct arena *arena = arena_new();
	struct statement_parts parts = review_parts(review_of(arena, is));
	struct statement *statement = statement_of(&parts);
	const struct node *node = statement_node(statement, NODE_TEXT, 0);

	cr_expect_eq(node->role, ROLE_FINDING);
	cr_expect_str_eq(statement_paragraph(statement, 0), wanted);
	statement_free(statement);
	arena_free(arena);
}

Test(resolve_review, says_how_many_views_were_met)
{
	expect_summary(
		(const char *const[]){ "met", "partly-met", "partly-met", "met", "not-met", "met" },
		"Of the 6 views of NHS England, 3 were met, 2 were met in part and 1 was not "
		"met (“Evaluate what changed”).");
	expect_summary((const char *const[]){ "met", "not-met", "met", "met", "not-met", "met" },
		       "Of the 6 views of NHS England, 4 were met and 2 were not met (“Break data "
		       "down” and “Evaluate what changed”).");
}

/* The names of many would be a list, not a sentence. */
Test(resolve_review, names_no_more_than_two_that_were_not_met)
{
	expect_summary(
		(const char *const[]){ "met", "not-met", "not-met", "partly-met", "not-met",
				       "met" },
		"Of the 6 views of NHS England, 2 were met, 1 was met in part and 3 were not "
		"met.");
}

Test(resolve_review, says_when_all_views_fared_alike)
{
	expect_summary((const char *const[]){ "met", "met", "met", "met", "met", "met" },
		       "All 6 views of NHS England were met.");
	expect_summary((const char *const[]){ "partly-met", "partly-met", "partly-met",
					      "partly-met", "partly-met", "partly-met" },
		       "All 6 views of NHS England were met in part.");
	expect_summary((const char *const[]){ "not-met", "not-met", "not-met", "not-met", "not-met",
					      "not-met" },
		       "None of the 6 views of NHS England was met.");
}

/* A view that nobody assessed must not count as met, nor vanish from the sum. */
Test(resolve_review, counts_views_that_are_not_assessed_yet)
{
	expect_summary(
		(const char *const[]){ "met", "", "met", "met", "met", "met" },
		"Of the 6 views of NHS England, 5 were met and 1 has not been assessed yet.");
	expect_summary((const char *const[]){ "", "", "", "", "", "" },
		       "Of the 6 views of NHS England, 6 have not been assessed yet.");
}

Test(resolve_review, leaves_the_finding_to_an_author_who_writes_one)
{
	struct statement_parts within =
		review_parts("<section><title>T</title><review><finding>Ours.</finding></review>"
			     "</section>");
	struct statement_parts before = review_parts(
		"<section><title>T</title><finding>Ours.</finding><p>x</p><review/></section>");
	struct statement *statement = statement_of(&within);

	cr_expect_str_eq(statement_paragraph(statement, 0), "Ours.");
	cr_expect_null(statement_node(statement, NODE_TEXT, 1));
	statement_free(statement);
	statement = statement_of(&before);
	cr_expect_str_eq(statement_paragraph(statement, 0), "Ours.");
	cr_expect_str_eq(statement_paragraph(statement, 1), "x");
	cr_expect_null(statement_node(statement, NODE_TEXT, 2));
	statement_free(statement);
}

/* -- rows --------------------------------------------------------------------------------------- */

Test(resolve_review, has_the_views_in_the_order_of_the_edition)
{
	struct statement_parts parts = review_parts(
		"<review><view of='publish' is='met'><evidence>Papers.</evidence></view>"
		"<view of='understand' is='partly-met'><evidence>A profile.</evidence>"
		"<reason>Two areas lack one.</reason>" STEP "</view></review>");
	struct statement *statement = statement_of(&parts);
	const struct table *table = statement_node(statement, NODE_TABLE, 0)->table;

	cr_assert_eq(table->row_count, VIEWS);
	cr_expect_str_eq(statement_plain(statement, &table->rows[0].cells[0].text),
			 "Understand need");
	cr_expect_str_eq(statement_plain(statement, &table->rows[0].cells[0].detail),
			 "See need, risk and outcomes, with Core20PLUS groups");
	cr_expect_str_eq(statement_plain(statement, &table->rows[0].cells[2].text),
			 "A profile.\nReason: Two areas lack one.");
	cr_expect_str_eq(statement_plain(statement, &table->rows[0].cells[3].text),
			 "Go on.\nHead of insight, December 2025");
	cr_expect_str_eq(statement_plain(statement, &table->rows[5].cells[0].text), "Publish");
	cr_expect_str_eq(statement_plain(statement, &table->rows[5].cells[2].text), "Papers.");
	cr_expect_str_eq(statement_plain(statement, &table->rows[5].cells[3].text), "None");
	statement_free(statement);
}

Test(resolve_review, says_each_assessment_with_a_shape_and_a_word)
{
	static const struct {
		const char *is, *words;
		enum cell_mark mark;
	} cases[] = { { "met", "Met", MARK_FULL },
		      { "partly-met", "Partly met", MARK_HALF },
		      { "not-met", "Not met", MARK_RING } };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < 3; i++) {
		struct statement_parts parts = review_parts(
			review_of(arena, (const char *const[]){ cases[i].is, "", "", "", "", "" }));
		struct statement *statement = statement_of(&parts);
		const struct table_row *rows =
			statement_node(statement, NODE_TABLE, 0)->table->rows;

		cr_expect_eq(rows[0].cells[1].mark, cases[i].mark);
		cr_expect_str_eq(statement_plain(statement, &rows[0].cells[1].text),
				 cases[i].words);
		cr_expect_eq(rows[1].cells[1].mark, MARK_NONE);
		statement_free(statement);
	}
	arena_free(arena);
}

/* -- gaps --------------------------------------------------------------------------------------- */

Test(resolve_review, has_no_gap_when_everything_is_written)
{
	struct arena *arena = arena_new();
	struct statement_parts parts =
		review_parts(review_of(arena, (const char *const[]){ "met", "not-met", "partly-met",
								     "met", "met", "met" }));
	struct statement *statement = statement_of(&parts);

	cr_expect_eq(count_gaps(statement), 0);
	statement_free(statement);
	arena_free(arena);
}

Test(resolve_review, has_a_gap_for_every_view_that_is_missing)
{
	struct statement_parts parts = review_parts("<review/>");
	struct statement *statement = statement_of(&parts);

	cr_expect_eq(count_gaps(statement), VIEWS);
	cr_expect(told(statement, "Break data down: whether it was met"));
	statement_free(statement);
}

static void expect_gaps(const char *view, size_t wanted, const char *detail)
{
	struct arena *arena = arena_new();
	struct statement_parts parts =
		review_parts(arena_printf(arena, "<review>%s</review>", view));
	struct statement *statement = statement_of(&parts);

	/* The five other views are missing. */
	cr_expect_eq(count_gaps(statement), wanted + 5, "%zu gaps: %s", count_gaps(statement),
		     view);
	cr_expect(told(statement, detail), "%s", view);
	statement_free(statement);
	arena_free(arena);
}

Test(resolve_review, has_a_gap_for_every_part_of_a_view_that_is_missing)
{
	expect_gaps("<view of='act' is='met'/>", 1, "Act on the information: the evidence");
	expect_gaps("<view of='act' is='met'><evidence>  </evidence></view>", 1,
		    "Act on the information: the evidence");
	expect_gaps("<view of='act' is='partly-met'><evidence>x</evidence>" STEP "</view>", 1,
		    "Act on the information: why it was not met in full");
	expect_gaps("<view of='act' is='not-met'><evidence>x</evidence><reason>y</reason></view>",
		    1, "Act on the information: the next step");
	expect_gaps("<view of='act' is='met'><evidence>x</evidence>"
		    "<next-step date='2025-12'>y</next-step></view>",
		    1, "Act on the information: who is responsible");
	expect_gaps("<view of='act' is='met'><evidence>x</evidence>"
		    "<next-step owner='me'>y</next-step></view>",
		    1, "Act on the information: by when");
	expect_gaps("<view of='act'><evidence>x</evidence><reason>y</reason>" STEP "</view>", 1,
		    "Act on the information: whether it was met");
}

/* A reference has no words yet when gaps are looked for, but is no gap. */
Test(resolve_review, takes_a_reference_for_evidence)
{
	expect_gaps("<view of='act' is='met'><evidence><ref to='t'/></evidence></view></review>"
		    "<section id='t'><title>T</title><p>x</p></section><review>",
		    5 + 1, "Act on the information: whether it was met");
}

/* -- faults ------------------------------------------------------------------------------------- */

Test(resolve_review, knows_the_views_of_the_edition_alone)
{
	struct statement_parts parts = review_parts("<review><view of='brake-down'/></review>");
	struct statement *statement = statement_try(&parts);

	cr_expect(statement_said(statement, "SPC81"));
	for (size_t i = 0; i < diag_count(statement->diags); i++)
		if (strcmp(diag_at(statement->diags, i)->detail, "brake-down") == 0)
			cr_expect_not_null(strstr(diag_at(statement->diags, i)->hint,
						  "did you mean \"break-down\"?"));
	statement_free(statement);
}

Test(resolve_review, takes_every_view_once)
{
	expect_message(review_parts("<review><view of='act' is='met'/><view of='act' is='not-met'/>"
				    "</review>"),
		       "SPC82");
}

Test(resolve_review, needs_to_know_the_edition)
{
	expect_message((struct statement_parts){ .body = "<review/>" }, "SPC84");
}

Test(resolve_review, tells_that_views_were_not_checked_against_their_source)
{
	expect_message(review_parts("<review/>"), "SPC83");
}
