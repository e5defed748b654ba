/*
 * xlsx.c - a workbook as Office Open XML, by libxlsxwriter.
 *
 * The library writes to a file alone: that is a temporary one, which is read back.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/number.h"
#include "sheets/sheet_files.h"
#include "sheets/xlsx_library.h"

enum { DECIMALS_OF_FORMATS = NUMBER_DECIMALS_MOST + 1, SECONDS_OF_DAY = 86400, PAPER_A4 = 9 };

/* Without a date of publication: a day that is nobody's clock. */
static const struct date no_date = { 1980, 1, 1 }, epoch = { 1970, 1, 1 };

struct writer {
	struct arena
		*arena; /* of this file alone: the library asks for texts that can be written to */
	struct xlsx_library call;
	lxw_workbook *file;
	lxw_format *title, *heading, *text, *link, *heading_right, *shorthand,
		*numbers[DECIMALS_OF_FORMATS];
	lxw_error error;
};

static void expect(struct writer *writer, lxw_error error)
{
	if (writer->error == LXW_NO_ERROR)
		writer->error = error;
}

/* -- formats -------------------------------------------------------------------------------------------------- */

static lxw_format *new_format(const struct writer *writer, double size, bool bold)
{
	lxw_format *format = writer->call.workbook_add_format(writer->file);

	writer->call.format_set_font_name(format, "Arial");
	writer->call.format_set_font_size(format, size);
	writer->call.format_set_text_wrap(format);
	writer->call.format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	if (bold)
		writer->call.format_set_bold(format);
	return format;
}

/* As numbers stand, with room before the text of the next column. */
static lxw_format *set_right(const struct writer *writer, lxw_format *format)
{
	writer->call.format_set_align(format, LXW_ALIGN_RIGHT);
	writer->call.format_set_indent(format, 1);
	return format;
}

static void add_formats(struct writer *writer)
{
	writer->title = new_format(writer, 15, true);
	writer->heading = new_format(writer, 11, true);
	writer->text = new_format(writer, 11, false);
	writer->heading_right = set_right(writer, new_format(writer, 11, true));
	writer->shorthand = set_right(writer, new_format(writer, 11, false));
	writer->link = new_format(writer, 11, false);
	writer->call.format_set_font_color(writer->link, 0x0b4f8a);
	writer->call.format_set_underline(writer->link, LXW_UNDERLINE_SINGLE);
}

/* Made when the first number asks for it: a workbook holds no format that it does not use. */
static lxw_format *format_of_number(struct writer *writer, unsigned decimals)
{
	lxw_format **format = &writer->numbers[decimals];

	if (*format == NULL) {
		*format = set_right(writer, new_format(writer, 11, false));
		writer->call.format_set_num_format(
			*format, decimals == 0 ? "#,##0"
					       : arena_printf(writer->arena, "#,##0.%0*d",
							      (int)decimals, 0));
	}
	return *format;
}

/* -- cells ---------------------------------------------------------------------------------------------------- */

/* A text is always written as a text: what begins with "=" is no formula. */
static void add_text(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
		     const char *text, lxw_format *format)
{
	expect(writer, writer->call.worksheet_write_string(sheet, row, column, text, format));
}

static void add_link(struct writer *writer, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
		     const char *text, const char *to, const char *href)
{
	const char *address =
		to == NULL ? href : arena_printf(writer->arena, "internal:'%s'!A1", to);

	expect(writer, writer->call.worksheet_write_url_opt(sheet, row, column, address,
							    writer->link, text, NULL));
}

static void add_lines(struct writer *writer, lxw_worksheet *out, const struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->line_count; i++) {
		const struct sheet_line *line = &sheet->lines[i];

		if (line->sheet != NULL || line->href != NULL)
			add_link(writer, out, (lxw_row_t)i, 0, line->text, line->sheet, line->href);
		else
			add_text(writer, out, (lxw_row_t)i, 0, line->text,
				 line->style == LINE_TITLE ? writer->title : writer->text);
	}
}

