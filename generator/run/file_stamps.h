/*
 * file_stamps.h - whether files are still what they were when they were read.
 *
 * A file that the system says was not written since is not read again; one that was written is told from what it was
 * by its SHA-256. A file that is gone is not what it was.
 */
#ifndef GRADIENT_RUN_FILE_STAMPS_H
#define GRADIENT_RUN_FILE_STAMPS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

struct arena;
struct diag_list;
struct file_stamps;

/* Of the files that a list has kept, which were read since a time by the clock. */
struct file_stamps *file_stamps_of(struct arena *arena, const struct diag_list *diags,
				   struct timespec since);

/* True when all files hold what they held. */
bool file_stamps_hold(struct file_stamps *stamps);

size_t file_stamps_count(const struct file_stamps *stamps);
const char *file_stamps_path(const struct file_stamps *stamps, size_t index);

#endif
