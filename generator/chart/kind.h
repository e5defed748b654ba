/*
 * kind.h - the registry of chart kinds: each is one file in kinds/ with one constant record.
 */
#ifndef GRADIENT_CHART_KIND_H
#define GRADIENT_CHART_KIND_H

#include <stddef.h>

#include "chart/canvas.h"
#include "model/strings.h"

/*
 * What an author may draw over a kind, TAKES_LAYER(DOT) being a mark of layers; and the attributes that not
 * every kind has a use for.
 */
enum {
	TAKES_TARGETS = 1u << LAYER_MARKS,
	TAKES_ANNOTATIONS = 2u << LAYER_MARKS,
	TAKES_INDICATORS = 4u << LAYER_MARKS,
	TAKES_MAP = 8u << LAYER_MARKS,
	TAKES_PANELS = 16u << LAYER_MARKS,
	TAKES_REBASE = 32u << LAYER_MARKS,
	TAKES_MEDIAN = 64u << LAYER_MARKS,
	TAKES_SERIES = 128u << LAYER_MARKS
};
#define TAKES_LAYER(mark) (1u << LAYER_##mark)

/* Points: panels of small multiples that are higher stand one below the other. */
enum { PANEL_HIGH_PT = 171 };

struct chart_kind {
	const char *name; /* as in chart_kinds.def */
	enum plot_shape shape;
	bool by_value;       /* groups are ordered by value unless the author says otherwise */
	bool whole_interval; /* has a column of printed intervals */
	bool lists_all;      /* unknown groups too, though they have no figure */
	bool has_points;     /* that can hide a narrow interval */
	/* Of the axis: of shorter intervals the caps alone would show, beside the points; they are left out. 0 = none are. */
	double interval_share;
	bool needs_order;   /* groups must run from most to least deprived */
	bool prints_values; /* every value stands beside its mark */
	bool from_zero;     /* the axis starts at zero whatever the values */
	bool leaves_zero;   /* the axis may start elsewhere, whatever the plot says */
	bool shallow; /* as high as a trend, not as a full figure, unless the layout or plot says */
	size_t ticks; /* wanted */
	unsigned takes;        /* TAKES_... */
	bool repeats;          /* may be a panel of small multiples */
	double panel_pt;       /* least width of such a panel; 0 = that of a cell */
	double panel_lines_pt; /* the same of a panel with several lines, which are named at their ends */
	double row_pt; /* height of a group in a panel where many groups stand in rows; 0 = they never do */
	bool fills_rounded; /* a figure that rounds to zero has a filled point, not a hollow one */
	/* The note on marks of low reliability; 0 = of kinds with points, that these are hollow. */
	enum string_id hollow;
	enum string_id alt; /* how its text alternative begins */
	/* The same when it draws what the data need not allow: intervals, a fitted line. 0 = as alt. */
	enum string_id alt_detailed;
	/* Draws into canvas->scene; may set canvas->height and the scene's to what it needs. */
	void (*draw)(struct canvas *canvas);
};

/* NULL when there is none of that name. */
const struct chart_kind *chart_kind_find(const char *name);

/* A line of chart_kinds.def. */
struct chart_kind_entry {
	const struct chart_kind *kind;
	const char *name, *summary;
};

/* All of them in their order, ended by an entry without a kind. */
const struct chart_kind_entry *chart_kinds(void);

/* True when an interval reaches beyond the axis and is drawn with an arrow at its end. */
bool chart_cuts_interval(const struct plot *plot);

/* True when zero is not on the axis; then where it starts, and the decimals of its ticks. */
bool chart_leaves_zero(const struct plot *plot, double *start, unsigned *decimals);

/* True when there are intervals and the kind leaves all of them out, since they are as short as their points. */
bool chart_leaves_out_intervals(const struct plot *plot);

/* True when an interval is about as short as the point in it, and may not be seen. */
bool chart_hides_interval(const struct plot *plot);

/*
 * The scene of a plot for a width; height as the plot or the layout says, or as the kind needs. half: it
 * shares the width of the page with a neighbour.
 */
struct scene *chart_draw(struct arena *arena, struct text_engine *engine,
			 const struct layout *layout, const struct theme *theme,
			 const struct plot *plot, double width, bool half);

#endif
