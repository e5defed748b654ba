/*
 * records_read.h - a source of records: counted by who answers counts, and its cells read like rows of a table;
 * for the files of this folder alone.
 */
#ifndef GRADIENT_DATA_RECORDS_READ_H
#define GRADIENT_DATA_RECORDS_READ_H

#include "data/dataset_merge.h"
#include "data/record.h"
#include "data/records_lookup.h"

/*
 * Adds the counted cells to the dataset, and tells what the records lack. path: of the file; NULL for databases, and
 * for a file that was not found, which has been told: then what is written of the source is checked alone.
 */
void records_read(struct record_reader *reader, struct dataset_parts *parts,
		  const struct source_spec *spec, int number, const char *path,
		  struct records_lookups *lookups, const struct count_source *counter);

/* As dataset_reading_question() and the other. */
bool records_question(struct record_reader *reader, const struct source_spec *spec, int number,
		      const char *path, struct records_lookups *lookups,
		      struct records_question *question);
bool records_second_question(struct record_reader *reader, const struct source_spec *spec,
			     int number, struct records_lookups *lookups,
			     const struct count_result *answers, size_t count,
			     struct count_query *again);

/* What is asked after an answer in which all texts stand that the report and its lists know. */
bool records_second_example(struct record_reader *reader, const struct source_spec *spec,
			    int number, struct records_lookups *lookups, struct count_query *again);

#endif
