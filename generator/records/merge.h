/*
 * merge.h - what several workers counted put together, and told as a result.
 */
#ifndef GRADIENT_RECORDS_MERGE_H
#define GRADIENT_RECORDS_MERGE_H

#include <stdbool.h>

#include "model/count_query.h"

struct arena;
struct worker;

/* Adds what `from` has to `into`, whose cells may become too many then. */
void merge_worker(struct worker *into, const struct worker *from);

/* The answer, all of it in the arena. */
void merge_result(struct arena *arena, const struct worker *worker, struct count_result *result);

#endif
