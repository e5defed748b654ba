/*
 * stages.h - how long the stages of a run took.
 */
#ifndef GRADIENT_RUN_STAGES_H
#define GRADIENT_RUN_STAGES_H

#include <stddef.h>

#include "data/run_record.h"

struct arena;

struct stages {
	struct record_stage *items;
	size_t count, capacity;
	double since; /* milliseconds on a clock that only goes forward */
};

/* The first stage begins. */
void stages_begin(struct stages *stages);

/* A stage of that name ended now, and the next begins. */
void stages_end(struct stages *stages, struct arena *arena, const char *name);

#endif
