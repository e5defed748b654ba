/*
 * workplace.h - an empty folder with files that a test writes, and what is said about them.
 */
#ifndef GRADIENT_TESTS_WORKPLACE_H
#define GRADIENT_TESTS_WORKPLACE_H

struct arena;
struct diag_list;

struct workplace {
	struct arena *arena;
	struct diag_list *diags;
	const char *folder;
};

struct workplace workplace_new(void);

/* Removes the folder as well. */
void workplace_free(struct workplace *place);

/* The path of a file in the folder. */
const char *workplace_path(const struct workplace *place, const char *name);

/* Writes a file, or makes a folder within. */
void workplace_file(const struct workplace *place, const char *name, const char *text);
void workplace_folder(const struct workplace *place, const char *name);

/* All messages so far, with paths as seen from the folder. */
const char *workplace_said(const struct workplace *place);

#endif
