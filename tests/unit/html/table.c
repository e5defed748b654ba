/* Tables and figures of a page. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "document/sparkline.h"
#include "support/web_paper.h"

static struct paper *paper;

static void begin(void)
{
	paper = paper_new("annual-report-a4");
}

static void end(void)
{
	paper_free(paper);
}

TestSuite(html_table, .init = begin, .fini = end);

#define expect_holds(text, what)                                                                   \
	cr_expect_not_null(strstr(text, what), "there is no %s in\n%s", what, text)

Test(html_table, says_what_heads_columns_and_rows)
{
	const char *page;

	paper_table(paper, "T", 3, 4);
	page = web_page_of(paper);
	cr_expect_eq(web_count(page, "scope=\"col\""), 4);
	cr_expect_eq(web_count(page, "scope=\"row\""), 3);
	cr_expect_eq(web_count(page, "<td "), 9);
}

Test(html_table, scrolls_in_a_region_of_its_name)
{
	struct node *node = paper_table(paper, "T", 3, 4);
	const char *page;

	node->anchor = "table-9";
	node->name = "Table 9: Waits";
	page = web_page_of(paper);
	expect_holds(page, "role=\"region\" tabindex=\"0\" aria-label=\"Table 9: Waits\"");
	expect_holds(page, "<caption id=\"table-9.caption\">");
}

Test(html_table, is_called_by_its_name_without_caption_too)
{
	struct node *node = paper_table(paper, "T", 2, 2);
	const char *table;

	node->label = "";
	node->name = "Waiting: What we did";
	table = web_piece(paper, web_page_of(paper), "<table", ">");
	expect_holds(table, "aria-label=\"Waiting: What we did\"");
}

Test(html_table, keeps_its_head_in_view_when_it_is_long)
{
	paper_table(paper, "T", 25, 3);
	cr_expect_eq(web_count(web_page_of(paper), "scroll long"), 0);
	paper_begin(paper);
	paper_table(paper, "T", 26, 3);
	cr_expect_eq(web_count(web_page_of(paper), "scroll long"), 1);
}

Test(html_table, heads_groups_of_rows_over_all_columns)
{
	struct node *node = paper_table(paper, "T", 4, 3);
	const char *page;

	paper_table_of(paper, node)->rows[0].group = "One";
	paper_table_of(paper, node)->rows[2].group = "Two";
	page = web_page_of(paper);
	expect_holds(page, "<th scope=\"rowgroup\" colspan=\"3\">One</th>");
	expect_holds(page, "<th scope=\"rowgroup\" colspan=\"3\">Two</th>");
	cr_expect_eq(web_count(page, "<tbody>"), 2);
}

Test(html_table, has_no_heading_without_words)
{
	struct node *node = paper_table(paper, "T", 2, 3);
	const char *page;

	paper_table_of(paper, node)->columns[2].heading = "";
	page = web_page_of(paper);
	cr_expect_eq(web_count(page, "scope=\"col\""), 2);
}

Test(html_table, says_the_shape_of_a_verdict)
{
	struct node *node = paper_table(paper, "T", 1, 2);
	struct table_cell *cell = &paper_table_of(paper, node)->rows[0].cells[1];

	cell->verdict = VERDICT_WORSE;
	cell->verdict_words = "worse";
	expect_holds(web_page_of(paper), "<svg class=\"shape worse\" viewBox=\"0 0 10 10\" "
					 "role=\"img\" aria-label=\"worse\">");
}

/* A gap in the middle: two lines, and the first figure is printed beside them for the eye alone. */
Test(html_table, draws_a_line_over_time_with_its_gaps)
{
	struct sparkline_point points[] = {
		{ VALUE_SHOWN, 1, false },      { VALUE_SHOWN, 2, false },
		{ VALUE_SUPPRESSED, 0, false }, { VALUE_SHOWN, 3, false },
		{ VALUE_SHOWN, 2, false },
	};
	const struct sparkline line = { .points = points,
					.count = 5,
					.first_text = "1.0",
					.last_text = "2.0",
					.none_text = "",
					.words = "1.0 then, 2.0 now" };
	struct node *node = paper_table(paper, "T", 1, 2);
	const char *picture;

	paper_table_of(paper, node)->columns[1].kind = COLUMN_SPARKLINE;
	paper_table_of(paper, node)->rows[0].cells[1].sparkline = &line;
	picture = web_piece(paper, web_page_of(paper), "<svg class=\"line-over-time\"", "</svg>");
	expect_holds(picture, "aria-label=\"1.0 then, 2.0 now\"");
	cr_expect_eq(web_count(picture, "M"), 2);
	cr_expect_eq(web_count(picture, "L"), 2);
	cr_expect_eq(web_count(picture, "<circle"), 1);
}

Test(html_table, keeps_room_for_a_mark_that_other_rows_have)
{
	struct node *node = paper_table(paper, "T", 2, 2);

	paper_set_cell(paper, node, 0, 1, "12.4 [u]");
	paper_set_cell(paper, node, 1, 1, "13.1");
	expect_holds(web_page_of(paper), "<td class=\"number room\">13.1</td>");
}

Test(html_table, has_figures_with_caption_and_picture)
{
	struct node *node = paper_figure(paper, "F", 0);
	const char *figure;

	node->anchor = "figure-9";
	node->alternative = "Bars of nothing much";
	figure = web_piece(paper, web_page_of(paper), "<figure id=\"figure-9\"", "</figure>");
	expect_holds(figure, "<figcaption id=\"figure-9.caption\">");
	expect_holds(figure, "role=\"img\"");
	expect_holds(figure, ">Bars of nothing much</title>");
}

Test(html_table, describes_a_figure_where_the_report_does_not)
{
	struct node *node = paper_figure(paper, "F", 0);

	node->label = "Figure 9";
	node->described = "The axis runs from 0 to 10.";
	expect_holds(web_page_of(paper), "<summary>Description of Figure 9</summary>\n"
					 "<p>The axis runs from 0 to 10.</p>");
	text_add(paper->arena, &node->long_description, "As printed.");
	cr_expect_null(strstr(web_page_of(paper), "<details"));
}

Test(html_table, of_words_gives_its_cells_their_headings_and_every_part_its_role)
{
	struct node *node = paper_table(paper, "T", 2, 3);
	const char *page = web_page_of(paper);

	cr_expect_eq(web_count(page, "data-head"), 0);
	cr_expect_eq(web_count(page, "role=\"row\""), 0);
	paper_table_of(paper, node)->columns[1].kind = COLUMN_TEXT;
	page = web_page_of(paper);
	expect_holds(page, " stacks\" role=\"table\"");
	cr_expect_eq(web_count(page, "data-head=\"T head 2\""), 2);
	cr_expect_eq(web_count(page, "data-head=\"T head 1\""), 0);
	cr_expect_eq(web_count(page, "role=\"row\""), 3);
	cr_expect_eq(web_count(page, "role=\"columnheader\""), 3);
	cr_expect_eq(web_count(page, "role=\"rowheader\""), 2);
	cr_expect_eq(web_count(page, "role=\"cell\""), 4);
}
