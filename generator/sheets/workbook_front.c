/*
 * workbook_front.c - the first sheets of a workbook: cover, contents, notes.
 */
#include <string.h>

#include "base/arena.h"
#include "model/value.h"
#include "sheets/workbook_parts.h"

/* -- cover ---------------------------------------------------------------------------------------------------- */

/* A line "Name: what", where there is something to say. */
static struct sheet_line *add_fact(const struct book_maker *maker, struct sheet *sheet,
				   enum string_id id, const char *name, const char *what)
{
	return book_is_said(what) ? book_add_line(maker, sheet, book_filled(maker, id, name, what))
				  : NULL;
}

void book_add_cover(const struct book_maker *maker)
{
	const struct document *document = maker->document;
	struct sheet *sheet =
		book_new_sheet(maker, book_word(maker, STRING_SHEET_COVER), document->title);
	struct sheet_line *line;

	if (book_is_said(document->subtitle))
		book_add_line(maker, sheet, document->subtitle);
	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_COVER_ABOUT));
	add_fact(maker, sheet, STRING_SHEET_COVER_PUBLISHER, "publisher", document->publisher);
	add_fact(maker, sheet, STRING_SHEET_COVER_PERIOD, "period", document->period);
	if (book_is_said(document->published))
		book_add_line(maker, sheet, document->published);
	add_fact(maker, sheet, STRING_SHEET_COVER_STATUS, "status", document->status);
	line = add_fact(maker, sheet, STRING_SHEET_COVER_CONTACT, "contact", document->contact);
	if (line != NULL && book_is_said(maker->facts->contact_email))
		line->href = arena_printf(maker->arena, "mailto:%s", maker->facts->contact_email);
	line = add_fact(maker, sheet, STRING_SHEET_COVER_LICENCE, "licence", maker->facts->licence);
	if (line != NULL && book_is_said(maker->facts->licence_href))
		line->href = maker->facts->licence_href;
	if (book_is_said(document->notice))
		book_add_line(maker, sheet, document->notice);
	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_CONTENTS_TITLE))->sheet =
		maker->contents;
	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_NOTES_TITLE))->sheet =
		maker->notes;
}

/* -- contents ------------------------------------------------------------------------------------------------- */

/* A figure or table of the report, and the sheet that has it. */
struct contents_row {
	const struct data_table *of;
	const char *sheet;
};

/* In reading order. */
static struct contents_row *contents_rows(const struct book_maker *maker, size_t *count)
{
	struct contents_row *rows;

	*count = 0;
	for (size_t i = 0; i < maker->tables->count; i++)
		*count += maker->tables->items[i].part_count > 0
				  ? maker->tables->items[i].part_count
				  : 1;
	rows = arena_array(maker->arena, *count + 1, sizeof(*rows));
	for (size_t i = 0; i < maker->tables->count; i++) {
		const struct data_table *table = &maker->tables->items[i];

		if (table->part_count == 0)
			rows[table->place] = (struct contents_row){ table, table->name };
		for (size_t p = 0; p < table->part_count; p++)
			rows[table->parts[p]->place] =
				(struct contents_row){ table->parts[p], table->name };
	}
	return rows;
}

enum {
	CONTENTS_SECTION,
	CONTENTS_NUMBER,
	CONTENTS_SUBJECT,
	CONTENTS_TITLE,
	CONTENTS_SHEET,
	CONTENTS_COLUMNS
};

static void fill_contents(const struct book_maker *maker, const struct contents_row *row,
			  struct sheet_cell *cells)
{
	const char *section = row->of->section, *label = row->of->label;

	cells[CONTENTS_SECTION].text = section[0] != '\0' ? section : maker->document->title;
	cells[CONTENTS_NUMBER].text =
		label[0] != '\0' ? label : book_word(maker, STRING_SHEET_NO_NUMBER);
	cells[CONTENTS_SUBJECT].text =
		row->of->rows != NULL ? row->of->subject : book_word(maker, STRING_SHEET_OF_WORDS);
	cells[CONTENTS_TITLE].text = row->of->title;
	cells[CONTENTS_SHEET].text = cells[CONTENTS_SHEET].sheet = row->sheet;
}

