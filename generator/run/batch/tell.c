#include "run/batch/tell.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

static const char again[] = "run the same command again: what is finished is not made again";

static void tell(const struct batch *batch, const struct batch_item *item, enum diag_code code,
		 const char *what)
{
	diag_addf(batch->line->diags, code, item->at, "%s: %s", item->key, what);
}

void batch_tell_failed(struct batch *batch, struct batch_item *item,
		       const struct diag_list *messages)
{
	struct diag_list *diags = batch->line->diags;

	tell(batch, item, DIAG_BATCH_FAILED,
	     arena_printf(batch->arena, "%zu %s, the first: %s", item->errors,
			  item->errors == 1 ? "error" : "errors", item->message));
	for (size_t i = 0; i < diag_count(messages); i++) {
		const struct diag *diag = diag_at(messages, i);

		if (diag->level == DIAG_ERROR ||
		    (batch->line->run.strict && diag->level == DIAG_WARNING))
			diag_add(diags, diag->code, diag->at, diag->detail, diag->hint);
	}
}

void batch_tell_unchecked(struct batch *batch, const struct diag_list *messages)
{
	for (size_t i = 0; i < diag_count(messages); i++) {
		const struct diag *diag = diag_at(messages, i);

		if (diag->code == DIAG_COMPARISON_UNCHECKED)
			diag_add(batch->line->diags, diag->code, diag->at, diag->detail,
				 diag->hint);
	}
}

void batch_tell_lost(struct batch *batch, struct batch_item *item, const char *how)
{
	item->status = BATCH_FAILED;
	item->errors = 1;
	item->message = how;
	tell(batch, item, DIAG_BATCH_LOST, how);
}

void batch_tell_no_room(struct batch *batch, struct batch_item *item)
{
	item->status = BATCH_FAILED;
	if (batch->no_room)
		return;
	batch->no_room = true;
	diag_add(batch->line->diags, DIAG_BATCH_NO_ROOM, item->at,
		 arena_printf(batch->arena, "%s: %s", item->key, item->message), again);
}

size_t batch_count(const struct batch *batch, enum batch_status status)
{
	size_t count = 0;

	for (size_t i = 0; i < batch->count; i++)
		count += batch->items[i].status == status;
	return count;
}

void batch_tell_interrupted(const struct batch *batch, struct diag_list *messages)
{
	size_t finished = batch_count(batch, BATCH_MADE) + batch_count(batch, BATCH_UNCHANGED);
	struct arena *scratch = arena_new();

	diag_add(
		messages, DIAG_BATCH_INTERRUPTED, (struct location){ 0 },
		arena_printf(scratch, "%zu of %zu statements are finished", finished, batch->count),
		again);
	arena_free(scratch);
}

const char *batch_status_name(enum batch_status status)
{
	static const char *const names[] = {
		[BATCH_WAITING] = "not made", [BATCH_ELSEWHERE] = "not made",
		[BATCH_MADE] = "made",        [BATCH_UNCHANGED] = "unchanged",
		[BATCH_FAILED] = "failed",    [BATCH_INTERRUPTED] = "not made",
	};

	return names[status];
}

void batch_say(const struct batch *batch)
{
	struct buffer *out = &batch->line->out;
	size_t made = batch_count(batch, BATCH_MADE), failed = batch_count(batch, BATCH_FAILED);
	size_t unchanged = batch_count(batch, BATCH_UNCHANGED), warned = 0;

	for (size_t i = 0; i < batch->count; i++)
		warned += batch->items[i].warnings > 0 && batch->items[i].status != BATCH_FAILED;
	buffer_printf(out, "%s: %zu made, %zu unchanged, %zu failed, %zu not made\n", batch->folder,
		      made, unchanged, failed, batch->count - made - unchanged - failed);
	if (warned > 0)
		buffer_printf(out,
			      "%zu %s warnings: see summary.csv, and gradient check SPEC -p ...\n",
			      warned, warned == 1 ? "statement has" : "statements have");
	buffer_printf(out, "%s/index.html\n%s/summary.csv\n", batch->folder, batch->folder);
}
