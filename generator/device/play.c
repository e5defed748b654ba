#include "device/play.h"

#include <math.h>

#include "base/buffer.h"
#include "device/image_file.h"
#include "scene/image.h"
#include "text/paint.h"

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

/* What cannot be decoded was refused when it was read. */
static void draw_image(cairo_t *cairo, const struct image *image, struct box area)
{
	cairo_surface_t *surface = image_surface(image);

	if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
		cairo_save(cairo);
		cairo_translate(cairo, area.x, area.y);
		cairo_scale(cairo, area.width / image->width, area.height / image->height);
		cairo_set_source_surface(cairo, surface, 0, 0);
		cairo_paint(cairo);
		cairo_restore(cairo);
	}
	cairo_surface_destroy(surface);
}

void play_scene(cairo_t *cairo, const struct scene *scene, struct point at,
		const struct play_links *links)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];
		struct box area = { 0 };

		if (item->kind != SCENE_PATH && item->kind != SCENE_TEXT) {
			area = item->area;
			area.x += at.x;
			area.y += at.y;
		}
		switch (item->kind) {
		case SCENE_PATH:
			draw_path(cairo, item->path, at);
			break;
		case SCENE_TEXT:
			set_colour(cairo, item->text.colour);
			text_paint(cairo, item->text.shaped, at.x + item->text.at.x,
				   at.y + item->text.at.y);
			break;
		case SCENE_USE:
			play_scene(cairo, item->use, (struct point){ area.x, area.y }, links);
			break;
		case SCENE_IMAGE:
			draw_image(cairo, item->image, area);
			break;
		case SCENE_LINK:
			if (links->link != NULL)
				links->link(cairo, area, item->target, links->context);
			break;
		case SCENE_ANCHOR:
			if (links->anchor != NULL)
				links->anchor(cairo, (struct point){ area.x, area.y }, item->target,
					      links->context);
			break;
		}
	}
}

cairo_status_t play_to_buffer(void *buffer, const unsigned char *bytes, unsigned length)
{
	buffer_add(buffer, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}
