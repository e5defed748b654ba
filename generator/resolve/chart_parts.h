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
	bool draws_total;                        /* behind the groups, as panels do */
	struct text kind_notes;                  /* that the maker adds: series that are broken */
	bool told_editions;                      /* of its groups */
	const char *left_out;                    /* groups that are not applicable, with commas */
	const char *title, *by, *period, *place; /* the last three for the subtitle */
	const char *subtitle;    /* in place of the one by rule, of several indicators; NULL */
	const char *spoken;      /* of the text alternative, in place of a title by rule; NULL */
	const char *axis_title;  /* in place of the one by rule; NULL */
	bool own_title;          /* the title holds for other measures than the value, too */
	unsigned title_rests_on; /* the kind of comparison, COMPARED_...; 0 = none */
	const char *medians;     /* of a waiting list, a sentence of the description; NULL */
	const char *message;     /* of the text alternative, where the title has none */
	bool detailed;           /* draws what alt_detailed of the kind names */
	/* What the categories are, for figures drawn over them; NULL unless they are such. */
	const struct view_group *category_groups;
	const int *category_periods; /* -1: left out by the data */
	const char **overlay;        /* a sentence for everything that the author draws over it */
	size_t overlay_count;
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

/*
 * A figure that is worked out of shown ones for the picture alone, such as a sum of parts, with its estimate and, where
 * one is known to be more than that, above_zero; and what is printed of it, "[k]" explained in the notes where it
 * rounds to zero and is not.
 */
struct plot_value plot_worked_out(const struct chart *chart, enum measure measure,
				  struct value number, int decimals);
const char *plot_text_of(struct chart *chart, enum measure measure, struct value number,
			 int decimals);

/* The groups that a chart shows, in its order, into groups; returns how many. */
size_t choose_groups(struct chart *chart, struct view_group *groups);
void set_categories(struct chart *chart, const struct view_group *groups, size_t count);
void check_emphasis(const struct chart *chart); /* says which names are of no group */
bool is_emphasised(const struct chart *chart, int group);

/* What the picture shows, for those who cannot see it; both "" when there is nothing to tell. */
struct chart_description {
	const char *whole; /* at most 80 words */
	const char *brief; /* at most ALTERNATIVE_MOST letters as well, told in one breath */
};

/*
 * Its kind and unit, then every figure where they are few, else the axis, the highest and the lowest figure, what is
 * missing; fitted line and comparator. Every number is one that the plot prints.
 */
struct chart_description chart_described(const struct chart *chart, const char *kind);

/* The average or the comparator, and the words of the axis. */
void set_reference(struct chart *chart);
void set_axis(struct chart *chart);
void set_gradient(struct chart *chart, const struct view_group *groups, size_t count);

/* The slope index that the fitted line of a plot stands for, and what the notes tell of it, panel by panel. */
void set_slope(struct chart *chart);
void tell_slope(const struct chart *chart, struct text *notes);

/* Warns of attributes that the kind does not use. */
void check_chart_attributes(const struct chart *chart);

/* Number, label, anchor and file name; id "" = made up. */
void number_figure(struct chart *chart, struct node *node, const char *id);

/* True of a panel with so many rows that it takes the width of the page. */
bool panel_is_high(const struct plot *panel);

/* Panels of small multiples that a page has no room for: in figures behind it. */
void continue_panels(struct chart *chart, struct node *figure);

/* Targets, layers and annotations of the author, once the plot has its categories and axis. */
void add_overlay(struct chart *chart);

/* The number of the first target that the author states; false, with target as it was, without one. */
bool chart_target(const struct chart *chart, double *target);

/* True of a number that the figures, percentages, can never reach. */
bool is_out_of_range(const struct chart *chart, double number);

/* Warns of a target that the figures can never reach, or that is far from all of them. */
void check_target(const struct chart *chart, const struct block *part, double target);

void add_layers(struct chart *chart, struct plot_overlay *overlay);
void tell_overlay(struct chart *chart, const char *sentence);

/* A text alternative by rule with as many of these sentences behind it as it has room for. */
const char *overlay_alternative(const struct chart *chart, const char *alternative);

/* LAYER_MARKS when there is none of that name. */
enum layer_mark layer_mark_find(const char *name);

/* The line that a slope index is read from. */
void set_fitted(const struct resolver *resolver, struct plot *plot,
		const struct breakdown_result *slope);

#endif
