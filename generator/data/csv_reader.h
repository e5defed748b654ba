/*
 * csv_reader.h - the inside of a CSV reader, for csv.c and csv_columns.c alone.
 */
#ifndef GRADIENT_DATA_CSV_READER_H
#define GRADIENT_DATA_CSV_READER_H

#include "data/csv.h"

struct csv_reader {
	struct arena *arena;
	struct diag_list *diags;
	struct source *source; /* of valid UTF-8 */
	const char *begin, *at, *end;
	char delimiter;
	bool in_preamble, failed;
	unsigned char classes[256];

	struct csv_record record;
	struct csv_cell *cells; /* those of the record */
	size_t capacity;
	char *scratch; /* text of the record's cells that hold doubled quotation marks */
	size_t scratch_used, scratch_size;

	const char **names, **folded_names;
	size_t *name_offsets, columns;
};

/* Takes the names of the columns from the record just read, or numbers them. */
void csv_name_columns(struct csv_reader *reader, bool headerless);

#endif
