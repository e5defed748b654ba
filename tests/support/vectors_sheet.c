#include "support/vectors_sheet.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/program.h"

/* Ends the cell that starts at *next, in place, and moves *next on. True when it ends its line. */
static bool end_cell(char **next)
{
	char *from = *next, *to = *next, after;

	if (*from == '"') {
		from++;
		/* A quote followed by another stands for one; otherwise it ends the cell. */
		while (*from != '\0' && (*from != '"' || *++from == '"'))
			*to++ = *from++;
	} else {
		while (*from != '\0' && *from != ',' && *from != '\n')
			*to++ = *from++;
	}
	after = *from;
	*to = '\0';
	*next = from + (after != '\0');
	return after != ',';
}

struct vectors_sheet vectors_sheet_read(struct arena *arena, const char *path)
{
	struct vectors_sheet sheet = { .arena = arena };
	const char *text = file_text(arena, path, NULL);
	size_t count = 0, capacity = 0;
	char *next;

	cr_assert_not_null(text, "%s cannot be read", path);
	for (next = arena_strdup(arena, text); *next != '\0';) {
		bool ends;

		sheet.cells =
			arena_grow(arena, sheet.cells, count, &capacity, sizeof(*sheet.cells));
		sheet.cells[count++] = next;
		ends = end_cell(&next);
		if (ends && sheet.columns == 0)
			sheet.columns = count;
		cr_assert(!ends || count % sheet.columns == 0, "%s: a row is not like the header",
			  path);
		sheet.rows += ends;
	}
	return sheet;
}

const char **vectors_sheet_cell(const struct vectors_sheet *sheet, size_t row, size_t column)
{
	return &sheet->cells[row * sheet->columns + column];
}

static void write_cell(struct buffer *out, const char *cell)
{
	bool quoted = strpbrk(cell, ",\"") != NULL;

	if (quoted)
		buffer_add_char(out, '"');
	for (; *cell != '\0'; cell++) {
		if (*cell == '"')
			buffer_add_char(out, '"');
		buffer_add_char(out, *cell);
	}
	if (quoted)
		buffer_add_char(out, '"');
}

void vectors_sheet_write(const struct vectors_sheet *sheet, const char *path, bool windows)
{
	struct buffer out;

	buffer_init(&out);
	buffer_add_text(&out, windows ? "\xef\xbb\xbf" : "");
	for (size_t row = 0; row < sheet->rows; row++) {
		for (size_t column = 0; column < sheet->columns; column++) {
			if (column > 0)
				buffer_add_char(&out, ',');
			write_cell(&out, *vectors_sheet_cell(sheet, row, column));
		}
		buffer_add_text(&out, windows ? "\r\n" : "\n");
	}
	file_write(path, buffer_text(&out), out.length);
	buffer_clear(&out);
}

static struct vectors_sheet same_size(const struct vectors_sheet *sheet)
{
	struct vectors_sheet copy = *sheet;

	copy.cells = arena_array(sheet->arena, sheet->rows * sheet->columns, sizeof(*copy.cells));
	return copy;
}

struct vectors_sheet vectors_sheet_mirrored(const struct vectors_sheet *sheet)
{
	struct vectors_sheet copy = same_size(sheet);

	for (size_t row = 0; row < sheet->rows; row++)
		for (size_t column = 0; column < sheet->columns; column++)
			*vectors_sheet_cell(&copy, row, column) =
				*vectors_sheet_cell(sheet, row, sheet->columns - 1 - column);
	return copy;
}

struct vectors_sheet vectors_sheet_upside_down(const struct vectors_sheet *sheet)
{
	struct vectors_sheet copy = same_size(sheet);

	for (size_t row = 0; row < sheet->rows; row++)
		for (size_t column = 0; column < sheet->columns; column++)
			*vectors_sheet_cell(&copy, row, column) = *vectors_sheet_cell(
				sheet, row == 0 ? 0 : sheet->rows - row, column);
	return copy;
}
