/*
 * driver.h - a connection by ODBC: the only place that knows its library.
 *
 * Ownership: a database is closed by its caller; texts live in the arena it was opened with, cells of a row until
 *            the next one.
 * Errors:    functions return false after they have told the error, by the state and message of the first record
 *            that the driver has.
 */
#ifndef GRADIENT_ODBC_DRIVER_H
#define GRADIENT_ODBC_DRIVER_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct database;
struct sql_parameter;

enum database_fault {
	DATABASE_REFUSED, /* connection or statement */
	DATABASE_SLOW,    /* the time limit has passed */
	DATABASE_GONE,    /* the connection has broken */
};

struct database_error {
	enum database_fault fault;
	const char *state, *message; /* SQLSTATE; one line */
};

/*
 * Connects for reading. is_string: connection is a connection string, else the name of a data source. seconds: limit
 * for every query; 0: none. NULL after an error.
 */
struct database *database_open(struct arena *arena, const char *connection, bool is_string,
			       unsigned seconds, struct database_error *error);

/* Accepts NULL. */
void database_close(struct database *database);

/* What the driver calls its system; the character around names. */
const char *database_product(struct database *database);
const char *database_quote(struct database *database);

/*
 * Some drivers know bytes alone, and what stands between would cut the letters of other scripts down to one: whether it
 * does is tried with a statement that gives a parameter back under a name. From then on such a driver is given UTF-8.
 */
void database_find_encoding(struct database *database, const char *parameter_form,
			    const char *quote);

/* A statement without an answer. */
bool database_tell(struct database *database, const char *statement, struct database_error *error);

/* Begins a query; database_end() ends it, also after an error. */
bool database_ask(struct database *database, const char *statement,
		  const struct sql_parameter *parameters, size_t count,
		  struct database_error *error);
size_t database_columns(struct database *database);
const char *database_column_name(struct database *database, size_t column);

/* The next row into cells, one for each column, NULL: missing. *end: there was none. */
bool database_next(struct database *database, const char **cells, bool *end,
		   struct database_error *error);
void database_end(struct database *database);

/* Begins the list of tables and views that can be read: columns 2 and 3 are schema and name. */
bool database_ask_tables(struct database *database, struct database_error *error);

#endif
