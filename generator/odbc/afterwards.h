/*
 * afterwards.h - lookups that the database does not have, applied to the keys that it counted by.
 */
#ifndef GRADIENT_ODBC_AFTERWARDS_H
#define GRADIENT_ODBC_AFTERWARDS_H

#include "model/count_query.h"

struct arena;

/*
 * The text of a value from the text of the one in whose place it comes; NULL when missing. *lack then tells why, and
 * *stood what stood there, when it is the value's own making; LACK_COUNT else.
 */
const char *afterwards_text(struct arena *arena, const struct count_query *query, int value,
			    int root, const char *text, enum count_lack *lack, const char **stood);

#endif
