/*
 * connection.h - what a source names its database by.
 */
#ifndef GRADIENT_ODBC_CONNECTION_H
#define GRADIENT_ODBC_CONNECTION_H

#include <stdbool.h>

#include "model/count_query.h"

struct arena;
struct diag_list;

struct connection {
	const char *text;
	bool is_string; /* a connection string from the environment; else the name of a data source */
};

/*
 * False after a diagnostic: what could hold a password is refused, so that none is ever written into a report. The
 * text of the message is then not told either.
 */
bool connection_check(const struct count_place *place, struct diag_list *diags);

/* After that: with the connection string from the environment. False after a diagnostic. */
bool connection_read(struct arena *arena, const struct count_place *place,
		     struct connection *connection, struct diag_list *diags);

#endif
