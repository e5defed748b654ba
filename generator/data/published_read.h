/*
 * published_read.h - a results file of any version of the program.
 *
 * Columns are found by name. The key of figures, state and value must be there; the others may be missing, which
 * is told once for the file.
 */
#ifndef GRADIENT_DATA_PUBLISHED_READ_H
#define GRADIENT_DATA_PUBLISHED_READ_H

#include "base/location.h"
#include "model/published.h"

struct diag_list;

/* from: where the file is named. NULL after a diagnostic. */
struct published *published_file_read(struct arena *arena, const char *path, struct location from,
				      struct diag_list *diags);

#endif
