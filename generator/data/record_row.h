/*
 * record_row.h - a row that is being read: its texts, and what is wrong with them; for the record*.c
 * files of this folder alone.
 */
#ifndef GRADIENT_DATA_RECORD_ROW_H
#define GRADIENT_DATA_RECORD_ROW_H

#include "base/diag.h"
#include "data/record.h"

struct record_row {
	struct record_reader *reader;
	const struct source_plan *plan;
	const struct series_plan *series;
	const struct csv_record *record;
	char buffer[MAPPED_TEXT_MOST];
	const char *unusable; /* why a cell cannot be used; NULL */
	enum data_role unusable_role;
};

/* The text of a role, valid until the next one is asked for; NULL when the series has no such role. */
const char *record_text(struct record_row *row, enum data_role role);

/* Reports a cell; text is what it holds. One cause is told a few times, then counted. */
void record_fault(struct record_row *row, enum diag_code code, enum data_role role,
		  const char *text, const char *hint);

/* A count, value or limit. */
enum record_outcome record_quantity(struct record_row *row, enum data_role role,
				    struct quantity *quantity);

/* A marker for the whole row overrules its numbers; one for zero leaves the denominator. */
enum record_outcome record_status(struct record_row *row, struct observation *observation);

/* Makes events of a numerator that counts people, each with the events that the row says; last of all numbers. */
enum record_outcome record_repeats(struct record_row *row, struct observation *observation);

/* False after a diagnostic: a text was too long, or no output could hold it. */
bool record_row_usable(struct record_row *row);

#endif
