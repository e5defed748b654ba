/*
 * ask.h - a count query put to a database; the part of odbc_count() that a build without ODBC lacks.
 */
#ifndef GRADIENT_ODBC_ASK_H
#define GRADIENT_ODBC_ASK_H

#include "odbc/connection.h"
#include "odbc/count.h"

/* As odbc_count(), for a place that has been checked. */
bool ask_database(const struct odbc_setup *setup, struct arena *arena,
		  const struct count_query *query, const struct count_place *place,
		  const struct connection *connection, struct count_result *result,
		  struct diag_list *diags);

#endif
