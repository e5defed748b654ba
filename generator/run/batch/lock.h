/*
 * lock.h - one batch at a time in a folder; shards of one split may work beside each other.
 */
#ifndef GRADIENT_RUN_BATCH_LOCK_H
#define GRADIENT_RUN_BATCH_LOCK_H

#include "run/batch/batch.h"

/*
 * Takes the folder until the process and its workers end. False after a diagnostic that names who holds it. Where the
 * file system knows no locks there is a warning and true.
 */
bool batch_lock(struct batch *batch);

#endif
