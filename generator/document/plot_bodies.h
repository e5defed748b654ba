/*
 * plot_bodies.h - what a plot of bodies adds: how each compares with the benchmark that is drawn.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_BODIES_H
#define GRADIENT_DOCUMENT_PLOT_BODIES_H

#include "model/indicator.h"
#include "model/result.h"

struct plot_bodies {
	const enum comparison *comparisons; /* one for every category */
	enum polarity polarity;             /* which shape a comparison has */
	/* What the shapes mean, by enum comparison: "better than England"; "" for COMPARISON_NONE. */
	const char *meanings[COMPARISON_HIGHER + 1];
};

#endif
