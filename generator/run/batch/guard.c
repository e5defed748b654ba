#include "run/batch/guard.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "run/batch/schedule.h"
#include "run/batch/tell.h"

struct stop_guard {
	const struct batch *batch;
	const struct stop_watch *watch;
	pthread_t thread;
	int over; /* readable when the guard is to end */
};

/* The batch's own memory is in use. */
static void say(const struct stop_guard *guard)
{
	struct arena *arena = arena_new();
	struct diag_list *messages = diag_list_new(arena);
	struct buffer text;

	diag_add_all(messages, guard->batch->line->diags);
	batch_tell_interrupted(guard->batch, messages);
	buffer_init(&text);
	if (guard->batch->line->json)
		diag_write_json(messages, &text);
	else
		diag_write(messages, &text, false);
	if (guard->batch->shows_progress)
		fputs("\r\033[K", stderr);
	fwrite(buffer_text(&text), 1, text.length, stderr);
	fflush(stderr);
	buffer_clear(&text);
	arena_free(arena);
}

static _Noreturn void end_by(int signal)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, signal);
	pthread_sigmask(SIG_UNBLOCK, &set, NULL);
	raise(signal);
	_exit(128 + signal);
}

static void *keep_watch(void *argument)
{
	const struct stop_guard *guard = argument;
	struct pollfd polls[] = {
		{ .fd = stop_watch_descriptor(guard->watch), .events = POLLIN },
		{ .fd = guard->over, .events = POLLIN },
	};

	for (;;) {
		int signal;

		poll(polls, 2, -1);
		if (polls[1].revents != 0)
			return NULL;
		signal = stop_watch_signal(guard->watch);
		if (signal == 0)
			continue;
		say(guard);
		end_by(signal);
	}
}

struct stop_guard *stop_guard_begin(const struct batch *batch, const struct stop_watch *watch)
{
	struct stop_guard *guard = arena_alloc(batch->arena, sizeof(*guard));

	*guard = (struct stop_guard){ .batch = batch,
				      .watch = watch,
				      .over = eventfd(0, EFD_CLOEXEC) };
	if (batch->shows_progress)
		fputs("reading what all statements have in common", stderr);
	if (guard->over >= 0 && stop_watch_descriptor(watch) >= 0 &&
	    pthread_create(&guard->thread, NULL, keep_watch, guard) == 0)
		return guard;
	if (guard->over >= 0)
		close(guard->over);
	return NULL;
}

void stop_guard_end(struct stop_guard *guard)
{
	const uint64_t one = 1;

	if (guard == NULL)
		return;
	while (write(guard->over, &one, sizeof(one)) != (ssize_t)sizeof(one))
		;
	pthread_join(guard->thread, NULL);
	close(guard->over);
}
