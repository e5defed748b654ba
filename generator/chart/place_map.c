#include "chart/place_map.h"
#include "chart/axis.h"

#include <math.h>

#include "base/arena.h"
#include "chart/labels.h"
#include "chart/outline.h"
#include "chart/place_legend.h"
#include "document/plot_places.h"

static const double border = 0.75, own_border = 2.2, legend_gap = 18, label_gap = 2;

/* Left and top, right and bottom of all outlines in their plane. */
struct extent {
	double left, top, right, bottom;
};

static struct extent extent_of(const struct plot_places *places, size_t count)
{
	struct extent extent = { INFINITY, INFINITY, -INFINITY, -INFINITY };

	for (size_t i = 0; i < count; i++)
		for (size_t r = 0; r < places->items[i].ring_count; r++) {
			const struct map_ring *ring = &places->items[i].rings[r];

			for (size_t p = 0; p < ring->count; p++) {
				extent.left = fmin(extent.left, ring->points[p].x);
				extent.right = fmax(extent.right, ring->points[p].x);
				extent.top = fmin(extent.top, ring->points[p].y);
				extent.bottom = fmax(extent.bottom, ring->points[p].y);
			}
		}
	return extent;
}

static void draw_outline(struct canvas *canvas, size_t category, const struct outline *outline)
{
	const struct plot_place *place = &canvas->plot->places->items[category];
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	struct scene_path *path = scene_fill(canvas->scene, PART_PLACE,
					     canvas_colour(canvas, place_colour(place->step)));

	path->stroked = true;
	path->round_ends = true;
	path->stroke = canvas_colour(canvas, COLOUR_STEP_1);
	path->line_width = border;
	if (value->state == VALUE_NOT_AVAILABLE) {
		path->dash[0] = 1;
		path->dash[1] = 1.6;
	}
	outline_trace(canvas->scene, path, outline);
	if (value->state == VALUE_SUPPRESSED)
		hatch_draw(canvas->scene, canvas->theme, outline->rings, outline->count);
}

/* Over the borders of its neighbours; the light line inside the dark one is seen on a dark place. */
static void draw_own(struct canvas *canvas, const struct outline *outline)
{
	static const struct {
		enum scene_part part;
		enum colour_role colour;
		double width;
	} lines[] = { { PART_HALO, COLOUR_PAPER, 5 }, { PART_OWN_PLACE, COLOUR_TEXT, 2.2 } };

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct scene_path *path =
			scene_stroke(canvas->scene, lines[i].part,
				     canvas_colour(canvas, lines[i].colour), lines[i].width);

		path->round_ends = true;
		outline_trace(canvas->scene, path, outline);
	}
}

static enum colour_role text_on(const struct canvas *canvas, unsigned step)
{
	return canvas_text_on(canvas, place_colour(step));
}

/* Words on hatching need a ground of their own. */
static void clear_ground(struct canvas *canvas, size_t category, struct box box)
{
	if (plot_value(canvas->plot, 0, category)->state == VALUE_SUPPRESSED)
		path_rectangle(
			canvas->scene,
			scene_fill(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER)),
			box);
}

/* Name and figure where they fit inside; false when they do not. */
static bool draw_label(struct canvas *canvas, size_t category, const struct outline *outline,
		       struct obstacles *taken)
{
	const struct plot_place *place = &canvas->plot->places->items[category];
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	const char *text = canvas_value_text(canvas, value);
	enum colour_role colour = text_on(canvas, place->step);
	double widest =
		canvas_widest_word(canvas, canvas->tick, canvas->plot->categories[category].label);
	double value_width = canvas_width(canvas, canvas->strong, text), line = canvas->line_pt;
	struct text_paragraph *name =
		canvas_wrap(canvas, canvas->tick, canvas->plot->categories[category].label,
			    fmax(widest, value_width) + 1, ALIGN_CENTRE);
	double width = fmax(widest, value_width) + 1 + 2 * label_gap;
	double height = line * (double)(name->count + 1) + label_gap;
	struct box room;

	if (!outline_find_room(outline, width, height, &room))
		return false;
	clear_ground(canvas, category, room);
	canvas_paragraph(canvas, PART_GROUP_LABEL, colour, name, room.x + label_gap,
			 room.y + line * 0.8);
	canvas_text(canvas, PART_VALUE_LABEL, canvas->strong, colour, LABEL_CENTRE,
		    room.x + width / 2, room.y + line * ((double)name->count + 0.8), text);
	obstacles_add_box(canvas->arena, taken, room);
	return true;
}

/* -- places that are named beside the map ------------------------------------------------------- */

/* More than these would be a table. */
enum { LISTED_MOST = 20 };

struct listed {
	size_t categories[LISTED_MOST];
	size_t count;
	bool too_many;
};

static const char *number_of(const struct canvas *canvas, size_t position)
{
	return arena_printf(canvas->arena, "%zu", position + 1);
}

