#include "run/batch/staging.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "base/path.h"
#include "run/batch/private.h"
#include "run/batch/state.h"

static const char part[] = ".part";

/* Of the batch's own folder, since a folder moves only within a file system; on other machines numbers mean others. */
static const char *temporary_folder(const struct batch *batch, const char *key, pid_t worker)
{
	return path_join(batch->arena, batch->folder,
			 arena_printf(batch->arena, ".%s.%s.%ld%s", key, private_host(batch->arena),
				      (long)worker, part));
}

struct staging staging_new(const struct batch *batch, const struct batch_item *item)
{
	struct staging staging = {
		.batch = batch,
		.item = item,
		.folder = path_join(batch->arena, batch->folder, item->key),
	};

	staging.temporary = path_exists(staging.folder)
				    ? staging.folder
				    : temporary_folder(batch, item->key, getpid());
	staging.outputs = outfile_set_new(batch->arena, staging.temporary);
	return staging;
}

/* -- taking away -------------------------------------------------------------------------------- */

/* Calls on every entry of a folder but the two that all have. */
static void for_entries(struct arena *arena, const char *folder,
			void (*visit)(struct arena *arena, const char *path, const void *context),
			const void *context)
{
	DIR *listing = opendir(folder);
	const struct dirent *entry;

	while (listing != NULL && (entry = readdir(listing)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			visit(arena, path_join(arena, folder, entry->d_name), context);
	if (listing != NULL)
		closedir(listing);
}

/* Links are not followed. */
static bool is_folder(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void remove_tree(struct arena *arena, const char *path, const void *context)
{
	if (!is_folder(path)) {
		unlink(path);
		return;
	}
	for_entries(arena, path, remove_tree, context);
	rmdir(path);
}

/* Temporary files that end as context says, in folders below too. */
static void remove_temporaries(struct arena *arena, const char *path, const void *context)
{
	const char *ending = context;
	size_t length = strlen(path), end = strlen(ending);

	if (is_folder(path))
		for_entries(arena, path, remove_temporaries, context);
	else if (length > end && strcmp(path + length - end, ending) == 0)
		unlink(path);
}

void staging_clear_away(const struct batch *batch, const struct batch_item *item, pid_t worker)
{
	struct arena *scratch = arena_new();
	const char *folder = path_join(scratch, batch->folder, item->key);

	remove_tree(scratch, temporary_folder(batch, item->key, worker), NULL);
	if (is_folder(folder))
		remove_temporaries(scratch, folder,
				   arena_printf(scratch, ".%ld%s", (long)worker, part));
	arena_free(scratch);
}

/* A temporary folder of this machine, ".KEY.HOST.123.part", whose process is no more. */
static void remove_if_abandoned(struct arena *arena, const char *path, const void *context)
{
	const char *name = path_base(path), *host = context;
	size_t length = strlen(name), digits;
	long process;

	if (name[0] != '.' || length <= strlen(part) ||
	    strcmp(name + length - strlen(part), part) != 0)
		return;
	digits = length - strlen(part);
	while (digits > 0 && name[digits - 1] >= '0' && name[digits - 1] <= '9')
		digits--;
	process = strtol(name + digits, NULL, 10);
	if (process <= 0 || digits < strlen(host) ||
	    strncmp(name + digits - strlen(host), host, strlen(host)) != 0)
		return;
	if (kill((pid_t)process, 0) != 0 && errno == ESRCH)
		remove_tree(arena, path, NULL);
}

/* True of "NAME.123.part" when process 123 is no more. */
static bool is_abandoned(const char *name)
{
	size_t length = strlen(name), digits;
	long process;

	if (length <= strlen(part) || strcmp(name + length - strlen(part), part) != 0)
		return false;
	digits = length - strlen(part);
	while (digits > 0 && name[digits - 1] >= '0' && name[digits - 1] <= '9')
		digits--;
	process = strtol(name + digits, NULL, 10);
	return process > 0 && digits > 1 && name[digits - 1] == '.' &&
	       kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

/* Files whose names begin as context says, in folders below too. */
static void remove_abandoned_files(struct arena *arena, const char *path, const void *context)
{
	const char *begin = context;

	if (is_folder(path))
		for_entries(arena, path, remove_abandoned_files, context);
	else if (strncmp(path_base(path), begin, strlen(begin)) == 0 &&
		 is_abandoned(path_base(path)))
		unlink(path);
}

/* A statement that was killed in its own folder, and is not made again, would keep what was left there. */
static void clear_away_of(const struct batch *batch, const struct batch_item *item)
{
	struct arena *scratch = arena_new();

	for_entries(scratch, path_join(scratch, batch->folder, item->key), remove_abandoned_files,
		    "");
	for_entries(scratch, private_folder(batch), remove_abandoned_files,
		    arena_printf(scratch, "%s.", item->key));
	arena_free(scratch);
}

void staging_clear_away_abandoned(const struct batch *batch)
{
	struct arena *scratch = arena_new();

	for_entries(scratch, batch->folder, remove_if_abandoned,
		    arena_printf(scratch, ".%s.", private_host(scratch)));
	for (size_t i = 0; i < batch->count; i++)
		if (batch->items[i].mine)
			clear_away_of(batch, &batch->items[i]);
	arena_free(scratch);
}

/* -- writing ------------------------------------------------------------------------------------ */

static bool is_made(const struct outfile_set *outputs, const char *name)
{
	for (size_t i = 0; i < outfile_set_count(outputs); i++)
		if (strcmp(outfile_set_name(outputs, i), name) == 0)
			return true;
	return false;
}

/* An edition that is asked for no more would show the figures of last time. */
static void remove_earlier(const struct staging *staging)
{
	struct arena *arena = staging->batch->arena;
	struct account earlier;

	if (!state_read(staging->batch, staging->item, &earlier))
		return;
	for (size_t i = 0; i < earlier.output_count; i++) {
		const struct account_output *output = &earlier.outputs[i];

		if (!is_made(staging->outputs, output->name) &&
		    state_output_holds(arena, staging->folder, output))
			unlink(path_join(arena, staging->folder, output->name));
	}
}

static bool move_folder(const struct staging *staging, struct diag_list *diags)
{
	if (rename(staging->temporary, staging->folder) == 0)
		return true;
	diag_addf(diags, DIAG_OUTPUT_UNWRITABLE, (struct location){ 0 }, "%s: %s", staging->folder,
		  strerror(errno));
	return false;
}

bool staging_write(const struct staging *staging, const sigset_t *stops, struct diag_list *diags)
{
	bool fresh = staging->temporary != staging->folder, written;

	written = outfile_set_stage(staging->outputs, diags);
	if (written) {
		sigprocmask(SIG_BLOCK, stops, NULL);
		written = outfile_set_place(staging->outputs, diags) &&
			  (!fresh || move_folder(staging, diags));
		if (written && !fresh)
			remove_earlier(staging);
	}
	if (!written && fresh)
		remove_tree(staging->batch->arena, staging->temporary, NULL);
	return written;
}