/* A row for every figure and table of the report, which may share a sheet. */
void book_add_contents(const struct book_maker *maker)
{
	struct sheet *sheet = book_new_sheet(maker, maker->contents,
					     book_word(maker, STRING_SHEET_CONTENTS_TITLE));
	size_t count;
	struct contents_row *rows = contents_rows(maker, &count);
	struct sheet_cell *cells;

	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_ONE_TABLE));
	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_NOTES_TITLE))->sheet =
		maker->notes;
	if (count == 0)
		return;
	cells = book_set_table(maker, sheet, CONTENTS_COLUMNS, count);
	sheet->table = "Table_of_contents";
	sheet->columns[CONTENTS_SECTION].heading = book_word(maker, STRING_SHEET_COLUMN_SECTION);
	sheet->columns[CONTENTS_NUMBER].heading = book_word(maker, STRING_SHEET_COLUMN_NUMBER);
	sheet->columns[CONTENTS_SUBJECT].heading = book_word(maker, STRING_SHEET_COLUMN_SUBJECT);
	sheet->columns[CONTENTS_TITLE].heading = book_word(maker, STRING_SHEET_COLUMN_TITLE);
	sheet->columns[CONTENTS_SHEET].heading = book_word(maker, STRING_SHEET_COLUMN_SHEET);
	for (size_t i = 0; i < count; i++)
		fill_contents(maker, &rows[i], &cells[i * CONTENTS_COLUMNS]);
	book_set_widths(sheet);
}

/* -- notes ----------------------------------------------------------------------------------------------------- */

struct meaning {
	const char *what, *meaning;
};

static bool has_heading(const struct meaning *meanings, size_t count, const char *heading)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(meanings[i].what, heading) == 0)
			return true;
	return false;
}

/* Letters, then columns of the long format, each once. */
static size_t find_meanings(const struct book_maker *maker, struct meaning *meanings)
{
	static const struct {
		enum value_state state;
		enum string_id id;
	} letters[] = {
		{ VALUE_SUPPRESSED, STRING_SHEET_MEANING_SUPPRESSED },
		{ VALUE_UNRELIABLE, STRING_SHEET_MEANING_UNRELIABLE },
		{ VALUE_NOT_AVAILABLE, STRING_SHEET_MEANING_NOT_AVAILABLE },
		{ VALUE_NOT_APPLICABLE, STRING_SHEET_MEANING_NOT_APPLICABLE },
	};
	unsigned states = 0;
	size_t count = 0;

	for (size_t t = 0; t < maker->tables->count; t++)
		states |= maker->tables->items[t].states;
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if ((states & 1U << letters[i].state) != 0)
			meanings[count++] = (struct meaning){ book_letter(maker, letters[i].state),
							      book_word(maker, letters[i].id) };
	if ((states & 1U << VALUE_LETTER_ROUNDED) != 0)
		meanings[count++] =
			(struct meaning){ VALUE_ROUNDED,
					  book_word(maker, STRING_SHEET_MEANING_ROUNDED) };
	meanings[count++] = (struct meaning){ book_word(maker, STRING_SHEET_NOTES_PRECISION),
					      book_word(maker, STRING_SHEET_MEANING_PRECISION) };
	for (size_t t = 0; t < maker->tables->count; t++) {
		const struct data_table *table = &maker->tables->items[t];

		for (size_t i = 0; i < table->column_count && !table->is_printed; i++)
			if (table->columns[i].use == COLUMN_FOR_ALL &&
			    !has_heading(meanings, count, table->columns[i].heading))
				meanings[count++] =
					(struct meaning){ table->columns[i].heading,
							  table->columns[i].description };
	}
	return count;
}

void book_add_notes(const struct book_maker *maker)
{
	enum { MEANINGS_MOST = 64 };
	struct sheet *sheet =
		book_new_sheet(maker, maker->notes, book_word(maker, STRING_SHEET_NOTES_TITLE));
	struct meaning meanings[MEANINGS_MOST];
	size_t count = find_meanings(maker, meanings);
	struct sheet_cell *cell = book_set_table(maker, sheet, 2, count);

	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_ONE_TABLE));
	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_BACK))->sheet = maker->contents;
	sheet->table = "Table_of_notes";
	sheet->columns[0].heading = book_word(maker, STRING_SHEET_COLUMN_SHORTHAND);
	sheet->columns[1].heading = book_word(maker, STRING_SHEET_COLUMN_MEANING);
	for (size_t i = 0; i < count; i++) {
		*cell++ = (struct sheet_cell){ .text = meanings[i].what };
		*cell++ = (struct sheet_cell){ .text = meanings[i].meaning };
	}
	book_set_widths(sheet);
	sheet->columns[1].width = WIDTH_FRONT;
}
