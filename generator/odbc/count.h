/*
 * count.h - records in a database, counted there: a count query becomes one statement of SQL, and only counts
 * come back.
 *
 * Credentials: a connection is the name of a data source (DSN), or "env:NAME" for the environment variable that
 *            holds the connection string. Neither it nor the texts of parameters reach a message.
 * Errors:    a build without ODBC says so, once for each source that is asked.
 */
#ifndef GRADIENT_ODBC_COUNT_H
#define GRADIENT_ODBC_COUNT_H

#include "model/count_query.h"

struct buffer;
struct sql_dialects;

struct odbc_setup {
	const struct sql_dialects *dialects;
	/*
	 * Where SQL is printed for review, with its parameters: nothing is connected to, and the result has no
	 * rows and no cells. NULL to count.
	 */
	struct buffer *show;
	const char *dialect; /* of what is shown, one of the list */
};

/* A count_answer; context is a const struct odbc_setup *. Needs no ODBC to show. */
bool odbc_count(void *context, struct arena *arena, const struct count_query *query,
		const struct count_place *place, struct count_result *result,
		struct diag_list *diags);

#endif
