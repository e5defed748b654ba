/*
 * worker.h - the process that makes one statement.
 *
 * A folder that is not there yet appears with all its files at once. One that is there gets new files under
 * temporary names first; while they are put in place, the worker cannot be interrupted. Files of the last making
 * that are no more made are taken away, if nobody has changed them.
 */
#ifndef GRADIENT_RUN_BATCH_WORKER_H
#define GRADIENT_RUN_BATCH_WORKER_H

#include <signal.h>
#include <sys/types.h>

#include "run/batch/batch.h"

struct worker {
	pid_t process; /* 0 = none */
	int pipe;      /* its account comes from it */
	size_t item;
	struct buffer text; /* what came so far */
};

/*
 * Forks. stops: the signals that end a worker, blocked in the parent. False when there cannot be another process
 * now.
 */
bool worker_start(const struct batch *batch, size_t item, const sigset_t *stops,
		  struct worker *worker);

/* Takes away what a worker left that has ended before its time. */
void worker_clear_away(const struct batch *batch, const struct worker *worker);

#endif
