/*
 * batch.c - the command that makes statements of many bodies.
 */
#include "run/batch/batch.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/path.h"
#include "base/source_store.h"
#include "run/batch/account.h"
#include "run/batch/comparison.h"
#include "run/batch/guard.h"
#include "run/batch/list.h"
#include "run/batch/lock.h"
#include "run/batch/pages.h"
#include "run/batch/private.h"
#include "run/batch/schedule.h"
#include "run/batch/staging.h"
#include "run/batch/state.h"
#include "run/batch/tell.h"
#include "run/formats.h"
#include "run/shared_inputs.h"
#include "run/stages.h"
#include "run/versions.h"

enum { JOBS_MOST = 1024, SHARDS_MOST = 100000 };

/* -- options ------------------------------------------------------------------------------------ */

static void usage(const struct batch *batch, const char *option, const char *value,
		  const char *hint)
{
	diag_add(batch->line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(batch->arena, "%s %s", option, value), hint);
}

/* A whole number from 1 to most, and what stands behind it; 0 when there is none. */
static unsigned count_of(const char *text, unsigned most, const char **end)
{
	char *stop;
	unsigned long number = strtoul(text, &stop, 10);

	*end = stop;
	return text[0] < '0' || text[0] > '9' || number > most ? 0 : (unsigned)number;
}

/* The cores that this process may use, which a scheduler may have made fewer. */
static size_t cores(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) != 0 || CPU_COUNT(&set) < 1)
		return 1;
	return (size_t)CPU_COUNT(&set);
}

static void read_jobs(struct batch *batch)
{
	const char *text = batch->line->jobs, *end = "";

	batch->jobs = text == NULL ? cores() : count_of(text, JOBS_MOST, &end);
	if (batch->jobs == 0 || *end != '\0')
		usage(batch, "--jobs", text, "it must be a number from 1 to 1024");
}

static void read_shard(struct batch *batch)
{
	const char *text = batch->line->shard, *end;

	batch->shard = batch->shard_count = 1;
	if (text == NULL)
		return;
	batch->shard = count_of(text, SHARDS_MOST, &end);
	batch->shard_count = *end == '/' ? count_of(end + 1, SHARDS_MOST, &end) : 0;
	if (batch->shard == 0 || batch->shard > batch->shard_count || *end != '\0')
		usage(batch, "--shard", text,
		      "write --shard k/n with k from 1 to n, such as --shard 2/8");
}

/* -- what is to be made ------------------------------------------------------------------------- */

/* By the key alone, so that neither the order of rows nor other rows move a statement to another shard. */
static bool is_mine(const struct batch *batch, const struct batch_item *item)
{
	char first[9] = "";

	if (item->is_comparison)
		return batch->shard == 1;
	memcpy(first, digest_hex(batch->arena, item->key, strlen(item->key)), sizeof(first) - 1);
	return strtoul(first, NULL, 16) % batch->shard_count == batch->shard - 1;
}

static void take_earlier(struct batch_item *item, const struct account *account)
{
	item->errors = account->errors;
	item->warnings = account->warnings;
	item->message = account->message;
	item->outputs = account->outputs;
	item->output_count = account->output_count;
}

/* What is there of a statement of another shard. */
static void look_elsewhere(const struct batch *batch, struct batch_item *item)
{
	struct account account;

	item->status = BATCH_ELSEWHERE;
	if (!state_read(batch, item, &account))
		return;
	take_earlier(item, &account);
	item->status = account.made ? BATCH_MADE : BATCH_FAILED;
}

static void look(const struct batch *batch, struct batch_item *item)
{
	struct account account;

	item->mine = is_mine(batch, item);
	if (!item->mine) {
		look_elsewhere(batch, item);
	} else if (state_read(batch, item, &account) && state_holds(batch, item, &account)) {
		take_earlier(item, &account);
		item->status = BATCH_UNCHANGED;
	}
}

/* The comparison is held against the statements: it is made again when one of them is. */
static void renew_comparison(const struct batch *batch)
{
	for (size_t i = 0; i < batch->count; i++)
		if (batch->items[i].is_comparison && batch->items[i].mine &&
		    batch_count(batch, BATCH_WAITING) > 0)
			batch->items[i].status = BATCH_WAITING;
}

