#include "run/batch/schedule.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/stops.h"
#include "run/batch/account.h"
#include "run/batch/state.h"
#include "run/batch/tell.h"
#include "run/batch/worker.h"

/* -- signals ------------------------------------------------------------------------------------ */

struct stop_watch {
	sigset_t stops, before;
	int descriptor;
};

struct stop_watch *stop_watch_begin(struct arena *arena)
{
	struct stop_watch *watch = arena_alloc(arena, sizeof(*watch));

	stops_fill(&watch->stops);
	sigprocmask(SIG_BLOCK, &watch->stops, &watch->before);
	watch->descriptor = signalfd(-1, &watch->stops, SFD_CLOEXEC | SFD_NONBLOCK);
	return watch;
}

void stop_watch_end(struct stop_watch *watch)
{
	if (watch->descriptor >= 0)
		close(watch->descriptor);
	sigprocmask(SIG_SETMASK, &watch->before, NULL);
}

int stop_watch_signal(const struct stop_watch *watch)
{
	struct signalfd_siginfo info;

	if (watch->descriptor < 0 ||
	    read(watch->descriptor, &info, sizeof(info)) != (ssize_t)sizeof(info))
		return 0;
	return (int)info.ssi_signo;
}

int stop_watch_descriptor(const struct stop_watch *watch)
{
	return watch->descriptor;
}

/* -- workers ------------------------------------------------------------------------------------ */

struct schedule {
	struct batch *batch;
	const struct stop_watch *watch;
	struct worker *workers; /* as many as may be at work */
	struct pollfd *polls;   /* of the workers, then of the signals */
	size_t running, next;   /* next: the item to look at */
	size_t done, wanted;
	bool terminal;
};

/* A line on a terminal, which the next one takes the place of. */
static void show_progress(const struct schedule *schedule)
{
	if (schedule->terminal)
		fprintf(stderr, "\r\033[K%zu of %zu statements", schedule->done, schedule->wanted);
}

static void end_progress(const struct schedule *schedule)
{
	if (schedule->terminal)
		fputs("\r\033[K", stderr);
}

static bool stops(const struct schedule *schedule)
{
	return schedule->batch->signal != 0 || schedule->batch->no_room;
}

/* False when there is no room for another process as long as others are at work. */
static bool start(struct schedule *schedule, struct worker *worker)
{
	struct batch *batch = schedule->batch;

	if (worker_start(batch, schedule->next, &schedule->watch->stops, worker)) {
		schedule->running++;
		return true;
	}
	if (schedule->running > 0)
		return false;
	batch_tell_lost(
		batch, &batch->items[schedule->next],
		arena_printf(batch->arena, "no process can be started: %s", strerror(errno)));
	return true;
}

/* Starts workers while there are statements and places. */
static void fill_places(struct schedule *schedule)
{
	struct batch *batch = schedule->batch;

	for (size_t i = 0; i < batch->jobs && !stops(schedule); i++) {
		if (schedule->workers[i].process != 0)
			continue;
		while (schedule->next < batch->count &&
		       batch->items[schedule->next].status != BATCH_WAITING)
			schedule->next++;
		/* The comparison is held against all statements: it waits for them. */
		if (schedule->next < batch->count && schedule->running > 0 &&
		    batch->items[schedule->next].is_comparison)
			return;
		if (schedule->next == batch->count || !start(schedule, &schedule->workers[i]))
			return;
		schedule->next++;
	}
}

static void note_signal(const struct schedule *schedule)
{
	int signal = stop_watch_signal(schedule->watch);

	if (schedule->batch->signal == 0)
		schedule->batch->signal = signal;
}

/* What a worker said before it ended in the usual way. */
static void take_account(struct batch *batch, struct batch_item *item,
			 const struct account *account, const struct diag_list *messages)
{
	item->errors = account->errors;
	item->warnings = account->warnings;
	item->message = account->message;
	item->status = account->made ? BATCH_MADE : BATCH_FAILED;
	item->outputs = account->outputs;
	item->output_count = account->output_count;
	stages_add(batch->stages, batch->arena, &account->stages);
	if (account->no_room) {
		batch_tell_no_room(batch, item);
		return;
	}
	if (!account->made)
		batch_tell_failed(batch, item, messages);
	else
		batch_tell_unchecked(batch, messages);
	state_write(batch, item, account);
}

