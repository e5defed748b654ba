/*
 * plain_count.h - a count query answered the plain way: the whole file in memory, every value worked out for every
 * row, every cell found by its texts. Slow, short, and without a line of what it is held against.
 */
#ifndef GRADIENT_TESTS_PLAIN_COUNT_H
#define GRADIENT_TESTS_PLAIN_COUNT_H

#include "model/count_query.h"

/* A count_answer for files that are not packed with zstd. */
bool plain_count(void *context, struct arena *arena, const struct count_query *query,
		 const struct count_place *place, struct count_result *result,
		 struct diag_list *diags);

#endif
