/*
 * drawn_report.h - a report of the repository run through to its pages, as the program does, and held against the
 * rules of what may be drawn.
 */
#ifndef GRADIENT_TESTS_DRAWN_REPORT_H
#define GRADIENT_TESTS_DRAWN_REPORT_H

#include "base/diag.h"
#include "run/run.h"
#include "support/scene_rules.h"

struct drawn_report {
	struct arena *arena;
	struct run_options options;
	struct run run;
	struct look look;            /* of the run */
	struct named_scene *figures; /* named after their ids */
};

/* data: a further folder of data; NULL if none. Fails the test when there is an error. */
struct drawn_report *drawn_report_of(const char *spec, const char *data);
void drawn_report_free(struct drawn_report *report);

/*
 * What is wrong with it, a line for each fault: pages under all rules but that of classes, and figures, which
 * have boxes of their own, under those of places and classes.
 */
const char *drawn_report_faults(const struct drawn_report *report);

#endif
