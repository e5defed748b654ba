/*
 * waits.c - the shape of a waiting list: a panel a group with the share of its waits in every class of weeks as
 * steps, all waits behind it, the part over the standard tinted. The last cell explains the panels.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/waits_panel.h"
#include "document/plot_waits.h"

static const double least_cell = 136, row_gap = 12, usual_plot = 62, least_plot = 34;
static const double title_gap = 9, foot = 3, median_room = 3.5, most_of_page = 0.72, glyph = 15,
		    glyph_gap = 7;

/* All waits stand behind the groups and have no panel. */
static size_t group_count(const struct plot *plot)
{
	return plot->waits == NULL ? plot->series_count : plot->series_count - 1;
}

static bool has_medians(const struct plot *plot)
{
	for (size_t i = 0;
	     plot->waits != NULL && plot->waits->medians != NULL && i < group_count(plot); i++)
		if (plot->waits->medians[i].line[0] != '\0')
			return true;
	return false;
}

struct cells {
	size_t columns, rows;
	double width, gap, height, plot;
	size_t title_lines;
	size_t words_lines; /* under the title */
	double under_axis;  /* room for the marks of medians */
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
	struct cells cells = { .gap = canvas->layout->gutter_pt,
			       .title_lines = 1,
			       .words_lines = has_medians(canvas->plot) ? 2 : 1,
			       .under_axis = has_medians(canvas->plot) ? median_room : 0 };
	size_t count = group_count(canvas->plot) + 1;
	double head, axis, most;

	cells.columns =
		(size_t)fmax(1, floor((canvas->width + cells.gap) / (least_cell + cells.gap)));
	cells.columns = cells.columns > count ? count : cells.columns;
	cells.rows = (count + cells.columns - 1) / cells.columns;
	cells.width = (canvas->width + cells.gap) / (double)cells.columns - cells.gap;
	for (size_t i = 0; i + 1 < count; i++) {
		size_t lines = title_of(canvas, i, cells.width)->count;

		cells.title_lines = lines > cells.title_lines ? lines : cells.title_lines;
	}
	head = canvas->line_pt * (double)(cells.title_lines + cells.words_lines) + title_gap;
	axis = cells.under_axis + canvas->line_pt + foot;
	most = (page_height(canvas) + row_gap) / (double)cells.rows - row_gap - head - axis;
	cells.plot = fmax(least_plot, fmin(usual_plot, most));
	if (canvas->plot->height_pt > 0)
		cells.plot = fmax(least_plot, (canvas->height + row_gap) / (double)cells.rows -
						      row_gap - head - axis);
	cells.height = head + cells.plot + axis;
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
	struct waits_panel panel = { .scale = *scale, .under_axis = cells->under_axis };

	canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_TEXT, title, corner.x, base);
	base += canvas->line_pt * (double)cells->title_lines;
	if (canvas->plot->waits != NULL)
		canvas_text(canvas, PART_VALUE_LABEL, canvas->text, COLOUR_MARK, LABEL_LEFT,
			    corner.x, base, canvas->plot->waits->over[group]);
	if (cells->words_lines > 1)
		canvas_text(canvas, PART_VALUE_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT,
			    corner.x, base + canvas->line_pt,
			    canvas->plot->waits->medians[group].line);
	panel.box.top =
		corner.y + cells->height - foot - canvas->line_pt - cells->under_axis - cells->plot;
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

/* The mark of a line of the explanation: steps of the group and of all, the part over the standard, the median. */
static void draw_sample(struct canvas *canvas, size_t line, double x, double middle)
{
	const struct plot_median *median = canvas->plot->waits->medians;

	if (line < 2) {
		draw_step(canvas, line == 0 ? COLOUR_MARK : COLOUR_CONTEXT, line == 0 ? 1.6 : 1, x,
			  middle);
	} else if (line == 2) {
		path_rectangle(canvas->scene,
			       scene_fill(canvas->scene, PART_TINT,
					  canvas_colour(canvas, COLOUR_PART_OVER)),
			       (struct box){ x, middle - 4, glyph, 8 });
	} else {
		while (!median->placed)
			median++;
		if (median->from < median->to)
			waits_median_draw(canvas, x, x + glyph, middle - 2.5);
		else
			waits_median_draw(canvas, x + glyph / 2, x + glyph / 2, middle - 3.5);
	}
}

/* The cell behind the last panel; returns where it ends. */
static double draw_reading(struct canvas *canvas, const struct cells *cells)
{
	const struct plot_waits *waits = canvas->plot->waits;
	struct point corner = cell_corner(cells, group_count(canvas->plot));
	double base = corner.y + canvas->line_pt - 3, words = corner.x + glyph + glyph_gap;
	const char *labels[] = { waits->group_label, waits->all_label, waits->over_label,
				 waits->median_label };
	const size_t lines = waits->median_label == NULL || waits->median_label[0] == '\0' ? 3 : 4;
	const struct text_paragraph *text;

	canvas_text(canvas, PART_SERIES_LABEL, canvas->strong, COLOUR_TEXT, LABEL_LEFT, corner.x,
		    base, waits->reading);
	base += 4;
	for (size_t i = 0; i < lines; i++) {
		base += canvas->line_pt + 1;
		draw_sample(canvas, i, corner.x, base - canvas_middle(canvas, canvas->text));
		canvas_text(canvas, PART_SERIES_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT, words,
			    base, labels[i]);
	}
	text = canvas_wrap(canvas, canvas->tick, waits->classes, cells->width, ALIGN_LEFT);
	canvas_paragraph(canvas, PART_SERIES_LABEL, COLOUR_SECONDARY, text, corner.x,
			 base + canvas->line_pt + 4);
	return base + canvas->line_pt * (double)text->count + 4 + foot;
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
	for (size_t i = 0; i < group_count(canvas->plot); i++)
		draw_group(canvas, &cells, &scale, i);
	if (canvas->plot->waits != NULL)
		canvas->height = fmax(canvas->height, draw_reading(canvas, &cells));
	canvas->scene->height = canvas->height;
}

const struct chart_kind chart_waits = {
	.name = "waits",
	.shape = SHAPE_WAITS,
	.takes = TAKES_INDICATORS | TAKES_MEDIAN,
	.from_zero = true,
	.ticks = 2,
	.alt = STRING_ALT_WAITS,
	.draw = draw,
};
