/*
 * csv_write.h - cells of the CSV files that the program writes.
 */
#ifndef GRADIENT_BASE_CSV_WRITE_H
#define GRADIENT_BASE_CSV_WRITE_H

#include <stdbool.h>

struct buffer;

/* A text, in quotation marks where it needs them. */
void csv_add_text(struct buffer *out, const char *text);

/* The same behind a comma. */
void csv_add_cell(struct buffer *out, const char *text);

/* A number behind a comma, in full precision; an empty cell when it is not known. */
void csv_add_number(struct buffer *out, bool known, double number);

#endif
