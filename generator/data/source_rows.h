/*
 * source_rows.h - the rows of one source; for the files of this folder alone.
 */
#ifndef GRADIENT_DATA_SOURCE_ROWS_H
#define GRADIENT_DATA_SOURCE_ROWS_H

#include "data/dataset_merge.h"
#include "data/record.h"
#include "data/records_lookup.h"

struct count_source;

/* What is known of a source before it is read. path: NULL when it has none, or none was found. */
void source_describe(struct arena *arena, const struct source_spec *spec, const char *path,
		     struct data_source *source);

/* Adds the rows to the dataset or the parts. Records and databases are counted; tables are read. */
void source_rows_read(struct record_reader *reader, struct dataset_parts *parts,
		      const struct source_spec *spec, int number, const char *path,
		      struct records_lookups *lookups, const struct count_source *counter);

#endif
