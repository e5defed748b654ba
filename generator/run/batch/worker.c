#include "run/batch/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/outfile.h"
#include "base/path.h"
#include "run/batch/account.h"
#include "run/batch/comparison.h"
#include "run/batch/private.h"
#include "run/batch/staging.h"
#include "run/batch/state.h"
#include "run/internal.h"
#include "run/run.h"

static bool make(const struct batch *batch, const struct batch_item *item, struct run *run,
		 struct outfile_set *outputs)
{
	if (!internal_keeps_apart(run) || !run_compute(run) ||
	    (item->is_comparison && !comparison_agrees(batch, run)) || !run_resolve(run))
		return false;
	run_tell(run);
	run_let_go_of_working(run);
	return run_layout(run) && run_render(run, outputs) && diag_errors(run->diags) == 0;
}

static void add_outputs(struct arena *arena, const struct outfile_set *outputs,
			struct account *account)
{
	size_t count = outfile_set_count(outputs);

	account->outputs = arena_array(arena, count + 1, sizeof(*account->outputs));
	for (size_t i = 0; i < count; i++) {
		size_t size = outfile_set_size(outputs, i);

		account->outputs[account->output_count++] = (struct account_output){
			.name = outfile_set_name(outputs, i),
			.digest = digest_hex(arena, outfile_set_bytes(outputs, i), size),
			.size = size,
		};
	}
}

/* Makes the statement and tells the parent. */
static void work(const struct batch *batch, const struct batch_item *item, const sigset_t *stops,
		 struct buffer *told)
{
	struct diag_list *diags = diag_list_new(batch->arena);
	struct account account = { .message = "", .mark = "" };
	struct staging staging = staging_new(batch, item);
	struct run_options options = batch->line->run;
	struct run run;

	diag_keep_files(diags);
	diag_use_store(diags, batch->store);
	if (options.strict)
		diag_raise_warnings(diags);
	options.spec = item->spec;
	options.settings = item->settings;
	options.setting_count = item->setting_count;
	options.output = staging.folder;
	/* Workers beside each other leave no processor idle. */
	if (options.threads == 0 && batch->jobs > 1)
		options.threads = 1;
	run = run_new(batch->arena, diags, &options);
	run.shared = batch->shared;
	if (make(batch, item, &run, staging.outputs)) {
		account.made = staging_write(&staging, stops, diags);
		account.no_room = outfile_set_lacks_room(staging.outputs);
	}
	account_count(batch->arena, diags, &account);
	if (account.made) {
		add_outputs(batch->arena, staging.outputs, &account);
		state_mark(batch, item, &run, &account);
	}
	account.stages = run.stages;
	account_write(&account, diags, told);
}

static void send_all(int pipe, const struct buffer *told)
{
	size_t done = 0;

	while (done < told->length) {
		ssize_t wrote = write(pipe, told->bytes + done, told->length - done);

		if (wrote < 0 && errno != EINTR)
			return; /* the parent is gone, and with it who would read */
		if (wrote > 0)
			done += (size_t)wrote;
	}
}

/* A worker never outlives its parent, whatever ends that. */
static void die_with(pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(1);
}

static _Noreturn void be_worker(const struct batch *batch, const struct batch_item *item,
				const sigset_t *stops, pid_t parent, int pipe)
{
	struct buffer told;

	die_with(parent);
	sigprocmask(SIG_UNBLOCK, stops, NULL);
	buffer_init(&told);
	work(batch, item, stops, &told);
	send_all(pipe, &told);
	/* The memory goes with the process; what is buffered for the terminal is the parent's. */
	_exit(0);
}

bool worker_start(const struct batch *batch, size_t item, const sigset_t *stops,
		  struct worker *worker)
{
	pid_t parent = getpid();
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	worker->process = fork();
	if (worker->process == 0) {
		close(ends[0]);
		be_worker(batch, &batch->items[item], stops, parent, ends[1]);
	}
	close(ends[1]);
	if (worker->process < 0) {
		worker->process = 0;
		close(ends[0]);
		return false;
	}
	worker->pipe = ends[0];
	worker->item = item;
	buffer_init(&worker->text);
	return true;
}

void worker_clear_away(const struct batch *batch, const struct worker *worker)
{
	staging_clear_away(batch, &batch->items[worker->item], worker->process);
}
