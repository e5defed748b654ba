/* What stands side by side or in a frame. Grids of figures and tiles have further tests of their own. */

#include "layout/flow.h"

#include <criterion/criterion.h>
#include <math.h>

#include "base/arena.h"
#include "support/pages_expect.h"
#include "support/plots.h"

static void expect_in_order(struct paper *paper)
{
	paper_expect_none(paper, paper_words_touching);
	paper_expect_none(paper, paper_words_outside);
	paper_expect_none(paper, paper_words_too_small);
}

static struct node *grid_of(struct paper *paper, unsigned columns)
{
	struct node *grid = paper_add(paper, NODE_GRID);

	grid->columns = columns;
	return grid;
}

static const struct label *cell_label(struct paper *paper, int cell)
{
	return paper_label(paper, arena_printf(paper->arena, "cell %d", cell));
}

static void add_cells(struct paper *paper, struct node *parent, int count)
{
	for (int i = 1; i <= count; i++)
		paper_cell(paper, parent, "", arena_printf(paper->arena, "cell %d", i));
}

/* -- grids ------------------------------------------------------------------------------------ */

Test(layout_boxes, stand_side_by_side_as_many_as_the_grid_has_columns)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		double width = layout_text_width(paper->look.layout);
		double gutter = paper->look.layout->gutter_pt;

		add_cells(paper, grid_of(paper, 3), 5);
		paper_lay_out(paper);
		for (int i = 1; i <= 5; i++) {
			double left = paper->look.layout->left_pt +
				      (i - 1) % 3 * ((width - 2 * gutter) / 3 + gutter);

			cr_expect_float_eq(cell_label(paper, i)->box.x, left, 0.01, "%d", i);
			cr_expect_float_eq(cell_label(paper, i)->at.y,
					   cell_label(paper, i <= 3 ? 1 : 4)->at.y, 1e-6, "%d", i);
		}
		cr_expect_gt(cell_label(paper, 4)->at.y, cell_label(paper, 1)->at.y + 10);
		paper_free(paper);
	}
}

Test(layout_boxes, of_a_grid_are_wrapped_in_their_column)
{
	static const char words[] =
		"Words that are far too long for one line of a narrow column in a grid of three, with "
		"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch among them";

	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct node *grid = grid_of(paper, 3);

		for (int i = 0; i < 3; i++)
			paper_cell(paper, grid, words, words);
		paper_lay_out(paper);
		expect_in_order(paper);
		paper_free(paper);
	}
}

/* Two figures side by side: each drawn for half the width. */
Test(layout_boxes, hold_figures_drawn_for_their_width)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct node *grid = grid_of(paper, 2), *root = paper->into;

		paper->into = grid;
		paper_figure(paper, "one", 0);
		paper_figure(paper, "two", 0);
		paper->into = root;
		paper_lay_out(paper);
		cr_assert_eq(paper->figures.count, 2);
		for (int i = 0; i < 2; i++)
			cr_expect_float_eq(paper->figures.items[i].width,
					   figure_width(&paper->look, true), 1e-6);
		cr_expect_float_eq(paper_label(paper, "one title")->at.y,
				   paper_label(paper, "two title")->at.y, 1e-6);
		expect_in_order(paper);
		paper_free(paper);
	}
}

Test(layout_boxes, of_one_row_are_never_on_two_pages)
{
	struct paper *paper = paper_new(look_names[0]);

	for (size_t fill = 0; fill < 30; fill++) {
		struct node *grid;

		paper_begin(paper);
		paper_fill(paper, fill);
		grid = grid_of(paper, 2);
		paper_cell(paper, grid, "", "a 1\na 2\na 3\na 4");
		paper_cell(paper, grid, "", "b 1\nb 2\nb 3");
		paper_lay_out(paper);
		cr_expect_eq(paper_page(paper, "a 1"), paper_page(paper, "a 4"));
		cr_expect_eq(paper_page(paper, "a 1"), paper_page(paper, "b 3"));
		paper_expect_none(paper, paper_words_outside);
	}
	paper_free(paper);
}

