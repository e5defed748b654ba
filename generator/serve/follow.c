#include "serve/follow.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/path.h"
#include "base/stops.h"

/* Editors write, rename and remove within a few milliseconds; people see no delay of so many. */
enum { QUIET_MS = 10, RESTLESS_MS = 150 };

/* A folder that is watched, with the files of it that count. */
struct watched {
	const char *folder;
	int handle;
	bool every_file;
	const char **names;
	size_t count, capacity;
};

struct follower {
	struct arena *arena; /* of what is watched now */
	struct watched *items;
	size_t count, capacity;
	int events, signals, listened;
	sigset_t before;
};

struct follower *follower_new(void)
{
	struct follower *follower = calloc(1, sizeof(*follower));
	sigset_t wanted;

	if (follower == NULL)
		return NULL;
	stops_fill(&wanted);
	sigprocmask(SIG_BLOCK, &wanted, &follower->before);
	follower->arena = arena_new();
	follower->listened = -1;
	follower->events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	follower->signals = signalfd(-1, &wanted, SFD_NONBLOCK | SFD_CLOEXEC);
	if (follower->events < 0 || follower->signals < 0) {
		int reason = errno;

		follower_free(follower);
		errno = reason;
		return NULL;
	}
	return follower;
}

void follower_free(struct follower *follower)
{
	if (follower == NULL)
		return;
	if (follower->events >= 0)
		close(follower->events);
	if (follower->signals >= 0)
		close(follower->signals);
	sigprocmask(SIG_SETMASK, &follower->before, NULL);
	arena_free(follower->arena);
	free(follower);
}

/* -- what is watched ---------------------------------------------------------------------------- */

/* Where a folder really is; the nearest one above it that there is, which *stands_in then says. */
static const char *real_folder(struct arena *arena, const char *folder, bool *stands_in)
{
	char real[PATH_MAX];

	*stands_in = false;
	while (realpath(folder, real) == NULL) {
		if (strcmp(folder, "/") == 0 || strcmp(folder, ".") == 0)
			return "/";
		*stands_in = true;
		folder = path_folder(arena, folder);
	}
	return arena_strdup(arena, real);
}

static struct watched *watched_folder(struct follower *follower, const char *folder)
{
	bool stands_in;
	const char *real = real_folder(follower->arena, folder, &stands_in);
	struct watched *watched;

	for (size_t i = 0; i < follower->count; i++)
		if (strcmp(follower->items[i].folder, real) == 0) {
			follower->items[i].every_file = follower->items[i].every_file || stands_in;
			return &follower->items[i];
		}
	follower->items = arena_grow(follower->arena, follower->items, follower->count,
				     &follower->capacity, sizeof(*follower->items));
	watched = &follower->items[follower->count++];
	*watched = (struct watched){ .folder = real, .every_file = stands_in };
	return watched;
}

static void add_file(struct follower *follower, const char *path)
{
	struct watched *watched = watched_folder(follower, path_folder(follower->arena, path));

	watched->names = arena_grow(follower->arena, watched->names, watched->count,
				    &watched->capacity, sizeof(const char *));
	watched->names[watched->count++] = arena_strdup(follower->arena, path_base(path));
}

/* Of a link both count: the link, and the file that it leads to. */
static void add_file_and_target(struct follower *follower, const char *path)
{
	char real[PATH_MAX];

	add_file(follower, path);
	if (realpath(path, real) != NULL)
		add_file(follower, real);
}

static bool begin_watching(struct follower *follower)
{
	static const uint32_t mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
				     IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
	bool all = true;

	for (size_t i = 0; i < follower->count; i++) {
		struct watched *watched = &follower->items[i];

		watched->handle = inotify_add_watch(follower->events, watched->folder, mask);
		/* A folder that went away just now is told by the one above it, or not missed. */
		if (watched->handle < 0 && errno != ENOENT && errno != ENOTDIR)
			all = false;
	}
	return all;
}

/* Handles stay the same for the same folder: those that no folder has any more end. */
static void end_watching(struct follower *follower, const struct watched *before, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool stays = before[i].handle < 0;

		for (size_t j = 0; j < follower->count; j++)
			stays = stays || follower->items[j].handle == before[i].handle;
		if (!stays)
			inotify_rm_watch(follower->events, before[i].handle);
	}
}

