/*
 * labels.h - names of points in a panel: each stands beside its point or, where there is no room, further
 * away on a leader line. Labels touch neither each other nor any mark and never leave the panel.
 *
 * A label is placed where it is nearest to its point; the first in the list chooses first, so the same
 * labels always stand at the same places. One that finds no place is left out: the chart's note or text
 * alternative has to say so.
 */
#ifndef GRADIENT_CHART_LABELS_H
#define GRADIENT_CHART_LABELS_H

#include "chart/canvas.h"
#include "chart/obstacles.h"

struct point_label {
	const char *text;
	int font;
	enum colour_role colour;
	enum scene_part part;
	struct point at; /* the middle of what it names */
	double clear;    /* from there to the edge of the mark */
	double indent;   /* room before the words, for a sample of the mark; 0 = none */

	/* Set by labels_place(). */
	bool placed;
	struct text_paragraph *paragraph;
	struct box
		box; /* of its words: from the capitals of the first line to the tails of the last */
	bool has_leader;
	struct obstacle_line leader; /* from the mark to the words */
};

struct labels_room {
	struct box within; /* no word leaves it */
	const struct obstacles
		*obstacles; /* lines among them are crossed when all else fails; NULL = none */
	double most_width;  /* of a label; a longer one is broken into lines; 0 = half of within */
	double crossing_cost; /* points that a label goes further away rather than cross a line; 0 = some */
};

/* Chooses the places; returns how many labels found none. */
size_t labels_place(struct canvas *canvas, struct point_label *labels, size_t count,
		    struct labels_room room);

/* Draws leaders and words of those that are placed, over whatever was drawn before, on the same ground. */
void labels_draw(struct canvas *canvas, const struct point_label *labels, size_t count);

#endif
