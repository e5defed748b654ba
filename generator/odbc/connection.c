#include "odbc/connection.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "odbc/names.h"

/* The name of the environment variable; NULL when the connection is a data source. */
static const char *variable_of(const char *connection)
{
	return strncmp(connection, "env:", 4) == 0 ? connection + 4 : NULL;
}

bool connection_check(const struct count_place *place, struct diag_list *diags)
{
	const char *variable = variable_of(place->connection);
	const char *name = variable == NULL ? place->connection : variable;

	if (name_is_sound(name) && strpbrk(name, "=;{}()") == NULL)
		return true;
	diag_add(
		diags, DIAG_DATABASE_CONNECTION, place->at, NULL,
		"write the name of a data source (DSN), or env:NAME for the environment variable NAME "
		"that holds a connection string");
	return false;
}

bool connection_read(struct arena *arena, const struct count_place *place,
		     struct connection *connection, struct diag_list *diags)
{
	const char *variable = variable_of(place->connection);
	const char *text;

	if (variable == NULL) {
		*connection = (struct connection){ .text = place->connection };
		return true;
	}
	text = getenv(variable);
	if (text == NULL || *text == '\0') {
		diag_add(diags, DIAG_DATABASE_VARIABLE, place->at, variable, NULL);
		return false;
	}
	*connection = (struct connection){ .text = arena_strdup(arena, text), .is_string = true };
	return true;
}
