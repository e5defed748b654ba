/*
 * counted.h - count queries for tests, and their answers as texts that can be compared.
 *
 * The query reads the columns of records_made() in every way that there is; which filters, measures and groups are
 * asked for is chosen at random.
 */
#ifndef GRADIENT_TESTS_COUNTED_H
#define GRADIENT_TESTS_COUNTED_H

#include <stdint.h>

#include "model/count_query.h"

struct arena;

/* Columns of the records, in order; their names are as awkward as names can be. */
enum counted_column {
	COUNTED_WHO,
	COUNTED_BODY,
	COUNTED_AREA,
	COUNTED_AGE,
	COUNTED_WAIT,
	COUNTED_BORN,
	COUNTED_SEEN,
	COUNTED_LEFT,
	COUNTED_CODE,
	COUNTED_COLUMNS
};

enum { COUNTED_AREAS = 150 };

extern const char *const counted_names[COUNTED_COLUMNS];

/* So many records as CSV with a header: random, dirty, the same for the same seed. */
const char *counted_records(struct arena *arena, uint64_t seed, size_t rows);

/* The list of areas and their fifths, 150 keys, as CSV with the columns "area" and "fifth". */
const char *counted_areas(struct arena *arena);

/* Lookups that the database does not have as a table. */
struct count_query *counted_query(struct arena *arena, uint64_t seed, bool areas_in_table);

/* One line for each cell, then tallies; without lines and texts of tallies, in which files and databases differ. */
const char *counted_text(struct arena *arena, const struct count_query *query,
			 const struct count_result *result);

#endif
