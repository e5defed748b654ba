#include "chart/words_row.h"

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/suite_look.h"

static struct canvas canvas;

static void set_up(void)
{
	suite_look_load();
	canvas = suite_canvas(300, 200);
}

TestSuite(words_row, .init = set_up, .fini = suite_look_free);

static struct words_row place(const char *const *texts, const double *middles, size_t count)
{
	struct row_word *words = arena_array(arena, count, sizeof(*words));

	for (size_t i = 0; i < count; i++)
		words[i] = (struct row_word){ .text = texts[i],
					      .middle = middles[i],
					      .font = canvas.text };
	return words_row_place(&canvas, words, count, (struct row_bounds){ 0, 300, 100 });
}

static double right(const struct placed_word *word)
{
	return word->left + word->paragraph->width;
}

Test(words_row, puts_words_in_the_middle_of_their_places)
{
	struct words_row row = place((const char *[]){ "12", "3,456" }, (double[]){ 50, 200 }, 2);

	cr_assert_eq(row.count, 2);
	cr_expect_eq(row.level_count, 1);
	cr_expect_float_eq(row.items[0].left + row.items[0].paragraph->width / 2, 50, 0.1);
	cr_expect_float_eq(row.items[1].left + row.items[1].paragraph->width / 2, 200, 0.1);
	cr_expect_float_eq(words_row_height(&canvas, &row), 12, 1e-9);
}

Test(words_row, leaves_out_empty_words)
{
	struct words_row row =
		place((const char *[]){ "", "3", "" }, (double[]){ 50, 200, 250 }, 3);

	cr_assert_eq(row.count, 1);
	cr_expect_str_eq(row.items[0].word->text, "3");
}

Test(words_row, moves_words_a_little_rather_than_let_them_touch)
{
	struct words_row row =
		place((const char *[]){ "12,345", "12,345" }, (double[]){ 100, 134 }, 2);

	cr_expect_eq(row.level_count, 1);
	cr_expect_geq(row.items[1].left - right(&row.items[0]), 4 - 0.01);
}

Test(words_row, uses_a_second_level_where_they_would_have_to_move_far)
{
	struct words_row row = place((const char *[]){ "12,345,678", "12,345,678", "12,345,678" },
				     (double[]){ 100, 110, 120 }, 3);

	cr_expect_eq(row.level_count, 3);
	cr_expect_float_eq(words_row_height(&canvas, &row), 36, 1e-9);
}

Test(words_row, keeps_words_inside)
{
	struct words_row row = place((const char *[]){ "most deprived", "least deprived" },
				     (double[]){ 5, 298 }, 2);

	cr_expect_geq(row.items[0].left, 0);
	cr_expect_leq(right(&row.items[1]), 300 + 0.01);
}

Test(words_row, breaks_long_words_into_lines)
{
	struct words_row row = place((const char *[]){ "one name that is far too long for a line" },
				     (double[]){ 150 }, 1);

	cr_expect_gt(row.items[0].paragraph->count, 1);
	cr_expect_leq(row.items[0].paragraph->width, 100);
	cr_expect_float_eq(words_row_height(&canvas, &row),
			   12 * (double)row.items[0].paragraph->count, 1e-9);
}
