/*
 * shared_asking.h - records counted once for all statements of a list that ask the same, or the same of other bodies;
 * for shared_inputs.c alone.
 */
#ifndef GRADIENT_RUN_SHARED_ASKING_H
#define GRADIENT_RUN_SHARED_ASKING_H

#include "run/shared_inputs.h"

struct counting;
struct shared_counts;

struct shared_asker {
	struct arena *arena;
	const struct shared_statement *statements;
	size_t count;
	const struct shared_statement *second; /* the other one whose question is known */
	const struct run_options *options[2];  /* of the first statement, and of that */
	struct counting *counting;
	struct shared_counts *counts;
	struct source_store *store;
};

/*
 * Counts the source of that number and keeps what came of it. NULL, or why each statement must count for itself.
 */
const char *shared_asking_count(const struct shared_asker *asker, size_t source);

#endif
