/*
 * plain_value.h - the values and conditions of a count query for one row, as its header words them.
 */
#ifndef GRADIENT_TESTS_PLAIN_VALUE_H
#define GRADIENT_TESTS_PLAIN_VALUE_H

#include "model/count_query.h"

struct csv_record;

struct plain_value {
	bool missing, inherited; /* inherited: because what it is made from is */
	enum count_lack lack;
	const char *text, *stood;
	int64_t millionths;
	struct date date;
};

struct plain_row {
	struct plain_value *values;
	int *columns; /* of values that are columns */
};

void plain_read_row(struct arena *arena, struct plain_row *row, const struct count_query *query,
		    const struct csv_record *record);

/* CONDITION_NONE holds. */
bool plain_holds(const struct plain_row *row, const struct count_query *query, int condition);

#endif