static void add_cell(struct writer *writer, lxw_worksheet *out, lxw_row_t row, lxw_col_t column,
		     const struct sheet_cell *cell, bool among_numbers)
{
	if (cell->is_number)
		expect(writer, writer->call.worksheet_write_number(
				       out, row, column, cell->number,
				       format_of_number(writer, cell->decimals)));
	else if (cell->sheet != NULL)
		add_link(writer, out, row, column, cell->text, cell->sheet, NULL);
	else
		add_text(writer, out, row, column, cell->text,
			 among_numbers ? writer->shorthand : writer->text);
}

/* Lines that a text takes in a column: letters are narrower than the digits of its width, words do not fill it. */
static unsigned lines_in(const char *text, double width)
{
	unsigned lines = 1;
	double used = 0;

	for (; *text != '\0'; text++) {
		used += ((unsigned char)*text & 0xc0) != 0x80;
		if (*text == '\n' || used > width) {
			lines++;
			used = *text != '\n';
		}
	}
	return lines;
}

/* Programs other than Excel do not find out how high a row of several lines is. */
static void set_height(struct writer *writer, lxw_worksheet *out, lxw_row_t row, unsigned lines,
		       double height)
{
	if (lines > 1)
		expect(writer, writer->call.worksheet_set_row(out, row, lines * height, NULL));
}

static void set_heights(struct writer *writer, lxw_worksheet *out, const struct workbook *book,
			const struct sheet *sheet)
{
	double width = sheet->column_count == 0 ? book->first_width : sheet->columns[0].width;

	for (size_t i = 0; i < sheet->line_count; i++) {
		bool title = sheet->lines[i].style == LINE_TITLE;

		set_height(writer, out, (lxw_row_t)i,
			   lines_in(sheet->lines[i].text, title ? width * 11 / 15 : width),
			   title ? 20 : 15);
	}
	for (size_t row = 0; row < sheet->row_count; row++) {
		unsigned most = 1;

		for (size_t i = 0; i < sheet->column_count; i++) {
			unsigned lines = lines_in(sheet->cells[row * sheet->column_count + i].text,
						  sheet->columns[i].width);

			most = lines > most ? lines : most;
		}
		set_height(writer, out, (lxw_row_t)(sheet->line_count + 1 + row), most, 15);
	}
}

/*
 * Marked as a table with its name, header row, without filter, stripes and fills. That the header is
 * printed on every page is left out: it takes a name for every sheet, and LibreOffice takes minutes to
 * read some hundreds of those.
 */
static void mark_table(struct writer *writer, lxw_worksheet *out, const struct sheet *sheet)
{
	lxw_table_column *columns =
		arena_array(writer->arena, sheet->column_count, sizeof(*columns));
	lxw_table_column **list =
		arena_array(writer->arena, sheet->column_count + 1, sizeof(*list));
	lxw_table_options options = {
		.name = arena_printf(writer->arena, "%s", sheet->table),
		.no_autofilter = LXW_TRUE,
		.no_banded_rows = LXW_TRUE,
		.style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
		.style_type_number = 0,
		.columns = list,
	};

	for (size_t i = 0; i < sheet->column_count; i++) {
		columns[i] = (lxw_table_column){
			.header = arena_printf(writer->arena, "%s", sheet->columns[i].heading),
			.header_format = sheet->columns[i].is_numbers ? writer->heading_right
								      : writer->heading,
		};
		list[i] = &columns[i];
	}
	expect(writer,
	       writer->call.worksheet_add_table(out, (lxw_row_t)sheet->line_count, 0,
						(lxw_row_t)(sheet->line_count + sheet->row_count),
						(lxw_col_t)(sheet->column_count - 1), &options));
}

