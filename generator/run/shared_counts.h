/*
 * shared_counts.h - what was counted of records once, for all statements that ask the same, or the same of other bodies.
 *
 * Ownership: in its arena. Workers that are forked have it as it was then.
 */
#ifndef GRADIENT_RUN_SHARED_COUNTS_H
#define GRADIENT_RUN_SHARED_COUNTS_H

#include <stdbool.h>

#include "data/count_split.h"

struct diag_list;
struct shared_counts;

struct shared_counts *shared_counts_new(struct arena *arena);

/* Keeps what was counted. What it points to must stay; first: of the question that led to it, NULL if none. */
const struct counted_query *shared_counts_add(struct shared_counts *counts,
					      const struct count_place *place,
					      const struct counted_query *counted);

/* Keeps why a place cannot be counted, for every question of the same element of the spec. */
void shared_counts_add_fault(struct shared_counts *counts, const struct count_place *place,
			     const struct diag_list *messages);

/*
 * True when the answer is known, in the arena of who asks, or that there is none: then *counted is false, and why has
 * been added to the messages. Large answers may share memory with what is kept.
 */
bool shared_counts_find(const struct shared_counts *counts, struct arena *arena,
			const struct count_query *query, const struct count_place *place,
			struct count_result *result, bool *counted, struct diag_list *diags);

#endif
