/*
 * records_column.h - files of records with which a test asks how often each text of one column stands there.
 *
 * For tests with the folder of fixture_place.h; results live in its arena.
 */
#ifndef GRADIENT_TESTS_RECORDS_COLUMN_H
#define GRADIENT_TESTS_RECORDS_COLUMN_H

#include <stddef.h>

#include "model/count_query.h"
#include "records/records.h"

/* Rows of the column, by its texts. */
const struct count_query *query_of(const char *column);

/* The file records.csv with these bytes. */
struct count_place file_of(const char *bytes, size_t length);

/* The cells as "text=rows@line", missing as "-"; messages when it failed. */
const char *counted_with(struct records_options options, struct count_place file,
			 const char *column);

/* A header "sex,n" and rows, every third of which has F, the others M. */
const char *many_rows(size_t rows, size_t *length);

#endif
