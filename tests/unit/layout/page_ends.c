/* Where pages end. Every rule is tried with what it is about at every height of a page. */

#include "layout/paginate.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "support/pages_expect.h"

/* -- lines ------------------------------------------------------------------------------------ */

static void make_paragraphs(struct paper *paper)
{
	for (size_t i = 2; i <= 7; i++)
		paper_lines(paper, arena_printf(paper->arena, "p%zu", i), i);
}

static void check_lines(struct paper *paper)
{
	paper_expect_none(paper, paper_lonely_lines);
	paper_expect_none(paper, paper_words_outside);
}

Test(page_ends, leave_no_line_of_a_paragraph_alone)
{
	paper_sweep(make_paragraphs, check_lines);
}

/* Otherwise the test above could pass by never cutting a paragraph. */
Test(page_ends, cut_long_paragraphs_with_two_lines_on_both_sides)
{
	struct paper *paper = paper_new(look_names[0]);
	size_t cut = 0;

	for (size_t fill = 0; fill <= PAPER_FILL_MOST; fill++) {
		paper_begin(paper);
		paper_fill(paper, fill);
		paper_lines(paper, "p", 20);
		paper_lay_out(paper);
		cut += paper_pages_between(paper, "p 1", "p 20");
		cr_expect_eq(paper_pages_between(paper, "p 1", "p 2"), 0);
		cr_expect_eq(paper_pages_between(paper, "p 19", "p 20"), 0);
	}
	cr_expect_geq(cut, 5);
	paper_free(paper);
}

Test(page_ends, never_cut_paragraphs_of_three_lines)
{
	struct paper *paper = paper_new(look_names[0]);

	for (size_t fill = 0; fill <= PAPER_FILL_MOST; fill++) {
		paper_begin(paper);
		paper_fill(paper, fill);
		paper_lines(paper, "p", 3);
		paper_lay_out(paper);
		cr_expect_eq(paper_pages_between(paper, "p 1", "p 3"), 0, "%zu", fill);
	}
	paper_free(paper);
}

static void make_list(struct paper *paper)
{
	paper_list(paper, true, "a", 3);
	paper_item(paper, paper_list(paper, false, "b", 1), "x\ny\nz\nzz");
}

Test(page_ends, leave_no_line_of_an_item_alone)
{
	paper_sweep(make_list, check_lines);
}

/* -- what keeps together ---------------------------------------------------------------------- */

static void make_headings(struct paper *paper)
{
	struct node *into = paper->into;

	paper->into = paper_section(paper, 2, "", "Second level");
	paper->into = paper_section(paper, 3, "", "Third level");
	paper_lines(paper, "below", 5);
	paper->into = into;
}

static void check_headings(struct paper *paper)
{
	size_t page = paper_page(paper, "below 2");

	paper_expect_none(paper, paper_lonely_headings);
	cr_assert_eq(paper_page(paper, "Second level"), page);
	cr_assert_eq(paper_page(paper, "Third level"), page);
	cr_assert_eq(paper_page(paper, "below 1"), page);
}

Test(page_ends, keep_headings_with_two_lines_of_what_follows)
{
	paper_sweep(make_headings, check_headings);
}

static void make_heading_of_table(struct paper *paper)
{
	struct node *into = paper->into;

	paper->into = paper_section(paper, 3, "", "Heading");
	paper_table(paper, "t", 40, 3);
	paper->into = into;
}

static void check_heading_of_table(struct paper *paper)
{
	size_t page = paper_page(paper, "Heading");

	cr_assert_eq(paper_page(paper, "t title"), page);
	cr_assert_eq(paper_page(paper, "t head 1"), page);
	cr_assert_eq(paper_page(paper, "t 2/1"), page);
	paper_expect_none(paper, paper_missing_heads);
	paper_expect_none(paper, paper_lonely_headings);
}

Test(page_ends, keep_a_heading_with_caption_head_and_two_rows_of_a_table)
{
	paper_sweep(make_heading_of_table, check_heading_of_table);
}

static void make_figure(struct paper *paper)
{
	struct node *into = paper->into;

	paper->into = paper_section(paper, 3, "", "Heading");
	paper_figure(paper, "bars", 200);
	paper->into = into;
}

/* "C" is the name of a bar. */
static void check_figure(struct paper *paper)
{
	size_t page = paper_page(paper, "bars source");

	cr_assert_eq(paper_page(paper, "Heading"), page);
	cr_assert_eq(paper_page(paper, "bars title"), page);
	cr_assert_eq(paper_page(paper, "C"), page);
	paper_expect_none(paper, paper_words_outside);
}

Test(page_ends, never_part_heading_caption_picture_and_note_of_a_figure)
{
	paper_sweep(make_figure, check_figure);
}

