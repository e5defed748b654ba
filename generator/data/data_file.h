/*
 * data_file.h - where the file of a source lies, and how it is opened; shared by the files of this folder
 * alone.
 */
#ifndef GRADIENT_DATA_DATA_FILE_H
#define GRADIENT_DATA_DATA_FILE_H

#include "data/csv.h"
#include "data/dataset_read.h"

/*
 * The path of a data file: beside the file that names it, as long as that is in the report's folder or
 * below, else in one of the folders. NULL after a diagnostic.
 */
const char *data_file_find(struct arena *arena, const struct report *report,
			   const struct source_spec *spec, struct data_folders folders,
			   struct diag_list *diags);

/* The character that a source separates cells with: a comma unless it names another. */
char data_file_delimiter(const struct word *word);

/* The file with the delimiter, encoding and header that the source declares. NULL after a diagnostic. */
struct csv_reader *data_file_open(struct arena *arena, const struct source_spec *spec,
				  const char *path, struct diag_list *diags);

#endif
