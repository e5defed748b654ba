/*
 * outfile.h - output files that appear all together or not at all.
 *
 * Purpose:   every output of a run is made in memory, then written under temporary names beside its
 *            place, flushed to the disk, and only when all of them are there renamed into place. When
 *            anything fails the temporary files are removed and older outputs stay as they were. Several threads
 *            write and flush, for that waits for the disk; they are gone when a call returns.
 * Ownership: the set copies the bytes it is given.
 */
#ifndef GRADIENT_BASE_OUTFILE_H
#define GRADIENT_BASE_OUTFILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buffer;
struct diag_list;
struct outfile_set;

/* folder is made, with the folders above it, when the set is written. */
struct outfile_set *outfile_set_new(struct arena *arena, const char *folder);
void outfile_set_free(struct outfile_set *set);

/* name is relative to the folder and may name folders below it. Takes the bytes and clears the buffer. */
void outfile_set_add(struct outfile_set *set, const char *name, struct buffer *bytes);

/* The same for bytes that come later, in another thread perhaps: all must be there when the set is asked for any. */
struct buffer *outfile_set_reserve(struct outfile_set *set, const char *name);

size_t outfile_set_count(const struct outfile_set *set);
const char *outfile_set_name(const struct outfile_set *set, size_t index);
size_t outfile_set_size(const struct outfile_set *set, size_t index);

/* Of the set, until it is freed. */
const char *outfile_set_bytes(const struct outfile_set *set, size_t index);

/*
 * How many files of a folder below that of the set are not of the set, such as those of an earlier run; 0 when the
 * folder cannot be read. Temporary files of other runs do not count.
 */
size_t outfile_set_others(const struct outfile_set *set, const char *below);

/*
 * Writes all files. False after a diagnostic that names the file and the reason. Temporary files of the same
 * outputs that a run left which was killed are taken away first.
 */
bool outfile_set_write(struct outfile_set *set, struct diag_list *diags);

/*
 * The same in two steps, for who must not be disturbed in the second: all files under temporary names, which takes
 * long, then all of them renamed, which does not.
 */
bool outfile_set_stage(struct outfile_set *set, struct diag_list *diags);
bool outfile_set_place(struct outfile_set *set, struct diag_list *diags);

/* True when a write failed for lack of room: disk, quota or the size that files may have. */
bool outfile_set_lacks_room(const struct outfile_set *set);

#endif
