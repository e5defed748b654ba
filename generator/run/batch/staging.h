/*
 * staging.h - a statement from memory into its folder, all of it or nothing.
 */
#ifndef GRADIENT_RUN_BATCH_STAGING_H
#define GRADIENT_RUN_BATCH_STAGING_H

#include <signal.h>
#include <sys/types.h>

#include "run/batch/batch.h"

struct diag_list;
struct outfile_set;

struct staging {
	const struct batch *batch;
	const struct batch_item *item;
	const char *folder; /* where the statement will be */
	const char
		*temporary; /* where it is written; the folder itself when that is there already */
	struct outfile_set *outputs;
};

/* In the worker that makes the statement; nothing is written yet. */
struct staging staging_new(const struct batch *batch, const struct batch_item *item);

/*
 * Writes the outputs. Signals of the set are held back while what was written is put in place. False after a
 * diagnostic; then nothing is left of it.
 */
bool staging_write(const struct staging *staging, const sigset_t *stops, struct diag_list *diags);

/* What a worker left that was stopped. */
void staging_clear_away(const struct batch *batch, const struct batch_item *item, pid_t worker);

/* What workers left that are no more, of runs on this machine. */
void staging_clear_away_abandoned(const struct batch *batch);

#endif
