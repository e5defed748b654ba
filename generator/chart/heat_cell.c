#include "chart/heat_cell.h"

#include <math.h>
#include <string.h>

#include "chart/hatch.h"
#include "chart/verdict_shape.h"
#include "scene/scene.h"

static const double margin = 3, left_margin = 1.5, shape_size = 6.5, shape_gap = 3.3;
static const double frame_line = 0.75, frame_margin = 4, frame_height = 15, patch = 2;

static double tail_room(void)
{
	return shape_gap + shape_size + margin;
}

static double text_room(const struct heat_brush *brush, const char *text)
{
	return text_width(brush->engine, brush->font, text);
}

/* The mark of a figure of low reliability stands where its shape would. */
static double mark_room(const struct heat_brush *brush, const struct heat_cell *cell)
{
	return cell->state == VALUE_UNRELIABLE ? shape_gap + text_room(brush, "[u]") + margin
					       : tail_room();
}

double heat_cell_width(const struct heat_brush *brush, const struct heat_cell *cell)
{
	double width = text_room(brush, cell->text);

	if (!value_state_is_shown(cell->state))
		return width + 2 * (margin + frame_margin);
	return left_margin + width + mark_room(brush, cell);
}

static double base_of(const struct heat_brush *brush, struct box box)
{
	return box.y + box.height / 2 + text_font_facts(brush->engine, brush->font)->capital_pt / 2;
}

/* Held at its right end or its middle. */
static void draw_text(struct scene *scene, const struct heat_brush *brush, enum scene_part part,
		      enum colour_role colour, const char *text, struct text_hold hold, double y)
{
	const struct shaped_text *shaped =
		text_shape(brush->engine, brush->font, text, strlen(text));
	double before = hold.side == SIDE_RIGHT ? shaped->width : shaped->width / 2;

	scene_text_held(scene, part, shaped, (struct point){ hold.x - before, y },
			brush->theme->colours[colour], hold);
}

static void draw_rectangle(struct scene *scene, struct scene_path *path, double x, double y,
			   double width, double height)
{
	path_rectangle(scene, path, (struct box){ x, y, width, height });
}

/* Shorthand in the middle of the cell, over lines or within a dotted frame. */
static void draw_state(struct scene *scene, const struct heat_brush *brush,
		       const struct heat_cell *cell, struct box box)
{
	double width = text_room(brush, cell->text), middle = box.x + box.width / 2;
	double half = width / 2 + frame_margin, high = fmin(frame_height, box.height) / 2;
	struct scene_path *path;

	scene->element = brush->ground;
	if (cell->state == VALUE_SUPPRESSED) {
		hatch_box(scene, brush->theme, box);
		path = scene_fill(scene, PART_HALO, brush->theme->colours[COLOUR_PAPER]);
		draw_rectangle(scene, path, middle - width / 2 - patch,
			       box.y + box.height / 2 - high + patch, width + 2 * patch,
			       2 * (high - patch));
	} else if (cell->state == VALUE_NOT_AVAILABLE) {
		path = scene_stroke(scene, PART_PANEL, brush->theme->colours[COLOUR_SECONDARY],
				    frame_line);
		path->dash[0] = path->dash[1] = frame_line;
		draw_rectangle(scene, path, middle - half, box.y + box.height / 2 - high, 2 * half,
			       2 * high);
	}
	scene->element = brush->words;
	draw_text(scene, brush, PART_STATE_MARK, COLOUR_SECONDARY, cell->text,
		  (struct text_hold){ SIDE_MIDDLE, middle }, base_of(brush, box));
}

void heat_cell_draw(struct scene *scene, const struct heat_brush *brush,
		    const struct heat_cell *cell, struct box box)
{
	int element = scene->element;
	double right = box.x + box.width, base = base_of(brush, box);
	enum colour_role tint = verdict_tint(cell->verdict);

	if (!value_state_is_shown(cell->state)) {
		draw_state(scene, brush, cell, box);
		scene->element = element;
		return;
	}
	scene->element = brush->ground;
	if (tint != COLOUR_PAPER)
		path_rectangle(scene, scene_fill(scene, PART_TINT, brush->theme->colours[tint]),
			       box);
	scene->element = brush->words;
	draw_text(scene, brush, PART_VALUE_LABEL, COLOUR_TEXT, cell->text,
		  (struct text_hold){ SIDE_RIGHT, right - mark_room(brush, cell) }, base);
	if (cell->state == VALUE_UNRELIABLE) {
		/* In the text of a page a blank stands before it. */
		scene->element = brush->mark;
		draw_text(scene, brush, PART_STATE_MARK, COLOUR_SECONDARY,
			  brush->mark >= 0 ? " [u]" : "[u]",
			  (struct text_hold){ SIDE_RIGHT, right - margin }, base);
	}
	scene->element = brush->picture;
	verdict_shape_draw(scene, brush->theme, cell->verdict, right - margin - shape_size / 2,
			   box.y + box.height / 2, shape_size);
	scene->element = element;
}
