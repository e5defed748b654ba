/*
 * row_value.h - what a value of a count query is in a row, and whether a condition on it holds.
 *
 * Numbers are whole millionths; dates days since 1 January of the year 1, and the digits YYYYMMDD.
 * Ownership: text points into the row, into what the value was made from, or into the query.
 */
#ifndef GRADIENT_RECORDS_ROW_VALUE_H
#define GRADIENT_RECORDS_ROW_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/count_query.h"

enum row_value_state {
	ROW_VALUE_PRESENT,
	ROW_VALUE_LACKING,   /* missing for a reason of its own */
	ROW_VALUE_INHERITED, /* missing because what it is made from is */
};

enum { ROW_VALUE_MADE = 8, ROW_VALUE_TEXT_MOST = 32 };

struct row_value {
	const char *text; /* NULL: in made */
	uint32_t length;  /* of the text; 0 for numbers and dates */
	uint8_t state, lack;
	int32_t digits;            /* of dates */
	uint32_t group;            /* number of the text among groups; 0: not asked for yet */
	int64_t number;            /* millionths, or days */
	char made[ROW_VALUE_MADE]; /* years and months: "2024/25" */
};

/* Made from two dates. */
static inline bool row_value_spans(enum count_value_kind kind)
{
	return kind == VALUE_AGE || kind == VALUE_DAYS || kind == VALUE_WEEKS;
}

/* Cuts blanks (space, tab, line ends) off both ends. */
void row_value_cut(const char **text, size_t *length);

/* Of a column: the text of a cell, blanks included. */
void row_value_of_cell(struct row_value *out, const struct count_value *value, const char *text,
		       size_t length);

/* Of any other kind; until is NULL for all but ages, days and weeks with a second date. */
void row_value_derive(struct row_value *out, const struct count_value *value,
		      const struct row_value *from, const struct row_value *until);

const char *row_value_text(const struct row_value *value);

/*
 * What stood there, for a value that lacks: its own text or the one it was made from; numbers as text in buffer.
 * Returns the length.
 */
const char *row_value_stood(const struct count_value *value, const struct row_value *lacking,
			    const struct row_value *from, char buffer[ROW_VALUE_TEXT_MOST],
			    size_t *length);

/* A condition on one value; texts of lists are sorted by strcmp(). Not for CONDITION_ALL and CONDITION_ANY. */
bool row_value_holds(const struct row_value *value, const struct count_condition *condition,
		     const char *const *sorted);

#endif
