/* What may not be parted by the end of a page, wherever that falls. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/laid_out.h"

static const char rows[] = "dimension,group,numerator,denominator\nall,,70,200\n"
			   "sex,Female,30,100\nsex,Male,40,100\n"
			   "deprivation,1,20,100\ndeprivation,2,21,100\ndeprivation,3,22,100\n"
			   "deprivation,4,23,100\ndeprivation,5,24,100\n";

enum { FILL_MOST = 36, FILL_LEAST = 14 };

/* So many lines in a section before the elements: a section begins a page of its own. */
static struct laid_out after_lines(size_t lines, const char *elements)
{
	struct arena *arena = arena_new();
	struct laid_out laid;

	laid = lay_out(
		&(struct statement_parts){
			.rows = rows,
			.caveat =
				"One. Two of them are here to fill a line and so on. Three of them "
				"are here to fill a line and so on. Four of them are here to fill a "
				"line and so on. Five of them are here to fill a line and so on. Six "
				"of them are here to fill a line and so on. The end is near.",
			.body = arena_printf(arena, "<section><title>Outer</title>%s</section>",
					     after_paragraphs(arena, lines, elements)) },
		"research-appendix-a4");
	arena_free(arena);
	return laid;
}

static void expect_together(const char *elements, const char *first, const char *second)
{
	for (size_t lines = FILL_LEAST; lines < FILL_MOST; lines++) {
		struct laid_out laid = after_lines(lines, elements);

		cr_assert_neq(page_with(&laid, first), 0, "%s", first);
		cr_expect_eq(page_with(&laid, first), page_with(&laid, second),
			     "after %zu lines: %s on page %zu, %s on page %zu", lines, first,
			     page_with(&laid, first), second, page_with(&laid, second));
		laid_out_free(&laid);
	}
}

Test(layout_keeping, leaves_definition_and_finding_with_the_figure_that_follows)
{
	expect_together("<section><title>Heading</title><definition/>"
			"<finding>The finding.</finding><chart kind='bars' by='sex'/></section>",
			"What is counted", "Figure 1");
}

Test(layout_keeping, leaves_a_heading_with_its_definition_and_finding)
{
	expect_together("<section><title>Heading</title><definition/>"
			"<finding>The finding.</finding><chart kind='bars' by='sex'/></section>",
			"Heading", "The finding.");
}

Test(layout_keeping, leaves_the_note_of_a_table_in_one_piece_with_its_last_row)
{
	expect_together(
		"<text-table><title>T</title><head><cell>Name</cell><cell>Words</cell></head>"
		"<row><cell>a</cell><cell>b</cell></row><row><cell>c</cell><cell>d</cell></row>"
		"<row><cell>e</cell><cell>f</cell></row><row><cell>last</cell><cell>row</cell></row>"
		"<note>One. Two of them are here to fill a line and so on. Three of them are here "
		"to fill a line and so on. Four of them are here to fill a line and so on. Five of "
		"them are here to fill a line and so on. Six of them are here to fill a line and so "
		"on. Seven of them are here to fill a line and so on. Eight of them are here to fill "
		"a line and so on. Nine of them are here to fill a line and so on. Ten of them. "
		"<strong>The end.</strong></note></text-table>",
		"last", "The end.");
}

/* A line that says what comes does not end a page whose figure begins the next. */
Test(layout_keeping, leaves_a_single_line_with_the_figure_that_follows)
{
	expect_together("<p>A line that leads.</p><chart kind='bars' by='sex'/>",
			"A line that leads.", "Figure 1");
}

/* The end of running text may stay where it is: it may be about the figure before. */
Test(layout_keeping, lets_running_text_stay_before_a_figure)
{
	bool parted = false;

	for (size_t lines = FILL_LEAST; lines < FILL_MOST; lines++) {
		struct laid_out laid = after_lines(
			lines,
			"<p>Running text that takes more than a line, since it goes on and on "
			"about what the figure before showed, and on whom it may bear, and "
			"why that matters to those who read it here.</p>"
			"<chart kind='bars' by='sex'/>");

		parted = parted || page_with(&laid, "Running") != page_with(&laid, "Figure 1");
		laid_out_free(&laid);
	}
	cr_expect(parted);
}

static bool is_landscape(const struct laid_out *laid, size_t page)
{
	cr_assert_neq(page, 0);
	return laid->pages->items[page - 1]->width > laid->pages->items[page - 1]->height;
}

static void expect_heading_with_wide_table(const char *elements)
{
	struct laid_out laid = after_lines(3, elements);
	size_t heading = page_with(&laid, "Heading"), table = page_with(&laid, "Table 1");

	cr_expect_eq(heading, table, "heading on page %zu, table on page %zu", heading, table);
	cr_expect(is_landscape(&laid, table), "%s", elements);
	cr_expect_not(is_landscape(&laid, page_with(&laid, "Upright.")), "%s", elements);
	laid_out_free(&laid);
}

Test(layout_keeping, takes_a_heading_to_the_page_of_its_table_on_its_side)
{
	expect_heading_with_wide_table(
		"<section><title>Outer</title><p>Upright.</p><section><title>Heading</title>"
		"<table by='sex' orientation='landscape'/></section></section>");
	expect_heading_with_wide_table(
		"<section><title>Outer</title><section><title>Heading</title><finding>F</finding>"
		"<table by='sex' orientation='landscape'/><p>Upright.</p></section></section>");
	expect_heading_with_wide_table(
		"<section><title>Outer</title><section><title>Heading</title>"
		"<table by='sex' orientation='landscape'/></section>"
		"<section><title>Next</title><p>Upright.</p></section></section>");
}

Test(layout_keeping, takes_a_heading_to_its_side_only_for_what_comes_first)
{
	struct laid_out laid = after_lines(
		3, "<section><title>Outer</title><section><title>Heading</title><p>Words first.</p>"
		   "<table by='sex' orientation='landscape'/></section></section>");

	cr_expect_not(is_landscape(&laid, page_with(&laid, "Heading")));
	cr_expect(is_landscape(&laid, page_with(&laid, "Table 1")));
	laid_out_free(&laid);
}
