/*
 * check.h - all files of reference figures in a folder against the program's statistics.
 *
 * Errors: figures that differ, files without their partner, missing columns and unreadable cells go to the
 *         list of diagnostics, all as errors; files of the folder that are not known as notes.
 */
#ifndef GRADIENT_VECTORS_CHECK_H
#define GRADIENT_VECTORS_CHECK_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag_list;
struct vector_file;

/* A line of files.def. */
struct vector_file_entry {
	const struct vector_file *file;
	const char *name;   /* of the file with the expected values */
	const char *inputs; /* of the file with the inputs; "" when the same file holds them */
	const char *summary;
};

/* All of them in their order, ended by an entry without a file. */
const struct vector_file_entry *vector_files(void);

enum { VECTORS_TALLIES_MOST = 6 };

/* The figures of a file that share a tolerance, and the error that came closest to it or passed it by most. */
struct vectors_tally {
	bool drawn; /* the file has a tolerance for every figure, for they come from random draws */
	double allowed; /* share of max(|want|, floor) that is allowed; when drawn, that of the figure */
	size_t compared;
	double error; /* in multiples of max(|want|, floor); infinite when one of both is missing */
	double worst; /* the same as a share of what is allowed */
};

/* What came of a file. */
struct vectors_result {
	const char *name, *summary;
	bool usable; /* false: it could not be compared, and the rest of this means nothing */
	size_t rows;
	size_t compared; /* figures and texts, also those compared for equality */
	size_t failed;   /* of these, and rows that could not be compared */
	/* In the order of their first figure; beyond the most the last one takes in the others. */
	struct vectors_tally tallies[VECTORS_TALLIES_MOST];
	size_t tally_count;
};

struct vectors_results {
	struct vectors_result *files; /* those with expected values, in the order of files.def */
	size_t count;
	bool any; /* the folder holds one of them, or a file of inputs */
};

/* share is the folder of the files that come with the program. */
struct vectors_results vectors_check(struct arena *arena, const char *folder, const char *share,
				     struct diag_list *diags);

#endif
