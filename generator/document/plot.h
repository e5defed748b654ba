/*
 * plot.h - what a chart shows, final: every number chosen, worded and cleared for printing.
 *
 * A plot is made from results and is all that a chart kind sees. Suppressed figures have a state and no
 * number, so that they can have no influence on a scale, an order or a colour.
 */
#ifndef GRADIENT_DOCUMENT_PLOT_H
#define GRADIENT_DOCUMENT_PLOT_H

#include <stdbool.h>
#include <stddef.h>

#include "document/plot_overlay.h"
#include "model/value.h"

/* Points of a fitted line, at equal steps of rank from 0 to 1. */
enum { FITTED_POINTS = 21 };

/* An axis of percentages that goes further ends at 100. */
enum { PERCENTAGES_OF_PART = 60 };

/* What categories and series are. */
enum plot_shape {
#define PLOT_SHAPE(symbol, maker, summary) SHAPE_##symbol,
#include "document/plot_shapes.def"
#undef PLOT_SHAPE
};

enum plot_emphasis {
	EMPHASIS_PLAIN,
	EMPHASIS_FIRST,   /* the most deprived, or the one series in focus */
	EMPHASIS_LAST,    /* the least deprived, or the second series */
	EMPHASIS_CONTEXT, /* stands back */
};

/* Along the axis that does not measure: groups, or periods. */
struct plot_category {
	const char *label;
	const char *short_label;
	bool unknown;           /* "not stated": outside every order */
	bool after_gap;         /* periods: one or more are missing before it */
	bool after_break;       /* periods: not to be joined to those before it */
	bool emphasised;        /* in colour while the others stand back */
	double share;           /* of the population, 0 to 1; 0 = not known */
	const char *share_text; /* the share as printed; "" when not known */
	const char *end_label;  /* what an end of the order means, "most deprived"; "" elsewhere */
	const char *note;       /* a figure of the whole row, such as its gap; "" if none */
};

struct plot_series {
	const char *label;
	enum plot_emphasis emphasis;
};

struct plot_value {
	enum value_state state;
	double value, lower, upper; /* when shown */
	bool has_interval;
	const char *text; /* the value as printed, or its shorthand in brackets */
	/* What a sentence says where the text is "[k]", a figure that rounds to zero: "less than 0.1%"; NULL of others. */
	const char *rounded;
	const char *interval; /* "44.1 to 47.7", or the shorthand; "" when there is none */
	size_t use; /* which of the document's uses the figure is, from 1; 0 = worked out for the plot */
};

struct plot {
	const char *kind;
	const char *axis_title;    /* "" when the ticks say it all */
	const char *value_heading; /* over a column of printed values */
	const char *interval_heading;
	const char *note_heading; /* over the notes of categories; "" if there are none */
	bool percentage; /* ticks carry "%"; over 60 the scale ends at 100, unless a value is larger */
	bool has_emphasis;   /* some categories are emphasised */
	bool may_leave_zero; /* the axis may start elsewhere */
	struct plot_category *categories;
	size_t category_count;
	struct plot_series *series;
	size_t series_count;
	const char *
		*series_short; /* names of the series in a panel of several; NULL = their labels */
	struct plot_value *values; /* series by series, a value for every category */
	bool has_reference;        /* the average, drawn as a dashed line */
	double reference;
	const char *reference_label;
	bool own_scale; /* not shared with neighbours */
	bool has_range; /* shared with neighbours */
	double range_low, range_high;
	bool has_fitted; /* the line that a slope index is read from; it may be curved */
	double fitted[FITTED_POINTS]; /* from the edge of the first category to that of the last */
	const char *fitted_first_text, *fitted_last_text, *fitted_label;
	const char *slope_text;         /* "3,823 per 100,000": the slope index of the line */
	const char *slope_told;         /* the same with its interval, as far as it has one */
	const char *share_label;        /* "of people aged under 18"; "" = no shares are known */
	double height_pt;               /* 0 = by the layout */
	const char *empty_text;         /* what to say when there is nothing to draw */
	const struct plot_waits *waits; /* classes of weeks; NULL for other kinds */
	const struct plot_parts *parts; /* kinds of parts of a whole; NULL for other kinds */
	const struct plot_process *process; /* limits of variation; NULL for other kinds */
	const struct plot_funnel *funnel;   /* sizes and limits of places; NULL for other kinds */
	const struct plot_shares *shares;   /* of people at every point; NULL for other kinds */
	struct plot *
		*panels; /* of small multiples: a plot each, in their order; NULL for other kinds */
	size_t panel_count;
	const char *panel_title;            /* of a panel; NULL for a plot that is none */
	const struct plot_overlay *overlay; /* targets, layers, annotations; NULL = none */
	const struct plot_bodies *bodies;   /* how they compare; NULL for other kinds */
	const struct plot_places *places;   /* outlines and tiles; NULL for other kinds */
	const struct plot_heat *heat; /* units and verdicts of a matrix; NULL for other kinds */
	const struct plot_ends *ends; /* names of ends and limits of gaps; NULL for other kinds */
};

struct arena;

/* Room for blank categories: no words, no shares. */
void plot_set_categories(struct arena *arena, struct plot *plot, size_t count);

/* Room for blank series, and for a value of each in every category, which must be set before. */
void plot_set_series(struct arena *arena, struct plot *plot, size_t count);

const struct plot_value *plot_value(const struct plot *plot, size_t series, size_t category);

/* What a sentence says of a value: its text, or words where that is "[k]". */
const char *plot_value_said(const struct plot_value *value);

/*
 * Smallest and largest number that the axis must hold: values, intervals, limits, reference, fitted line, and what
 * an author draws over them. False when no figure is shown.
 *
 * An interval of low reliability that would leave no room for the others has no say, and is cut at the end of the axis: one that
 * reaches beyond all of these by more than half of their length, or that alone would make an axis of percentages end at 100 instead of
 * 60. Where most figures are of low reliability, the interval in the middle of all counts among these. Tables and alternatives
 * have it in full. Of panels: that of all of them.
 */
bool plot_extent(const struct plot *plot, double *low, double *high);

#endif
