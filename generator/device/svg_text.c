#include "device/svg_text.h"

#include <string.h>

#include "base/arena.h"
#include "base/base64.h"
#include "base/buffer.h"
#include "device/device.h"
#include "device/svg_head.h"
#include "device/svg_look.h"
#include "device/svg_path.h"
#include "markup/markup.h"
#include "scene/image.h"
#include "text/shape.h"

/* A piece of the scene or of one used in it, and where that one lies. */
struct piece {
	const struct scene_item *item;
	struct point at;
};

struct drawing {
	struct arena *arena;
	struct svg_pen pen;
	struct piece *pieces;
	size_t count, capacity;
	struct svg_ink usual; /* of most of its texts */
};

static bool is_drawn(const struct scene_item *item)
{
	return (item->kind == SCENE_PATH && item->path->count > 0) || item->kind == SCENE_TEXT ||
	       item->kind == SCENE_IMAGE;
}

static void collect(struct drawing *drawing, const struct scene *scene, struct point at)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_USE)
			collect(drawing, item->use,
				(struct point){ at.x + item->area.x, at.y + item->area.y });
		if (!is_drawn(item))
			continue;
		drawing->pieces = arena_grow(drawing->arena, drawing->pieces, drawing->count,
					     &drawing->capacity, sizeof(*drawing->pieces));
		drawing->pieces[drawing->count++] = (struct piece){ item, at };
	}
}

static bool same_ink(const struct scene_text *text, const struct svg_ink *ink)
{
	return text->shaped->facts == ink->font && svg_same_colour(text->colour, ink->colour);
}

/* The look of most texts of the first few looks; the first of them when several are as many. */
static struct svg_ink usual_ink(const struct drawing *drawing)
{
	enum { LOOKS_MOST = 16 };
	struct svg_ink inks[LOOKS_MOST] = { 0 };
	size_t counts[LOOKS_MOST] = { 0 }, known = 0, usual = 0;

	for (size_t i = 0; i < drawing->count; i++) {
		const struct scene_item *item = drawing->pieces[i].item;
		size_t look = 0;

		if (item->kind != SCENE_TEXT)
			continue;
		while (look < known && !same_ink(&item->text, &inks[look]))
			look++;
		if (look == LOOKS_MOST)
			continue;
		if (look == known)
			inks[known++] = svg_ink_of(&item->text);
		counts[look]++;
	}
	for (size_t i = 1; i < known; i++)
		if (counts[i] > counts[usual])
			usual = i;
	return inks[usual];
}

/* -- elements ----------------------------------------------------------------------------------- */

/* A width below zero is a fault in a <rect>. */
static bool is_rectangle(const struct scene_path *path)
{
	const struct path_step *first = &path->steps[0];

	return path->count == 1 && first->verb == PATH_RECTANGLE && first->width >= 0 &&
	       first->height >= 0;
}

static void write_box(struct svg_pen *pen, double x, double y, double width, double height)
{
	svg_put_number(pen, "x", x);
	svg_put_number(pen, "y", y);
	svg_put_number(pen, "width", width);
	svg_put_number(pen, "height", height);
}

static bool is_circle(const struct scene_path *path)
{
	return path->count == 1 && path->steps[0].verb == PATH_CIRCLE;
}

static void write_shape(struct svg_pen *pen, const struct scene_path *path, struct point at)
{
	const struct path_step *first = &path->steps[0];

	if (is_circle(path)) {
		svg_put_number(pen, "cx", at.x + first->x);
		svg_put_number(pen, "cy", at.y + first->y);
		svg_put_number(pen, "r", first->width);
	} else if (is_rectangle(path)) {
		write_box(pen, at.x + first->x, at.y + first->y, first->width, first->height);
	} else {
		svg_add_path(&pen->value, path, at);
		svg_put(pen, "d");
	}
}

static const char *element_name(const struct scene_item *item)
{
	if (item->kind == SCENE_TEXT)
		return "text";
	if (item->kind == SCENE_IMAGE)
		return "image";
	if (is_circle(item->path))
		return "circle";
	return is_rectangle(item->path) ? "rect" : "path";
}

static void write_image(struct svg_pen *pen, const struct scene_item *item, struct point at)
{
	write_box(pen, at.x + item->area.x, at.y + item->area.y, item->area.width,
		  item->area.height);
	markup_attribute(pen->markup, "preserveAspectRatio", "none");
	buffer_add_text(&pen->value, "data:image/png;base64,");
	base64_add(&pen->value, item->image->bytes, item->image->length);
	svg_put(pen, "href");
}

/* Blanks at the end of a line are not drawn, and would shift a line that is held at its end. */
static void write_words(struct drawing *drawing, const struct scene_text *text, bool last)
{
	size_t length = text->shaped->length;

	while (last && length > 0 && text->shaped->text[length - 1] == ' ')
		length--;
	buffer_add(&drawing->pen.value, text->shaped->text, length);
	markup_text(drawing->pen.markup, buffer_text(&drawing->pen.value));
	svg_clear(&drawing->pen);
}

/* The next piece goes on with the line of text of this one. */
static bool goes_on(const struct drawing *drawing, size_t index)
{
	const struct piece *piece = &drawing->pieces[index], *next = piece + 1;
	const struct scene_text *text, *after;

	if (index + 1 >= drawing->count || piece->item->kind != SCENE_TEXT ||
	    next->item->kind != SCENE_TEXT || piece->at.x != next->at.x ||
	    piece->at.y != next->at.y)
		return false;
	text = &piece->item->text;
	after = &next->item->text;
	return text->at.y == after->at.y && text->hold.side == after->hold.side &&
	       text->hold.x == after->hold.x;
}

