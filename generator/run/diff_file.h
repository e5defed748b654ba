/*
 * diff_file.h - what changed between two statements, as CSV, as JSON and as text for a terminal.
 */
#ifndef GRADIENT_RUN_DIFF_FILE_H
#define GRADIENT_RUN_DIFF_FILE_H

#include "changes/changes.h"

struct buffer;

/* One row a change. */
void diff_write_csv(const struct changes *changes, struct buffer *out);

/* One object on one line. */
void diff_write_json(const struct changes *changes, const struct published *before,
		     const struct published *now, struct buffer *out);

/* For people. Comparisons that came to nothing are counted, not listed. */
void diff_write_text(const struct changes *changes, const struct published *before,
		     const struct published *now, struct arena *arena, struct buffer *out);

/* True of a change that a reader would call one: not of a comparison without a clear result. */
bool diff_is_change(const struct change *change);

#endif
