/*
 * small_multiples.c - another kind of chart repeated in cells of equal width, in reading order, each under its
 * title; all on one scale unless their units differ. Cells with many rows are wider.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/kind.h"

enum { ACROSS_MOST = 3 };

/* Points: a cell is at least 48 mm x 40 mm; one that grows much higher gets more width. */
static const double least_width = 136, cell_height = 114, gap_across = 17, most_numbers = 0.6;
static const double gap_down = 12, title_gap = 5;

struct cell {
	struct text_paragraph *title;
	struct scene *scene;
};

/* A panel as it is drawn: on the scale of all, and of the height of a cell. */
static struct scene *draw_panel(struct canvas *canvas, const struct plot *panel, double width)
{
	const struct plot *plot = canvas->plot;
	struct plot *drawn = arena_alloc(canvas->arena, sizeof(*drawn));

	*drawn = *panel;
	drawn->height_pt = cell_height;
	if (plot->has_range) {
		drawn->has_range = true;
		drawn->range_low = plot->range_low;
		drawn->range_high = plot->range_high;
	}
	return chart_draw(canvas->keep, canvas->engine, canvas->layout, canvas->theme, drawn, width,
			  true);
}

static double cell_width(const struct canvas *canvas, size_t across)
{
	return (canvas->width - gap_across * (double)(across - 1)) / (double)across;
}

/* What numbers beside the marks and at the axis take of a panel. */
static double numbers_width(struct canvas *canvas, const struct plot *panel)
{
	double widest = 0;

	for (size_t i = 0; i < panel->series_count * panel->category_count; i++)
		widest = fmax(widest, canvas_width(canvas, canvas->strong,
						   canvas_value_text(canvas, &panel->values[i])));
	return widest;
}

/* Wide enough for its kind and its numbers, and low enough to be read at one glance. */
static bool fits(struct canvas *canvas, const struct plot *panel, double width)
{
	const struct chart_kind *kind = chart_kind_find(panel->kind);
	double least = fmax(least_width, kind->panel_pt);

	if (panel->series_count > 1 && panel->series_short != NULL)
		least = fmax(least, kind->panel_lines_pt);
	return width >= least && 2 * numbers_width(canvas, panel) <= most_numbers * width &&
	       draw_panel(canvas, panel, width)->height <= PANEL_HIGH_PT;
}

/* How many cells stand side by side. */
static size_t find_across(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	size_t across = plot->panel_count < ACROSS_MOST ? plot->panel_count : ACROSS_MOST;

	for (; across > 1; across--) {
		size_t fit = 0;

		while (fit < plot->panel_count &&
		       fits(canvas, plot->panels[fit], cell_width(canvas, across)))
			fit++;
		if (fit == plot->panel_count)
			break;
	}
	return across;
}

static struct cell cell_of(struct canvas *canvas, const struct plot *panel, double width)
{
	return (struct cell){
		.title = canvas_wrap(canvas, canvas->strong, panel->panel_title, width, ALIGN_LEFT),
		.scene = draw_panel(canvas, panel, width),
	};
}

/* Titles of a row stand on the lines next to their panels. Returns the bottom of the row. */
static double draw_row(struct canvas *canvas, const struct cell *cells, size_t count, double width,
		       double top)
{
	double ascent = text_font_facts(canvas->engine, canvas->strong)->ascent_pt;
	double titles = 0, height = 0;

	for (size_t i = 0; i < count; i++) {
		titles = fmax(titles, canvas->line_pt * (double)cells[i].title->count);
		height = fmax(height, cells[i].scene->height);
	}
	for (size_t i = 0; i < count; i++) {
		double left = (width + gap_across) * (double)i;
		double above = titles - canvas->line_pt * (double)cells[i].title->count;

		canvas_paragraph(canvas, PART_HEADING, COLOUR_TEXT, cells[i].title, left,
				 top + above + ascent);
		scene_use(canvas->scene, cells[i].scene, left, top + titles + title_gap);
	}
	return top + titles + title_gap + height;
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	double low, high, top, width;
	struct cell cells[ACROSS_MOST];
	size_t across;

	if (!plot_extent(plot, &low, &high)) {
		axis_empty(canvas);
		return;
	}
	across = find_across(canvas);
	width = cell_width(canvas, across);
	top = axis_title(canvas);
	for (size_t first = 0; first < plot->panel_count; first += across) {
		size_t count = 0;

		for (; count < across && first + count < plot->panel_count; count++)
			cells[count] = cell_of(canvas, plot->panels[first + count], width);
		top = draw_row(canvas, cells, count, width, top) + gap_down;
	}
	canvas->height = top - gap_down;
	canvas->scene->height = canvas->height;
}

const struct chart_kind chart_small_multiples = {
	.name = "small-multiples",
	.shape = SHAPE_PANELS,
	.takes = TAKES_INDICATORS | TAKES_PANELS,
	.has_points = true,
	.alt = STRING_ALT_PANELS,
	.draw = draw,
};
