/*
 * tell.h - what a batch says while and after it works: messages on statements that were not made, and what became of
 * all of them.
 */
#ifndef GRADIENT_RUN_BATCH_TELL_H
#define GRADIENT_RUN_BATCH_TELL_H

#include "run/batch/batch.h"

struct diag_list;

/* The spec or data of a statement have errors: these, under a message that names the statement. */
void batch_tell_failed(struct batch *batch, struct batch_item *item,
		       const struct diag_list *messages);

/* A warning that is to be seen before anything is published: a comparison that was not held against all statements. */
void batch_tell_unchecked(struct batch *batch, const struct diag_list *messages);

/* Its worker came to grief. */
void batch_tell_lost(struct batch *batch, struct batch_item *item, const char *how);

/* The disk is full: told once, however many workers meet with it. */
void batch_tell_no_room(struct batch *batch, struct batch_item *item);

/* A signal asked to stop: what is finished and what is not. */
void batch_tell_interrupted(const struct batch *batch, struct diag_list *messages);

/* How many statements have a status. */
size_t batch_count(const struct batch *batch, enum batch_status status);

/* "made", "unchanged", "failed": in the summary. */
const char *batch_status_name(enum batch_status status);

/* The lines for the terminal. */
void batch_say(const struct batch *batch);

#endif
