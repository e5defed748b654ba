/*
 * account.h - what there is to say of the making of one statement: from its worker to the parent, and from one run
 * of a batch to the next.
 *
 * Form: lines of fields with tabs between them, "end" the last; a text that is cut off is no account.
 */
#ifndef GRADIENT_RUN_BATCH_ACCOUNT_H
#define GRADIENT_RUN_BATCH_ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "run/stages.h"

struct arena;
struct buffer;

struct account_output {
	const char *name;
	const char *digest; /* SHA-256, in hexadecimal */
	size_t size;
};

struct account {
	bool made;    /* else it failed */
	bool no_room; /* because the disk is full */
	size_t errors, warnings;
	const char *message; /* the first error; "" if none */
	const char *
		mark; /* keyed digest of all that it was made from (batch/state.h); "" if not known */
	const char **inputs; /* paths, as seen from the folder of the spec */
	size_t input_count, input_capacity;
	struct account_output *outputs;
	size_t output_count, output_capacity;
	struct stages stages; /* of the run; none in a file */
};

/* messages: those of the worker; NULL for a file, which has no times either. */
void account_write(const struct account *account, const struct diag_list *messages,
		   struct buffer *out);

/*
 * False when the text is no whole account. Texts are copied into the arena; messages are added to a list unless
 * that is NULL.
 */
bool account_read(struct arena *arena, const char *text, struct account *account,
		  struct diag_list *messages);

/* The first error of a list and how many there are, for the summary. */
void account_count(struct arena *arena, const struct diag_list *messages, struct account *account);

#endif
