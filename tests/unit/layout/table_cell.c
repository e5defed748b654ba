/* What stands in a cell beside its words: marks, smaller words, bars. */

#include "layout/flow.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/pages_expect.h"

static struct paper *paper;
static struct table *table;

static struct table_cell *cell(size_t row, size_t column)
{
	return &table->rows[row].cells[column];
}

static void set_up(void)
{
	struct node *node;

	paper = paper_new("annual-report-a4");
	node = paper_table(paper, "t", 3, 3);
	table = paper_table_of(paper, node);
}

static void tear_down(void)
{
	paper_free(paper);
}

TestSuite(layout_table_cell, .init = set_up, .fini = tear_down);

static struct labels shapes(enum scene_part part)
{
	struct labels marks = paper_marks(paper, 1);

	return labels_with(&paper->look, &marks, part);
}

Test(layout_table_cell, has_its_mark_before_its_words_on_one_line)
{
	const struct label *words, *plain;
	struct labels marks;

	table->columns[1].kind = table->columns[2].kind = COLUMN_WORD;
	cell(1, 1)->mark = MARK_FULL;
	paper_lay_out(paper);
	marks = shapes(PART_STATE_MARK);
	words = paper_label(paper, "t 2/2");
	plain = paper_label(paper, "t 1/2");
	cr_assert_eq(marks.count, 1);
	cr_expect_leq(marks.items[0].box.x + marks.items[0].box.width, words->box.x);
	cr_expect_float_eq(marks.items[0].box.x, plain->box.x, 1,
			   "the mark stands where words begin elsewhere");
	cr_expect_geq(marks.items[0].box.y, words->box.y - 4);
	cr_expect_leq(marks.items[0].box.y + marks.items[0].box.height,
		      words->box.y + words->box.height + 4);
}

Test(layout_table_cell, tells_marks_apart_by_their_shape)
{
	size_t paths[] = { [MARK_FULL] = 1, [MARK_HALF] = 2, [MARK_RING] = 1, [MARK_DOTTED] = 1 };

	for (enum cell_mark mark = MARK_FULL; mark <= MARK_DOTTED; mark++) {
		struct labels marks;

		tear_down();
		set_up();
		cell(0, 1)->mark = mark;
		paper_lay_out(paper);
		marks = shapes(PART_STATE_MARK);
		cr_assert_eq(marks.count, paths[mark], "mark %d: %zu paths", mark, marks.count);
		cr_expect_eq(marks.items[0].item->path->filled,
			     mark == MARK_FULL || mark == MARK_HALF);
		cr_expect_eq(marks.items[0].item->path->dash[0] > 0, mark == MARK_DOTTED);
	}
}

Test(layout_table_cell, gives_a_mark_without_words_a_text_alternative)
{
	const struct structure *structure;
	struct labels marks;

	cell(0, 1)->mark = MARK_RING;
	cell(0, 1)->mark_words = "not met";
	cell(1, 1)->mark = MARK_RING;
	paper_lay_out(paper);
	marks = shapes(PART_STATE_MARK);
	structure = &paper->pages->structure;
	cr_assert_eq(marks.count, 2);
	cr_assert_geq(marks.items[0].element, 0);
	cr_expect_str_eq(structure->elements[marks.items[0].element].alternative, "not met");
	cr_expect_eq(marks.items[1].element, ARTIFACT_LAYOUT, "its words say it already");
}

Test(layout_table_cell, sets_its_detail_smaller_below_its_words)
{
	const struct label *detail, *words;

	text_add(paper->arena, &cell(1, 0)->detail, "a detail");
	paper_lay_out(paper);
	detail = paper_label(paper, "a detail");
	words = paper_label(paper, "t 2/1");
	cr_expect_lt(detail->size_pt, words->size_pt);
	cr_expect_geq(detail->box.y, words->box.y + words->box.height);
	cr_expect_float_eq(detail->box.x, words->box.x, 1);
	cr_expect_gt(paper_label(paper, "t 3/1")->box.y, detail->box.y + detail->box.height);
}

Test(layout_table_cell, has_a_bar_as_long_as_its_share_behind_the_figure)
{
	struct labels bars, tracks;
	const struct label *figure;

	for (size_t row = 0; row < 3; row++) {
		cell(row, 2)->has_bar = true;
		cell(row, 2)->bar = (double)row / 2;
	}
	paper_lay_out(paper);
	tracks = shapes(PART_TINT);
	bars = shapes(PART_BAR);
	cr_assert_eq(tracks.count, 3, "a track in every row");
	cr_assert_eq(bars.count, 3, "and a bar on it");
	figure = paper_label(paper, "t 2/3");
	cr_expect_geq(tracks.items[1].box.x, figure->box.x + figure->box.width);
	for (size_t row = 0; row < 3; row++) {
		cr_expect_float_eq(bars.items[row].box.width,
				   tracks.items[row].box.width * (double)row / 2, 1e-9);
		cr_expect_float_eq(tracks.items[row].box.x, tracks.items[0].box.x, 1e-9);
	}
	paper_expect_none(paper, paper_words_touching);
	paper_expect_none(paper, paper_marks_outside);
}
