/*
 * guard.h - what asks a batch to stop while it reads what all statements have in common.
 *
 * Reading and counting take long and cannot be asked to stop, a database least of all. So a thread waits beside them: when
 * a signal comes it says that nothing was made, and ends the process as that signal would. Nothing has been written by
 * then, and the database sees its connection go.
 */
#ifndef GRADIENT_RUN_BATCH_GUARD_H
#define GRADIENT_RUN_BATCH_GUARD_H

#include "run/batch/batch.h"

struct stop_guard;
struct stop_watch;

/* NULL when there can be no thread; then a signal is heard later. */
struct stop_guard *stop_guard_begin(const struct batch *batch, const struct stop_watch *watch);

/* The thread has ended: the process may be forked. Accepts NULL. */
void stop_guard_end(struct stop_guard *guard);

#endif
