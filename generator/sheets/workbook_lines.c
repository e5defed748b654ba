/*
 * workbook_lines.c - lines, links and widths of sheets.
 */
#include <string.h>

#include "base/arena.h"
#include "model/value.h"
#include "sheets/workbook_parts.h"

enum { WIDTH_MOST = 60, WIDTH_LEAST = 10, WIDTH_FIRST = 48 };

const char *book_word(const struct book_maker *maker, enum string_id id)
{
	return strings_text(maker->strings, id);
}

const char *book_filled(const struct book_maker *maker, enum string_id id, const char *name,
			const char *text)
{
	const struct placeholder parts[] = { { name, text }, { 0 } };

	return strings_fill(maker->arena, maker->strings, id, parts);
}

bool book_is_said(const char *text)
{
	return text != NULL && text[0] != '\0';
}

struct sheet_line *book_add_line(const struct book_maker *maker, struct sheet *sheet,
				 const char *text)
{
	struct sheet_line *line;

	sheet->lines = arena_grow(maker->arena, sheet->lines, sheet->line_count,
				  &sheet->line_capacity, sizeof(*sheet->lines));
	line = &sheet->lines[sheet->line_count++];
	*line = (struct sheet_line){ .text = text,
				     .style = sheet->line_count == 1 ? LINE_TITLE : LINE_TEXT };
	return line;
}

const char *book_labelled(const struct book_maker *maker, const char *label, const char *title)
{
	const struct placeholder parts[] = { { "label", label }, { "title", title }, { 0 } };

	return label[0] == '\0' ? title
				: strings_fill(maker->arena, maker->strings,
					       STRING_DATA_TITLE_LABELLED, parts);
}

const char *book_letter(const struct book_maker *maker, enum value_state state)
{
	return arena_printf(maker->arena, "[%s]", value_state_letter(state));
}

struct sheet *book_new_sheet(const struct book_maker *maker, const char *name, const char *title)
{
	struct sheet *sheet = &maker->book->sheets[maker->book->count++];

	*sheet = (struct sheet){ .name = name };
	book_add_line(maker, sheet, title);
	if (book_is_said(maker->facts->notice))
		book_add_line(maker, sheet, maker->facts->notice);
	return sheet;
}

struct sheet_cell *book_set_table(const struct book_maker *maker, struct sheet *sheet,
				  size_t column_count, size_t row_count)
{
	sheet->column_count = column_count;
	sheet->row_count = row_count;
	sheet->columns = arena_array(maker->arena, column_count, sizeof(*sheet->columns));
	sheet->cells =
		arena_array(maker->arena, column_count * row_count + 1, sizeof(*sheet->cells));
	return sheet->cells;
}

/* -- widths ------------------------------------------------------------------------------------------------- */

static size_t longest_line(const char *text)
{
	size_t longest = 0;

	while (*text != '\0') {
		const char *end = strchrnul(text, '\n');
		size_t length = 0;

		for (; text < end; text++)
			length += ((unsigned char)*text & 0xc0) != 0x80;
		longest = length > longest ? length : longest;
		text += *text == '\n';
	}
	return longest;
}

/* Wide enough for the longest cell, up to a width at which text is easily read; the first holds lines, too. */
void book_set_widths(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->column_count; i++) {
		size_t longest = longest_line(sheet->columns[i].heading) + 2;

		for (size_t row = 0; row < sheet->row_count; row++) {
			size_t length =
				longest_line(sheet->cells[row * sheet->column_count + i].text) + 2;

			longest = length > longest ? length : longest;
		}
		longest = longest < WIDTH_LEAST ? WIDTH_LEAST : longest;
		longest = longest > WIDTH_MOST ? WIDTH_MOST : longest;
		sheet->columns[i].width =
			i == 0 && longest < WIDTH_FIRST ? WIDTH_FIRST : (double)longest;
	}
}
