#include <math.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "device/device.h"
#include "scene/image.h"
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
		add_colour(out, path->even_odd ? "fill-even-odd" : "fill", path->fill);
	if (path->stroked) {
		add_colour(out, "stroke", path->stroke);
		buffer_printf(out, " width=%g", tidy(path->line_width));
	}
	if (path->dash[0] > 0)
		buffer_printf(out, " dash=%g,%g", tidy(path->dash[0]), tidy(path->dash[1]));
	add_steps(out, path);
}

static void add_font(struct buffer *out, const struct text_font_facts *font)
{
	buffer_printf(out, " font=%s/%u%s/%g/%g", font->role == FONT_DISPLAY ? "display" : "text",
		      font->weight, font->italic ? "i" : "", tidy(font->size_pt),
		      font->tracking_em);
}

static void add_area(struct buffer *out, const char *what, struct box area)
{
	buffer_printf(out, " %s %g %g %g %g", what, tidy(area.x), tidy(area.y), tidy(area.width),
		      tidy(area.height));
}

static void add_scene(const struct scene *scene, unsigned depth, struct buffer *out);

static void add_item(const struct scene_item *item, unsigned depth, struct buffer *out)
{
	buffer_printf(out, "%*s%s [%d]", (int)(2 * depth), "", scene_part_name(item->part),
		      item->element);
	switch (item->kind) {
	case SCENE_PATH:
		add_path(out, item->path);
		break;
	case SCENE_TEXT:
		add_font(out, item->text.shaped->facts);
		add_colour(out, "text", item->text.colour);
		buffer_printf(out, " %g %g width=%g \"%s\"", tidy(item->text.at.x),
			      tidy(item->text.at.y), tidy(item->text.shaped->width),
			      item->text.shaped->text);
		break;
	case SCENE_USE:
		add_area(out, "use", item->area);
		break;
	case SCENE_LINK:
		add_area(out, "link", item->area);
		buffer_printf(out, " %s", item->target);
		break;
	case SCENE_IMAGE:
		add_area(out, "image", item->area);
		buffer_printf(out, " %ux%u", item->image->width, item->image->height);
		break;
	case SCENE_ANCHOR:
		buffer_printf(out, " anchor %g %g %s", tidy(item->area.x), tidy(item->area.y),
			      item->target);
		break;
	}
	buffer_add_char(out, '\n');
	if (item->kind == SCENE_USE)
		add_scene(item->use, depth + 1, out);
}

static void add_scene(const struct scene *scene, unsigned depth, struct buffer *out)
{
	for (size_t i = 0; i < scene->count; i++)
		add_item(&scene->items[i], depth, out);
}

void dump_scene(const struct scene *scene, struct buffer *out)
{
	buffer_printf(out, "scene %g %g\n", tidy(scene->width), tidy(scene->height));
	add_scene(scene, 1, out);
}

static void add_word(struct buffer *out, const char *name, const char *word)
{
	if (word != NULL && word[0] != '\0')
		buffer_printf(out, " %s=%s", name, word);
}

static void add_words(struct buffer *out, const char *name, const char *words)
{
	if (words != NULL)
		buffer_printf(out, " %s=\"%s\"", name, words);
}

static void add_element(const struct structure *structure, int number, unsigned depth,
			struct buffer *out)
{
	static const char *const scopes[] = { "", " scope=column", " scope=row" };
	static const char *const numberings[] = { "", " numbering=disc", " numbering=decimal" };
	const struct structure_element *element = &structure->elements[number];

	buffer_printf(out, "%*s[%d] %s%s%s", (int)(2 * depth), "", number,
		      structure_type_name(element), scopes[element->scope],
		      numberings[element->numbering]);
	if (element->columns > 1)
		buffer_printf(out, " columns=%u", element->columns);
	if (element->rows > 1)
		buffer_printf(out, " rows=%u", element->rows);
	for (size_t i = 0; i < element->header_count; i++)
		buffer_printf(out, "%s%d", i == 0 ? " headers=" : ",", element->headers[i]);
	add_word(out, "language", element->language);
	add_word(out, "anchor", element->anchor);
	add_words(out, "alternative", element->alternative);
	add_words(out, "expansion", element->expansion);
	add_words(out, "replacement", element->replacement);
	buffer_add_char(out, '\n');
}

/* The tree in reading order; empty elements leave no trace in an output. */
static void add_structure(const struct structure *structure, struct buffer *out)
{
	struct arena *arena = arena_new();
	const struct structure_order order = structure_order(arena, structure);

	buffer_add_text(out, "structure\n");
	for (int i = structure->count == 0 ? -1 : 0; i >= 0;
	     i = structure_next(structure, &order, i)) {
		unsigned depth = 1;

		for (int around = structure->elements[i].parent; around >= 0;
		     around = structure->elements[around].parent)
			depth++;
		if (!structure->elements[i].empty)
			add_element(structure, i, depth, out);
	}
	arena_free(arena);
}

static bool write_pages(const struct pages *pages, struct buffer *out, struct diag_list *diags)
{
	(void)diags;
	for (size_t i = 0; i < pages->count; i++) {
		buffer_printf(out, "page %zu: ", i + 1);
		dump_scene(pages->items[i], out);
	}
	add_structure(&pages->structure, out);
	return true;
}

const struct device device_dump = {
	.name = "dump",
	.suffix = ".scene",
	.write_pages = write_pages,
};
