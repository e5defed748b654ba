/*
 * ods_parts.h - the parts of a workbook as OpenDocument, each a file in its archive.
 */
#ifndef GRADIENT_SHEETS_ODS_PARTS_H
#define GRADIENT_SHEETS_ODS_PARTS_H

#include "sheets/workbook.h"

struct buffer;
struct markup;

#define ODS_VERSION "1.3"

/* Begins a part: its declaration, its root with the namespaces. */
void ods_open_root(struct markup *markup, const char *name);

/* -- ods_styles.c -------------------------------------------------------------------------------------------- */

void ods_write_styles(const struct workbook *book, struct buffer *out);

/* Styles of columns, rows and numbers, "Column20", "Row", "Number1": those that the workbook uses. */
void ods_add_automatic_styles(struct markup *markup, const struct workbook *book);

/* The width of a column style, in characters. */
unsigned ods_width_of(double characters);

/* -- ods_content.c ------------------------------------------------------------------------------------------- */

void ods_write_content(const struct workbook *book, struct buffer *out);

#endif
