/*
 * schedule.h - workers, never more than asked for at once, until every statement has one or somebody asks to stop.
 */
#ifndef GRADIENT_RUN_BATCH_SCHEDULE_H
#define GRADIENT_RUN_BATCH_SCHEDULE_H

#include "run/batch/batch.h"

/* Signals that ask to stop, held back and read from a descriptor while a batch is at work. */
struct stop_watch;

struct stop_watch *stop_watch_begin(struct arena *arena);
void stop_watch_end(struct stop_watch *watch);

/* The signal that came; 0 when none did. */
int stop_watch_signal(const struct stop_watch *watch);

/* Readable when one has come. */
int stop_watch_descriptor(const struct stop_watch *watch);

/*
 * Makes the statements of the shard that are waiting. When asked to stop, or when the disk is full, no further one is
 * begun; on a signal those under way are given up, and nothing is left of them. What became of each stands in its
 * item, what there is to say of those that failed in the list of diagnostics.
 */
void schedule_run(struct batch *batch, const struct stop_watch *watch);

#endif
