/*
 * sheet_files.h - a workbook as a file, and tables as CSV on the Web.
 *
 * Same input, same bytes: no clock, no random name; entries of an archive have one fixed time.
 * Errors: what the libraries cannot do (no room for their temporary files) is a diagnostic.
 */
#ifndef GRADIENT_SHEETS_SHEET_FILES_H
#define GRADIENT_SHEETS_SHEET_FILES_H

#include <stdbool.h>

#include "sheets/workbook.h"

struct buffer;
struct diag_list;

/* OpenDocument 1.3, ISO/IEC 26300. False after a diagnostic. */
bool workbook_write_ods(const struct workbook *book, struct buffer *out, struct diag_list *diags);

/* Office Open XML, ISO/IEC 29500. False after a diagnostic. */
bool workbook_write_xlsx(const struct workbook *book, struct buffer *out, struct diag_list *diags);

/* What the metadata say of all tables; texts "" or NULL if not known. */
struct csvw_facts {
	const char *title, *publisher, *language, *description, *licence, *licence_href, *keywords;
	const char *date;   /* "2025-07-31" */
	const char *suffix; /* behind the name of every file: "" or "-internal" */
};

/*
 * The metadata of tables that lie beside them as <name><suffix>.csv: a table group by the W3C's Metadata Vocabulary
 * for Tabular Data (2015), for the file csv-metadata.json, which its programs look for in the folder of a table.
 */
void csvw_write(const struct data_tables *tables, const struct csvw_facts *facts,
		struct buffer *out);

#endif
