#include <stdarg.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/workbook_read.h"

enum { SHEET_NAME_MOST = 31 };

const struct read_cell *read_cell_at(const struct read_sheet *sheet, size_t row, size_t column)
{
	return &sheet->cells[row * sheet->column_count + column];
}

static void fault(struct buffer *faults, const struct read_sheet *sheet, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static void fault(struct buffer *faults, const struct read_sheet *sheet, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	buffer_printf(faults, "%s: ", sheet->name);
	buffer_vprintf(faults, format, arguments);
	buffer_add_char(faults, '\n');
	va_end(arguments);
}

/* "[c]" alone, or several: "[p][r]". */
static bool is_shorthand(const char *text)
{
	size_t length = strlen(text);

	return length >= 3 && text[0] == '[' && text[length - 1] == ']' &&
	       strchr(text, ' ') == NULL;
}

static bool is_name(const char *name)
{
	return name != NULL && name[0] != '\0' &&
	       strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_") ==
		       strlen(name) &&
	       strchr("0123456789", name[0]) == NULL;
}

static void check_above(const struct read_sheet *sheet, size_t below, struct buffer *faults)
{
	if (sheet->row_count == 0 || !read_cell_at(sheet, 0, 0)->there)
		fault(faults, sheet, "A1 holds no title");
	for (size_t row = 0; row < below; row++) {
		if (!read_cell_at(sheet, row, 0)->there)
			fault(faults, sheet, "row %zu is blank", row + 1);
		for (size_t column = 1; column < sheet->column_count; column++)
			if (read_cell_at(sheet, row, column)->there)
				fault(faults, sheet, "row %zu has more than column A", row + 1);
	}
}

/* A column with a number has numbers and shorthand alone. */
static void check_column(const struct read_sheet *sheet, size_t column, struct buffer *faults)
{
	bool numbers = false, words = false;

	for (size_t row = sheet->first_row + 1; row <= sheet->last_row; row++) {
		const struct read_cell *cell = read_cell_at(sheet, row, column);

		if (!cell->there)
			fault(faults, sheet, "no cell is empty but %zu, %zu", row + 1, column + 1);
		numbers = numbers || cell->is_number;
		words = words || (cell->there && !cell->is_number && !is_shorthand(cell->text));
	}
	if (numbers && words)
		fault(faults, sheet, "column %zu has words among numbers", column + 1);
}

static void check_header(const struct read_sheet *sheet, struct buffer *faults)
{
	if (!sheet->header_marked)
		fault(faults, sheet, "the header row is not marked");
	for (size_t i = 0; i < sheet->column_count; i++) {
		const struct read_cell *cell = read_cell_at(sheet, sheet->first_row, i);

		if (!cell->there || cell->is_number || !cell->bold)
			fault(faults, sheet, "heading %zu is no bold text", i + 1);
		for (size_t other = 0; other < i; other++)
			if (strcasecmp(cell->text,
				       read_cell_at(sheet, sheet->first_row, other)->text) == 0)
				fault(faults, sheet, "two headings are \"%s\"", cell->text);
	}
}

static void check_table(const struct read_sheet *sheet, struct buffer *faults)
{
	if (sheet->table_count != 1) {
		fault(faults, sheet, "%zu marked tables", sheet->table_count);
		return;
	}
	if (!is_name(sheet->table))
		fault(faults, sheet, "a table is called \"%s\"", sheet->table);
	if (sheet->first_column != 0 || sheet->last_column + 1 != sheet->column_count ||
	    sheet->last_row + 1 != sheet->row_count || sheet->first_row >= sheet->last_row) {
		fault(faults, sheet, "the marked table is not all that is below the lines");
		return;
	}
	check_above(sheet, sheet->first_row, faults);
	check_header(sheet, faults);
	for (size_t i = 0; i < sheet->column_count; i++)
		check_column(sheet, i, faults);
}

static void check_cells(const struct read_sheet *sheet, struct buffer *faults)
{
	for (size_t i = 0; i < sheet->row_count * sheet->column_count; i++) {
		const struct read_cell *cell = &sheet->cells[i];

		if (cell->is_formula)
			fault(faults, sheet, "\"%s\" is a formula", cell->text);
		if (cell->filled)
			fault(faults, sheet, "\"%s\" stands on a fill", cell->text);
		if (cell->there && !cell->wraps)
			fault(faults, sheet, "\"%s\" does not wrap", cell->text);
		if (strchr(cell->text, '*') != NULL || strcmp(cell->text, "-") == 0 ||
		    strcasecmp(cell->text, "n/a") == 0)
			fault(faults, sheet, "\"%s\" is no shorthand", cell->text);
	}
}

static void check_sheet(const struct read_sheet *sheet, struct buffer *faults)
{
	if (!is_name(sheet->name) || strlen(sheet->name) > SHEET_NAME_MOST)
		fault(faults, sheet, "no good name of a sheet");
	if (sheet->merged || sheet->frozen || sheet->filtered || sheet->drawn || sheet->headed)
		fault(faults, sheet, "merged %d, frozen %d, filtered %d, drawn %d, headed %d",
		      sheet->merged, sheet->frozen, sheet->filtered, sheet->drawn, sheet->headed);
	check_cells(sheet, faults);
}

const char *workbook_faults(struct arena *arena, const struct read_book *book)
{
	struct buffer faults;

	buffer_init(&faults);
	if (book->count < 3)
		buffer_add_text(&faults, "no cover, contents and notes\n");
	for (size_t i = 0; i < book->count; i++) {
		const struct read_sheet *sheet = &book->sheets[i];

		check_sheet(sheet, &faults);
		if (i > 0)
			check_table(sheet, &faults);
		else
			check_above(sheet, sheet->row_count, &faults);
		for (size_t other = 0; other < i; other++)
			if (strcasecmp(sheet->name, book->sheets[other].name) == 0)
				fault(&faults, sheet, "two sheets of one name");
	}
	if (book->title[0] == '\0' || book->creator[0] == '\0' || book->created[0] == '\0' ||
	    book->language[0] == '\0')
		buffer_add_text(&faults, "a property is not filled\n");
	if (book->count > 0 && strcmp(book->active, book->sheets[0].name) != 0)
		buffer_printf(&faults, "opens with \"%s\"\n", book->active);
	return buffer_finish(&faults, arena);
}
