/*
 * bodies.h - the bodies or places that a chart sets side by side, one figure each; shared by the makers of this
 * folder alone.
 */
#ifndef GRADIENT_RESOLVE_PLOTS_BODIES_H
#define GRADIENT_RESOLVE_PLOTS_BODIES_H

#include "resolve/plots/maker.h"

enum { BODIES_MOST = 400 };

struct body_figure {
	const char *code;  /* as the data have it */
	const char *other; /* further codes of the same body, with ";"; "" if none */
	const char *label;
	struct view view;               /* of the total of a body, or of the groups it is one of */
	const struct view_group *group; /* NULL: the total */
	struct value value;             /* of the chart's measure */
	enum comparison comparison;     /* with the benchmark */
	bool much;                      /* it shows at the second grade, too */
	bool own;                       /* the body that the report is of, or that is emphasised */
};

/*
 * Groups of the breakdown of the chart, where it is by organisation or by anything that has no order; else the
 * body itself and its peers. The view of the chart is then that of the body's total. 0 when there are none.
 */
size_t find_bodies(struct chart *chart, bool any_groups, struct body_figure **bodies);

/* In the order that the author asks for; else the highest first, those without a figure last. */
void order_bodies(const struct chart *chart, struct body_figure *bodies, size_t count);

/* Categories and one series of a plot; the first figures of the bodies are asked for, others stay missing. */
void set_bodies(struct chart *chart, const struct body_figure *bodies, size_t count,
		size_t figures);

#endif
