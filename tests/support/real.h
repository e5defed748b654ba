/*
 * real.h - the program run on published files, and its results.
 *
 * The files are read in place, in the folder named by GRADIENT_REAL_DATA, else
 * ../shared/data/real. A test that needs them is skipped when they are not there, with a line on
 * standard error. Ownership: all in the arena. Failures of the run itself end the test.
 */
#ifndef GRADIENT_TESTS_REAL_H
#define GRADIENT_TESTS_REAL_H

#include <stdbool.h>
#include <stddef.h>

#include "support/program.h"

struct arena;
struct sheet;

/* The path of a published file; skips the test when it is not there. */
const char *real_file(struct arena *arena, const char *name);

struct real_run {
	struct program_result result;
	const char *output;    /* folder of what was made; real_run_free() removes it */
	struct sheet *results; /* NULL when the program wrote none */
};

/*
 * Builds a report with the published files at hand. settings: "name=value" up to NULL, or NULL;
 * formats as the program takes them.
 */
struct real_run real_build(struct arena *arena, const char *spec, const char *const *settings,
			   const char *formats);
void real_run_free(const struct real_run *run);

/* Fails the test when the run did not succeed, or said more than notes. */
void real_succeeded(const struct real_run *run, const char *what);

/* The text of the PDF line by line as it stands on the page, words separated by one blank. */
const char *real_text(struct arena *arena, const struct real_run *run, const char *name);

/* How often a text has another one in it. */
size_t real_count(const char *text, const char *what);

/* One figure of the results. What is NULL is "all"; the measure, "value"; the body, England. */
struct real_figure {
	const char *indicator, *period, *organisation, *dimension, *group, *sex, *measure;
};

/* The row; the test fails when there is none. */
size_t real_find(const struct sheet *results, const struct real_figure *figure);

/* The code that results have for one of national statistics; other codes as they are. */
const char *real_usual_code(struct arena *arena, const char *code);

/* The name of a deprivation fifth of CVDPREVENT in results; NULL for all people. */
const char *real_fifth(const char *text);

/* True when the difference is at most tolerance, or both are missing. */
bool real_near(double got, double want, double tolerance);

/* The same, as a share of what is wanted. */
bool real_close(double got, double want, double tolerance);

#endif
