#include "base/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/crew.h"
#include "base/diag.h"
#include "base/path.h"

struct outfile {
	const char *name, *path, *temporary;
	struct buffer *bytes; /* stays where it is while the set grows */
	bool written;
	int error; /* of writing or flushing it; 0 = none */
};

struct outfile_set {
	struct arena *arena;
	const char *folder;
	struct outfile *files;
	size_t count, capacity;
	int fault; /* the error of the write that failed; 0 = none */
};

struct outfile_set *outfile_set_new(struct arena *arena, const char *folder)
{
	struct outfile_set *set = arena_alloc(arena, sizeof(*set));

	*set = (struct outfile_set){ .arena = arena, .folder = arena_strdup(arena, folder) };
	return set;
}

void outfile_set_free(struct outfile_set *set)
{
	if (set == NULL)
		return;
	for (size_t i = 0; i < set->count; i++)
		buffer_clear(set->files[i].bytes);
	set->count = 0;
}

struct buffer *outfile_set_reserve(struct outfile_set *set, const char *name)
{
	const char *path = path_join(set->arena, set->folder, name);
	struct buffer *bytes = arena_alloc(set->arena, sizeof(*bytes));

	buffer_init(bytes);
	set->files =
		arena_grow(set->arena, set->files, set->count, &set->capacity, sizeof(*set->files));
	set->files[set->count++] = (struct outfile){
		.name = arena_strdup(set->arena, name),
		.path = path,
		.temporary = arena_printf(set->arena, "%s.%ld.part", path, (long)getpid()),
		.bytes = bytes,
	};
	return bytes;
}

void outfile_set_add(struct outfile_set *set, const char *name, struct buffer *bytes)
{
	buffer_trim(bytes);
	*outfile_set_reserve(set, name) = *bytes;
	buffer_init(bytes);
}

size_t outfile_set_count(const struct outfile_set *set)
{
	return set->count;
}

const char *outfile_set_name(const struct outfile_set *set, size_t index)
{
	return set->files[index].name;
}

static bool has_file(const struct outfile_set *set, const char *path)
{
	for (size_t i = 0; i < set->count; i++)
		if (strcmp(set->files[i].path, path) == 0)
			return true;
	return false;
}

size_t outfile_set_others(const struct outfile_set *set, const char *below)
{
	const char *folder = path_join(set->arena, set->folder, below), *name;
	GDir *listing = g_dir_open(folder, 0, NULL);
	size_t others = 0;

	while (listing != NULL && (name = g_dir_read_name(listing)) != NULL)
		others += !g_str_has_suffix(name, ".part") &&
			  !has_file(set, path_join(set->arena, folder, name));
	if (listing != NULL)
		g_dir_close(listing);
	return others;
}

size_t outfile_set_size(const struct outfile_set *set, size_t index)
{
	return set->files[index].bytes->length;
}

const char *outfile_set_bytes(const struct outfile_set *set, size_t index)
{
	return buffer_text(set->files[index].bytes);
}

static bool make_folders(struct arena *arena, const char *folder)
{
	struct stat status;

	if (stat(folder, &status) == 0) {
		errno = ENOTDIR;
		return S_ISDIR(status.st_mode);
	}
	if (strcmp(folder, ".") != 0 && strcmp(folder, "/") != 0 &&
	    !make_folders(arena, path_folder(arena, folder)))
		return false;
	return mkdir(folder, 0777) == 0 || errno == EEXIST;
}

static bool write_bytes(int descriptor, const struct buffer *bytes)
{
	size_t done = 0;

	while (done < bytes->length) {
		ssize_t wrote = write(descriptor, bytes->bytes + done, bytes->length - done);

		if (wrote < 0 && errno != EINTR)
			return false;
		if (wrote > 0)
			done += (size_t)wrote;
	}
	return true;
}

/* Some file systems report a full disk only now. Pipes and the like cannot be flushed. */
static void flush_temporary(void *piece)
{
	struct outfile *file = piece;
	int descriptor = open(file->temporary, O_WRONLY | O_CLOEXEC);

	if (descriptor < 0 || (fsync(descriptor) != 0 && errno != EINVAL && errno != EROFS))
		file->error = errno;
	if (descriptor >= 0)
		close(descriptor);
}

/* The disk begins to take it while the next one is written. */
static void begin_flush(int descriptor)
{
#ifdef SYNC_FILE_RANGE_WRITE
	sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
#else
	(void)descriptor;
#endif
}

static void write_temporary(void *piece)
{
	struct outfile *file = piece;
	int descriptor = open(file->temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (descriptor < 0) {
		file->error = errno;
		return;
	}
	file->written = true;
	if (!write_bytes(descriptor, file->bytes))
		file->error = errno;
	begin_flush(descriptor);
	if (close(descriptor) != 0 && file->error == 0)
		file->error = errno;
}

static bool is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool put_in_place(struct outfile *file)
{
	if (is_folder(file->path)) {
		errno = EISDIR;
		return false;
	}
	if (rename(file->temporary, file->path) != 0)
		return false;
	file->written = false;
	return true;
}

static void remove_temporaries(struct outfile_set *set)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->files[i].written)
			unlink(set->files[i].temporary);
}

