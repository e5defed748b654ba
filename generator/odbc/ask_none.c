/*
 * ask_none.c - takes the place of ask.c and driver*.c in a build without ODBC.
 */
#include "base/diag.h"
#include "odbc/ask.h"

bool ask_database(const struct odbc_setup *setup, struct arena *arena,
		  const struct count_query *query, const struct count_place *place,
		  const struct connection *connection, struct count_result *result,
		  struct diag_list *diags)
{
	(void)setup;
	(void)arena;
	(void)query;
	(void)connection;
	(void)result;
	diag_add(
		diags, DIAG_DATABASE_WITHOUT, place->at, place->connection,
		"install unixodbc-dev and build the program again, or read an extract of the table as CSV");
	return false;
}
