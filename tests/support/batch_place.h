/*
 * batch_place.h - a small report and six invented bodies with data of their own, and the program at work on them.
 *
 * Suites that use it: TestSuite(name, .init = batch_place_set_up, .fini = batch_place_tear_down).
 */
#ifndef GRADIENT_TESTS_BATCH_PLACE_H
#define GRADIENT_TESTS_BATCH_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "support/program.h"

struct arena;

extern struct arena *batch_arena; /* of the test */
extern const char *batch_folder;  /* holds report.xml, bodies.csv and a CSV file for each body */
extern const char *const batch_bodies[]; /* their codes, then NULL */

void batch_place_set_up(void);
void batch_place_tear_down(void);

const char *batch_path(const char *name);

/* All that lies in a folder, without what is private to the batch. */
const char *batch_digest(const char *folder);

/* "gradient batch report.xml -q --for-each bodies.csv --formats dump,pdf -o OUT", and further arguments up to NULL. */
struct program_result batch_run(const char *out, const char *const *more);

/* The same without -q. */
struct program_result batch_run_aloud(const char *out, const char *const *more);

/* Begun with so many workers and not waited for, in a process group of its own; what it says goes to the file "said". */
pid_t batch_start(const char *out, const char *jobs);

/* Waits for it; its exit status, or 128 and the signal that ended it. */
int batch_wait(pid_t program);

/* Waits until no process of the group is left: false when some are still there after a second. */
bool batch_is_gone(pid_t program);

/* Replaces what in a file of the folder. */
void batch_change(const char *name, const char *what, const char *by);

/* What summary.csv has for a body in a column. */
const char *batch_summary(const char *out, const char *body, const char *column);

#endif
