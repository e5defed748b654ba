/*
 * overlay.h - draws what an author puts over a chart: layers and annotations. Targets, and layers that are one
 * figure for the whole chart, are lines across it; see reference_lines.h.
 *
 * A kind says where its panel, scale and categories are, and calls these between its own marks.
 */
#ifndef GRADIENT_CHART_OVERLAY_H
#define GRADIENT_CHART_OVERLAY_H

#include "chart/axis.h"

struct overlay_frame {
	const struct panel *panel;
	const struct scale *scale; /* up the panel, or along it */
	bool horizontal;           /* along */
	const double *middles;     /* of the categories, across the scale */
	double breadth;            /* of what stands for a category */
	double aside; /* how far dots of layers stand beside the middle, where intervals are; 0 = in it */
	bool solid; /* marks of the kind hide what lies under them */
};

/* Bands, and what stands back unless the marks are solid: before the marks of the kind. */
void overlay_under(struct canvas *canvas, const struct overlay_frame *frame);

/* All other marks of layers: after those of the kind. */
void overlay_over(struct canvas *canvas, const struct overlay_frame *frame);

/*
 * Names of layers, and annotations: last of all. What finds no place in the panel is written under the chart,
 * which becomes higher.
 */
void overlay_words(struct canvas *canvas, const struct overlay_frame *frame);

/* The farthest place, from one on, that a layer's mark reaches at a category; up: to smaller places. */
double overlay_reach(const struct plot *plot, const struct scale *scale, size_t category,
		     double place, bool up);

#endif
