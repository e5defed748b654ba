/* Where pages end in tables, and with footnotes. */

#include "layout/paginate.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/pages_expect.h"

/* -- tables ----------------------------------------------------------------------------------- */

static void make_table(struct paper *paper)
{
	struct node *node = paper_table(paper, "t", 30, 3);

	node->table->columns[1].kind = COLUMN_TEXT;
	for (size_t row = 3; row < 30; row += 4)
		paper_set_cell(paper, node, row, 1,
			       arena_printf(paper->arena, "w%zu a\nw%zu b\nw%zu c", row, row, row));
}

static void check_table(struct paper *paper)
{
	size_t heads = paper_count(paper, "t head 1");

	paper_expect_none(paper, paper_split_rows);
	paper_expect_none(paper, paper_missing_heads);
	paper_expect_none(paper, paper_words_outside);
	cr_assert_eq(heads, paper_pages_between(paper, "t 1/1", "t 30/1") + 1);
	cr_assert_eq(paper_pages_between(paper, "t 1/1", "t 2/1"), 0);
	cr_assert_eq(paper_pages_between(paper, "t 29/1", "t 30/1"), 0);
	cr_assert_eq(paper_pages_between(paper, "t 30/1", "t source"), 0);
}

Test(page_ends_of_tables, cut_tables_between_rows_and_repeat_their_head)
{
	paper_sweep(make_table, check_table);
}

/* The sixth row from the end stands with the last. */
static void check_last_rows(struct paper *paper)
{
	cr_assert_eq(paper_pages_between(paper, "t 25/1", "t 30/1"), 0);
}

Test(page_ends_of_tables, leave_no_few_rows_to_a_page_of_their_own)
{
	paper_sweep(make_table, check_last_rows);
}

Test(page_ends_of_tables, repeat_the_head_on_every_page_of_a_long_table)
{
	struct paper *paper = paper_new(look_names[0]);

	paper_table(paper, "t", 200, 4);
	paper_lay_out(paper);
	cr_assert_gt(paper->pages->count, 4);
	cr_expect_eq(paper_count(paper, "t title"), 1);
	for (size_t page = 1; page <= paper->pages->count; page++) {
		struct labels words = paper_words(paper, page);
		const struct label *head = label_find(&words, "t head 1");

		cr_assert_not_null(head, "page %zu", page);
		cr_expect_eq(head->element == ARTIFACT_REPEATED, page > 1);
	}
	for (size_t row = 1; row <= 200; row++)
		cr_expect_eq(paper_count(paper, arena_printf(paper->arena, "t %zu/1", row)), 1);
	paper_free(paper);
}

static void make_short_table(struct paper *paper)
{
	paper_table(paper, "t", 12, 3);
}

static void check_short_table(struct paper *paper)
{
	cr_assert_eq(paper_pages_between(paper, "t title", "t source"), 0);
	cr_assert_eq(paper_count(paper, "t head 1"), 1);
}

Test(page_ends_of_tables, do_not_cut_a_short_table)
{
	paper_sweep(make_short_table, check_short_table);
}

/* -- footnotes -------------------------------------------------------------------------------- */

static void make_notes(struct paper *paper)
{
	for (int i = 0; i < 6; i++) {
		struct node *text = paper_lines(paper, arena_printf(paper->arena, "p%d", i), 3);

		paper_note(paper, &text->text,
			   arena_printf(paper->arena, "Footnote %d\nin two lines.", i));
	}
}

static void check_notes(struct paper *paper)
{
	paper_expect_none(paper, paper_notes_elsewhere);
	paper_expect_none(paper, paper_words_outside);
	paper_expect_none(paper, paper_words_touching);
}

Test(page_ends_of_tables, have_footnotes_at_the_foot_of_the_page_of_their_marker)
{
	paper_sweep(make_notes, check_notes);
}

Test(page_ends_of_tables, have_the_last_footnote_where_the_text_area_ends)
{
	struct paper *paper = paper_new(look_names[0]);
	struct node *text = paper_text(paper, "Words");
	struct box area;

	paper_note(paper, &text->text, "The only note.");
	paper_lay_out(paper);
	area = paper_area(paper, 1);
	/* The line of a note is 12 pt high. */
	cr_expect_float_eq(paper_label(paper, "The only note.")->at.y, area.y + area.height - 3.2,
			   1.5);
	paper_free(paper);
}

Test(page_ends_of_tables, have_the_footnotes_of_a_table_below_the_page_of_their_row)
{
	struct paper *paper = paper_new(look_names[1]);
	struct node *node = paper_table(paper, "t", 80, 3);

	for (size_t row = 0; row < 80; row += 7)
		paper_note(paper, &node->table->rows[row].cells[0].text,
			   arena_printf(paper->arena, "About row %zu.", row + 1));
	paper_lay_out(paper);
	check_notes(paper);
	paper_expect_none(paper, paper_missing_heads);
	for (size_t row = 0; row < 80; row += 7)
		cr_expect_eq(
			paper_page(paper, arena_printf(paper->arena, "About row %zu.", row + 1)),
			paper_page(paper, arena_printf(paper->arena, "t %zu/2", row + 1)));
	paper_free(paper);
}
