/*
 * records_quality.h - what records lack: values that are missing or cannot be read, groups that are none, people
 * who are in several groups; for the records*.c files of this folder alone.
 */
#ifndef GRADIENT_DATA_RECORDS_QUALITY_H
#define GRADIENT_DATA_RECORDS_QUALITY_H

#include "data/records_rows.h"

/* Messages, and what the source keeps of them. The rows are sorted by figure. */
void records_quality_tell(const struct records_rows *rows, const struct count_result *result,
			  struct data_source *source);

#endif
