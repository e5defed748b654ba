/* Tables on a page. Widths of columns are tested with table_widths. */

#include "layout/flow.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "support/pages_expect.h"
#include "support/vectors_random.h"

static double right_of_label(const struct label *label)
{
	return label->box.x + label->box.width;
}

Test(layout_table, aligns_figures_at_the_right_and_words_at_the_left)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *node = paper_table(paper, "t", 3, 4);
	const char *figures[] = { "1,234.5", "9", "12.3%" };

	node->table->columns[2].kind = COLUMN_WORD;
	for (size_t row = 0; row < 3; row++) {
		paper_set_cell(paper, node, row, 1, figures[row]);
		paper_set_cell(paper, node, row, 2, row == 0 ? "higher" : "about the same");
	}
	paper_lay_out(paper);
	for (size_t row = 1; row < 3; row++)
		cr_expect_float_eq(right_of_label(paper_label(paper, figures[row])),
				   right_of_label(paper_label(paper, figures[0])), 0.05);
	cr_expect_float_eq(paper_label(paper, "higher")->box.x,
			   paper_label(paper, "about the same")->box.x, 1e-6);
	cr_expect_float_eq(paper_label(paper, "t 1/1")->box.x, paper_label(paper, "t 3/1")->box.x,
			   1e-6);
	/* The last column of figures ends where the page ends. */
	cr_expect_float_eq(right_of_label(paper_label(paper, "t 1/4")),
			   paper_area(paper, 1).x + paper_area(paper, 1).width, 1);
	paper_free(paper);
}

Test(layout_table, sets_cells_of_a_row_on_one_line_and_rows_below_each_other)
{
	struct paper *paper = paper_new("annual-report-a4");

	paper_table(paper, "t", 5, 4);
	paper_lay_out(paper);
	for (size_t row = 1; row <= 5; row++) {
		const struct label *name =
			paper_label(paper, arena_printf(paper->arena, "t %zu/1", row));

		for (size_t column = 2; column <= 4; column++)
			cr_expect_float_eq(
				paper_label(paper,
					    arena_printf(paper->arena, "t %zu/%zu", row, column))
					->at.y,
				name->at.y, 1e-6);
		if (row > 1)
			cr_expect_geq(name->at.y -
					      paper_label(paper, arena_printf(paper->arena,
									      "t %zu/1", row - 1))
						      ->at.y,
				      paper->look.layout->row_pt);
	}
	paper_free(paper);
}

Test(layout_table, wraps_long_cells_within_their_column)
{
	static const char words[] =
		"A sentence in a cell that is much longer than its column is wide";

	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct node *node = paper_table(paper, "t", 3, 4);
		struct labels body;
		double last = 0;
		size_t lines = 0;

		node->table->columns[1].kind = COLUMN_TEXT;
		node->table->columns[3].kind = COLUMN_TEXT;
		paper_set_cell(paper, node, 1, 1, words);
		paper_set_cell(paper, node, 1, 3, words);
		paper_lay_out(paper);
		body = paper_body(paper, 1);
		for (size_t i = 0; i < body.count; i++)
			if (strstr(words, body.items[i].text) != NULL) {
				lines += body.items[i].at.y > last + 1;
				last = body.items[i].at.y;
			}
		cr_expect_gt(lines, 1);
		paper_expect_none(paper, paper_words_touching);
		paper_expect_none(paper, paper_words_outside);
		paper_free(paper);
	}
}

static double height_of_words_at(struct paper *paper, const char *above, const char *below)
{
	return paper_label(paper, below)->at.y - paper_label(paper, above)->at.y;
}

/* Beside rows of one line, a row of two keeps its words off the rules. */
Test(layout_table, gives_a_row_of_several_lines_room_among_rows_of_one)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *node = paper_table(paper, "t", 4, 3);
	const double line = 13.5;
	double one, two;

	paper_set_cell(paper, node, 1, 0, "First line\nsecond line");
	paper_lay_out(paper);
	one = height_of_words_at(paper, "t 3/1", "t 4/1");
	two = height_of_words_at(paper, "t 2/2", "t 3/1");
	/* The second line, and more room than rows of one line have between them. */
	cr_expect_gt(two, one + line + 1);
	paper_free(paper);
}

