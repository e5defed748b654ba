#include "run/sheets.h"

#include <string.h>

#include "base/diag.h"
#include "run/edition.h"
#include "run/internal.h"
#include "run/run.h"
#include "sheets/tables.h"
#include "sheets/workbook.h"

static bool are_asked_for(const struct run *run)
{
	for (size_t i = 0; i < run->formats.count; i++)
		if (run->formats.items[i]->data_tables)
			return true;
	return run->options->pdfa;
}

/*
 * A program for spreadsheets that opens a CSV file takes such a text for a formula and works it out. The files keep
 * texts as they are, since other programs would read an apostrophe before them as a part of the text: so the author
 * is told, who can give the group or body another label.
 */
static void warn_of_formulas(const struct run *run, const struct data_table *table)
{
	for (size_t i = 0; i < table->row_count * table->column_count; i++) {
		const struct data_cell *cell = &table->cells[i];

		if (cell->is_number || cell->text[0] == '\0' ||
		    strchr("=+-@\t\r", cell->text[0]) == NULL)
			continue;
		diag_add(run->diags, DIAG_TEXT_LIKE_FORMULA, table->node->at, cell->text, NULL);
		return;
	}
}

void sheets_make_tables(struct run *run)
{
	if (!are_asked_for(run))
		return;
	run->data_tables = data_tables_make(run->arena, run->document, run->results, run->strings);
	for (size_t i = 0; i < run->data_tables->count; i++)
		warn_of_formulas(run, &run->data_tables->items[i]);
	run->sheet_tables =
		data_tables_gather(run->arena, run->data_tables, run->results, run->strings);
}

const struct workbook *sheets_workbook(const struct run *run)
{
	const struct report_meta *meta = &run->report->meta;
	const struct workbook_facts facts = {
		.licence = meta->licence,
		.licence_href = meta->licence_href,
		.contact_email = meta->contact_email,
		.notice = run->options->unsafe_internal ? internal_words : NULL,
	};

	return workbook_make(run->arena, run->document, run->sheet_tables, run->strings, &facts);
}