/* A number in the place, or beside it on a leader line where it is too small for that. */
static void draw_numbers(struct canvas *canvas, const struct listed *listed,
			 const struct outline *outlines, struct obstacles *taken, struct box within)
{
	struct point_label *labels = arena_array(canvas->arena, listed->count, sizeof(*labels));
	size_t small = 0;

	for (size_t i = 0; i < listed->count; i++) {
		size_t category = listed->categories[i];
		const char *text = number_of(canvas, i);
		double width = canvas_width(canvas, canvas->tick, text) + 2;
		struct box room;

		if (!outline_find_room(&outlines[category], width, canvas->line_pt - 1, &room)) {
			labels[small++] = (struct point_label){
				.text = text,
				.font = canvas->tick,
				.colour = COLOUR_TEXT,
				.part = PART_GROUP_LABEL,
				.at = { outlines[category].box.x + outlines[category].box.width / 2,
					outlines[category].box.y +
						outlines[category].box.height / 2 },
				.clear = 1,
			};
			continue;
		}
		clear_ground(canvas, category, room);
		canvas_text(canvas, PART_GROUP_LABEL, canvas->tick,
			    text_on(canvas, canvas->plot->places->items[category].step),
			    LABEL_CENTRE, room.x + width / 2, room.y + (canvas->line_pt - 1) * 0.8,
			    text);
		obstacles_add_box(canvas->arena, taken, room);
	}
	labels_place(canvas, labels, small,
		     (struct labels_room){ .within = within, .obstacles = taken });
	labels_draw(canvas, labels, small);
}

/* Number, name and figure, from a corner down; returns the bottom. */
static double draw_list(struct canvas *canvas, const struct listed *listed, double left, double top)
{
	const struct plot *plot = canvas->plot;
	double number = canvas_width(canvas, canvas->tick, "00") + 5, base = top;
	double width = canvas->width - left - number;

	for (size_t i = 0; i < listed->count; i++) {
		const struct plot_value *value = plot_value(plot, 0, listed->categories[i]);
		const char *text = arena_printf(canvas->arena, "%s  %s",
						plot->categories[listed->categories[i]].label,
						canvas_value_text(canvas, value));
		struct text_paragraph *words =
			canvas_wrap(canvas, canvas->tick, text, width, ALIGN_LEFT);

		base += canvas->line_pt;
		canvas_text(canvas, PART_GROUP_LABEL, canvas->tick, COLOUR_SECONDARY, LABEL_LEFT,
			    left, base, number_of(canvas, i));
		canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_TEXT, words, left + number, base);
		base += canvas->line_pt * (double)(words->count - 1);
	}
	return base + 5;
}

static void draw_labels(struct canvas *canvas, const struct outline *outlines,
			struct listed *listed, struct box within)
{
	struct obstacles taken = { 0 };

	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		if (outlines[i].count == 0 || draw_label(canvas, i, &outlines[i], &taken))
			continue;
		listed->too_many = listed->too_many || listed->count == LISTED_MOST;
		if (listed->count < LISTED_MOST)
			listed->categories[listed->count++] = i;
	}
	/* Half of a list would tell less than none: the table has them all. */
	if (listed->too_many)
		listed->count = 0;
	draw_numbers(canvas, listed, outlines, &taken, within);
}

/* Beside a map that leaves the width, else under it. */
static struct box place_map(struct canvas *canvas, const struct extent *extent, double top,
			    bool *beside)
{
	double across = fmax(extent->right - extent->left, 1e-9);
	double down = fmax(extent->bottom - extent->top, 1e-9);
	double legend = place_legend_width(canvas), height = canvas->height;
	double width = fmin(canvas->width, height * across / down);

	*beside = legend > 0 && width + legend_gap + legend <= canvas->width;
	return (struct box){ own_border / 2, top + own_border / 2, width - own_border,
			     fmin(height, width * down / across) - own_border };
}

double place_map_draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	size_t count = plot->category_count;
	struct extent extent = extent_of(plot->places, count);
	struct outline *outlines = arena_array(canvas->arena, count, sizeof(*outlines));
	bool beside;
	const double top = axis_title(canvas);
	struct box box = place_map(canvas, &extent, top, &beside);
	double scale = fmin(box.width / fmax(extent.right - extent.left, 1e-9),
			    box.height / fmax(extent.bottom - extent.top, 1e-9));
	struct outline_fit fit = { scale, box.x - extent.left * scale, box.y - extent.top * scale };
	double bottom = box.y + box.height + own_border, left;
	struct listed listed = { 0 };

	for (size_t i = 0; i < count; i++)
		outlines[i] = outline_fitted(canvas->arena, plot->places->items[i].rings,
					     plot->places->items[i].ring_count, fit);
	for (size_t i = 0; i < count; i++)
		if (outlines[i].count > 0)
			draw_outline(canvas, i, &outlines[i]);
	for (size_t i = 0; i < count; i++)
		if (outlines[i].count > 0 && plot->categories[i].emphasised)
			draw_own(canvas, &outlines[i]);
	draw_labels(canvas, outlines, &listed, box);
	if (!beside)
		return draw_list(canvas, &listed, 0,
				 place_legend_draw(canvas, 0, bottom + 4, canvas->width));
	left = box.x + box.width + legend_gap;
	return fmax(bottom,
		    draw_list(canvas, &listed, left,
			      place_legend_draw(canvas, left, top, place_legend_width(canvas))));
}
