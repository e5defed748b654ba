#include "run/batch/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "run/batch/private.h"

enum { HOLDER_LONGEST = 300 };

static const char whole_name[] = "batch";

/* Who wrote into a lock file, as "process 12 on host". */
static const char *holder_of(struct arena *arena, int file)
{
	char text[HOLDER_LONGEST] = "";
	ssize_t length = pread(file, text, sizeof(text) - 1, 0);

	return length <= 0 ? "another process" : arena_strndup(arena, text, strcspn(text, "\n"));
}

static void write_holder(const struct batch *batch, int file)
{
	const char *text = arena_printf(batch->arena, "process %ld on %s\n", (long)getpid(),
					private_host(batch->arena));

	/* Only for the message of who comes second: nothing hangs on it. */
	if (ftruncate(file, 0) != 0 || pwrite(file, text, strlen(text), 0) < 0)
		return;
}

static void tell_held(const struct batch *batch, const char *holder)
{
	diag_add(batch->line->diags, DIAG_BATCH_LOCKED, (struct location){ 0 },
		 arena_printf(batch->arena, "%s: %s", batch->folder, holder),
		 "wait until it has ended, or choose another folder with -o");
}

/* The descriptor of a lock file that is held in a way; -1 when somebody else holds it, or after another error. */
static int take(const struct batch *batch, const char *name, int way, const char **holder)
{
	const char *path = path_join(batch->arena, private_folder(batch),
				     arena_printf(batch->arena, "%s.lock", name));
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600), fault;

	*holder = NULL;
	if (file < 0)
		return -1;
	if (flock(file, way | LOCK_NB) == 0)
		return file;
	fault = errno;
	if (fault == EWOULDBLOCK)
		*holder = holder_of(batch->arena, file);
	close(file);
	errno = fault;
	return -1;
}

static const char *shard_name(const struct batch *batch)
{
	return arena_printf(batch->arena, "shard-%u-of-%u", batch->shard, batch->shard_count);
}

/* A shard of another split would make statements of this one. NULL, or who does. */
static const char *other_split(const struct batch *batch)
{
	const char *end = arena_printf(batch->arena, "-of-%u", batch->shard_count);
	size_t count;
	const char **names = path_names(batch->arena, private_folder(batch), ".lock", &count);

	for (size_t i = 0; i < count; i++) {
		const char *of = strstr(names[i], "-of-"), *holder;
		int file;

		if (of == NULL || strcmp(of, end) == 0)
			continue;
		file = take(batch, names[i], LOCK_EX, &holder);
		if (file < 0 && holder != NULL)
			return holder;
		if (file >= 0)
			close(file);
	}
	return NULL;
}

static bool without_locks(const struct batch *batch)
{
	diag_addf(batch->line->diags, DIAG_BATCH_UNLOCKED, (struct location){ 0 }, "%s: %s",
		  batch->folder, strerror(errno));
	return true;
}

/* A batch that is not split has the folder alone; shards share it, and each has a lock of its own besides. */
bool batch_lock(struct batch *batch)
{
	bool split = batch->shard_count > 1;
	const char *holder;
	int shard;

	batch->lock = take(batch, whole_name, split ? LOCK_SH : LOCK_EX, &holder);
	if (batch->lock < 0 && holder == NULL)
		return without_locks(batch);
	if (batch->lock < 0) {
		tell_held(batch, holder);
		return false;
	}
	write_holder(batch, batch->lock);
	if (!split)
		return true;
	shard = take(batch, shard_name(batch), LOCK_EX, &holder);
	if (shard >= 0) {
		write_holder(batch, shard);
		holder = other_split(batch);
	}
	if (holder != NULL)
		tell_held(batch, holder);
	return holder == NULL;
}
