/*
 * plot_heat.h - what a matrix of indicators by groups shows beside its figures.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_HEAT_H
#define GRADIENT_DOCUMENT_PLOT_HEAT_H

#include "base/verdict.h"

struct plot_heat {
	const char *row_heading; /* over the names of series, which are the rows */
	const char **
		units; /* of every series, after its name: "(rate)"; "" where the subtitle says it */
	enum verdict *verdicts; /* as plot values: series by series, one for every category */
};

#endif
