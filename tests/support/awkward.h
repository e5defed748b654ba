/*
 * awkward.h - the files of the folder "dirty" of the real data, how a report describes them, and
 * what is to come of it.
 */
#ifndef GRADIENT_TESTS_AWKWARD_H
#define GRADIENT_TESTS_AWKWARD_H

#include <stddef.h>

enum { AWKWARD_FIGURES = 4 };

/*
 * A file with the attributes and rules of its source, and the method of the one indicator,
 * "figure".
 */
struct awkward_file {
	const char *file, *attributes, *rules, *method;
	size_t shown, missing;                /* figures in the results, and cells without one */
	const char *figures[AWKWARD_FIGURES]; /* beginnings of lines of the results */
	const char *said;                     /* part of the messages; NULL when none matters */
};

extern const struct awkward_file awkward_readable[];
extern const size_t awkward_readable_count;

/* A fault of the file, or of its description. "DATA" stands for the folder. */
struct awkward_fault {
	const char *file, *attributes, *rules, *method;
	const char *message; /* how the first message begins */
	size_t errors;       /* said; more of a kind are counted only */
};

extern const struct awkward_fault awkward_faults[];
extern const size_t awkward_fault_count;

#endif
