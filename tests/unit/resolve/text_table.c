/* Tables of the author's words: which columns are figures, marks of uncertain ones, rows by a loop. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

/* 4 of 20 women are too few for a certain percentage. */
static const char rows[] = "period,dimension,group,numerator,denominator\n"
			   "2023,all,,20,100\n2024,all,,24,120\n"
			   "2024,sex,Female,4,20\n2024,sex,Male,20,100\n";

static struct statement *statement_with(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = rows, .body = body });
}

/* A table of one column behind the names, with so many cells. */
static const struct table *table_of(struct statement *statement)
{
	return statement_node(statement, NODE_TABLE, 0)->table;
}

static void expect_kind(const char *const cells[3], enum column_kind wanted)
{
	struct arena *arena = arena_new();
	struct statement *statement = statement_with(arena_printf(
		arena,
		"<section id='place'><title>T</title><text-table><title>T</title>"
		"<head><cell>A</cell><cell>B</cell></head><row><cell>1</cell><cell>%s</cell></row>"
		"<row><cell>2</cell><cell>%s</cell></row><row><cell>3</cell><cell>%s</cell></row>"
		"</text-table></section>",
		cells[0], cells[1], cells[2]));

	cr_expect_eq(table_of(statement)->columns[1].kind, wanted, "%s, %s, %s", cells[0], cells[1],
		     cells[2]);
	/* The first column names the rows, whatever it holds. */
	cr_expect_eq(table_of(statement)->columns[0].kind, COLUMN_NAME);
	statement_free(statement);
	arena_free(arena);
}

Test(resolve_text_table, know_columns_of_figures)
{
	static const char *const figures[][3] = {
		{ "12", "1,345", "0" },
		{ "46.8%", "0.4", "100%" },
		{ "\xe2\x88\x92"
		  "6.8",
		  "-3", "2" },
		{ "[c]", "12.5%", "[x]" },
		{ "12 [u]", "7", "8" },
		{ "1.2 (0.8 to 1.6)", "10%", "3 (1 to 5) [u]" },
		{ "", "7", "" },
		{ "<value/>", "<value by='sex' group='Female'/>", "<value/> <interval/>" },
		{ "99.1%", "in all", "94.5%" },
	};

	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		expect_kind(figures[i], COLUMN_NUMBER);
}

/* Neither broken nor right-aligned. */
Test(resolve_text_table, know_columns_of_intervals)
{
	static const char *const intervals[][3] = {
		{ "(1.2 to 3.4)", "(10% to 12%)", "[z]" },
		{ "<interval/>", "<interval by='sex' group='Female'/>", "none" },
	};

	for (size_t i = 0; i < sizeof(intervals) / sizeof(intervals[0]); i++)
		expect_kind(intervals[i], COLUMN_WORD);
}

Test(resolve_text_table, know_columns_of_words)
{
	static const char *const words[][3] = {
		{ "12", "twelve", "" },
		{ "2 of 3", "3 of 3", "7" },
		{ "31 March", "1 April", "5" },
		{ "[c]", "[x]", "[z]" },
		{ "yes", "no", "[c]" },
		{ "5", "<ref to='place'/>", "6" },
		{ "5", "7", "as many as before" },
		{ "5<note>But see this.</note>", "6", "7" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		expect_kind(words[i], COLUMN_TEXT);
}

#define TABLE(rows, note)                                                                          \
	"<text-table><title>T</title><head><cell>A</cell><cell>B</cell></head>" rows note          \
	"</text-table>"
#define ROW(cell) "<row><cell>x</cell><cell>" cell "</cell></row>"

Test(resolve_text_table, mark_uncertain_figures_and_explain_their_marks)
{
	struct statement *statement = statement_with(TABLE(
		ROW("<value by='sex' group='Female'/>") ROW("<value by='sex' group='Male'/>"), ""));
	const struct node *node = statement_node(statement, NODE_TABLE, 0);

	cr_expect_str_eq(statement_table(statement, 0), "A | B\nx | 20.0% [u]\nx | 20.0%\n");
	cr_expect_not_null(strstr(statement_plain(statement, &node->notes), "[u] low reliability"));
	statement_free(statement);
}

Test(resolve_text_table, explain_nothing_that_does_not_occur)
{
	struct statement *statement = statement_with(TABLE(ROW("<value/>"), ""));

	cr_expect_eq(statement_node(statement, NODE_TABLE, 0)->notes.count, 0);
	statement_free(statement);
}

Test(resolve_text_table, leave_explaining_to_the_author_who_does_it)
{
	struct statement *statement =
		statement_with(TABLE(ROW("<value by='sex' group='Female'/>"),
				     "<note>[u]: fewer than 30 people.</note>"));

	cr_expect_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->notes),
		"[u]: fewer than 30 people.");
	statement_free(statement);
}

/* A sentence has the form of figures in sentences, and the same mark. */
Test(resolve_text_table, leave_the_form_of_sentences_alone)
{
	struct statement *statement = statement_with("<p><value by='sex' group='Female'/></p>");

	cr_expect_str_eq(statement_paragraph(statement, 0), "20.0% [u]");
	statement_free(statement);
}

Test(resolve_text_table, have_rows_by_a_loop)
{
	struct statement *statement = statement_with(TABLE(
		"<for-each in='periods'><row><cell><name of='period'/></cell><cell><value/></cell>"
		"</row></for-each><row><cell>End</cell><cell>1</cell></row>",
		""));

	cr_expect_str_eq(statement_table(statement, 0),
			 "A | B\n2023 | 20.0%\n2024 | 20.0%\nEnd | 1\n");
	statement_free(statement);
}

Test(resolve_text_table, speak_of_a_wrong_row_once)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.rows = rows, .body = TABLE("<row><cell>alone</cell></row>", "") });

	cr_expect(statement_said(statement, "SPC52"));
	cr_expect_not(statement_said(statement, "SPC58"));
	statement_free(statement);
}
