/*
 * plan.h - how a count query is worked out row by row, decided before the first row.
 *
 * Pure:      what follows from the text of one column alone: the values made from it, conditions on these, their
 *            places in groupings. It is worked out once for each text and kept (text_cache.h). The rest, such as the
 *            days between two dates, is worked out in every row; so is all that is made of a column of people, of
 *            which nearly every row has another text.
 * Conditions are bits: those that stand alone are set by the texts of columns, those of parts follow from the bits.
 * Ownership: lives in the arena; the query must outlive it. It does not change while rows are read.
 */
#ifndef GRADIENT_RECORDS_PLAN_H
#define GRADIENT_RECORDS_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/count_query.h"

struct arena;
struct csv_reader;
struct diag_list;

enum { PLAN_EACH_ROW = -1 };

struct plan_value {
	int column;         /* the plan's column that it follows from; PLAN_EACH_ROW */
	int slot;           /* its place among the values of that column, or of each row */
	int source;         /* of values that are columns: the plan's column */
	bool read_by_taken; /* the condition for all rows looks at it */
};

/* Where a text of a value goes: a dimension of a grouping. */
struct plan_dimension {
	int value;
	size_t grouping, dimension;
};

struct plan_column {
	size_t place;     /* in the file, from 0 */
	const char *name; /* as in the header; NULL without one */
	bool kept;        /* texts are kept, with what follows from them */
	bool read_by_taken;
	const int *values;
	size_t value_count;
	const int *conditions; /* in order of need */
	size_t condition_count;
	const struct plan_dimension *dimensions;
	size_t dimension_count;
};

struct plan_condition {
	const char *const *sorted; /* texts of lists */
	const uint64_t *parts;     /* their bits, in as many words as the plan has */
	bool read_by_taken;
};

struct plan {
	const struct count_query *query;
	struct plan_value *values;
	struct plan_condition *conditions;
	struct plan_column *columns;
	size_t column_count;
	struct plan_column each_row; /* its values, conditions and dimensions */
	size_t cells_in_row;         /* of the header */
	size_t words;                /* of 64 conditions each */
};

/* The columns are looked for in the header of the reader. NULL after diagnostics that name the missing ones. */
struct plan *plan_make(struct arena *arena, const struct count_query *query,
		       const struct count_place *place, struct csv_reader *reader,
		       struct diag_list *diags);

/* A text of a cell, blanks included, is the name of its column. */
bool plan_column_is_named(const struct plan_column *column, const char *text, size_t length);

#endif
