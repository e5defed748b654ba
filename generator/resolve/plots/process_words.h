/*
 * process_words.h - what a control chart says: icons, labels of its lines, title, notes, text alternative.
 */
#ifndef GRADIENT_RESOLVE_PLOTS_PROCESS_WORDS_H
#define GRADIENT_RESOLVE_PLOTS_PROCESS_WORDS_H

#include "document/plot_process.h"
#include "indicator/process_series.h"
#include "resolve/chart_parts.h"

/* Subtitle, and the title of a chart that says nothing more: what is shown. */
void process_title(struct chart *chart);

/*
 * Sets the words of the chart and of its plot, whose stretches are set. The title becomes what the last figure says;
 * period: its label.
 */
void process_words(struct chart *chart, struct plot_process *process,
		   const struct process_series *series, const char *period);

#endif