bool follower_set(struct follower *follower, const struct followed *followed)
{
	const struct watched *before = follower->items;
	struct arena *arena_before = follower->arena;
	size_t count_before = follower->count;
	bool all;
	int reason;

	follower->arena = arena_new();
	follower->items = NULL;
	follower->count = follower->capacity = 0;
	for (size_t i = 0; i < followed->file_count; i++)
		add_file_and_target(follower, followed->files[i]);
	for (size_t i = 0; i < followed->folder_count; i++)
		watched_folder(follower, followed->folders[i])->every_file = true;
	all = begin_watching(follower);
	reason = errno;
	end_watching(follower, before, count_before);
	arena_free(arena_before);
	errno = reason;
	return all;
}

/* -- what happened ------------------------------------------------------------------------------ */

/* Files that editors put beside the one they write. */
static bool is_beside(const char *name)
{
	size_t length = strlen(name);

	return length == 0 || name[0] == '.' || name[0] == '#' || name[length - 1] == '~';
}

static bool counts(const struct follower *follower, const struct inotify_event *event)
{
	const char *name = event->len > 0 ? event->name : "";

	if ((event->mask & (IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) != 0)
		return true;
	if ((event->mask & IN_IGNORED) != 0 ||
	    ((event->mask & IN_CREATE) != 0 && (event->mask & IN_ISDIR) == 0))
		return false; /* it is told when the file is whole */
	for (size_t i = 0; i < follower->count; i++) {
		const struct watched *watched = &follower->items[i];

		if (watched->handle != event->wd)
			continue;
		if (watched->every_file && !is_beside(name))
			return true;
		for (size_t j = 0; j < watched->count; j++)
			if (strcmp(watched->names[j], name) == 0)
				return true;
	}
	return false;
}

/* Takes all events there are; true when one of them counts. */
static bool take_events(struct follower *follower)
{
	enum { ROOM = 16 * 1024 };
	char bytes[ROOM] __attribute__((aligned(__alignof__(struct inotify_event))));
	bool any = false;
	ssize_t length;

	while ((length = read(follower->events, bytes, ROOM)) > 0) {
		for (const char *at = bytes; at < bytes + length;) {
			const struct inotify_event *event =
				(const struct inotify_event *)(const void *)at;

			any = counts(follower, event) || any;
			at += sizeof(*event) + event->len;
		}
	}
	return any;
}

/* Until nothing that counts has happened for a moment, but not for ever. */
static void settle(struct follower *follower)
{
	struct pollfd wait = { .fd = follower->events, .events = POLLIN };

	for (int waited = 0; waited < RESTLESS_MS; waited += QUIET_MS) {
		if (poll(&wait, 1, QUIET_MS) <= 0)
			return;
		take_events(follower);
	}
}

/* Taken, they do not wait for whoever lets signals through again. */
static bool take_signals(struct follower *follower)
{
	struct signalfd_siginfo signal;
	bool any = false;

	while (read(follower->signals, &signal, sizeof(signal)) == (ssize_t)sizeof(signal))
		any = true;
	return any;
}

static long long now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void follower_listen(struct follower *follower, int file)
{
	follower->listened = file;
}

enum follower_news follower_wait(struct follower *follower, int milliseconds)
{
	struct pollfd waits[] = { { .fd = follower->events, .events = POLLIN },
				  { .fd = follower->signals, .events = POLLIN },
				  { .fd = follower->listened, .events = POLLIN } };
	long long end = now_ms() + milliseconds, left = milliseconds;

	for (; left >= 0 && poll(waits, 3, (int)left) > 0; left = end - now_ms()) {
		if (waits[1].revents != 0 && take_signals(follower))
			return FOLLOWER_END;
		if (take_events(follower)) {
			settle(follower);
			return FOLLOWER_CHANGE;
		}
		if (waits[2].revents != 0)
			return FOLLOWER_ANSWER;
	}
	return FOLLOWER_NOTHING;
}
