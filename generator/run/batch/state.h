/*
 * state.h - what earlier runs of a batch made, and whether it is still right.
 *
 * A statement is left as it is when nothing has changed that it was made from: the contents of all files that were
 * read, the parameters and options, the version of the program and its libraries; and when its own files are still
 * there as they were written. Times of files say nothing.
 * Files: KEY.state in the private folder, one account each (batch/account.h).
 */
#ifndef GRADIENT_RUN_BATCH_STATE_H
#define GRADIENT_RUN_BATCH_STATE_H

#include "run/batch/account.h"
#include "run/batch/batch.h"

struct run;

/* The account of a statement from an earlier run; false when there is none. */
bool state_read(const struct batch *batch, const struct batch_item *item, struct account *account);

/* False when it cannot be written; then the statement is made again the next time. */
bool state_write(const struct batch *batch, const struct batch_item *item,
		 const struct account *account);

/* True when what is there is what would be made. */
bool state_holds(const struct batch *batch, const struct batch_item *item,
		 const struct account *account);

/* True of a file in the folder that is still as it was written. */
bool state_output_holds(struct arena *scratch, const char *folder,
			const struct account_output *output);

/* In a worker: the inputs of a finished run and the mark of it. */
void state_mark(const struct batch *batch, const struct batch_item *item, const struct run *run,
		struct account *account);

#endif
