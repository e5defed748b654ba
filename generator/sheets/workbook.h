/*
 * workbook.h - a workbook as both editions for spreadsheet programs have it: sheets of lines above one table.
 *
 * Purpose:   the rules of accessible workbooks are kept here, once: one table a sheet, the title in A1, all that is
 *            above the table in column A, one header row, text that wraps, no cell empty, none merged, no filter, no
 *            frozen pane, no fill. A writer only writes what it finds.
 * Ownership: lives in the arena of the run.
 */
#ifndef GRADIENT_SHEETS_WORKBOOK_H
#define GRADIENT_SHEETS_WORKBOOK_H

#include "base/date.h"
#include "document/data_table.h"

struct arena;
struct document;
struct strings;

enum line_style { LINE_TITLE, LINE_TEXT };

/* A line above the table, in column A. */
struct sheet_line {
	const char *text;
	enum line_style style;
	const char *sheet; /* name of the sheet that it leads to; NULL if none */
	const char *href;  /* address on the web, or mailto:; NULL if none */
};

struct sheet_column {
	const char *heading;
	double width;    /* characters of the text's size */
	bool is_numbers; /* heading and shorthand stand on the right, as numbers do */
};

struct sheet_cell {
	const char *text; /* of a number: as it is printed */
	bool is_number;
	double number;
	unsigned decimals;
	const char *sheet; /* as in a line */
};

struct sheet {
	const char *name;
	struct sheet_line *lines; /* at least the title */
	size_t line_count, line_capacity;
	struct sheet_column *columns; /* none: no table */
	size_t column_count;
	struct sheet_cell *cells; /* row by row */
	size_t row_count;
	const char *table; /* its name, other than those of all other tables; NULL without one */
};

struct workbook {
	const char *title, *publisher, *description, *keywords, *language;
	struct date date; /* when it is published: created and changed; all 0 = not known */
	struct sheet *sheets;
	size_t count;
	double first_width; /* of column A where there is no table */
};

/* What a cover says beside the document itself. */
struct workbook_facts {
	const char *licence, *licence_href, *contact_email; /* NULL or "" if none */
	const char
		*notice; /* on top of every sheet: "Internal: not for publication"; NULL if none */
};

/* Cover, contents, notes, then a sheet for every table. */
const struct workbook *workbook_make(struct arena *arena, const struct document *document,
				     const struct data_tables *tables,
				     const struct strings *strings,
				     const struct workbook_facts *facts);

/* Of libxlsxwriter, which it loads, as in "1.1.4"; NULL when it is not there. */
const char *xlsx_library_version(void);

#endif
