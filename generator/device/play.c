#include "device/play.h"

#include <math.h>

#include "base/buffer.h"
#include "device/image_file.h"
#include "scene/image.h"
#include "text/paint.h"
#include "text/shape.h"

static void set_colour(cairo_t *cairo, struct colour colour)
{
	cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

static void trace(cairo_t *cairo, const struct scene_path *path, struct point at)
{
	for (size_t i = 0; i < path->count; i++) {
		const struct path_step *step = &path->steps[i];
		double x = at.x + step->x, y = at.y + step->y;

		switch (step->verb) {
		case PATH_MOVE:
			cairo_move_to(cairo, x, y);
			break;
		case PATH_LINE:
			cairo_line_to(cairo, x, y);
			break;
		case PATH_CLOSE:
			cairo_close_path(cairo);
			break;
		case PATH_CIRCLE:
			cairo_new_sub_path(cairo);
			cairo_arc(cairo, x, y, step->width, 0, 2 * M_PI);
			cairo_close_path(cairo);
			break;
		case PATH_RECTANGLE:
			cairo_rectangle(cairo, x, y, step->width, step->height);
			break;
		}
	}
}

static void draw_path(cairo_t *cairo, const struct scene_path *path, struct point at)
{
	if (path->count == 0)
		return;
	trace(cairo, path, at);
	if (path->filled) {
		cairo_set_fill_rule(cairo, path->even_odd ? CAIRO_FILL_RULE_EVEN_ODD
							  : CAIRO_FILL_RULE_WINDING);
		set_colour(cairo, path->fill);
		if (path->stroked)
			cairo_fill_preserve(cairo);
		else
			cairo_fill(cairo);
	}
	if (path->stroked) {
		set_colour(cairo, path->stroke);
		cairo_set_line_width(cairo, path->line_width);
		cairo_set_dash(cairo, path->dash, path->dash[0] > 0 ? 2 : 0, 0);
		cairo_set_line_cap(cairo,
				   path->round_ends ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
		cairo_set_line_join(cairo, path->round_ends ? CAIRO_LINE_JOIN_ROUND
							    : CAIRO_LINE_JOIN_MITER);
		cairo_stroke(cairo);
	}
}

/*
 * What cannot be decoded was refused when it was read. Painting without a clip is right here: only an opaque colour, or
 * the first drawing of a page, makes a recording of cairo forget what came before it, and a listener has drawn its sign.
 */
static void draw_image(cairo_t *cairo, const struct image *image, struct box area, bool plain)
{
	cairo_surface_t *surface = image_surface(image);

	if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
		cairo_save(cairo);
		cairo_translate(cairo, area.x, area.y);
		cairo_scale(cairo, area.width / image->width, area.height / image->height);
		cairo_set_source_surface(cairo, surface, 0, 0);
		if (plain)
			cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
		cairo_paint(cairo);
		cairo_restore(cairo);
	}
	cairo_surface_destroy(surface);
}

/* -- where things are --------------------------------------------------------------------------- */

static struct box step_box(const struct path_step *step)
{
	switch (step->verb) {
	case PATH_CIRCLE:
		return (struct box){ step->x - step->width, step->y - step->width, 2 * step->width,
				     2 * step->width };
	case PATH_RECTANGLE:
		return (struct box){ step->x, step->y, step->width, step->height };
	case PATH_MOVE:
	case PATH_LINE:
	case PATH_CLOSE:
		break;
	}
	return (struct box){ .x = step->x, .y = step->y };
}

static struct box path_box(const struct scene_path *path)
{
	double halo = path->stroked ? path->line_width / 2 : 0;
	struct box box = { 0 };
	bool any = false;

	for (size_t i = 0; i < path->count; i++) {
		if (path->steps[i].verb == PATH_CLOSE)
			continue;
		box = any ? box_union(box, step_box(&path->steps[i])) : step_box(&path->steps[i]);
		any = true;
	}
	return (struct box){ box.x - halo, box.y - halo, box.width + 2 * halo,
			     box.height + 2 * halo };
}

static struct box item_box(const struct scene_item *item, struct point at)
{
	struct box box;

	if (item->kind == SCENE_PATH) {
		box = path_box(item->path);
	} else if (item->kind == SCENE_TEXT) {
		const struct shaped_text *shaped = item->text.shaped;

		box = (struct box){ item->text.at.x, item->text.at.y - shaped->facts->ascent_pt,
				    shaped->width,
				    shaped->facts->ascent_pt + shaped->facts->descent_pt };
	} else {
		box = item->area;
	}
	box.x += at.x;
	box.y += at.y;
	return box;
}

/* -- scenes ------------------------------------------------------------------------------------- */

static void draw_item(cairo_t *cairo, const struct scene_item *item, struct box box,
		      struct point at, bool plain_images)
{
	if (item->kind == SCENE_PATH) {
		draw_path(cairo, item->path, at);
	} else if (item->kind == SCENE_TEXT) {
		set_colour(cairo, item->text.colour);
		text_paint(cairo, item->text.shaped, at.x + item->text.at.x,
			   at.y + item->text.at.y);
	} else {
		draw_image(cairo, item->image, box, plain_images);
	}
}

static void play(cairo_t *cairo, const struct scene *scene, struct point at, int user,
		 const struct play_listener *listener)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];
		int element = item->element == ELEMENT_OF_USER ? user : item->element;
		struct box box = item_box(item, at);

		switch (item->kind) {
		case SCENE_PATH:
		case SCENE_TEXT:
		case SCENE_IMAGE:
			if (listener->draw != NULL)
				listener->draw(cairo, element, box, listener->context);
			draw_item(cairo, item, box, at, listener->plain_images);
			break;
		case SCENE_USE:
			play(cairo, item->use, (struct point){ box.x, box.y }, element, listener);
			break;
		case SCENE_LINK:
			if (listener->link != NULL)
				listener->link(item, element, box, listener->context);
			break;
		case SCENE_ANCHOR:
			if (listener->anchor != NULL)
				listener->anchor(item->target, (struct point){ box.x, box.y },
						 listener->context);
			break;
		}
	}
}

void play_scene(cairo_t *cairo, const struct scene *scene, struct point at,
		const struct play_listener *listener)
{
	play(cairo, scene, at, ARTIFACT_LAYOUT, listener);
}

cairo_status_t play_to_buffer(void *buffer, const unsigned char *bytes, unsigned length)
{
	buffer_add(buffer, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}
