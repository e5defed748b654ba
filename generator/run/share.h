/*
 * share.h - where the files that come with the program are: layouts, fonts, inputs.
 */
#ifndef GRADIENT_RUN_SHARE_H
#define GRADIENT_RUN_SHARE_H

#include <stddef.h>

struct arena;

/*
 * The folder that holds layouts/, fonts/ and inputs/: named by GRADIENT_SHARE, else above the program (in
 * the source tree), else share/gradient beside the folder of the program, else the place it was built for.
 */
const char *share_find(struct arena *arena);

/* name in a folder of it; a suffix is added when name has none. */
const char *share_file(struct arena *arena, const char *share, const char *folder, const char *name,
		       const char *suffix);

#endif
