/* Elements of a report repeated in an extract. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

#define ROWS                                                                                       \
	"dimension,group,numerator,denominator\nall,all,500,2000\ndeprivation,1,140,400\n"         \
	"deprivation,2,120,400\ndeprivation,3,100,400\ndeprivation,4,80,400\ndeprivation,5,60,400\n"

static const char body[] =
	"<section id='start' by='deprivation'><title>Start</title>"
	"<p id='first'>One<note>The note of one.</note> of 2. See <ref to='steps'/> and "
	"<ref to='numbers'/>.</p>"
	"<chart kind='bars'/><chart kind='gradient' id='steps'/><table/><table id='numbers'/>"
	"<ul><li id='item'>An item</li></ul>"
	"<tiles><tile id='tile' to='steps' group='most'>of the most deprived</tile></tiles>"
	"</section></body>";

static struct statement *with_extract(const char *blocks)
{
	struct arena *arena = arena_new();
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = ROWS,
		.body = arena_printf(arena,
				     "%s<extract id='paper' by='deprivation'><title>Paper</title>"
				     "%s</extract>",
				     body, blocks) });

	arena_free(arena);
	cr_assert_eq(statement->run.document->extract_count, 1);
	return statement;
}

/* The node of a kind at a position among those of its kind, in the extract. */
static const struct node *shown(const struct statement *statement, enum node_kind kind,
				size_t position)
{
	const struct node *root = statement->run.document->extracts[0]->root;

	for (const struct node *node = root; node != NULL; node = node_next(node, root))
		if (node->kind == kind && position-- == 0)
			return node;
	cr_assert(false, "not in the extract");
	return NULL;
}

Test(resolve_shown, numbers_figures_and_tables_of_an_extract_from_1)
{
	struct statement *statement = with_extract("<show ref='steps'/><show ref='numbers'/>");

	cr_expect_str_eq(statement_node(statement, NODE_FIGURE, 1)->number, "2");
	cr_expect_str_eq(statement_node(statement, NODE_TABLE, 1)->number, "2");
	cr_expect_str_eq(shown(statement, NODE_FIGURE, 0)->number, "1");
	cr_expect_str_eq(shown(statement, NODE_TABLE, 0)->number, "1");
	statement_free(statement);
}

Test(resolve_shown, repeats_every_word_and_number)
{
	struct statement *statement = with_extract("<show ref='steps'/><show ref='numbers'/>");
	const struct node *original = statement_node(statement, NODE_FIGURE, 1);
	const struct node *copy = shown(statement, NODE_FIGURE, 0);
	const struct table *table = statement_node(statement, NODE_TABLE, 1)->table;
	const struct table *again = shown(statement, NODE_TABLE, 0)->table;

	cr_expect_str_eq(statement_plain(statement, &copy->title),
			 statement_plain(statement, &original->title));
	cr_expect_str_eq(statement_plain(statement, &copy->notes),
			 statement_plain(statement, &original->notes));
	cr_expect_str_eq(copy->alternative, original->alternative);
	for (size_t i = 0; i < original->plot->category_count; i++)
		cr_expect_str_eq(plot_value(copy->plot, 0, i)->text,
				 plot_value(original->plot, 0, i)->text);
	cr_assert_eq(again->row_count, table->row_count);
	for (size_t row = 0; row < table->row_count; row++)
		for (size_t column = 0; column < table->column_count; column++)
			cr_expect_str_eq(
				statement_plain(statement, &again->rows[row].cells[column].text),
				statement_plain(statement, &table->rows[row].cells[column].text));
	statement_free(statement);
}

Test(resolve_shown, leads_to_what_the_extract_has_and_names_the_rest)
{
	struct statement *statement = with_extract("<show ref='first'/><show ref='steps'/>");

	cr_expect_str_eq(statement_paragraph(statement, 0), "One of 2. See Figure 2 and Table 2.");
	cr_expect_str_eq(statement_plain(statement, &shown(statement, NODE_TEXT, 0)->text),
			 "One of 2. See Figure 1 and Table 2 in the full report.");
	statement_free(statement);
}

