#include "support/sheet.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buffer.h"

struct sheet_row {
	const char **cells;
	size_t count, capacity;
};

struct sheet {
	struct arena *arena;
	const char *path;
	struct sheet_row *rows; /* the header first */
	size_t count, capacity;
};

/* Plain files come through gzread as they are. */
static char *whole_text(struct arena *arena, const char *path)
{
	gzFile file = gzopen(path, "rb");
	struct buffer text;
	char part[1 << 16], *copy;
	int length;

	cr_assert_not_null(file, "cannot read %s", path);
	buffer_init(&text);
	while ((length = gzread(file, part, sizeof(part))) > 0)
		buffer_add(&text, part, (size_t)length);
	cr_assert_eq(length, 0, "cannot read %s", path);
	gzclose(file);
	copy = arena_strdup(arena, buffer_text(&text));
	buffer_clear(&text);
	return copy;
}

/*
 * Ends the cell at *next in place and moves *next behind it; returns what ended it: ',', '\n' or
 * 0.
 */
static char end_cell(char **next)
{
	char *from = *next, *to = *next, after;

	if (*from == '"') {
		from++;
		while (*from != '\0' && (*from != '"' || *++from == '"'))
			*to++ = *from++;
	} else {
		while (*from != '\0' && *from != ',' && *from != '\r' && *from != '\n')
			*to++ = *from++;
	}
	if (*from == '\r' && from[1] == '\n')
		from++;
	after = *from;
	*next = from + (after != '\0');
	*to = '\0';
	return after;
}

struct sheet *sheet_read(struct arena *arena, const char *path)
{
	static const char byte_order_mark[] = "\xef\xbb\xbf";
	struct sheet *sheet = arena_alloc(arena, sizeof(*sheet));
	char *next = whole_text(arena, path);

	*sheet = (struct sheet){ .arena = arena, .path = arena_strdup(arena, path) };
	if (strncmp(next, byte_order_mark, 3) == 0)
		next += 3;
	while (*next != '\0') {
		struct sheet_row row = { 0 };
		char after;

		do {
			row.cells = arena_grow(arena, row.cells, row.count, &row.capacity,
					       sizeof(*row.cells));
			row.cells[row.count++] = next;
			after = end_cell(&next);
		} while (after == ',');
		sheet->rows = arena_grow(arena, sheet->rows, sheet->count, &sheet->capacity,
					 sizeof(*sheet->rows));
		sheet->rows[sheet->count++] = row;
	}
	cr_assert_gt(sheet->count, 1, "%s has no rows", path);
	return sheet;
}

size_t sheet_rows(const struct sheet *sheet)
{
	return sheet->count - 1;
}

const char *sheet_text(const struct sheet *sheet, size_t row, const char *column)
{
	const struct sheet_row *header = &sheet->rows[0], *wanted = &sheet->rows[row + 1];

	for (size_t i = 0; i < header->count; i++)
		if (strcmp(header->cells[i], column) == 0)
			return i < wanted->count ? wanted->cells[i] : "";
	cr_assert_fail("%s has no column %s", sheet->path, column);
	return NULL;
}

bool sheet_is(const struct sheet *sheet, size_t row, const char *column, const char *text)
{
	return strcmp(sheet_text(sheet, row, column), text) == 0;
}

double sheet_number(const struct sheet *sheet, size_t row, const char *column)
{
	const char *text = sheet_text(sheet, row, column);
	char *end;
	double number = strtod(text, &end);

	cr_assert(*end == '\0', "%s: row %zu: %s is no number: %s", sheet->path, row + 1, column,
		  text);
	return *text == '\0' ? (double)NAN : number;
}
