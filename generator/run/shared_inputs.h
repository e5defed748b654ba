/*
 * shared_inputs.h - what the statements of a list read in common, read once for all of them.
 *
 * Purpose:   statements of one spec differ in parameters. From the first source on, those that say the same in all
 *            statements are read and counted once; each statement goes on from there. Of the sources behind them,
 *            records are counted once too, where the statements ask the same or differ in the one condition that names
 *            their body: then all bodies are counted in one pass, and each takes its part (data/count_split.h).
 * Certainty: what is taken is what the statement would have read by itself; where that is not certain, it reads.
 *            Which statements differ how is found from two of them.
 * Processes: to be read before workers are forked. No thread is left, and nothing is begun that looks for fonts.
 */
#ifndef GRADIENT_RUN_SHARED_INPUTS_H
#define GRADIENT_RUN_SHARED_INPUTS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/count_query.h"
#include "spec/parameters.h"

struct arena;
struct buffer;
struct run;
struct run_options;
struct shared_inputs;
struct source_store;
struct stages;

struct shared_statement {
	const char *spec;
	const struct parameter_setting *settings;
	size_t setting_count;
};

/*
 * Of two statements at least, of one spec. The store gets the bytes of all files that are read. Faults are kept for the
 * statements that meet with them. The time it takes is added to the stages.
 */
struct shared_inputs *shared_inputs_read(struct arena *arena, const struct run_options *options,
					 const struct shared_statement *statements, size_t count,
					 struct source_store *store, struct stages *stages);

/*
 * In a process of its own for each statement: the lists of the run, then its dataset, from what was read. False when
 * the run must read by itself.
 */
bool shared_inputs_give_lists(const struct shared_inputs *inputs, struct run *run);
bool shared_inputs_give_data(const struct shared_inputs *inputs, struct run *run,
			     const struct count_source *counter);

/* The counts that a run may take; NULL: none. */
struct shared_counts;
const struct shared_counts *shared_inputs_counts(const struct shared_inputs *inputs);

/* How each source was read: a line for a terminal, or JSON. */
void shared_inputs_write(const struct shared_inputs *inputs, bool json, struct buffer *out);

#endif
