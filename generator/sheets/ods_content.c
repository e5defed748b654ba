/*
 * ods_content.c - the sheets of an OpenDocument workbook.
 */
#include <string.h>

#include "base/buffer.h"
#include "base/number.h"
#include "markup/markup.h"
#include "sheets/ods_parts.h"

/* -- content.xml: cells ----------------------------------------------------------------------------------------- */

static void add_link(struct markup *markup, const char *text, const char *sheet, const char *href)
{
	markup_open(markup, "text:a");
	markup_attribute(markup, "xlink:type", "simple");
	if (sheet != NULL)
		markup_attribute_printf(markup, "xlink:href", "#%s.A1", sheet);
	else
		markup_attribute(markup, "xlink:href", href);
	markup_text(markup, text);
	markup_close(markup);
}

/* A paragraph for every line of the text. */
static void add_paragraphs(struct markup *markup, const char *text)
{
	while (true) {
		const char *end = strchrnul(text, '\n');
		struct buffer line;

		buffer_init(&line);
		buffer_add(&line, text, (size_t)(end - text));
		markup_element(markup, "text:p", buffer_text(&line));
		buffer_clear(&line);
		if (*end == '\0')
			return;
		text = end + 1;
	}
}

static void add_text_cell(struct markup *markup, const char *style, const char *text,
			  const char *sheet, const char *href)
{
	markup_open(markup, "table:table-cell");
	markup_attribute(markup, "table:style-name",
			 sheet != NULL || href != NULL ? "Link" : style);
	markup_attribute(markup, "office:value-type", "string");
	if (sheet == NULL && href == NULL) {
		add_paragraphs(markup, text);
	} else {
		markup_open(markup, "text:p");
		add_link(markup, text, sheet, href);
		markup_close(markup);
	}
	markup_close(markup);
}

static void add_number_cell(struct markup *markup, const struct sheet_cell *cell)
{
	char number[NUMBER_TEXT_MAX];

	number_shortest(cell->number, number);
	markup_open(markup, "table:table-cell");
	markup_attribute_printf(markup, "table:style-name", "Number%u", cell->decimals);
	markup_attribute(markup, "office:value-type", "float");
	markup_attribute(markup, "office:value", number);
	number_format(cell->number,
		      (struct number_style){ .decimals = cell->decimals, .thousands = true },
		      number);
	markup_element(markup, "text:p", number);
	markup_close(markup);
}

static void open_row(struct markup *markup)
{
	markup_open(markup, "table:table-row");
	markup_attribute(markup, "table:style-name", "Row");
}

static void add_header(struct markup *markup, const struct sheet *sheet)
{
	markup_open(markup, "table:table-header-rows");
	open_row(markup);
	for (size_t i = 0; i < sheet->column_count; i++)
		add_text_cell(markup,
			      sheet->columns[i].is_numbers ? "Heading_20_number" : "Heading",
			      sheet->columns[i].heading, NULL, NULL);
	markup_close(markup);
	markup_close(markup);
}

static void add_columns(struct markup *markup, const struct workbook *book,
			const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->column_count || i == 0; i++) {
		markup_open(markup, "table:table-column");
		markup_attribute_printf(markup, "table:style-name", "Column%u",
					ods_width_of(sheet->column_count == 0
							     ? book->first_width
							     : sheet->columns[i].width));
		markup_attribute(markup, "table:default-cell-style-name", "Default");
		markup_close_empty(markup);
	}
}

static void add_sheet(struct markup *markup, const struct workbook *book, const struct sheet *sheet)
{
	markup_open(markup, "table:table");
	markup_attribute(markup, "table:name", sheet->name);
	markup_attribute(markup, "table:style-name", "Sheet");
	markup_element(markup, "table:title", sheet->lines[0].text);
	add_columns(markup, book, sheet);
	for (size_t i = 0; i < sheet->line_count; i++) {
		const struct sheet_line *line = &sheet->lines[i];

		open_row(markup);
		add_text_cell(markup, line->style == LINE_TITLE ? "Title" : "Default", line->text,
			      line->sheet, line->href);
		markup_close(markup);
	}
	if (sheet->column_count > 0)
		add_header(markup, sheet);
	for (size_t row = 0; row < sheet->row_count; row++) {
		open_row(markup);
		for (size_t i = 0; i < sheet->column_count; i++) {
			const struct sheet_cell *cell =
				&sheet->cells[row * sheet->column_count + i];

			if (cell->is_number)
				add_number_cell(markup, cell);
			else
				add_text_cell(markup,
					      sheet->columns[i].is_numbers ? "Shorthand"
									   : "Default",
					      cell->text, cell->sheet, NULL);
		}
		markup_close(markup);
	}
	markup_close(markup);
}

/* Columns by letters: 0 is A, 26 is AA. */
static const char *column_letters(size_t column, char letters[4])
{
	size_t at = 3;

	letters[at] = '\0';
	for (column++; column > 0 && at > 0; column = (column - 1) / 26)
		letters[--at] = (char)('A' + (column - 1) % 26);
	return letters + at;
}

static void add_ranges(struct markup *markup, const struct workbook *book)
{
	markup_open(markup, "table:database-ranges");
	for (size_t i = 0; i < book->count; i++) {
		const struct sheet *sheet = &book->sheets[i];
		char letters[4];

		if (sheet->column_count == 0)
			continue;
		markup_open(markup, "table:database-range");
		markup_attribute(markup, "table:name", sheet->table);
		markup_attribute_printf(markup, "table:target-range-address", "%s.A%zu:%s.%s%zu",
					sheet->name, sheet->line_count + 1, sheet->name,
					column_letters(sheet->column_count - 1, letters),
					sheet->line_count + 1 + sheet->row_count);
		markup_attribute(markup, "table:contains-header", "true");
		markup_attribute(markup, "table:display-filter-buttons", "false");
		markup_close_empty(markup);
	}
	markup_close(markup);
}

void ods_write_content(const struct workbook *book, struct buffer *out)
{
	struct markup *markup = markup_new();

	ods_open_root(markup, "office:document-content");
	ods_add_automatic_styles(markup, book);
	markup_open(markup, "office:body");
	markup_open(markup, "office:spreadsheet");
	for (size_t i = 0; i < book->count; i++)
		add_sheet(markup, book, &book->sheets[i]);
	add_ranges(markup, book);
	markup_finish(markup, out);
}
