/*
 * complaint.h - what a database has to say, without what must not be told.
 */
#ifndef GRADIENT_ODBC_COMPLAINT_H
#define GRADIENT_ODBC_COMPLAINT_H

#include <stddef.h>

struct arena;
struct sql_parameter;

/* What must not be told. */
struct complaint_secrets {
	const char *connection; /* connection string; NULL if there is none */
	const struct sql_parameter *parameters;
	size_t parameter_count;
};

/*
 * The first line of a message. "..." stands for what the connection string holds beside the driver, server, port and
 * database; for the name of a user behind "user", "role" or "login"; for texts of parameters.
 */
const char *complaint_text(struct arena *arena, const char *message,
			   const struct complaint_secrets *secrets);

#endif
