/*
 * record.h - run.json of a run: made from what the run holds, written as the last of its outputs.
 */
#ifndef GRADIENT_RUN_RECORD_H
#define GRADIENT_RUN_RECORD_H

#include <stddef.h>

struct arena;
struct formats;
struct outfile_set;
struct record_pair;
struct run;

extern const char record_name[];

/* Names and versions of the program and of the libraries it runs with, as versions_write() has them; returns how many. */
size_t record_versions(struct arena *arena, const struct formats *formats,
		       struct record_pair **versions);

/* Adds the record of the run and of the outputs that are in the set. */
void record_add_file(const struct run *run, struct outfile_set *outputs);

#endif
