#include "chart/words_row.h"

#include <math.h>

#include "base/arena.h"
#include "chart/spread.h"

static const double word_gap = 4, most_move = 7;

/* Composed as narrow as it can be, so that its lines stand in the middle of its own box. */
static struct text_paragraph *compose(struct canvas *canvas, const struct row_word *word,
				      double most_width)
{
	struct text_paragraph *paragraph =
		canvas_wrap(canvas, word->font, word->text, most_width, ALIGN_LEFT);

	return canvas_wrap(canvas, word->font, word->text, fmin(paragraph->width + 0.1, most_width),
			   ALIGN_CENTRE);
}

/* The first level on which the word does not touch the one before it. */
static size_t find_level(const double *ends, size_t count, double left)
{
	for (size_t level = 0; level < count; level++)
		if (left >= ends[level] + word_gap)
			return level;
	return count;
}

/* Words with their wanted places, kept inside the figure. */
static void measure(struct canvas *canvas, struct words_row *row, const struct row_word *words,
		    size_t count, struct row_bounds bounds)
{
	for (size_t i = 0; i < count; i++) {
		struct placed_word *item = &row->items[row->count];
		double width;

		if (words[i].text[0] == '\0')
			continue;
		*item = (struct placed_word){
			.word = &words[i],
			.paragraph = compose(canvas, &words[i],
					     fmin(bounds.most_width, bounds.high - bounds.low)),
		};
		width = item->paragraph->width;
		item->left =
			fmax(bounds.low, fmin(words[i].middle - width / 2, bounds.high - width));
		row->count++;
	}
}

/* Words side by side on one level, when none of them must move far for it. */
static bool place_side_by_side(struct canvas *canvas, struct words_row *row,
			       struct row_bounds bounds)
{
	double *lefts = arena_array(canvas->arena, row->count + 1, sizeof(*lefts));
	double *widths = arena_array(canvas->arena, row->count + 1, sizeof(*widths));
	double sum = 0;

	for (size_t i = 0; i < row->count; i++) {
		lefts[i] = row->items[i].left;
		widths[i] = row->items[i].paragraph->width;
		sum += widths[i] + word_gap;
	}
	spread_labels(lefts, widths, row->count, word_gap, bounds.low, bounds.high);
	for (size_t i = 0; i < row->count; i++)
		if (fabs(lefts[i] - row->items[i].left) > most_move)
			return false;
	if (sum - word_gap > bounds.high - bounds.low)
		return false;
	for (size_t i = 0; i < row->count; i++)
		row->items[i].left = lefts[i];
	return true;
}

static void place_on_levels(struct canvas *canvas, struct words_row *row)
{
	double *ends = arena_array(canvas->arena, row->count, sizeof(*ends));
	size_t levels = 0;

	for (size_t i = 0; i < row->count; i++) {
		struct placed_word *item = &row->items[i];

		item->level = find_level(ends, levels, item->left);
		if (item->level == levels)
			levels++;
		ends[item->level] = item->left + item->paragraph->width;
	}
}

struct words_row words_row_place(struct canvas *canvas, const struct row_word *words, size_t count,
				 struct row_bounds bounds)
{
	struct words_row row = {
		.items = arena_array(canvas->arena, count, sizeof(*row.items)),
		.level_lines = arena_array(canvas->arena, count, sizeof(*row.level_lines)),
	};

	measure(canvas, &row, words, count, bounds);
	if (!place_side_by_side(canvas, &row, bounds))
		place_on_levels(canvas, &row);
	for (size_t i = 0; i < row.count; i++) {
		const struct placed_word *item = &row.items[i];

		if (item->level >= row.level_count)
			row.level_count = item->level + 1;
		if (item->paragraph->count > row.level_lines[item->level])
			row.level_lines[item->level] = item->paragraph->count;
	}
	return row;
}

double words_row_height(const struct canvas *canvas, const struct words_row *row)
{
	double lines = 0;

	for (size_t level = 0; level < row->level_count; level++)
		lines += (double)row->level_lines[level];
	return lines * canvas->line_pt;
}

void words_row_draw(struct canvas *canvas, const struct words_row *row, double top)
{
	for (size_t level = 0; level < row->level_count; level++) {
		for (size_t i = 0; i < row->count; i++)
			if (row->items[i].level == level)
				canvas_paragraph(canvas, row->items[i].word->part,
						 row->items[i].word->colour,
						 row->items[i].paragraph, row->items[i].left,
						 top + canvas->line_pt);
		top += canvas->line_pt * (double)row->level_lines[level];
	}
}
