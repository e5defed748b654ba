#include "chart/process_mark.h"

#include "chart/diamond.h"

static const double radius = 3, outline = 0.75, icon_radius = 9, icon_line = 1.2, icon_gap = 5,
		    icon_edge = 0.3; /* paper between the ring and the line around it */

enum colour_role process_colour(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_BETTER:
		return COLOUR_CONTROL_IMPROVING;
	case VERDICT_WORSE:
		return COLOUR_CONTROL_WORSENING;
	case VERDICT_HIGHER:
	case VERDICT_LOWER:
		return COLOUR_CONTROL_NEUTRAL;
	case VERDICT_SIMILAR:
	case VERDICT_NOT_COMPARED:
		return COLOUR_CONTROL_USUAL;
	}
	return COLOUR_CONTROL_USUAL;
}

void process_mark_draw(struct canvas *canvas, enum verdict verdict, double x, double y, bool ring)
{
	struct scene *scene = canvas->scene;
	struct scene_path *path =
		scene_fill(scene, PART_DOT,
			   canvas_colour(canvas, ring ? COLOUR_PAPER : process_colour(verdict)));

	path->stroked = true;
	path->stroke = canvas_colour(canvas, ring ? process_colour(verdict) : COLOUR_TEXT);
	path->line_width = ring ? 2 * outline : outline;
	if (verdict == VERDICT_WORSE)
		path_rectangle(scene, path,
			       (struct box){ x - radius, y - radius, 2 * radius, 2 * radius });
	else if (verdict == VERDICT_HIGHER || verdict == VERDICT_LOWER)
		diamond_trace(scene, path, (struct point){ x, y }, radius * 1.35);
	else
		path_circle(scene, path, x, y, radius * 1.1);
	if (verdict == VERDICT_BETTER)
		path_circle(
			scene,
			scene_fill(scene, PART_VERDICT,
				   canvas_colour(
					   canvas,
					   ring ? COLOUR_TEXT
						: canvas_text_on(canvas, process_colour(verdict)))),
			x, y, radius * 0.4);
}

/* Common cause has no letter: a wave. */
static void draw_wave(struct canvas *canvas, double x, double y)
{
	struct scene_path *path =
		scene_stroke(canvas->scene, PART_VERDICT, canvas_colour(canvas, COLOUR_TEXT), 1.2);

	path->round_ends = true;
	path_move(canvas->scene, path, x - 4.5, y + 1.5);
	path_line(canvas->scene, path, x - 1.5, y - 1.5);
	path_line(canvas->scene, path, x + 1.5, y + 1.5);
	path_line(canvas->scene, path, x + 4.5, y - 1.5);
}

double process_icon_height(void)
{
	return 2 * icon_radius + 4;
}

double process_icon_width(struct canvas *canvas, const struct process_icon *icon)
{
	return icon->words[0] == '\0' ? 0
				      : 2 * icon_radius + icon_gap +
						canvas_width(canvas, canvas->text, icon->words);
}

double process_icon_draw(struct canvas *canvas, const struct process_icon *icon, double x, double y)
{
	double middle = x + icon_radius;
	struct scene_path *ring;

	if (icon->words[0] == '\0')
		return 0;
	ring = scene_fill(canvas->scene, PART_VERDICT, canvas_colour(canvas, COLOUR_PAPER));
	ring->stroked = true;
	ring->stroke = canvas_colour(canvas, process_colour(icon->verdict));
	ring->line_width = 2 * icon_line;
	path_circle(canvas->scene, ring, middle, y, icon_radius - icon_line - icon_edge);
	path_circle(
		canvas->scene,
		scene_stroke(canvas->scene, PART_VERDICT, canvas_colour(canvas, COLOUR_TEXT), 0.5),
		middle, y, icon_radius);
	path_circle(canvas->scene,
		    scene_fill(canvas->scene, PART_VERDICT, canvas_colour(canvas, COLOUR_PAPER)),
		    middle, y, icon_radius - 2 * icon_line);
	if (icon->letter[0] == '\0')
		draw_wave(canvas, middle, y);
	else
		canvas_text(canvas, PART_SERIES_LABEL, canvas->strong, COLOUR_TEXT, LABEL_CENTRE,
			    middle, y + canvas_middle(canvas, canvas->strong), icon->letter);
	canvas_text(canvas, PART_SERIES_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT,
		    x + 2 * icon_radius + icon_gap, y + canvas_middle(canvas, canvas->text),
		    icon->words);
	return process_icon_width(canvas, icon);
}
