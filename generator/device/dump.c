#include <math.h>

#include "base/buffer.h"
#include "device/device.h"
#include "text/shape.h"

/* No negative zero, so that a change of sign in the last bit changes nothing. */
static double tidy(double value)
{
	double rounded = round(value * 100) / 100;

	return rounded == 0 ? 0 : rounded;
}

static void add_colour(struct buffer *out, const char *name, struct colour colour)
{
	buffer_printf(out, " %s=#%02X%02X%02X", name, (unsigned)lround(colour.red * 255),
		      (unsigned)lround(colour.green * 255), (unsigned)lround(colour.blue * 255));
}

static void add_steps(struct buffer *out, const struct scene_path *path)
{
	for (size_t i = 0; i < path->count; i++) {
		const struct path_step *step = &path->steps[i];

		switch (step->verb) {
		case PATH_MOVE:
			buffer_printf(out, " M %g %g", tidy(step->x), tidy(step->y));
			break;
		case PATH_LINE:
			buffer_printf(out, " L %g %g", tidy(step->x), tidy(step->y));
			break;
		case PATH_CLOSE:
			buffer_add_text(out, " Z");
			break;
		case PATH_CIRCLE:
			buffer_printf(out, " circle %g %g %g", tidy(step->x), tidy(step->y),
				      tidy(step->width));
			break;
		case PATH_RECTANGLE:
			buffer_printf(out, " rectangle %g %g %g %g", tidy(step->x), tidy(step->y),
				      tidy(step->width), tidy(step->height));
			break;
		}
	}
}

static void add_path(struct buffer *out, const struct scene_path *path)
{
	if (path->filled)
		add_colour(out, "fill", path->fill);
	if (path->stroked) {
		add_colour(out, "stroke", path->stroke);
		buffer_printf(out, " width=%g", tidy(path->line_width));
	}
	if (path->dash[0] > 0)
		buffer_printf(out, " dash=%g,%g", tidy(path->dash[0]), tidy(path->dash[1]));
	add_steps(out, path);
}

void dump_write(const struct scene *scene, struct buffer *out)
{
	buffer_printf(out, "scene %g %g\n", tidy(scene->width), tidy(scene->height));
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		buffer_printf(out, "%s [%d]", scene_part_name(item->part), item->element);
		switch (item->kind) {
		case SCENE_PATH:
			add_path(out, &item->path);
			break;
		case SCENE_TEXT:
			add_colour(out, "text", item->text.colour);
			buffer_printf(out, " %g %g width=%g \"%s\"", tidy(item->text.at.x),
				      tidy(item->text.at.y), tidy(item->text.shaped->width),
				      item->text.shaped->text);
			break;
		case SCENE_USE:
			buffer_printf(out, " use %g %g %g %g", tidy(item->area.x),
				      tidy(item->area.y), tidy(item->area.width),
				      tidy(item->area.height));
			break;
		case SCENE_LINK:
			buffer_printf(out, " link %g %g %g %g %s", tidy(item->area.x),
				      tidy(item->area.y), tidy(item->area.width),
				      tidy(item->area.height), item->target);
			break;
		case SCENE_ANCHOR:
			buffer_printf(out, " anchor %g %g %s", tidy(item->area.x),
				      tidy(item->area.y), item->target);
			break;
		}
		buffer_add_char(out, '\n');
	}
}