Test(page_ends, move_a_figure_that_does_not_fit_to_the_next_page)
{
	struct paper *paper = paper_new(look_names[0]);

	paper_fill(paper, 20);
	paper_figure(paper, "bars", 300);
	paper_text(paper, "behind");
	paper_lay_out(paper);
	/* And the single line above it. */
	cr_expect_eq(paper_page(paper, "fill 19"), 1);
	cr_expect_eq(paper_page(paper, "fill 20"), 2);
	cr_expect_eq(paper_page(paper, "bars title"), 2);
	cr_expect_eq(paper_page(paper, "behind"), 2);
	cr_expect_eq(paper->pages->count, 2);
	paper_free(paper);
}

Test(page_ends, say_that_a_figure_is_higher_than_a_page_and_go_on)
{
	struct paper *paper = paper_new(look_names[0]);
	struct node *figure;

	paper_text(paper, "before");
	figure = paper_figure(paper, "bars", 900);
	figure->at = (struct location){ .file = "report.xml", .line = 12, .column = 3 };
	paper_text(paper, "behind");
	paper_lay_out(paper);
	cr_assert_eq(diag_count(paper->diags), 1);
	cr_expect_eq(diag_at(paper->diags, 0)->code, DIAG_BOX_TOO_HIGH);
	cr_expect_eq(diag_at(paper->diags, 0)->at.line, 12);
	cr_expect_not_null(strstr(diag_at(paper->diags, 0)->detail, "room for 708"));
	cr_expect_eq(paper_page(paper, "before"), 1);
	cr_expect_eq(paper_page(paper, "behind"), 3);
	paper_free(paper);
}

/* -- page breaks and turns -------------------------------------------------------------------- */

Test(page_ends, stand_where_the_author_says_and_make_no_empty_pages)
{
	struct paper *paper = paper_new(look_names[0]);

	paper_add(paper, NODE_PAGE_BREAK);
	paper_text(paper, "one");
	paper_add(paper, NODE_PAGE_BREAK);
	paper_add(paper, NODE_PAGE_BREAK);
	paper_text(paper, "two");
	paper_add(paper, NODE_PAGE_BREAK);
	paper_lay_out(paper);
	cr_expect_eq(paper->pages->count, 2);
	cr_expect_eq(paper_page(paper, "one"), 1);
	cr_expect_eq(paper_page(paper, "two"), 2);
	paper_free(paper);
}

Test(page_ends, drop_the_space_before_what_comes_next)
{
	struct paper *paper = paper_new(look_names[0]);

	paper_text(paper, "first");
	paper_add(paper, NODE_PAGE_BREAK);
	paper->into = paper_section(paper, 2, "", "Heading");
	paper_text(paper, "below");
	paper_lay_out(paper);
	/* Lines of 18 pt, type of 13 and 12 pt: the base line stands about 13.5 pt below their top. */
	cr_expect_float_eq(paper_label(paper, "Heading")->at.y, paper_area(paper, 2).y + 13.7, 1);
	cr_expect_float_eq(paper_label(paper, "first")->at.y, paper_area(paper, 1).y + 13.4, 1);
	paper_free(paper);
}

Test(page_ends, turn_pages_for_wide_tables_and_turn_them_back)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		const struct layout *layout = paper->look.layout;

		paper_text(paper, "before");
		paper_table_of(paper, paper_table(paper, "wide", 60, 6))->landscape = true;
		paper_text(paper, "behind");
		paper_lay_out(paper);
		cr_assert_gt(paper->pages->count, 3);
		for (size_t page = 1; page <= paper->pages->count; page++) {
			const struct scene *scene = paper->pages->items[page - 1];
			bool side = page > 1 && page < paper->pages->count;

			cr_expect_float_eq(scene->width,
					   side ? layout->height_pt : layout->width_pt, 1e-6);
			cr_expect_float_eq(scene->height,
					   side ? layout->width_pt : layout->height_pt, 1e-6);
		}
		cr_expect_eq(paper_page(paper, "before"), 1);
		cr_expect_eq(paper_page(paper, "behind"), paper->pages->count);
		paper_expect_none(paper, paper_words_outside);
		paper_expect_none(paper, paper_words_touching);
		paper_expect_none(paper, paper_missing_heads);
		paper_free(paper);
	}
}

/* No reader opens a file without pages. */
Test(page_ends, leave_one_page_with_running_lines_alone_in_a_report_without_blocks)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		paper_lay_out(paper);
		cr_assert_eq(paper->pages->count, 1);
		cr_expect_eq(paper_body(paper, 1).count, 0);
		cr_expect_gt(paper_words(paper, 1).count, 0);
		paper_expect_none(paper, paper_words_outside);
		paper_free(paper);
	}
}
