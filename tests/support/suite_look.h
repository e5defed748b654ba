/*
 * suite_look.h - a layout with its fonts that every test of a suite finds loaded.
 *
 * TestSuite(name, .init = suite_look_load, .fini = suite_look_free), or a set-up of its own that begins with
 * suite_look_load().
 */
#ifndef GRADIENT_TESTS_SUITE_LOOK_H
#define GRADIENT_TESTS_SUITE_LOOK_H

#include "chart/canvas.h"
#include "support/fixture.h"
#include "support/looks.h"

/* The annual report, in the arena of the fixture. */
extern struct look look;

void suite_look_load(void);
void suite_look_free(void);

/* An empty canvas in the fonts of charts, with lines of 12 pt. */
struct canvas suite_canvas(double width, double height);

#endif
