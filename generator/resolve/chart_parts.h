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
	const struct words *words;
	const struct scope *scope;
	const struct block *block;
	const struct chart_kind *kind;
	struct node *parent; /* where the figure goes */
	enum measure measure;
	struct plot *plot;
	struct view view; /* of the period shown, the last of several */
	struct state_set states;
	int sources[SOURCES_MOST];
	size_t source_count;
	bool has_intervals, has_comparisons;
	struct text kind_notes;                  /* that the maker adds: series that are broken */
	bool told_editions;                      /* of its groups */
	const char *left_out;                    /* groups that are not applicable, with commas */
	const char *title, *by, *period, *place; /* the last three for the subtitle */
	unsigned title_rests_on; /* the kind of comparison, COMPARED_...; 0 = none */
	const char *message;     /* of the text alternative, where the title has none */
	bool detailed;           /* draws what alt_detailed of the kind names */
};

/*
 * The periods of a chart that shows several, oldest first, at most CHART_PERIODS_MOST; returns how many.
 * Where the scope means one period, the chart ends with it.
 */
size_t chart_periods(struct resolver *resolver, const struct scope *scope,
		     const struct cell_key *key, int *listed);

/* One figure as it is plotted; notes its state and source. group NULL: the total of the view. */
struct plot_value plot_value_of(struct chart *chart, const struct view *view,
				const struct view_group *group);

/* The same for a group by its position in the classification, which the view may not have. */
struct plot_value plot_value_of_group(struct chart *chart, const struct view *view, int group);

/* The groups that a chart shows, in its order, into groups; returns how many. */
size_t choose_groups(struct chart *chart, struct view_group *groups);
void set_categories(struct chart *chart, const struct view_group *groups, size_t count);
void check_emphasis(const struct chart *chart); /* says which names are of no group */
bool is_emphasised(const struct chart *chart, int group);

/* The average or the comparator, and the words of the axis. */
void set_reference(struct chart *chart);
void set_axis(struct chart *chart);
void set_gradient(struct chart *chart, const struct view_group *groups, size_t count);

/* The line that a slope index is read from. */
void set_fitted(const struct resolver *resolver, struct plot *plot,
		const struct breakdown_result *slope);

#endif
