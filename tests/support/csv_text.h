/*
 * csv_text.h - a text written in a test read as a CSV file.
 */
#ifndef GRADIENT_TESTS_CSV_TEXT_H
#define GRADIENT_TESTS_CSV_TEXT_H

#include "data/csv.h"

struct arena;
struct diag_list;

/* A reader over memory that ends where the text does, so that a sanitizer sees reading beyond it; file "t.csv". */
struct csv_reader *csv_text_open(struct arena *arena, const char *bytes, size_t length,
				 const struct csv_options *options, struct diag_list *diags);

#endif