/* Says what happened to a file and takes the temporary ones away; always false. */
static bool fail(struct outfile_set *set, size_t at, struct diag_list *diags)
{
	set->fault = errno;
	diag_addf(diags, DIAG_OUTPUT_UNWRITABLE, (struct location){ 0 }, "%s: %s",
		  set->files[at].path, strerror(set->fault));
	remove_temporaries(set);
	return false;
}

bool outfile_set_lacks_room(const struct outfile_set *set)
{
	return set->fault == ENOSPC || set->fault == EDQUOT || set->fault == EFBIG;
}

/* The process that "NAME.123.part" is of; 0 for other names. */
static pid_t writer_of(const char *name)
{
	const char *end = name + strlen(name) - strlen(".part"), *digits = end;
	long process = 0, scale = 1;

	if (end < name || strcmp(end, ".part") != 0)
		return 0;
	while (digits > name && digits[-1] >= '0' && digits[-1] <= '9' && end - digits < 10) {
		process += scale * (*--digits - '0');
		scale *= 10;
	}
	return digits == end || digits == name || digits[-1] != '.' ? 0 : (pid_t)process;
}

/* A process of this machine that is no more. */
static bool is_gone(pid_t process)
{
	return process > 0 && kill(process, 0) != 0 && errno == ESRCH;
}

/* True of NAME.123.part where NAME is of the set. */
static bool is_temporary_of(const struct outfile_set *set, const char *path)
{
	const char *dot = path + strlen(path) - strlen(".part");

	while (*--dot != '.')
		;
	return has_file(set, arena_strndup(set->arena, path, (size_t)(dot - path)));
}

static void remove_abandoned_in(const struct outfile_set *set, const char *folder)
{
	GDir *listing = g_dir_open(folder, 0, NULL);
	const char *name;

	while (listing != NULL && (name = g_dir_read_name(listing)) != NULL) {
		const char *path;

		if (!is_gone(writer_of(name)))
			continue;
		path = path_join(set->arena, folder, name);
		if (is_temporary_of(set, path))
			unlink(path);
	}
	if (listing != NULL)
		g_dir_close(listing);
}

/* In every folder of the set, which mostly has many files one after the other. */
static void remove_abandoned(const struct outfile_set *set)
{
	const char *last = "";

	for (size_t i = 0; i < set->count; i++) {
		const char *folder = path_folder(set->arena, set->files[i].path);

		if (strcmp(folder, last) != 0)
			remove_abandoned_in(set, folder);
		last = folder;
	}
}

/* What would be in the way of a file is found before any is written. */
static bool prepare(struct outfile_set *set, size_t *at)
{
	const char *last = "";

	for (*at = 0; *at < set->count; (*at)++) {
		const char *path = set->files[*at].path, *folder = path_folder(set->arena, path);

		if (is_folder(path)) {
			errno = EISDIR;
			return false;
		}
		if (strcmp(folder, last) != 0 && !make_folders(set->arena, folder))
			return false;
		last = folder;
	}
	return true;
}

/* Several at once, for the disk takes many in the time of a few. The first file with an error is told. */
static bool for_all(struct outfile_set *set, void (*step)(void *file), size_t *at)
{
	enum { THREADS = 4 };
	struct crew *crew = crew_new(set->arena, set->count < THREADS ? set->count : THREADS);

	for (size_t i = 0; i < set->count; i++)
		crew_do(crew, step, &set->files[i]);
	crew_end(crew);
	for (*at = 0; *at < set->count; (*at)++)
		if (set->files[*at].error != 0)
			break;
	if (*at == set->count)
		return true;
	errno = set->files[*at].error;
	return false;
}

/* Flushed when all are written: the disk then takes many at once. */
static bool write_temporaries(struct outfile_set *set, size_t *at)
{
	return prepare(set, at) && for_all(set, write_temporary, at) &&
	       for_all(set, flush_temporary, at);
}

static bool put_all_in_place(struct outfile_set *set, size_t *at)
{
	for (*at = 0; *at < set->count; (*at)++)
		if (!put_in_place(&set->files[*at]))
			return false;
	return true;
}

bool outfile_set_stage(struct outfile_set *set, struct diag_list *diags)
{
	size_t at;

	remove_abandoned(set);
	return write_temporaries(set, &at) || fail(set, at, diags);
}

bool outfile_set_place(struct outfile_set *set, struct diag_list *diags)
{
	size_t at;

	return put_all_in_place(set, &at) || fail(set, at, diags);
}

bool outfile_set_write(struct outfile_set *set, struct diag_list *diags)
{
	return outfile_set_stage(set, diags) && outfile_set_place(set, diags);
}
