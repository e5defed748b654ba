/*
 * names.h - names of columns and tables as they stand in a statement.
 */
#ifndef GRADIENT_ODBC_NAMES_H
#define GRADIENT_ODBC_NAMES_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum { NAME_PARTS_MOST = 4 };

/* The parts of a table's name, as in catalogue.schema.table; the last one is the table. */
struct table_name {
	const char *parts[NAME_PARTS_MOST];
	size_t count;
};

/* True of a name that can be quoted: something, without control characters. */
bool name_is_sound(const char *name);

/* The name between quotation marks, those inside doubled; quote is one character. */
const char *name_quoted(struct arena *arena, const char *quote, const char *name);

/*
 * Takes a table's name apart at its points; a part in quotation marks, as in "a.b".c, is taken as it is. False
 * when a part is missing or not sound, a quotation mark does not close or there are too many parts.
 */
bool table_name_read(struct arena *arena, const char *text, struct table_name *name);

/* All parts quoted, with points between them. */
const char *table_name_quoted(struct arena *arena, const char *quote,
			      const struct table_name *name);

#endif
