/*
 * waits.c - the shape of a waiting list: a panel a group with the share of its waits in every class of weeks as
 * steps, all waits behind it, the part over the standard tinted. The last cell explains the panels.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/waits_panel.h"
#include "document/plot_waits.h"

static const double least_cell = 136, row_gap = 12, usual_plot = 62, least_plot = 34;
static const double title_gap = 9, foot = 3, most_of_page = 0.72, glyph = 15, glyph_gap = 7;

/* All waits stand behind the groups and have no panel. */
static size_t group_count(const struct plot *plot)
{
	return plot->waits == NULL ? plot->series_count : plot->series_count - 1;
}

struct cells {
	size_t columns, rows;
	double width, gap, height, plot;
	size_t title_lines;
};

static struct text_paragraph *title_of(struct canvas *canvas, size_t group, double width)
{
	return canvas_wrap(canvas, canvas->strong, canvas->plot->series[group].label, width,
			   ALIGN_LEFT);
}

/* Of a page, what a figure may take beside its words. */
static double page_height(const struct canvas *canvas)
{
	const struct layout *layout = canvas->layout;

	return most_of_page * (layout->height_pt - layout->top_pt - layout->bottom_pt);
}

static struct cells place_cells(struct canvas *canvas)
{
	struct cells cells = { .gap = canvas->layout->gutter_pt, .title_lines = 1 };
	size_t count = group_count(canvas->plot) + 1;
	double head, most;

	cells.columns =
		(size_t)fmax(1, floor((canvas->width + cells.gap) / (least_cell + cells.gap)));
	cells.columns = cells.columns > count ? count : cells.columns;
	cells.rows = (count + cells.columns - 1) / cells.columns;
	cells.width = (canvas->width + cells.gap) / (double)cells.columns - cells.gap;
	for (size_t i = 0; i + 1 < count; i++) {
		size_t lines = title_of(canvas, i, cells.width)->count;

		cells.title_lines = lines > cells.title_lines ? lines : cells.title_lines;
	}
	head = canvas->line_pt * (double)(cells.title_lines + 1) + title_gap;
	most = (page_height(canvas) + row_gap) / (double)cells.rows - row_gap - head -
	       canvas->line_pt - foot;
	cells.plot = fmax(least_plot, fmin(usual_plot, most));
	if (canvas->plot->height_pt > 0)
		cells.plot = fmax(least_plot, (canvas->height + row_gap) / (double)cells.rows -
						      row_gap - head - canvas->line_pt - foot);
	cells.height = head + cells.plot + canvas->line_pt + foot;
	return cells;
}

static struct point cell_corner(const struct cells *cells, size_t cell)
{
	return (struct point){
		(double)(cell % cells->columns) * (cells->width + cells->gap),
		(double)(cell / cells->columns) * (cells->height + row_gap),
	};
}

static void draw_group(struct canvas *canvas, const struct cells *cells, const struct scale *scale,
		       size_t group)
{
	struct point corner = cell_corner(cells, group);
	const struct text_paragraph *title = title_of(canvas, group, cells->width);
	double base = corner.y + canvas->line_pt - 3;
	struct waits_panel panel = { .scale = *scale };

	canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_TEXT, title, corner.x, base);
	base += canvas->line_pt * (double)cells->title_lines;
	if (canvas->plot->waits != NULL)
		canvas_text(canvas, PART_VALUE_LABEL, canvas->text, COLOUR_MARK, LABEL_LEFT,
			    corner.x, base, canvas->plot->waits->over[group]);
	panel.box.top = corner.y + cells->height - foot - canvas->line_pt - cells->plot;
	panel.box.bottom = panel.box.top + cells->plot;
	panel.box.left = corner.x + axis_tick_width(canvas, scale) + 6;
	panel.box.right = corner.x + cells->width - 2;
	waits_panel_draw(canvas, &panel, group, canvas->plot->series_count - 1);
}

static void draw_step(struct canvas *canvas, enum colour_role colour, double width, double x,
		      double y)
{
	struct scene_path *path =
		scene_stroke(canvas->scene, PART_LEADER, canvas_colour(canvas, colour), width);

	path_move(canvas->scene, path, x, y - 3.5);
	path_line(canvas->scene, path, x + glyph / 2, y - 3.5);
	path_line(canvas->scene, path, x + glyph / 2, y + 3.5);
	path_line(canvas->scene, path, x + glyph, y + 3.5);
}

/* The cell behind the last panel. */
static void draw_reading(struct canvas *canvas, const struct cells *cells)
{
	const struct plot_waits *waits = canvas->plot->waits;
	struct point corner = cell_corner(cells, group_count(canvas->plot));
	double base = corner.y + canvas->line_pt - 3, words = corner.x + glyph + glyph_gap;
	const char *labels[] = { waits->group_label, waits->all_label, waits->over_label };
	const struct text_paragraph *text;

	canvas_text(canvas, PART_SERIES_LABEL, canvas->strong, COLOUR_TEXT, LABEL_LEFT, corner.x,
		    base, waits->reading);
	base += 4;
	for (size_t i = 0; i < 3; i++) {
		double middle;

		base += canvas->line_pt + 1;
		middle = base - canvas_middle(canvas, canvas->text);
		if (i < 2)
			draw_step(canvas, i == 0 ? COLOUR_MARK : COLOUR_CONTEXT, i == 0 ? 1.6 : 1,
				  corner.x, middle);
		else
			path_rectangle(canvas->scene,
				       scene_fill(canvas->scene, PART_TINT,
						  canvas_colour(canvas, COLOUR_PART_OVER)),
				       (struct box){ corner.x, middle - 4, glyph, 8 });
		canvas_text(canvas, PART_SERIES_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT, words,
			    base, labels[i]);
	}
	text = canvas_wrap(canvas, canvas->tick, waits->classes, cells->width, ALIGN_LEFT);
	canvas_paragraph(canvas, PART_SERIES_LABEL, COLOUR_SECONDARY, text, corner.x,
			 base + canvas->line_pt + 4);
}

static void draw(struct canvas *canvas)
{
	struct scale scale;
	struct cells cells;

	if (!axis_scale(canvas->plot, &scale)) {
		axis_empty(canvas);
		return;
	}
	cells = place_cells(canvas);
	canvas->height = (double)cells.rows * (cells.height + row_gap) - row_gap;
	canvas->scene->height = canvas->height;
	for (size_t i = 0; i < group_count(canvas->plot); i++)
		draw_group(canvas, &cells, &scale, i);
	if (canvas->plot->waits != NULL)
		draw_reading(canvas, &cells);
}

const struct chart_kind chart_waits = {
	.name = "waits",
	.shape = SHAPE_WAITS,
	.takes = TAKES_INDICATORS,
	.from_zero = true,
	.ticks = 2,
	.alt = STRING_ALT_WAITS,
	.draw = draw,
};
