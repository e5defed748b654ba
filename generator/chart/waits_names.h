/*
 * waits_names.h - names of two lines where they cross the standard: over the one on its left, under the other on
 * its right. Names too long for that stand over the panel with a sample of their lines, and their values alone
 * where the lines cross.
 */
#ifndef GRADIENT_CHART_WAITS_NAMES_H
#define GRADIENT_CHART_WAITS_NAMES_H

#include "chart/axis.h"

struct waits_name {
	bool over;   /* the higher of the two lines */
	bool dashed; /* how the line is drawn */
	struct point at;
	const char *name, *value;
};

/* True when every name and value has room beside its point. */
bool waits_names_fit(struct canvas *canvas, const struct panel *panel,
		     const struct waits_name *names, size_t count);

/* Beside their points; without names the values alone. */
void waits_names_draw(struct canvas *canvas, const struct panel *panel,
		      const struct waits_name *names, size_t count, bool with_names);

/* The names with samples, the higher line first; the height that they take, and drawing them from a top. */
double waits_key_height(struct canvas *canvas, const struct waits_name *names, size_t count);
void waits_key_draw(struct canvas *canvas, const struct waits_name *names, size_t count,
		    double top);

#endif
