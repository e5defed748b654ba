/*
 * chart_sentences.h - what can be told of a plot, a sentence or two for each thing; for chart_described.c alone.
 */
#ifndef GRADIENT_RESOLVE_CHART_SENTENCES_H
#define GRADIENT_RESOLVE_CHART_SENTENCES_H

#include "resolve/chart_parts.h"

/* In the order in which they are read. */
enum chart_told {
	TELL_KIND,
	TELL_AXIS,
	TELL_SERIES,
	TELL_UNIT,
	TELL_VALUES, /* all of them, where they are few */
	TELL_CHANGES,
	TELL_MEDIANS,
	TELL_EXTREMES,
	TELL_FITTED,
	TELL_REFERENCE,
	TELL_MISSING,
	TELL_MISSING_COUNT, /* the same where there is no room for names */
	TELL_COUNT
};

/*
 * The sentences of a chart with categories or panels, "" where there is nothing to tell; kind is its name. Every number
 * is one that the plot prints.
 */
void chart_sentences(const struct chart *chart, const char *kind,
		     const char *sentences[TELL_COUNT]);

/* The highest and the lowest figure of all panels on one scale; "" where there is none. */
const char *panels_extremes(const struct chart *chart);

#endif