/* True when something is to be made. */
static bool look_at_all(struct batch *batch, const struct stop_watch *watch)
{
	for (size_t i = 0; i < batch->count && batch->signal == 0; i++) {
		look(batch, &batch->items[i]);
		batch->signal = stop_watch_signal(watch);
	}
	renew_comparison(batch);
	return batch->signal == 0 && batch_count(batch, BATCH_WAITING) > 0;
}

/* The statements that are to be made; the comparison has a spec of its own. */
static struct shared_statement *statements_of(const struct batch *batch, size_t *count)
{
	struct shared_statement *statements =
		arena_array(batch->arena, batch->count, sizeof(*statements));

	*count = 0;
	for (size_t i = 0; i < batch->count; i++) {
		const struct batch_item *item = &batch->items[i];

		if (item->status == BATCH_WAITING && !item->is_comparison)
			statements[(*count)++] = (struct shared_statement){
				.spec = item->spec,
				.settings = item->settings,
				.setting_count = item->setting_count,
			};
	}
	return statements;
}

/*
 * Reads what the statements have in common, before there are workers: it is then in the memory that all share. What is
 * wrong with it is left to the workers. There is no text engine: pango looks for fonts in threads of its own, and a worker
 * that is forked meanwhile would wait for them for ever.
 */
static void read_shared(struct batch *batch, const struct stop_watch *watch)
{
	size_t count;
	const struct shared_statement *statements = statements_of(batch, &count);
	struct stop_guard *guard;

	if (count > 1) {
		guard = stop_guard_begin(batch, watch);
		batch->shared = shared_inputs_read(batch->arena, &batch->line->run, statements,
						   count, batch->store, batch->stages);
		stop_guard_end(guard);
	}
	source_store_close(batch->store);
}

/*
 * Libraries that the editions need are loaded by it, once for all workers. What is wrong with the names of editions is
 * left to the workers.
 */
static const char *versions_of(struct arena *arena, const struct run_options *options)
{
	struct formats formats;
	struct buffer text;

	if (options->formats == NULL)
		formats_by_default(&formats);
	else
		formats_parse(options->formats, &formats, arena, diag_list_new(arena));
	buffer_init(&text);
	versions_write(&text, &formats);
	return buffer_finish(&text, arena);
}

/* -- the command -------------------------------------------------------------------------------- */

static void make_all(struct batch *batch)
{
	struct stop_watch *watch = stop_watch_begin(batch->arena);
	bool to_make;

	signal(SIGXFSZ, SIG_IGN);
	to_make = look_at_all(batch, watch);
	staging_clear_away_abandoned(batch);
	if (to_make) {
		read_shared(batch, watch);
		schedule_run(batch, watch);
		comparison_withdraw(batch);
	}
	batch_write_pages(batch);
	if (batch->signal != 0)
		batch_tell_interrupted(batch, batch->line->diags);
	stop_watch_end(watch);
}

void command_batch(struct command_line *line)
{
	struct batch *batch = arena_alloc(line->arena, sizeof(*batch));

	if (!command_operands(line, 1, "SPEC"))
		return;
	*batch = (struct batch){ .line = line, .arena = line->arena, .lock = -1 };
	line->run.spec = line->operands[1];
	read_jobs(batch);
	read_shard(batch);
	if (diag_errors(line->diags) > 0 || !batch_list_read(batch) ||
	    !batch_list_add_comparison(batch))
		return;
	batch->folder =
		line->run.output != NULL
			? line->run.output
			: path_join(line->arena, "output", path_stem(line->arena, line->run.spec));
	batch->versions = versions_of(line->arena, &line->run);
	batch->store = source_store_new(line->arena);
	batch->stages = arena_alloc(line->arena, sizeof(*batch->stages));
	batch->shows_progress = !line->quiet && !line->json && isatty(STDERR_FILENO);
	if (!private_make(batch) || !batch_lock(batch))
		return;
	batch->has_key = private_key(batch, batch->key);
	make_all(batch);
	line->signal = batch->signal;
	if (line->timings)
		stages_write(batch->stages, line->json, &line->aside);
	if (line->timings && batch->shared != NULL)
		shared_inputs_write(batch->shared, line->json, &line->aside);
	if (!line->quiet)
		batch_say(batch);
}
