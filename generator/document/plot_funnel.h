/*
 * plot_funnel.h - what a funnel plot draws beside its values: how large every place is, the limits that chance sets
 * to places of a size, and which places lie outside.
 *
 * Categories are places that are shown; there is one series.
 * Units: sizes are people, or what else figures are out of; limits are in the unit of the values.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_FUNNEL_H
#define GRADIENT_DOCUMENT_PLOT_FUNNEL_H

#include <stddef.h>

#include "base/verdict.h"

enum { FUNNEL_CURVES = 4 };

struct funnel_curve {
	const double *sizes, *limits; /* points in order of size */
	size_t count;
	double confidence;
	const char *label; /* "99.8%" */
};

struct plot_funnel {
	const double *sizes; /* of every category */
	const enum verdict *
		verdicts; /* likewise: similar within the outer limits, else what it means to be outside */
	struct funnel_curve curves[FUNNEL_CURVES]; /* from the highest to the lowest */
	double centre;                             /* the average or the target */
	const char *centre_label;
	const char *size_title; /* of the axis along the bottom */
	const char *
		others_label; /* before the names of those outside that find no room in the panel */
};

#endif
