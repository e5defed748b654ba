/*
 * chart_parts.h - a chart on its way from results to a plot; shared by the chart*.c files of this folder
 * alone.
 */
#ifndef GRADIENT_RESOLVE_CHART_PARTS_H
#define GRADIENT_RESOLVE_CHART_PARTS_H

#include "chart/kind.h"
#include "resolve/resolver.h"

enum { CHART_PERIODS_MOST = 64 };

/* A chart being made: the plot, and what its words need. */
struct chart {
	struct resolver *resolver;
	const struct scope *scope;
	const struct block *block;
	const struct chart_kind *kind;
	enum measure measure;
	struct plot *plot;
	struct view view; /* of the latest period */
	struct state_set states;
	int sources[SOURCES_MOST];
	size_t source_count;
	bool has_intervals, has_comparisons;
};

/* One figure as it is plotted; notes its state and source. group NULL: the total of the view. */
struct plot_value plot_value_of(struct chart *chart, const struct view *view,
				const struct view_group *group);

/* The groups that a chart shows, in its order, into groups; returns how many. */
size_t choose_groups(struct chart *chart, struct view_group *groups);
void set_categories(struct chart *chart, const struct view_group *groups, size_t count);
bool is_emphasised(const struct chart *chart, int group);

/* The average or the comparator, and the words of the axis. */
void set_reference(struct chart *chart);
void set_axis(struct chart *chart);
void set_gradient(struct chart *chart, const struct view_group *groups, size_t count);

/* The three shapes of plots. title and period are set when the shape words them itself. */
void plot_groups(struct chart *chart);
bool plot_pair(struct chart *chart, const char **title);
void plot_over_time(struct chart *chart, const char **title, const char **period);

#endif
