/*
 * table_measures.c - how wide the cells and headings of a table are.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "layout/set_text.h"
#include "layout/table_parts.h"

enum { HEADING_WORDS_MOST = 24, DETAIL_LINES = 2 };

static const double margin = TABLE_MARGIN;

bool is_strong(const struct table *table, size_t row, size_t column)
{
	return table->rows[row].total || table->columns[column].strong ||
	       (table->open && column == 0);
}

struct text heading_text(struct composer *composer, const char *heading, const char *heard)
{
	struct text text = { 0 };

	text_add(composer->drafts, &text, heading)->expansion = heard;
	return text;
}

bool lends_room(const struct table *table, size_t column)
{
	return column == 1 && table->column_count > 1 && table->columns[0].kind == COLUMN_NAME &&
	       !table->open && table->columns[1].kind == COLUMN_NUMBER;
}

void measure_cell(struct table_setting *setting, size_t row, size_t column, double *narrowest,
		  double *widest)
{
	const struct table *table = setting->table;
	const struct table_cell *cell = &table->rows[row].cells[column];
	double beside = mark_room(setting, cell) + (cell->has_bar ? TABLE_BAR_ROOM : 0);
	double narrowest_detail, widest_detail;

	if (table->columns[column].kind == COLUMN_SPARKLINE) {
		*narrowest = *widest = TABLE_SPARKLINE_WIDTH;
		return;
	}
	text_widths(setting->composer, &cell->text, ROLE_TABLE_CELL, is_strong(table, row, column),
		    narrowest, widest);
	*narrowest += beside;
	*widest += beside;
	if (cell->detail.count == 0)
		return;
	text_widths(setting->composer, &cell->detail, ROLE_NOTE, false, &narrowest_detail,
		    &widest_detail);
	/* Among rows of text the smaller words are a text of some lines. */
	if (table->open)
		widest_detail /= DETAIL_LINES;
	*narrowest = fmax(*narrowest, narrowest_detail);
	*widest = fmax(*widest, fmax(narrowest_detail, widest_detail));
}

double cell_width(struct table_setting *setting, size_t row, size_t column)
{
	double narrowest, widest;

	measure_cell(setting, row, column, &narrowest, &widest);
	return widest;
}

/* Where a figure ends: at the first blank with a bracket behind it. NULL when nothing follows it. */
static const char *tail_of(const char *words)
{
	const char *end = strpbrk(words + (words[0] != '\0'), "[(");

	if (end == NULL)
		return NULL;
	if (end > words && end[-1] == ' ')
		return end - 1;
	/* A blank that does not break. */
	return end > words + 1 && memcmp(end - 2, "\xc2\xa0", 2) == 0 ? end - 2 : NULL;
}

void cell_parts(struct table_setting *setting, size_t row, size_t column, double *figure,
		double *tail)
{
	struct composer *composer = setting->composer;
	const struct table_cell *cell = &setting->table->rows[row].cells[column];
	const char *words = text_plain(composer->drafts, &cell->text), *end = tail_of(words);
	double whole = cell_width(setting, row, column), narrowest;
	struct text first = { 0 };

	*tail = cell->has_bar ? TABLE_BAR_ROOM : 0;
	*figure = whole - *tail;
	if (end == NULL)
		return;
	text_add(composer->drafts, &first,
		 arena_strndup(composer->drafts, words, (size_t)(end - words)));
	text_widths(composer, &first, ROLE_TABLE_CELL, is_strong(setting->table, row, column),
		    &narrowest, figure);
	*tail = whole - *figure;
}

/* -- headings --------------------------------------------------------------------------------- */

struct heading_words {
	double widths[HEADING_WORDS_MOST], blank;
	size_t count;
};

static struct heading_words heading_words(struct table_setting *setting, size_t column)
{
	struct composer *composer = setting->composer;
	const char *at = setting->table->columns[column].heading;
	struct heading_words words = { .blank = line_width(composer, ROLE_TABLE_HEAD, " ") };

	while (*at != '\0' && words.count < HEADING_WORDS_MOST) {
		/* What is beyond the most counts as one word. */
		size_t length =
			words.count + 1 == HEADING_WORDS_MOST ? strlen(at) : strcspn(at, " ");

		words.widths[words.count++] = line_width(
			composer, ROLE_TABLE_HEAD, arena_strndup(composer->drafts, at, length));
		at += length + strspn(at + length, " ");
	}
	return words;
}

static size_t lines_at(const struct heading_words *words, double width)
{
	double used = 0;
	size_t lines = 1;

	for (size_t i = 0; i < words->count; i++) {
		double with = used + (used > 0 ? words->blank : 0) + words->widths[i];

		if (used > 0 && with > width) {
			lines++;
			used = words->widths[i];
		} else {
			used = with;
		}
	}
	return lines;
}

double heading_width(struct table_setting *setting, size_t column, size_t lines)
{
	struct heading_words words = heading_words(setting, column);
	double widest_word = 0, best = INFINITY;

	for (size_t i = 0; i < words.count; i++)
		widest_word = fmax(widest_word, words.widths[i]);
	/* A line holds some neighbouring words: their widths are all there is to try. */
	for (size_t from = 0; from < words.count; from++) {
		double width = -words.blank;

		for (size_t to = from; to < words.count; to++) {
			width += words.blank + words.widths[to];
			if (width >= widest_word && width < best &&
			    lines_at(&words, width + margin) <= lines)
				best = width;
		}
	}
	return isinf(best) ? 0 : best + margin;
}
