#include "chart/drawn.h"

#include <math.h>

/* Contrast with words over a fill that is light enough for them: tints, not the colours of marks. */
static const double tail = 0.21, readable = 7;

enum ground {
	GROUND_FREE, /* words may stand on it */
	GROUND_LINE, /* better not */
	GROUND_TAKEN,
};

static enum ground ground_of(enum scene_part part)
{
	/* Parts that are not named are free. */
	static const enum ground grounds[] = {
		[PART_AXIS] = GROUND_LINE,          [PART_BAR] = GROUND_LINE,
		[PART_LINE] = GROUND_LINE,          [PART_REFERENCE] = GROUND_LINE,
		[PART_LEADER] = GROUND_LINE,        [PART_DOT] = GROUND_TAKEN,
		[PART_VERDICT] = GROUND_TAKEN,      [PART_INTERVAL] = GROUND_TAKEN,
		[PART_INTERVAL_END] = GROUND_TAKEN, [PART_HATCH] = GROUND_TAKEN,
	};

	return (size_t)part < sizeof(grounds) / sizeof(grounds[0]) ? grounds[part] : GROUND_FREE;
}

static void add_edges(const struct canvas *canvas, struct obstacles *obstacles, struct box box)
{
	const struct point corners[] = { { box.x, box.y },
					 { box.x + box.width, box.y },
					 { box.x + box.width, box.y + box.height },
					 { box.x, box.y + box.height } };

	for (size_t i = 0; i < 4; i++)
		obstacles_add_line(canvas->arena, obstacles, corners[i], corners[(i + 1) % 4]);
}

/* A filled shape on which the words of a chart could not be read. */
static bool is_dark(const struct canvas *canvas, const struct scene_path *path)
{
	return path->filled &&
	       colour_contrast(path->fill, canvas_colour(canvas, COLOUR_TEXT)) < readable;
}

static void add_shape(const struct canvas *canvas, struct obstacles *obstacles,
		      const struct scene_path *path, struct box box, bool taken)
{
	if (taken || is_dark(canvas, path))
		obstacles_add_box(canvas->arena, obstacles, box);
	else
		add_edges(canvas, obstacles, box);
}

static void add_segment(const struct canvas *canvas, struct obstacles *obstacles,
			const struct scene_path *path, struct point from, struct point to,
			bool taken)
{
	double half = fmax(path->line_width, 0.5) / 2;
	struct box box =
		box_union((struct box){ from.x, from.y, 0, 0 }, (struct box){ to.x, to.y, 0, 0 });

	if (taken)
		obstacles_add_box(canvas->arena, obstacles, box_padded(box, half));
	else
		obstacles_add_line(canvas->arena, obstacles, from, to);
}

static void add_path(const struct canvas *canvas, struct obstacles *obstacles,
		     const struct scene_path *path, bool taken)
{
	struct point at = { 0 };

	for (size_t i = 0; i < path->count; i++) {
		const struct path_step *step = &path->steps[i];
		struct point end = { step->x, step->y };
		double radius = step->width;

		switch (step->verb) {
		case PATH_CIRCLE:
			add_shape(canvas, obstacles, path,
				  (struct box){ step->x - radius, step->y - radius, 2 * radius,
						2 * radius },
				  taken);
			break;
		case PATH_RECTANGLE:
			add_shape(canvas, obstacles, path,
				  (struct box){ step->x, step->y, step->width, step->height },
				  taken);
			break;
		case PATH_LINE:
			add_segment(canvas, obstacles, path, at, end, taken);
			break;
		case PATH_MOVE:
		case PATH_CLOSE:
			break;
		}
		at = end;
	}
}

static struct box text_box(const struct scene_text *text)
{
	const struct text_font_facts *facts = text->shaped->facts;

	return (struct box){ text->at.x, text->at.y - facts->capital_pt, text->shaped->width,
			     facts->capital_pt + tail * facts->size_pt };
}

struct obstacles drawn_obstacles(const struct canvas *canvas)
{
	struct obstacles obstacles = { 0 };

	for (size_t i = 0; i < canvas->scene->count; i++) {
		const struct scene_item *item = &canvas->scene->items[i];
		enum ground ground = ground_of(item->part);

		if (item->kind == SCENE_TEXT)
			obstacles_add_box(canvas->arena, &obstacles, text_box(&item->text));
		else if (item->kind == SCENE_PATH && ground != GROUND_FREE)
			add_path(canvas, &obstacles, item->path, ground == GROUND_TAKEN);
	}
	return obstacles;
}

struct colour drawn_ground(const struct canvas *canvas, struct box box)
{
	const struct box middle = { box.x + box.width / 2, box.y + box.height / 2, 0, 0 };

	for (size_t i = canvas->scene->count; i-- > 0;) {
		const struct scene_item *item = &canvas->scene->items[i];
		const struct path_step *step;

		if (item->kind != SCENE_PATH || !item->path->filled || item->path->count == 0 ||
		    item->path->steps[0].verb != PATH_RECTANGLE)
			continue;
		step = &item->path->steps[0];
		if (box_contains((struct box){ step->x, step->y, step->width, step->height },
				 middle, 0))
			return item->path->fill;
	}
	return canvas_colour(canvas, COLOUR_PAPER);
}