/* The author of an extract may point at the report as well. */
Test(resolve_shown, lets_references_of_the_extract_lead_out_of_it)
{
	struct statement *statement = with_extract(
		"<p>See <ref to='start' form='title'/>, <ref to='steps' form='page'/>.</p>");
	const struct node *paragraph = shown(statement, NODE_TEXT, 0);

	cr_expect_str_eq(statement_plain(statement, &paragraph->text),
			 "See Start in the full report, Figure 2 in the full report.");
	for (size_t i = 0; i < paragraph->text.count; i++)
		cr_expect_null(paragraph->text.runs[i]->target);
	statement_free(statement);
}

Test(resolve_shown, numbers_footnotes_of_an_extract_from_1)
{
	struct statement *statement =
		with_extract("<p>Own<note>The first.</note></p><show ref='first'/>");
	const struct text *text = &shown(statement, NODE_TEXT, 1)->text;
	const struct note *note = NULL;

	for (size_t i = 0; i < text->count; i++)
		note = text->runs[i]->note != NULL ? text->runs[i]->note : note;
	cr_assert_not_null(note);
	cr_expect_eq(note->number, 2);
	cr_expect_str_eq(statement_plain(statement, &note->text), "The note of one.");
	statement_free(statement);
}

/* A page of another document is of no use; an item by itself is a paragraph. */
Test(resolve_shown, makes_parts_stand_by_themselves)
{
	struct statement *statement = with_extract("<show ref='tile'/><show ref='item'/>");

	cr_expect_not_null(statement_node(statement, NODE_TILE, 0)->target);
	cr_expect_null(shown(statement, NODE_TILE, 0)->target);
	cr_expect_str_eq(shown(statement, NODE_TILE, 0)->figure, "35%");
	cr_expect_str_eq(statement_plain(statement, &shown(statement, NODE_TEXT, 0)->text),
			 "An item");
	statement_free(statement);
}

Test(resolve_shown, repeats_a_section_without_its_number)
{
	struct statement *statement = with_extract("<show ref='start'/>");
	const struct node *section = shown(statement, NODE_SECTION, 0);

	cr_expect_str_eq(section->label, "");
	cr_expect_str_eq(section->number, "");
	cr_expect_str_eq(shown(statement, NODE_FIGURE, 1)->number, "2");
	statement_free(statement);
}

/* A fault of a copy is told where the author asked for it. */
Test(resolve_shown, stands_at_the_place_of_the_show)
{
	struct statement *statement = with_extract("\n\n<show ref='steps'/>");

	cr_expect_gt(shown(statement, NODE_FIGURE, 0)->at.line,
		     statement_node(statement, NODE_FIGURE, 1)->at.line);
	statement_free(statement);
}

Test(resolve_shown, changes_nothing_in_the_report)
{
	struct statement *with =
		with_extract("<show ref='steps' height='40mm'/><show ref='first'/>");
	struct statement *without =
		statement_of(&(struct statement_parts){ .rows = ROWS, .body = body });

	cr_expect_eq(with->run.document->use_count, without->run.document->use_count);
	cr_expect_eq(with->run.document->element_count, without->run.document->element_count);
	cr_expect_eq(statement_node(with, NODE_FIGURE, 1)->plot->height_pt, 0);
	cr_expect_float_eq(shown(with, NODE_FIGURE, 0)->plot->height_pt, 40 * 72 / 25.4, 0.01);
	cr_expect_str_eq(statement_paragraph(with, 0), statement_paragraph(without, 0));
	statement_free(with);
	statement_free(without);
}

Test(resolve_shown, refuses_to_repeat_in_the_report_itself)
{
	expect_message((struct statement_parts){ .rows = ROWS,
						 .body = "<p id='x'>Words.</p><show ref='x'/>" },
		       "SPC160");
}

Test(resolve_shown, tells_of_what_the_data_left_out)
{
	expect_message(
		(struct statement_parts){
			.rows = ROWS,
			.body = "<if is='suppressed'><p id='x'>Words.</p></if></body>"
				"<extract id='paper'><title>Paper</title><p>Words.</p>"
				"<show ref='x'/></extract>" },
		"SPC56");
}
