/*
 * sql_dialect.h - how database systems write what the standard of SQL leaves to them.
 *
 * Purpose:   the query that counts is the same for all systems but for a few expressions, which are templates in
 *            inputs/reference/sql-dialects.csv: {x}, {y} and {z} stand for what they are applied to, each of them
 *            the name of a column, a whole number or an expression in parentheses.
 * Ownership: of the arena of the run.
 */
#ifndef GRADIENT_MODEL_SQL_DIALECT_H
#define GRADIENT_MODEL_SQL_DIALECT_H

#include <stddef.h>

enum sql_part {
#define SQL_PART(name, word, meaning) SQL_PART_##name,
#include "model/sql_parts.def"
#undef SQL_PART
	SQL_PART_COUNT
};

struct sql_dialect {
	const char *name; /* as an option names it */
	const char *
		products; /* names by which drivers call the system, with "|" between; "" if none */
	const char *parts[SQL_PART_COUNT]; /* none is NULL; "" where the system has no such thing */
};

/* The first is the portable one, which others fall back upon. */
struct sql_dialects {
	struct sql_dialect *items;
	size_t count, capacity;
};

/* The word of a part in the file. */
const char *sql_part_word(enum sql_part part);

/* By name; NULL when there is none. */
const struct sql_dialect *sql_dialect_find(const struct sql_dialects *dialects, const char *name);

/* By the name that a driver gives its system, in any case; NULL when none has it. */
const struct sql_dialect *sql_dialect_of_product(const struct sql_dialects *dialects,
						 const char *product);

#endif
