/*
 * place_tiles.c - places as tiles of one size, with their names and figures: in order, or where the author
 * puts them.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/place_legend.h"
#include "chart/place_map.h"
#include "document/plot_places.h"

static const double gap = 2, inside = 4, least_width = 62, most_width = 150, border = 0.75;
static const double own_border = 2.2;

/* A name broken into so many lines fills some of them by half. Many places make small tiles. */
enum { MANY_TILES = 20 };
static const double lines_wanted = 2.4, lines_of_many = 3.2;

struct tiles {
	size_t columns, rows;
	double width, height;
	struct text_paragraph **names; /* of every category */
	double top;
};

static bool has_grid(const struct plot *plot)
{
	return plot->places != NULL && plot->places->columns > 0;
}

/* As many side by side as leave every word whole, if that can be. */
static void choose_columns(struct canvas *canvas, struct tiles *tiles)
{
	const struct plot *plot = canvas->plot;
	bool many = plot->category_count > MANY_TILES;
	double needed = least_width, lines = many ? lines_of_many : lines_wanted;

	for (size_t i = 0; i < plot->category_count; i++) {
		const char *name = plot->categories[i].label;

		needed = fmax(needed,
			      canvas_widest_word(canvas, canvas->tick, name) + 2 * inside + 1);
		needed =
			fmax(needed, canvas_width(canvas, canvas->tick, name) / lines + 2 * inside);
	}
	needed = fmin(needed, canvas->width / (many ? 6.5 : 2) - gap);
	/* A name can be broken, a number not. */
	for (size_t i = 0; i < plot->category_count; i++)
		needed = fmax(needed,
			      canvas_width(canvas, canvas->strong,
					   canvas_value_text(canvas, plot_value(plot, 0, i))) +
				      2 * inside);
	tiles->columns = (size_t)fmax(1, floor((canvas->width + gap) / (needed + gap)));
	if (tiles->columns > plot->category_count)
		tiles->columns = plot->category_count;
	tiles->rows = (plot->category_count + tiles->columns - 1) / tiles->columns;
}

static void measure(struct canvas *canvas, struct tiles *tiles)
{
	const struct plot *plot = canvas->plot;
	size_t lines = 1;

	if (has_grid(plot)) {
		tiles->columns = plot->places->columns;
		tiles->rows = plot->places->rows;
	} else {
		choose_columns(canvas, tiles);
	}
	tiles->width = fmin(most_width, (canvas->width + gap) / (double)tiles->columns - gap);
	tiles->names = arena_array(canvas->arena, plot->category_count, sizeof(*tiles->names));
	for (size_t i = 0; i < plot->category_count; i++) {
		tiles->names[i] = canvas_wrap(canvas, canvas->tick, plot->categories[i].label,
					      fmax(tiles->width - 2 * inside, 8), ALIGN_LEFT);
		lines = tiles->names[i]->count > lines ? tiles->names[i]->count : lines;
	}
	tiles->height = canvas->line_pt * (double)(lines + 1) + 2 * inside;
}

static struct box box_of(const struct plot *plot, const struct tiles *tiles, size_t category)
{
	size_t column = category % tiles->columns, row = category / tiles->columns;

	if (has_grid(plot)) {
		column = plot->places->items[category].column - 1;
		row = plot->places->items[category].row - 1;
	}
	return (struct box){ (double)column * (tiles->width + gap),
			     tiles->top + (double)row * (tiles->height + gap), tiles->width,
			     tiles->height };
}

static void draw_frame(struct canvas *canvas, size_t category, struct box box, unsigned step)
{
	const struct plot_value *value = plot_value(canvas->plot, 0, category);
	bool own = canvas->plot->categories[category].emphasised;
	double width = own ? own_border : border;
	struct scene_path *path =
		scene_fill(canvas->scene, PART_PLACE, canvas_colour(canvas, place_colour(step)));

	path->stroked = true;
	path->stroke = canvas_colour(canvas, own ? COLOUR_TEXT : COLOUR_STEP_1);
	path->line_width = width;
	if (value->state == VALUE_NOT_AVAILABLE) {
		path->dash[0] = 1;
		path->dash[1] = 1.6;
	}
	path_rectangle(canvas->scene, path,
		       (struct box){ box.x + width / 2, box.y + width / 2, box.width - width,
				     box.height - width });
	/* On a dark tile the dark border is told by a light line inside it. */
	if (own)
		path_rectangle(canvas->scene,
			       scene_stroke(canvas->scene, PART_HALO,
					    canvas_colour(canvas, COLOUR_PAPER), 1),
			       (struct box){ box.x + width + 0.5, box.y + width + 0.5,
					     box.width - 2 * width - 1,
					     box.height - 2 * width - 1 });
	if (value->state == VALUE_SUPPRESSED)
		canvas_hatch(canvas, box);
}

/* On hatching, words need a ground of their own. */
static void clear_ground(struct canvas *canvas, const struct text_paragraph *name, struct box box)
{
	double widest = 0;

	for (size_t i = 0; i < name->count; i++)
		for (size_t j = 0; j < name->lines[i].count; j++)
			widest = fmax(widest, name->lines[i].fragments[j].x +
						      name->lines[i].fragments[j].shaped->width);
	path_rectangle(canvas->scene,
		       scene_fill(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER)),
		       (struct box){ box.x + inside - 2, box.y + inside - 1,
				     fmin(widest + 4, box.width - inside),
				     canvas->line_pt * (double)name->count + 2 });
}

static void draw_tile(struct canvas *canvas, const struct tiles *tiles, size_t category)
{
	const struct plot *plot = canvas->plot;
	const struct plot_value *value = plot_value(plot, 0, category);
	unsigned step = plot->places == NULL ? 0 : plot->places->items[category].step;
	struct box box = box_of(plot, tiles, category);
	struct text_paragraph *name = tiles->names[category];
	enum colour_role colour = canvas_text_on(canvas, place_colour(step));
	double base = box.y + box.height - inside - 2;

	if (has_grid(plot) && plot->places->items[category].column == 0)
		return;
	draw_frame(canvas, category, box, step);
	if (value->state == VALUE_SUPPRESSED)
		clear_ground(canvas, name, box);
	canvas_paragraph(canvas, PART_GROUP_LABEL, colour, name, box.x + inside,
			 box.y + inside + canvas->line_pt * 0.75);
	if (value_state_is_shown(value->state))
		canvas_text(canvas, PART_VALUE_LABEL, canvas->strong, colour, LABEL_LEFT,
			    box.x + inside, base, canvas_value_text(canvas, value));
	else
		canvas_state(canvas, box.x + inside, base, value->text);
}

/* Points between the key and the first tiles. */
static const double under_legend = 4;

double place_tiles_draw(struct canvas *canvas)
{
	struct tiles tiles = { 0 };
	double top = axis_title(canvas);

	tiles.top = place_legend_draw(canvas, 0, top, canvas->width) + under_legend;

	measure(canvas, &tiles);
	for (size_t i = 0; i < canvas->plot->category_count; i++)
		draw_tile(canvas, &tiles, i);
	return tiles.top + (double)tiles.rows * (tiles.height + gap);
}
