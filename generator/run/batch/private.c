#include "run/batch/private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"

const char *private_folder(const struct batch *batch)
{
	return path_join(batch->arena, batch->folder, ".gradient-private");
}

/* With the folders above it; false with errno set. */
static bool make_folder(struct arena *arena, const char *folder, mode_t mode)
{
	struct stat status;

	if (stat(folder, &status) == 0) {
		errno = ENOTDIR;
		return S_ISDIR(status.st_mode);
	}
	if (strcmp(folder, ".") != 0 && strcmp(folder, "/") != 0 &&
	    !make_folder(arena, path_folder(arena, folder), 0777))
		return false;
	return mkdir(folder, mode) == 0 || errno == EEXIST;
}

bool private_make(const struct batch *batch)
{
	if (make_folder(batch->arena, batch->folder, 0777) &&
	    make_folder(batch->arena, private_folder(batch), 0700))
		return true;
	diag_addf(batch->line->diags, DIAG_OUTPUT_UNWRITABLE, (struct location){ 0 }, "%s: %s",
		  batch->folder, strerror(errno));
	return false;
}

/* -- the key ------------------------------------------------------------------------------------ */

static const char *state_home(struct arena *arena)
{
	const char *named = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (named != NULL && named[0] == '/')
		return named;
	if (home != NULL && home[0] == '/')
		return path_join(arena, home, ".local/state");
	errno = ENOENT;
	return NULL;
}

static bool read_key(const char *path, unsigned char key[PRIVATE_KEY_BYTES])
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t length;

	if (file < 0)
		return false;
	length = read(file, key, PRIVATE_KEY_BYTES);
	close(file);
	errno = EINVAL;
	return length == PRIVATE_KEY_BYTES;
}

/* Another process may do the same at once: the first link stays. */
static bool make_key(struct arena *arena, const char *path)
{
	const char *temporary =
		arena_printf(arena, "%s.%s.%ld.part", path, private_host(arena), (long)getpid());
	unsigned char key[PRIVATE_KEY_BYTES];
	int file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool made;

	if (file < 0)
		return false;
	made = getrandom(key, sizeof(key), 0) == sizeof(key) &&
	       write(file, key, sizeof(key)) == sizeof(key) && fsync(file) == 0;
	made = close(file) == 0 && made;
	made = made && (link(temporary, path) == 0 || errno == EEXIST);
	unlink(temporary);
	return made;
}

bool private_key(struct batch *batch, unsigned char key[PRIVATE_KEY_BYTES])
{
	const char *home = state_home(batch->arena), *folder, *path;

	if (home != NULL) {
		folder = path_join(batch->arena, home, "gradient");
		path = path_join(batch->arena, folder, "batch.key");
		if (read_key(path, key) || (make_folder(batch->arena, folder, 0700) &&
					    make_key(batch->arena, path) && read_key(path, key)))
			return true;
	}
	diag_add(batch->line->diags, DIAG_BATCH_KEY, (struct location){ 0 },
		 home == NULL ? "neither HOME nor XDG_STATE_HOME names a folder"
			      : arena_printf(batch->arena, "%s: %s", path, strerror(errno)),
		 NULL);
	return false;
}

const char *private_host(struct arena *arena)
{
	char name[256] = "";

	if (gethostname(name, sizeof(name) - 1) != 0 || name[0] == '\0')
		return "this-machine";
	for (char *at = name; *at != '\0'; at++)
		if (*at == '/' || *at == '.')
			*at = '-';
	return arena_strdup(arena, name);
}