/* -- callouts and panels ---------------------------------------------------------------------- */

static struct box panel_box(struct paper *paper, size_t page)
{
	struct labels marks = marks_of(&paper->look, paper->pages->items[page - 1]);
	struct box box = { 0 };

	for (size_t i = 0; i < marks.count; i++)
		if (marks.items[i].part == PART_PANEL)
			box = box.width == 0 ? marks.items[i].box
					     : box_union(box, marks.items[i].box);
	return box;
}

Test(layout_boxes, with_a_frame_hold_all_their_words)
{
	static const enum callout_kind kinds[] = { CALLOUT_ACTION, CALLOUT_CAUTION, CALLOUT_EXAMPLE,
						   CALLOUT_NOTE };

	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		for (size_t i = 0; i < 4; i++) {
			struct node *callout, *root;
			struct box frame;

			paper_begin(paper);
			root = paper->into;
			callout = paper_add(paper, NODE_CALLOUT);
			callout->callout = kinds[i];
			paper_run(paper, &callout->title, "Title of the box");
			paper->into = callout;
			paper_text(paper, "words within");
			paper_list(paper, false, "item", 2);
			paper->into = root;
			paper_text(paper, "words behind");
			paper_lay_out(paper);
			frame = panel_box(paper, 1);
			cr_expect(box_contains(frame, paper_label(paper, "Title of the box")->box,
					       0));
			cr_expect(box_contains(frame, paper_label(paper, "words within")->box, 0));
			cr_expect(box_contains(frame, paper_label(paper, "item 2")->box, 0));
			cr_expect_not(
				box_overlaps(frame, paper_label(paper, "words behind")->box, 0));
			cr_expect(paper_is(paper, paper_label(paper, "words within"),
					   STRUCTURE_DIVISION));
			expect_in_order(paper);
		}
		paper_free(paper);
	}
}

Test(layout_boxes, on_a_tint_hang_over_the_column_and_keep_the_text_on_its_edge)
{
	struct paper *paper = paper_new(look_names[0]);
	struct node *panel = paper_add(paper, NODE_PANEL);
	struct box tint;

	panel->columns = 3;
	for (int i = 1; i <= 3; i++) {
		struct node *cell =
			paper_cell(paper, panel, arena_printf(paper->arena, "term %d", i),
				   arena_printf(paper->arena, "cell %d", i));

		cell->first->role = ROLE_PANEL_TEXT;
	}
	paper_lay_out(paper);
	tint = panel_box(paper, 1);
	cr_expect_float_eq(tint.x, paper->look.layout->left_pt - paper->look.layout->hang_pt, 1e-6);
	cr_expect_float_eq(tint.width,
			   layout_text_width(paper->look.layout) + 2 * paper->look.layout->hang_pt,
			   1e-6);
	cr_expect_float_eq(paper_label(paper, "term 1")->box.x, paper->look.layout->left_pt, 1e-6);
	for (int i = 1; i <= 3; i++) {
		cr_expect(box_contains(tint, cell_label(paper, i)->box, 0));
		cr_expect_gt(cell_label(paper, i)->at.y,
			     paper_label(paper, arena_printf(paper->arena, "term %d", i))->at.y);
	}
	expect_in_order(paper);
	paper_free(paper);
}

Test(layout_boxes, are_reached_by_links_to_what_they_hold)
{
	struct paper *paper = paper_new(look_names[0]);
	struct node *text = paper_text(paper, "See "), *root = paper->into, *callout;

	paper_add(paper, NODE_PAGE_BREAK);
	callout = paper_add(paper, NODE_CALLOUT);
	paper->into = callout;
	paper_table(paper, "t", 2, 2);
	paper->into = root;
	paper_page_reference(paper, &text->text, "page ", callout->first);
	paper_lay_out(paper);
	cr_expect_eq(paper_count(paper, "page\xc2\xa0"
					"2"),
		     1);
	paper_free(paper);
}
