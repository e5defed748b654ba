/*
 * stages.h - how long the stages of a run took, and how much memory they needed.
 *
 * Units: milliseconds of the clock on the wall; KiB of memory that the process held at most up to the end of a stage.
 */
#ifndef GRADIENT_RUN_STAGES_H
#define GRADIENT_RUN_STAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "data/run_record.h"

struct arena;
struct buffer;

struct stages {
	struct record_stage *items;
	size_t count, capacity;
	long *peaks_kib; /* of every stage */
	size_t peaks_capacity;
	double since; /* milliseconds on a clock that only goes forward */
};

/* The first stage begins. */
void stages_begin(struct stages *stages);

/* A stage of that name ended now, and the next begins. */
void stages_end(struct stages *stages, struct arena *arena, const char *name);

/* Adds those of another run: times of stages of one name add up, of peaks the higher counts. */
void stages_add(struct stages *stages, struct arena *arena, const struct stages *others);

/* A table for a terminal, with the share of each stage; with json a line for each. */
void stages_write(const struct stages *stages, bool json, struct buffer *out);

#endif
