/*
 * canvas.h - the sheet that a chart is drawn on: a scene, the theme's colours, the fonts of charts.
 *
 * Everything a kind draws goes through these functions, so that marks, intervals and states look the same
 * in all of them.
 */
#ifndef GRADIENT_CHART_CANVAS_H
#define GRADIENT_CHART_CANVAS_H

#include <stdbool.h>

#include "document/plot.h"
#include "model/layout.h"
#include "scene/scene.h"
#include "text/compose.h"
#include "text/engine.h"

struct arena;

struct canvas {
	struct arena *arena; /* of the drawing, and of what leads to it */
	struct arena *keep;  /* of the shaped text that is drawn, which the scene goes on using */
	struct text_engine *engine;
	const struct theme *theme;
	const struct layout *layout;
	const struct plot *plot;
	struct scene *scene;
	double width, height;
	int text, strong, tick; /* fonts */
	double line_pt;         /* from line to line of chart text */
};

enum label_align { LABEL_LEFT, LABEL_RIGHT, LABEL_CENTRE };

struct colour canvas_colour(const struct canvas *canvas, enum colour_role role);

/* One line of text; x is its left end, right end or middle, y its base line. */
void canvas_text(struct canvas *canvas, enum scene_part part, int font, enum colour_role colour,
		 enum label_align align, double x, double y, const char *text);

/* A value beside its mark, on a patch of paper so that lines behind it do not cross the digits. */
void canvas_value(struct canvas *canvas, int font, enum colour_role colour, double x, double y,
		  const char *text);

/* The same for the shorthand of a figure that is not shown. */
void canvas_state(struct canvas *canvas, double x, double y, const char *text);

/* A value as it stands alone beside its mark: followed by [u] when it is of low reliability. */
const char *canvas_value_text(const struct canvas *canvas, const struct plot_value *value);

double canvas_width(const struct canvas *canvas, int font, const char *text);

/* From the base line to the middle of a line of digits or capitals. */
double canvas_middle(const struct canvas *canvas, int font);

/* Width of the widest word, where no-break spaces give way. */
double canvas_widest_word(struct canvas *canvas, int font, const char *text);

enum { LABEL_LINES_MOST = 4 };

/*
 * A label broken into lines no wider than width; more than LABEL_LINES_MOST lines are cut with an
 * ellipsis: the whole name is in the text alternative and in the table.
 */
struct text_paragraph *canvas_wrap(struct canvas *canvas, int font, const char *text, double width,
				   enum text_align align);

/* Draws a wrapped label; x is the left end of its box, y the base line of its first line. */
void canvas_paragraph(struct canvas *canvas, enum scene_part part, enum colour_role colour,
		      const struct text_paragraph *paragraph, double x, double y);

/* The place of a line that stays in every font; x is the left end of the paragraph's box. */
struct text_hold canvas_hold(const struct text_paragraph *paragraph, const struct text_line *line,
			     double x);

/* A confidence interval from one place to another, with caps and a white halo; an arrow where it is cut. */
struct whisker {
	double low, high, across; /* places along and across the axis that measures */
	bool horizontal, dashed;
	bool cut_low, cut_high; /* the interval goes on beyond the axis */
	double cap;             /* length of the caps */
};
void canvas_whisker(struct canvas *canvas, const struct whisker *whisker);

/* Of what stands for a category: categories that are not emphasised stand back when others are. */
enum colour_role canvas_mark_colour(const struct canvas *canvas, size_t category);

/* A filled circle, or a ring for figures of low reliability. */
void canvas_dot(struct canvas *canvas, double x, double y, double radius, enum colour_role colour,
		bool ring);

void canvas_line(struct canvas *canvas, enum scene_part part, enum colour_role colour, double width,
		 double x1, double y1, double x2, double y2);

/* dash: length of a dash and of the gap after it. */
struct dashed_line {
	enum scene_part part;
	enum colour_role colour;
	double width, dash[2];
};

/* over_bars: with a white edge that parts the line from dark bars. */
void canvas_dashed(struct canvas *canvas, struct dashed_line line, struct point from,
		   struct point to, bool over_bars);

/* The average, with dashes of its own. */
void canvas_reference(struct canvas *canvas, struct point from, struct point to, bool over_bars);

/* Fine diagonal lines over a box whose figure is hidden; of other shapes: chart/hatch.h. */
void canvas_hatch(struct canvas *canvas, struct box box);

/* White or the colour of text, whichever reads better on a fill. */
enum colour_role canvas_text_on(const struct canvas *canvas, enum colour_role fill);

#endif
