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

/* Another program of the machine, such as pdftotext. */
struct program_result command_run(struct arena *arena, const char *folder,
				  const char *const *command);

/* A new empty folder; scratch_free removes it with all that is in it. */
const char *scratch_new(struct arena *arena);
void scratch_free(const char *folder);

/* The whole of a file with a NUL behind it, and its length if wanted; NULL when there is none. */
const char *file_text(struct arena *arena, const char *path, size_t *length);
void file_write(const char *path, const char *text, size_t length);

/* Every occurrence of what in text replaced. */
const char *text_replace(struct arena *arena, const char *text, const char *what, const char *by);

/* A path as seen from everywhere. */
const char *absolute_path(struct arena *arena, const char *path);

#endif
