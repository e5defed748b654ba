/*
 * workbook_parts.h - shared by the files that make a workbook: its lines, links and widths.
 */
#ifndef GRADIENT_SHEETS_WORKBOOK_PARTS_H
#define GRADIENT_SHEETS_WORKBOOK_PARTS_H

#include "document/document.h"
#include "model/strings.h"
#include "sheets/workbook.h"

/* Widths in characters of the text's size. */
enum { FRONT_SHEETS = 3, WIDTH_FRONT = 90 };

struct book_maker {
	struct arena *arena;
	const struct document *document;
	const struct data_tables *tables;
	const struct strings *strings;
	const struct workbook_facts *facts;
	struct workbook *book;
	const char *contents, *notes; /* names of sheets */
};

/* -- workbook_lines.c ---------------------------------------------------------------------------------------- */

const char *book_word(const struct book_maker *maker, enum string_id id);

/* A text with one {name} filled in. */
const char *book_filled(const struct book_maker *maker, enum string_id id, const char *name,
			const char *text);

/* "Table 3: Waits by fifth"; the title alone without a label. */
const char *book_labelled(const struct book_maker *maker, const char *label, const char *title);

/* "[c]" */
const char *book_letter(const struct book_maker *maker, enum value_state state);

bool book_is_said(const char *text);

/* A sheet with its title, and the notice of the whole workbook where it has one. */
struct sheet *book_new_sheet(const struct book_maker *maker, const char *name, const char *title);

struct sheet_line *book_add_line(const struct book_maker *maker, struct sheet *sheet,
				 const char *text);

/* Makes room for a table; returns its first cell. */
struct sheet_cell *book_set_table(const struct book_maker *maker, struct sheet *sheet,
				  size_t column_count, size_t row_count);

/* Wide enough for the longest cell, up to a width at which text is easily read; the first holds lines, too. */
void book_set_widths(struct sheet *sheet);

/* -- workbook_front.c ---------------------------------------------------------------------------------------- */

void book_add_cover(const struct book_maker *maker);
void book_add_contents(const struct book_maker *maker);
void book_add_notes(const struct book_maker *maker);

#endif
