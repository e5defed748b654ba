/*
 * path.h - names of files: joining, taking apart, and staying inside a folder.
 */
#ifndef GRADIENT_BASE_PATH_H
#define GRADIENT_BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* folder/name, or name itself when it is absolute or folder is "" or ".". */
char *path_join(struct arena *arena, const char *folder, const char *name);

/* The folder a path lies in; "." when it names none. */
char *path_folder(struct arena *arena, const char *path);

/* The last part of a path. */
const char *path_base(const char *path);

/* The last part without its last suffix. */
char *path_stem(struct arena *arena, const char *path);

/*
 * True when path, with links followed, lies in folder or below it. A path that does not exist is judged
 * by the deepest part of it that does; a link that leads nowhere is outside.
 */
bool path_is_inside(const char *folder, const char *path);

/* The way from a folder to a path, such as "../data/x.csv"; links are not followed, neither need exist. */
char *path_relative(struct arena *arena, const char *folder, const char *path);

bool path_exists(const char *path);

/* Names of the files in a folder that have a suffix, without it, in order; none of a folder that is not there. */
const char **path_names(struct arena *arena, const char *folder, const char *suffix, size_t *count);

#endif
