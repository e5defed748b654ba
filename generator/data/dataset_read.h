/*
 * dataset_read.h - all data files of a report as one dataset.
 *
 * Every row is either used or counted with the reason why it was not; nothing is guessed. Rows that give
 * different columns of one cell (numerator here, denominator there) are put together; rows that repeat a
 * cell are dropped when they agree and refused when they do not.
 */
#ifndef GRADIENT_DATA_DATASET_READ_H
#define GRADIENT_DATA_DATASET_READ_H

#include "model/count_query.h"
#include "model/dataset.h"
#include "model/reference.h"
#include "model/report.h"

struct arena;
struct diag_list;

/* Where data files may lie: beside the file that names them, in the report's folder or below, and these. */
struct data_folders {
	const char *const *items;
	size_t count;
};

/*
 * NULL after errors. counter answers what is asked of records; it may be NULL for reports without any. Rows left out, groups missing and indicators without data are notes and warnings.
 */
struct dataset *dataset_read(struct arena *arena, const struct report *report,
			     const struct indicators *indicators, struct reference *reference,
			     struct data_folders folders, const struct count_source *counter,
			     struct diag_list *diags);

#endif
