/*
 * answer.h - rows that a database answered become the cells, pairs and tallies of a count result.
 *
 * Ownership: all in the arena; texts that are handed in are copied.
 */
#ifndef GRADIENT_ODBC_ANSWER_H
#define GRADIENT_ODBC_ANSWER_H

#include "odbc/sql_text.h"

enum { ANSWER_CELLS_MOST = 1048576 };

struct answer;

enum answer_state {
	ANSWER_TAKEN,
	ANSWER_STRANGE, /* no row that the statement asks for */
	ANSWER_LARGE,   /* more than ANSWER_CELLS_MOST rows */
};

struct answer *answer_new(struct arena *arena, const struct count_query *query,
			  const struct sql_statement *statement);

/* A row: the number of its part, then texts (NULL: missing) and numbers as texts. */
enum answer_state answer_add(struct answer *answer, const char *part, const char *const *texts,
			     const char *const *numbers);

/* The key of a lookup's table that stands there with two texts; NULL if there is none. *value: whose lookup. */
const char *answer_key_twice(const struct answer *answer, int *value);

/* All that was added, in order. */
void answer_finish(struct answer *answer, struct count_result *result);

#endif