/* A worker that ended without its account came to grief, or was told to end. */
static void take_loss(const struct schedule *schedule, struct batch_item *item, int status)
{
	struct batch *batch = schedule->batch;
	int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;

	/* A terminal sends it to all processes at once. */
	note_signal(schedule);
	if (batch->signal != 0) {
		item->status = BATCH_INTERRUPTED;
		return;
	}
	batch_tell_lost(batch, item,
			signal != 0 ? arena_printf(batch->arena, "its process was ended: %s",
						   strsignal(signal))
				    : arena_printf(batch->arena, "its process ended with status %d",
						   WIFEXITED(status) ? WEXITSTATUS(status) : -1));
}

static void end_worker(struct schedule *schedule, struct worker *worker)
{
	struct batch *batch = schedule->batch;
	struct batch_item *item = &batch->items[worker->item];
	struct diag_list *messages = diag_list_new(batch->arena);
	struct account account;
	int status = 0;

	close(worker->pipe);
	while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
		;
	if (account_read(batch->arena, buffer_text(&worker->text), &account, messages)) {
		take_account(batch, item, &account, messages);
	} else {
		worker_clear_away(batch, worker);
		take_loss(schedule, item, status);
	}
	buffer_clear(&worker->text);
	worker->process = 0;
	schedule->running--;
	schedule->done++;
	show_progress(schedule);
}

/* Reads what has come from a worker; its end when nothing more can come. */
static void hear(struct schedule *schedule, struct worker *worker)
{
	char bytes[16384];
	ssize_t length = read(worker->pipe, bytes, sizeof(bytes));

	if (length > 0)
		buffer_add(&worker->text, bytes, (size_t)length);
	else if (length == 0 || errno != EINTR)
		end_worker(schedule, worker);
}

static void stop_workers(const struct schedule *schedule)
{
	for (size_t i = 0; i < schedule->batch->jobs; i++)
		if (schedule->workers[i].process != 0)
			kill(schedule->workers[i].process, SIGTERM);
}

/* Waits until a worker says something or somebody asks to stop. */
static void wait_for_news(struct schedule *schedule)
{
	struct batch *batch = schedule->batch;
	struct pollfd *signals = &schedule->polls[batch->jobs];

	for (size_t i = 0; i < batch->jobs; i++)
		schedule->polls[i] = (struct pollfd){
			.fd = schedule->workers[i].process == 0 ? -1 : schedule->workers[i].pipe,
			.events = POLLIN,
		};
	*signals = (struct pollfd){ .fd = schedule->watch->descriptor, .events = POLLIN };
	if (poll(schedule->polls, batch->jobs + 1, -1) < 0)
		return;
	note_signal(schedule);
	if (signals->revents != 0)
		stop_workers(schedule);
	for (size_t i = 0; i < batch->jobs; i++)
		if (schedule->polls[i].revents != 0)
			hear(schedule, &schedule->workers[i]);
}

void schedule_run(struct batch *batch, const struct stop_watch *watch)
{
	struct schedule schedule = {
		.batch = batch,
		.watch = watch,
		.workers = arena_array(batch->arena, batch->jobs, sizeof(struct worker)),
		.polls = arena_array(batch->arena, batch->jobs + 1, sizeof(struct pollfd)),
		.terminal = batch->shows_progress,
	};

	for (size_t i = 0; i < batch->count; i++)
		schedule.wanted += batch->items[i].status == BATCH_WAITING;
	show_progress(&schedule);
	for (;;) {
		fill_places(&schedule);
		if (schedule.running == 0)
			break;
		wait_for_news(&schedule);
	}
	end_progress(&schedule);
}
