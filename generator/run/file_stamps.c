#include "run/file_stamps.h"

#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"

struct file_stamp {
	const char *path, *digest;
	bool seen; /* what the system says of it when it was as the digest has it */
	struct stat status;
};

struct file_stamps {
	struct file_stamp *items;
	size_t count;
};

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool same_status(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       same_time(a->st_mtim, b->st_mtim) && same_time(a->st_ctim, b->st_ctim);
}

/* The digest of a file as it is now; NULL when it cannot be read. */
static const char *digest_now(struct arena *arena, const char *path)
{
	struct diag_list *diags = diag_list_new(arena);

	diag_keep_files(diags);
	source_note_file(path, diags);
	return diag_file_count(diags) == 0 ? NULL : diag_file_at(diags, 0)->digest;
}

static bool holds(struct file_stamp *stamp)
{
	struct arena *scratch;
	struct stat status;
	const char *digest;
	bool same;

	if (stat(stamp->path, &status) != 0)
		return false;
	if (stamp->seen && same_status(&stamp->status, &status))
		return true;
	scratch = arena_new();
	digest = digest_now(scratch, stamp->path);
	same = digest != NULL && strcmp(digest, stamp->digest) == 0;
	arena_free(scratch);
	stamp->seen = same;
	stamp->status = status;
	return same;
}

/*
 * A file that was last written well before it was read is as it was read: clocks of file systems may lag by a tick.
 * What was written meanwhile is looked at once more, and its digest decides.
 */
static bool is_older(const struct stat *status, struct timespec since)
{
	return status->st_mtim.tv_sec + 1 < since.tv_sec &&
	       status->st_ctim.tv_sec + 1 < since.tv_sec;
}

struct file_stamps *file_stamps_of(struct arena *arena, const struct diag_list *diags,
				   struct timespec since)
{
	struct file_stamps *stamps = arena_alloc(arena, sizeof(*stamps));

	stamps->count = diag_file_count(diags);
	stamps->items = arena_array(arena, stamps->count, sizeof(*stamps->items));
	for (size_t i = 0; i < stamps->count; i++) {
		const struct diag_file *file = diag_file_at(diags, i);
		struct file_stamp *stamp = &stamps->items[i];

		stamp->path = arena_strdup(arena, file->path);
		stamp->digest = arena_strdup(arena, file->digest);
		stamp->seen =
			stat(stamp->path, &stamp->status) == 0 && is_older(&stamp->status, since);
	}
	return stamps;
}

bool file_stamps_hold(struct file_stamps *stamps)
{
	bool all = true;

	for (size_t i = 0; i < stamps->count; i++)
		all = holds(&stamps->items[i]) && all;
	return all;
}

size_t file_stamps_count(const struct file_stamps *stamps)
{
	return stamps->count;
}

const char *file_stamps_path(const struct file_stamps *stamps, size_t index)
{
	return stamps->items[index].path;
}