static void add_sheet(struct writer *writer, const struct workbook *book, const struct sheet *sheet)
{
	lxw_worksheet *out = writer->call.workbook_add_worksheet(writer->file, sheet->name);

	if (out == NULL) {
		expect(writer, LXW_ERROR_PARAMETER_VALIDATION);
		return;
	}
	writer->call.worksheet_set_landscape(out);
	writer->call.worksheet_set_paper(out, PAPER_A4);
	writer->call.worksheet_fit_to_pages(out, 1, 0);
	if (sheet->column_count == 0)
		writer->call.worksheet_set_column(out, 0, 0, book->first_width, NULL);
	for (size_t i = 0; i < sheet->column_count; i++)
		writer->call.worksheet_set_column(out, (lxw_col_t)i, (lxw_col_t)i,
						  sheet->columns[i].width, NULL);
	add_lines(writer, out, sheet);
	set_heights(writer, out, book, sheet);
	if (sheet->column_count == 0)
		return;
	mark_table(writer, out, sheet);
	for (size_t i = 0; i < sheet->row_count * sheet->column_count; i++)
		add_cell(writer, out, (lxw_row_t)(sheet->line_count + 1 + i / sheet->column_count),
			 (lxw_col_t)(i % sheet->column_count), &sheet->cells[i],
			 sheet->columns[i % sheet->column_count].is_numbers);
}

/* -- properties ------------------------------------------------------------------------------------------------- */

static char *own_copy(const struct writer *writer, const char *text)
{
	return text == NULL || text[0] == '\0' ? NULL : arena_printf(writer->arena, "%s", text);
}

static void set_properties(struct writer *writer, const struct workbook *book)
{
	const struct date date = book->date.year > 0 ? book->date : no_date;
	lxw_doc_properties properties = {
		.title = own_copy(writer, book->title),
		.subject = own_copy(writer, book->description),
		.author = own_copy(writer, book->publisher),
		.company = own_copy(writer, book->publisher),
		.keywords = own_copy(writer, book->keywords),
		.created = (time_t)(date_serial(date) - date_serial(epoch)) * SECONDS_OF_DAY,
	};

	expect(writer, writer->call.workbook_set_properties(writer->file, &properties));
	expect(writer, writer->call.workbook_set_custom_property_string(writer->file, "Language",
									book->language));
}

/* -- the file ------------------------------------------------------------------------------------------------- */

static bool read_back(const char *path, struct buffer *out)
{
	FILE *file = fopen(path, "rb");
	char block[65536];
	size_t length;
	bool read;

	if (file == NULL)
		return false;
	while ((length = fread(block, 1, sizeof(block), file)) > 0)
		buffer_add(out, block, length);
	read = ferror(file) == 0;
	fclose(file);
	return read;
}

static lxw_error write_file(struct writer *writer, const struct workbook *book, const char *path)
{
	lxw_error closed;

	writer->file = writer->call.workbook_new(path);
	if (writer->file == NULL)
		return LXW_ERROR_MEMORY_MALLOC_FAILED;
	add_formats(writer);
	set_properties(writer, book);
	for (size_t i = 0; i < book->count; i++)
		add_sheet(writer, book, &book->sheets[i]);
	closed = writer->call.workbook_close(writer->file);
	return writer->error != LXW_NO_ERROR ? writer->error : closed;
}

static const char *write_and_read(struct writer *writer, const struct workbook *book,
				  const char *path, struct buffer *out)
{
	lxw_error error = write_file(writer, book, path);

	if (error != LXW_NO_ERROR)
		return writer->call.lxw_strerror(error);
	return read_back(path, out) ? NULL : strerror(errno);
}

static bool write_by_way_of_file(struct writer *writer, const struct workbook *book,
				 struct buffer *out, struct diag_list *diags)
{
	const char *folder = getenv("TMPDIR"), *fault;
	char *path = arena_printf(writer->arena, "%s/gradient-XXXXXX",
				  folder == NULL || folder[0] == '\0' ? "/tmp" : folder);
	int descriptor = mkstemp(path);

	if (descriptor < 0) {
		fault = strerror(errno);
	} else {
		close(descriptor);
		fault = write_and_read(writer, book, path, out);
		unlink(path);
	}
	if (fault != NULL)
		diag_add(diags, DIAG_OUTPUT_UNWRITABLE, (struct location){ .file = path }, fault,
			 NULL);
	return fault == NULL;
}

bool workbook_write_xlsx(const struct workbook *book, struct buffer *out, struct diag_list *diags)
{
	struct writer writer = { .arena = arena_new() };
	bool written = xlsx_library_load(&writer.call, diags) &&
		       write_by_way_of_file(&writer, book, out, diags);

	arena_free(writer.arena);
	return written;
}
