#include "chart/diamond.h"

static const double halo = 1.2, edge = 1.4, inset = 1;

void diamond_trace(struct scene *scene, struct scene_path *path, struct point middle, double half)
{
	path_move(scene, path, middle.x, middle.y - half);
	path_line(scene, path, middle.x + half, middle.y);
	path_line(scene, path, middle.x, middle.y + half);
	path_line(scene, path, middle.x - half, middle.y);
	path_close(scene, path);
}

static void fill(struct canvas *canvas, enum scene_part part, enum colour_role colour,
		 struct point middle, double half)
{
	struct scene_path *path = scene_fill(canvas->scene, part, canvas_colour(canvas, colour));

	diamond_trace(canvas->scene, path, middle, half);
}

void diamond_draw(struct canvas *canvas, enum colour_role colour, struct point middle, bool open)
{
	struct scene_path *path;

	fill(canvas, PART_HALO, COLOUR_PAPER, middle, DIAMOND_HALF + halo);
	if (!open) {
		fill(canvas, PART_DOT, colour, middle, DIAMOND_HALF);
		return;
	}
	path = scene_fill(canvas->scene, PART_DOT, canvas_colour(canvas, COLOUR_PAPER));
	path->stroked = true;
	path->stroke = canvas_colour(canvas, colour);
	path->line_width = edge;
	diamond_trace(canvas->scene, path, middle, DIAMOND_HALF - inset);
}
