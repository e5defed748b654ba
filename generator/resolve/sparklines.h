/*
 * sparklines.h - figures over time as lines in the cells of tables; for this folder alone.
 */
#ifndef GRADIENT_RESOLVE_SPARKLINES_H
#define GRADIENT_RESOLVE_SPARKLINES_H

#include "resolve/resolver.h"

/* Whose figures run over time. */
struct sparkline_request {
	const struct scope *scope;
	const struct view *view;        /* of the period that the line ends with */
	const struct view_group *group; /* NULL: the total, or the breakdown */
	struct measure_choice choice;
	int decimals;
	struct location at;
};

/*
 * The line up to the period of the view; *first is the number of its first period. NULL when the data have
 * fewer than two periods.
 */
struct sparkline *sparkline_make(struct resolver *resolver, const struct sparkline_request *request,
				 int *first);

/* The periods of such a line, oldest first, at most CHART_PERIODS_MOST; returns how many. */
size_t sparkline_periods(struct resolver *resolver, const struct scope *scope,
			 const struct cell_key *key, int *listed);

/* "Lines begin with 2019 to 2020.": a heading with a span of years would read as one. */
const char *lines_begin(const struct words *words, const struct period *first);

/* The states that a reader sees of a line: of its printed ends, or of what stands in its place. */
void note_sparkline(struct state_set *set, const struct sparkline *line);

#endif
