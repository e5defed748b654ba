/*
 * coverage_file.h - the coverage of the statement as CSV, as JSON and as text for a terminal.
 */
#ifndef GRADIENT_RUN_COVERAGE_FILE_H
#define GRADIENT_RUN_COVERAGE_FILE_H

#include "coverage/coverage.h"

struct buffer;
struct outfile_set;
struct run;

/* One row for the total and each breakdown of every indicator, then one for every section. */
void coverage_write_csv(const struct coverage *coverage, const struct report *report,
			struct arena *arena, struct buffer *out);

/* One object on one line. */
void coverage_write_json(const struct coverage *coverage, const struct report *report,
			 struct arena *arena, struct buffer *out);

/* Adds coverage.csv to the outputs of a report that is a statement. */
void coverage_add_file(const struct run *run, struct outfile_set *outputs);

/* Warns where the statement has gaps. */
void coverage_tell(const struct run *run);

/* Lines of at most 100 letters, but for the places of gaps. */
void coverage_write_text(const struct coverage *coverage, const struct words *words,
			 struct buffer *out);

#endif