static bool keeps_blanks(const struct scene_text *text)
{
	return text->shaped->text[0] == ' ' || strstr(text->shaped->text, "  ") != NULL;
}

static size_t write_text(struct drawing *drawing, size_t index)
{
	const struct piece *piece = &drawing->pieces[index];
	const struct scene_text *first = &piece->item->text;
	const struct svg_ink around = svg_ink_of(first);

	svg_put_number(&drawing->pen, "x", piece->at.x + first->hold.x);
	svg_put_number(&drawing->pen, "y", piece->at.y + first->at.y);
	/* Some programs take away the blanks between the pieces of a line. */
	if (keeps_blanks(first) || goes_on(drawing, index))
		markup_attribute(drawing->pen.markup, "xml:space", "preserve");
	write_words(drawing, first, !goes_on(drawing, index));
	for (; goes_on(drawing, index); index++) {
		const struct scene_text *text = &drawing->pieces[index + 1].item->text;
		const struct svg_ink ink = svg_ink_of(text);

		markup_open(drawing->pen.markup, "tspan");
		svg_put_ink(&drawing->pen, &ink, &around);
		write_words(drawing, text, !goes_on(drawing, index + 1));
		markup_close(drawing->pen.markup);
	}
	return index + 1;
}

/* One piece, or a line of several texts; its look is its own or that of the group around it. Returns the next. */
static size_t write_piece(struct drawing *drawing, size_t index, bool alone)
{
	const struct piece *piece = &drawing->pieces[index];
	const struct scene_item *item = piece->item;
	size_t next = index + 1;

	markup_open(drawing->pen.markup, element_name(item));
	if (alone)
		svg_put_look(&drawing->pen, item, &drawing->usual);
	if (item->kind == SCENE_TEXT) {
		next = write_text(drawing, index);
		markup_close(drawing->pen.markup);
		return next;
	}
	if (item->kind == SCENE_IMAGE)
		write_image(&drawing->pen, item, piece->at);
	else
		write_shape(&drawing->pen, item->path, piece->at);
	markup_close_empty(drawing->pen.markup);
	return next;
}

/* Where the pieces end that look like the one at index and follow it. */
static size_t end_of_group(const struct drawing *drawing, size_t index)
{
	const struct scene_item *item = drawing->pieces[index].item;
	size_t end = index;

	while (end < drawing->count && svg_same_look(item, drawing->pieces[end].item) &&
	       !goes_on(drawing, end))
		end++;
	return end;
}

static void write_pieces(struct drawing *drawing)
{
	for (size_t i = 0; i < drawing->count;) {
		size_t end = end_of_group(drawing, i);

		markup_raw(drawing->pen.markup, "\n");
		if (end <= i + 1) {
			i = write_piece(drawing, i, true);
			continue;
		}
		markup_open(drawing->pen.markup, "g");
		svg_put_look(&drawing->pen, drawing->pieces[i].item, &drawing->usual);
		while (i < end)
			i = write_piece(drawing, i, false);
		markup_close(drawing->pen.markup);
	}
	markup_raw(drawing->pen.markup, "\n");
}

/* -- picture ------------------------------------------------------------------------------------ */

static void write_ground(struct drawing *drawing, const struct picture *picture)
{
	markup_open(drawing->pen.markup, "rect");
	markup_attribute(drawing->pen.markup, "class", scene_part_name(PART_BACKGROUND));
	svg_put_number(&drawing->pen, "width", picture->scene->width);
	svg_put_number(&drawing->pen, "height", picture->scene->height);
	svg_put_colour(&drawing->pen, "fill", picture->paper);
	markup_close_empty(drawing->pen.markup);
}

/* The drawing says no more than title and description do: only they are read out. */
static void write_drawing(struct drawing *drawing, const struct picture *picture)
{
	struct markup *markup = drawing->pen.markup;

	markup_open(markup, "g");
	markup_attribute(markup, "aria-hidden", "true");
	drawing->usual = usual_ink(drawing);
	if (drawing->usual.font != NULL)
		svg_put_ink(&drawing->pen, &drawing->usual, NULL);
	/* As cairo draws corners. */
	markup_attribute(markup, "stroke-miterlimit", "10");
	/* Letters where they belong, not where the pixels of a screen are. */
	markup_attribute(markup, "text-rendering", "geometricPrecision");
	markup_raw(markup, "\n");
	write_ground(drawing, picture);
	write_pieces(drawing);
	markup_close(markup);
}

static void write_svg(const struct picture *picture, struct markup *markup, bool stands_alone)
{
	struct drawing drawing = { .arena = arena_new(), .pen.markup = markup };

	buffer_init(&drawing.pen.value);
	collect(&drawing, picture->scene, (struct point){ 0, 0 });
	svg_open(picture, markup, stands_alone);
	write_drawing(&drawing, picture);
	markup_close(markup);
	buffer_clear(&drawing.pen.value);
	arena_free(drawing.arena);
}

void svg_text_inline(const struct picture *picture, struct markup *markup)
{
	write_svg(picture, markup, false);
}

static bool write_picture(const struct picture *picture, struct buffer *out,
			  struct diag_list *diags)
{
	struct markup *markup = markup_new();

	(void)diags;
	markup_declaration(markup);
	write_svg(picture, markup, true);
	markup_raw(markup, "\n");
	markup_finish(markup, out);
	return true;
}

const struct device device_svg_text = {
	.name = "svg-text",
	.suffix = ".text.svg",
	.write_picture = write_picture,
};
