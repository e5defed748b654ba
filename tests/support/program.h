/*
 * program.h - runs the program as a user would, and looks at what it leaves behind.
 *
 * Strings and paths live in the arena given. The program is the one named by GRADIENT_PROGRAM, else
 * output/gradient.
 */
#ifndef GRADIENT_TESTS_PROGRAM_H
#define GRADIENT_TESTS_PROGRAM_H

#include <stddef.h>

struct arena;

struct program_result {
	int status;            /* exit status; 128 and the signal when it was killed */
	const char *out, *err; /* what it wrote */
	size_t out_length;
};

/*
 * Runs it in a folder with arguments up to NULL. environment: "NAME=value" up to NULL added to that of the
 * test; the whole may be NULL. Fails the test when it cannot be started.
 */
struct program_result program_run(struct arena *arena, const char *folder,
				  const char *const *arguments, const char *const *environment);

/*
 * The same at a terminal: what is written to standard output and standard error comes together in out.
 * Skips the test, and says so, on a machine without terminals.
 */
struct program_result program_run_at_terminal(struct arena *arena, const char *folder,
					      const char *const *arguments,
					      const char *const *environment);

/* The program under test as seen from everywhere, for a shell to run. */
const char *program_path(struct arena *arena);

/* Another program of the machine, such as pdftotext. */
struct program_result command_run(struct arena *arena, const char *folder,
				  const char *const *command);

/* A new empty folder; scratch_free removes it with all that is in it, and fails the test where it cannot. */
const char *scratch_new(struct arena *arena);
void scratch_free(const char *folder);

/*
 * All that lies in a folder, one line each in the order of the names: the path, and the check sum of a
 * file. Equal texts mean equal folders, byte for byte. except: a name not to look at, or NULL.
 */
const char *folder_digest(struct arena *arena, const char *folder, const char *except);

/* The whole of a file with a NUL behind it, and its length if wanted; NULL when there is none. */
const char *file_text(struct arena *arena, const char *path, size_t *length);
void file_write(const char *path, const char *text, size_t length);

/* Every occurrence of what in text replaced. */
const char *text_replace(struct arena *arena, const char *text, const char *what, const char *by);

/* A path as seen from everywhere. */
const char *absolute_path(struct arena *arena, const char *path);

#endif
