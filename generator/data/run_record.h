/*
 * run_record.h - run.json: what a run was made from and what it made, so that anyone can repeat and verify a
 * published statement.
 *
 * A record holds names, versions and digests, never a figure. Paths of outputs are relative to the folder of the
 * record, those of inputs to the folder of the report or to that of the program's own files.
 * Ownership: texts belong to whoever made the record; those of a record that was read to the arena.
 */
#ifndef GRADIENT_DATA_RUN_RECORD_H
#define GRADIENT_DATA_RUN_RECORD_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buffer;
struct diag_list;

struct record_pair {
	const char *name, *value;
};

/* Where the path of an input begins. */
enum record_place { PLACE_REPORT, PLACE_PROGRAM };

struct record_file {
	enum record_place place; /* of inputs */
	const char *path;
	const char *
		digest; /* NULL where it would help to guess small counts of the file; run/record.c */
	size_t size;    /* bytes; 0 without a digest */
};

/* What disclosure control was asked to do to a source; no counts. */
struct record_rule {
	const char *source, *title, *rule, *effect;
};

struct record_stage {
	const char *name;
	double milliseconds;
};

struct run_record {
	const char *report; /* the way from the folder of the record to the spec */
	struct record_pair *versions;
	size_t version_count; /* the program first, then its libraries */
	struct record_pair *parameters;
	size_t parameter_count;
	const char **data_folders; /* from the folder of the report */
	size_t data_folder_count;
	const char *formats;     /* names of editions, with commas between them */
	const char *source_date; /* SOURCE_DATE_EPOCH, in seconds; NULL if it was not set */
	bool archival, unsafe_internal;
	struct record_file *inputs;
	size_t input_count;
	struct record_rule *rules;
	size_t rule_count;
	struct record_file *outputs;
	size_t output_count;
	struct record_stage
		*stages; /* none where the bytes of the record must not change from run to run */
	size_t stage_count;
};

void run_record_write(const struct run_record *record, struct buffer *out);

/* NULL after a diagnostic: no such file, no JSON, no record of a run. */
struct run_record *run_record_read(struct arena *arena, const char *path, struct diag_list *diags);

/* Of jansson, as in "2.14". */
const char *run_record_library_version(void);

#endif
