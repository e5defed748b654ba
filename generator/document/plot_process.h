/*
 * plot_process.h - what a control chart draws beside its values: limits of each stretch of the series, what every
 * point says, and what the chart says as a whole.
 *
 * Categories are periods; there is one series. Figures that are not shown take no part in any of it.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_PROCESS_H
#define GRADIENT_DOCUMENT_PLOT_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/verdict.h"

/* Limits hold from one category to another. */
struct process_stretch {
	size_t first, last;
	double mean, low, high;
	bool trial; /* of too few points to judge by */
};

struct process_icon {
	const char *letter; /* "H", "L", "P", "F", "?"; "" for common cause */
	const char *words;  /* what it means; "" = no icon */
	enum verdict verdict;
};

struct plot_process {
	const struct process_stretch *stretches;
	size_t stretch_count;
	const enum verdict *verdicts; /* of every category; VERDICT_SIMILAR for common cause */
	struct process_icon variation, assurance;
	const char *mean_label, *limit_label; /* of the last stretch, with their numbers */
};

#endif
