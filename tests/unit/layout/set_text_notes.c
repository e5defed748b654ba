/* Footnotes: their markers in the text, and how wide they are set. */

#include "layout/set_text.h"

#include <criterion/criterion.h>

#include "support/pages_expect.h"

Test(layout_notes, are_led_to_by_a_raised_marker)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct node *text = paper_text(paper, "words");
	struct labels words;
	const struct label *marker;

	paper_note(paper, &text->text, "A note.");
	paper_lay_out(paper);
	words = paper_body(paper, 1);
	marker = label_find(&words, "1");
	cr_assert_not_null(marker);
	cr_expect_lt(marker->at.y, label_find(&words, "words")->at.y - 2);
	cr_expect_lt(marker->size_pt, 0.75 * label_find(&words, "words")->size_pt);
	cr_expect(paper_is(paper, marker, STRUCTURE_REFERENCE));
	cr_expect(paper_is(paper, paper_label(paper, "A note."), STRUCTURE_NOTE));
	paper_free(paper);
}

static const char long_note[] =
	"A footnote of some length that takes one line on the whole width of a page, but many lines "
	"in a narrow cell of a table or a grid.";

static size_t lines_of_notes(struct paper *paper)
{
	struct labels words = paper_words(paper, 1);
	double last = 0;
	size_t lines = 0;

	for (size_t i = 0; i < words.count; i++)
		if (paper_is(paper, &words.items[i], STRUCTURE_NOTE)) {
			lines += words.items[i].at.y > last + 1;
			last = words.items[i].at.y;
		}
	return lines;
}

Test(layout_notes, of_narrow_cells_are_set_as_wide_as_the_page)
{
	for (size_t l = 0; l < LOOKS; l++) {
		struct paper *paper = paper_new(look_names[l]);
		struct node *table = paper_table(paper, "t", 2, 6), *grid, *cell;

		paper_note(paper, &table->table->rows[0].cells[0].text, long_note);
		paper_lay_out(paper);
		cr_expect_leq(lines_of_notes(paper), 2);
		paper_begin(paper);
		grid = paper_add(paper, NODE_GRID);
		grid->columns = 3;
		cell = paper_cell(paper, grid, "", "cell");
		paper_cell(paper, grid, "", "other");
		paper_note(paper, &cell->first->text, long_note);
		paper_lay_out(paper);
		cr_expect_leq(lines_of_notes(paper), 2);
		paper_expect_none(paper, paper_notes_elsewhere);
		paper_free(paper);
	}
}

Test(layout_notes, of_wide_pages_are_set_as_wide_as_these)
{
	struct paper *paper = paper_new("annual-report-a4");
	struct table *table = paper_table_of(paper, paper_table(paper, "t", 2, 3));
	const struct label *note;

	table->landscape = true;
	paper_note(paper, &table->rows[0].cells[0].text, long_note);
	paper_lay_out(paper);
	note = paper_label(paper, long_note);
	cr_expect_gt(note->box.width, layout_text_width(paper->look.layout));
	paper_expect_none(paper, paper_words_outside);
	paper_free(paper);
}
