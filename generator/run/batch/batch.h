/*
 * batch.h - statements of many bodies from one spec, each made in a process of its own.
 *
 * Purpose:   a row of a list gives the parameters of a statement. The parent reads what all of them have in common,
 *            then forks a worker for each statement, never more than asked for at once. A statement appears in its
 *            folder whole or not at all; one that fails stops no other.
 * Again:     a statement whose inputs, options and program are those of the last time, and whose files are still
 *            there, is not made again. What tells that is private (run/batch/state.h).
 * Results:   do not depend on the order of rows, the number of workers, or what was made before.
 */
#ifndef GRADIENT_RUN_BATCH_BATCH_H
#define GRADIENT_RUN_BATCH_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"
#include "run/command.h"

enum { PRIVATE_KEY_BYTES = 32 }; /* run/batch/private.h */

struct account_output; /* run/batch/account.h */
struct arena;
struct shared_inputs; /* run/shared_inputs.h */
struct source_store;
struct stages;

/* What became of a statement. */
enum batch_status {
	BATCH_WAITING,     /* not begun */
	BATCH_ELSEWHERE,   /* of another shard, and nothing of it is here yet */
	BATCH_MADE,        /* in this run, or in that of its shard */
	BATCH_UNCHANGED,   /* was there already */
	BATCH_FAILED,      /* its spec or data have errors, or its worker came to grief */
	BATCH_INTERRUPTED, /* its worker was stopped */
};

/* A statement of the batch: a row of the list. */
struct batch_item {
	const char *key;  /* names its folder */
	const char *name; /* as people call it; the key if the list has no names */
	const char *body; /* code of the body that it is of, as far as the list tells */
	const char *spec; /* that of the batch, or of the comparison */
	const struct parameter_setting *settings; /* of the row, then of the command line */
	size_t setting_count;
	struct location at; /* of the row */
	bool mine;          /* of the shard of this run */
	enum batch_status status;
	size_t errors, warnings;
	const char *message;                  /* the first error; "" if none */
	const struct account_output *outputs; /* names of files in its folder that it consists of */
	size_t output_count;
	bool is_comparison; /* of all bodies, made behind the others */
};

struct batch {
	struct command_line *line;
	struct arena *arena;
	const char *folder;       /* of the folders of the statements */
	const char *versions;     /* of the program and of the libraries that its editions need */
	struct batch_item *items; /* in the order of the list */
	size_t count, capacity;
	size_t jobs;                        /* workers at once */
	unsigned shard, shard_count;        /* from 1; 1 of 1 when the batch is not split */
	struct source_store *store;         /* files that were read once for all */
	const struct shared_inputs *shared; /* what was read and counted of them; NULL: nothing */
	int lock;                           /* descriptor that holds the folder; -1 = none */
	bool has_key;                       /* else nothing is known of earlier runs */
	unsigned char key[PRIVATE_KEY_BYTES];

	struct stages *stages; /* of all workers together */
	bool shows_progress;   /* on a terminal */
	bool no_room;          /* the disk is full: nothing more is begun */
	int signal;            /* that asked to stop; 0 = none */
};

#endif
