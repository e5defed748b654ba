/*
 * filters.h - which rows of a table are taken: its conditions with the columns that they are about.
 */
#ifndef GRADIENT_DATA_FILTERS_H
#define GRADIENT_DATA_FILTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "data/csv.h"
#include "data/range.h"
#include "model/records.h"

struct arena;
struct diag_list;

struct mapped_filter {
	const struct where_spec *where;
	int column;
	struct range range; /* of between */
	struct mapped_filter *parts;
	size_t part_count;
};

/* Finds a column by its name; below 0 after a diagnostic. */
typedef int filter_column(void *context, const struct word *name);

/* A condition and those within. False after diagnostics. */
bool filter_plan(struct arena *arena, const struct where_spec *where, filter_column *column,
		 void *context, struct diag_list *diags, struct mapped_filter *filter);

/* True when the condition holds for the row. A cell beyond the end of the row is empty. */
bool filter_takes(const struct mapped_filter *filter, const struct csv_record *record);

#endif
