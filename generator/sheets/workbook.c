#include "sheets/workbook.h"

#include "base/arena.h"
#include "model/value.h"
#include "sheets/workbook_parts.h"

/* -- tables ------------------------------------------------------------------------------------------------- */

static void add_shorthand(const struct book_maker *maker, struct sheet *sheet, unsigned states)
{
	static const enum value_state order[] = { VALUE_SUPPRESSED, VALUE_UNRELIABLE,
						  VALUE_NOT_AVAILABLE, VALUE_NOT_APPLICABLE };
	const char *letters = "";

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if ((states & 1U << order[i]) != 0)
			letters = arena_printf(maker->arena, "%s%s%s", letters,
					       letters[0] == '\0' ? "" : " ",
					       book_letter(maker, order[i]));
	if ((states & 1U << VALUE_LETTER_ROUNDED) != 0)
		letters = arena_printf(maker->arena, "%s%s%s", letters,
				       letters[0] == '\0' ? "" : " ", VALUE_ROUNDED);
	if (letters[0] != '\0')
		book_add_line(maker, sheet,
			      book_filled(maker, STRING_SHEET_SHORTHAND, "letters", letters))
			->sheet = maker->notes;
}

static void fill_table(const struct book_maker *maker, struct sheet *sheet,
		       const struct data_table *table)
{
	size_t columns = 0;
	struct sheet_cell *cell;

	for (size_t i = 0; i < table->column_count; i++)
		columns += table->columns[i].use == COLUMN_FOR_ALL;
	cell = book_set_table(maker, sheet, columns, table->row_count);
	columns = 0;
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].use == COLUMN_FOR_ALL)
			sheet->columns[columns++] = (struct sheet_column){
				.heading = table->columns[i].heading,
				.is_numbers = table->columns[i].type == DATA_NUMBER,
			};
	for (size_t row = 0; row < table->row_count; row++)
		for (size_t i = 0; i < table->column_count; i++) {
			const struct data_cell *data = data_cell_at(table, row, i);

			if (table->columns[i].use == COLUMN_FOR_ALL)
				*cell++ = (struct sheet_cell){ .text = data->text,
							       .is_number = data->is_number,
							       .number = data->number,
							       .decimals = data->decimals };
		}
	book_set_widths(sheet);
}

static void add_table(const struct book_maker *maker, const struct data_table *table)
{
	struct sheet *sheet = book_new_sheet(maker, table->name,
					     book_labelled(maker, table->label, table->title));

	if (book_is_said(table->subtitle))
		book_add_line(maker, sheet, table->subtitle);
	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_ONE_TABLE));
	add_shorthand(maker, sheet, table->states);
	for (size_t i = 0; i < table->line_count; i++)
		book_add_line(maker, sheet, table->lines[i]);
	if (book_is_said(table->source))
		book_add_line(maker, sheet, table->source);
	book_add_line(maker, sheet, book_word(maker, STRING_SHEET_BACK))->sheet = maker->contents;
	sheet->table = table->name;
	fill_table(maker, sheet, table);
}

const struct workbook *workbook_make(struct arena *arena, const struct document *document,
				     const struct data_tables *tables,
				     const struct strings *strings,
				     const struct workbook_facts *facts)
{
	struct workbook *book = arena_alloc(arena, sizeof(*book));
	struct book_maker maker = {
		.arena = arena,
		.document = document,
		.tables = tables,
		.strings = strings,
		.facts = facts,
		.book = book,
		.contents = strings_text(strings, STRING_SHEET_CONTENTS),
		.notes = strings_text(strings, STRING_SHEET_NOTES),
	};

	*book = (struct workbook){
		.title = book_is_said(facts->notice)
				 ? arena_printf(arena, "%s: %s", facts->notice, document->title)
				 : document->title,
		.publisher = document->publisher,
		.description = document->description,
		.keywords = document->keywords,
		.language = document->language,
		.date = document->date,
		.sheets = arena_array(arena, FRONT_SHEETS + tables->count, sizeof(*book->sheets)),
		.first_width = WIDTH_FRONT,
	};
	book_add_cover(&maker);
	book_add_contents(&maker);
	book_add_notes(&maker);
	for (size_t i = 0; i < tables->count; i++)
		add_table(&maker, &tables->items[i]);
	return book;
}