Test(layout_table, sets_rows_of_text_close_to_each_other_where_they_are_a_list)
{
	double heights[2];

	for (int dense = 0; dense < 2; dense++) {
		struct paper *paper = paper_new("annual-report-a4");
		struct node *node = paper_table(paper, "t", 3, 2);

		node->table->columns[1].kind = COLUMN_TEXT;
		paper_table_of(paper, node)->open = true;
		paper_table_of(paper, node)->dense = dense;
		paper_lay_out(paper);
		heights[dense] = height_of_words_at(paper, "t 1/1", "t 2/1");
		paper_free(paper);
	}
	cr_expect_lt(heights[1], heights[0]);
	cr_expect_geq(heights[1], 13.5 + 2);
}

Test(layout_table, says_that_it_is_wider_than_the_page)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *node = paper_table(paper, "t", 2, 12);

	node->at = (struct location){ .file = "report.xml", .line = 5, .column = 2 };
	for (size_t column = 1; column < 12; column++)
		paper_set_cell(paper, node, 0, column, "1,234,567.8");
	paper_lay_out(paper);
	cr_assert_eq(diag_count(paper->diags), 1);
	cr_expect_eq(diag_at(paper->diags, 0)->code, DIAG_TABLE_TOO_WIDE);
	cr_expect_eq(diag_at(paper->diags, 0)->at.line, 5);
	cr_expect_not_null(strstr(diag_at(paper->diags, 0)->detail, "t label"));
	paper_free(paper);
}

Test(layout_table, fits_on_its_side_what_is_too_wide_upright)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *node = paper_table(paper, "t", 2, 12);

	for (size_t column = 1; column < 12; column++) {
		node->table->columns[column].heading = "Rate";
		paper_set_cell(paper, node, 0, column, "1,234.5");
	}
	paper_table_of(paper, node)->landscape = true;
	paper_lay_out(paper);
	cr_expect_eq(diag_count(paper->diags), 0);
	paper_expect_none(paper, paper_words_touching);
	paper_expect_none(paper, paper_words_outside);
	paper_free(paper);
}

Test(layout_table, sets_totals_and_main_columns_in_bold)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *node = paper_table(paper, "t", 3, 3);

	node->table->rows[0].total = true;
	node->table->columns[2].strong = true;
	paper_lay_out(paper);
	cr_expect_geq(paper_label(paper, "t 1/1")->item->text.shaped->facts->weight, 600);
	cr_expect_geq(paper_label(paper, "t 1/2")->item->text.shaped->facts->weight, 600);
	cr_expect_lt(paper_label(paper, "t 2/2")->item->text.shaped->facts->weight, 600);
	cr_expect_geq(paper_label(paper, "t 2/3")->item->text.shaped->facts->weight, 600);
	cr_expect(paper_label(paper, "t 2/2")->item->text.shaped->facts->tabular);
	paper_free(paper);
}

Test(layout_table, sets_what_stands_for_a_missing_figure_back)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *node = paper_table(paper, "t", 3, 3);

	paper_set_cell(paper, node, 0, 1, "[c]");
	node->table->rows[0].cells[1].state = VALUE_SUPPRESSED;
	paper_set_cell(paper, node, 1, 1, "12 [u]");
	node->table->rows[1].cells[1].state = VALUE_UNRELIABLE;
	paper_lay_out(paper);
	cr_expect(look_is_colour(&paper->look, paper_label(paper, "[c]")->item->text.colour,
				 COLOUR_SECONDARY));
	cr_expect(look_is_colour(&paper->look, paper_label(paper, "12 [u]")->item->text.colour,
				 COLOUR_TEXT));
	paper_free(paper);
}

/* -- what its pieces are -------------------------------------------------------------------------- */

static const struct structure_element *cell_of(const struct paper *paper, const char *words)
{
	const struct structure_element *elements = paper->pages->structure.elements;
	int element = paper_label(paper, words)->element;

	while (element >= 0 && elements[element].type != STRUCTURE_HEADER_CELL &&
	       elements[element].type != STRUCTURE_DATA_CELL)
		element = elements[element].parent;
	cr_assert_geq(element, 0, "%s is in no cell", words);
	return &elements[element];
}

Test(layout_table, names_headers_of_columns_and_rows)
{
	struct paper *paper = paper_new("annual-report-a4");
	const struct structure_element *elements, *cell;

	paper_table(paper, "t", 2, 3);
	paper_lay_out(paper);
	elements = paper->pages->structure.elements;
	cell = cell_of(paper, "t head 1");
	cr_expect_eq(cell->type, STRUCTURE_HEADER_CELL);
	cr_expect_eq(cell->scope, SCOPE_COLUMN);
	cr_expect_eq(elements[cell->parent].type, STRUCTURE_TABLE_ROW);
	cr_expect_eq(elements[elements[cell->parent].parent].type, STRUCTURE_TABLE_HEAD);
	cell = cell_of(paper, "t 2/1");
	cr_expect_eq(cell->type, STRUCTURE_HEADER_CELL);
	cr_expect_eq(cell->scope, SCOPE_ROW);
	cr_expect_eq(elements[elements[cell->parent].parent].type, STRUCTURE_TABLE_BODY);
	cell = cell_of(paper, "t 2/2");
	cr_expect_eq(cell->type, STRUCTURE_DATA_CELL);
	cr_expect_eq(cell->scope, SCOPE_NONE);
	cr_expect(paper_is(paper, paper_label(paper, "t title"), STRUCTURE_CAPTION));
	cr_expect(paper_is(paper, paper_label(paper, "t title"), STRUCTURE_TABLE));
	paper_free(paper);
}

Test(layout_table, has_one_row_element_a_row_and_as_many_cells_as_columns)
{
	struct paper *paper = paper_new("annual-report-a4");
	const struct structure *structure;
	size_t rows = 0, cells = 0;

	paper_table(paper, "t", 90, 4);
	paper_lay_out(paper);
	cr_assert_gt(paper->pages->count, 1);
	structure = &paper->pages->structure;
	for (size_t i = 0; i < structure->count; i++) {
		rows += structure->elements[i].type == STRUCTURE_TABLE_ROW;
		cells += structure->elements[i].type == STRUCTURE_DATA_CELL ||
			 structure->elements[i].type == STRUCTURE_HEADER_CELL;
	}
	cr_expect_eq(rows, 91);
	cr_expect_eq(cells, 91 * 4);
	paper_free(paper);
}

/* -- any words ------------------------------------------------------------------------------------ */

static const char *random_words(struct paper *paper, struct vectors_random *random, size_t most)
{
	size_t length = (size_t)vectors_random_count(random, 1, (double)most);
	char *words = arena_alloc(paper->arena, length + 1);

	for (size_t i = 0; i < length; i++)
		words[i] = i > 0 && words[i - 1] != ' ' && i + 1 < length &&
					   vectors_random_between(random, 0, 1) < 0.15
				   ? ' '
				   : (char)('a' + (int)vectors_random_between(random, 0, 26));
	return words;
}

static void make_random(struct paper *paper, struct vectors_random *random)
{
	size_t columns = (size_t)vectors_random_between(random, 1, 8);
	size_t rows = (size_t)vectors_random_count(random, 1, 60);
	struct node *node = paper_table(paper, "t", rows, columns);

	for (size_t column = 0; column < columns; column++) {
		bool text = column == 0 || vectors_random_between(random, 0, 1) < 0.3;

		node->table->columns[column].kind = column == 0 ? COLUMN_NAME
						    : text      ? COLUMN_TEXT
								: COLUMN_NUMBER;
		node->table->columns[column].heading = random_words(paper, random, 40);
		for (size_t row = 0; row < rows; row++)
			paper_set_cell(paper, node, row, column,
				       random_words(paper, random, text ? 60 : 7));
	}
	if (vectors_random_between(random, 0, 1) < 0.3)
		paper_table_of(paper, node)->open = true;
}

/* A word of 60 letters beside others may be too wide for a page: then the table says so. */
Test(layout_table, never_lets_cells_touch_or_leave_the_page)
{
	size_t fitting = 0;

	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);

		for (unsigned draw = 0; draw < 150; draw++) {
			struct vectors_random random = { draw };

			paper_begin(paper);
			make_random(paper, &random);
			paper_lay_out(paper);
			if (diag_count(paper->diags) > 0) {
				cr_assert_eq(diag_at(paper->diags, 0)->code, DIAG_TABLE_TOO_WIDE,
					     "draw %u", draw);
				continue;
			}
			fitting++;
			paper_expect_none(paper, paper_words_touching);
			paper_expect_none(paper, paper_words_outside);
			paper_expect_none(paper, paper_words_too_small);
			paper_expect_none(paper, paper_split_rows);
			paper_expect_none(paper, paper_missing_heads);
		}
		paper_free(paper);
	}
	cr_expect_gt(fitting, 100);
}
