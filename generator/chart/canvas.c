#include "chart/canvas.h"

#include <string.h>

#include "base/arena.h"

enum { ELLIPSIS_ROOM = 8 };

static const double halo_width = 2.4, whisker_width = 0.9, patch = 1.5;

struct colour canvas_colour(const struct canvas *canvas, enum colour_role role)
{
	return canvas->theme->colours[role];
}

void canvas_text(struct canvas *canvas, enum scene_part part, int font, enum colour_role colour,
		 enum label_align align, double x, double y, const char *text)
{
	const struct shaped_text *shaped = text_shape(canvas->engine, font, text, strlen(text));

	if (align == LABEL_RIGHT)
		x -= shaped->width;
	else if (align == LABEL_CENTRE)
		x -= shaped->width / 2;
	scene_text(canvas->scene, part, shaped, x, y, canvas_colour(canvas, colour));
}

void canvas_value(struct canvas *canvas, int font, enum colour_role colour, double x, double y,
		  const char *text)
{
	double capital = 2 * canvas_middle(canvas, font), width = canvas_width(canvas, font, text);

	path_rectangle(canvas->scene,
		       scene_fill(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER)),
		       (struct box){ x - patch, y - capital - patch, width + 2 * patch,
				     capital + 2 * patch });
	canvas_text(canvas, PART_VALUE_LABEL, font, colour, LABEL_LEFT, x, y, text);
}

double canvas_width(const struct canvas *canvas, int font, const char *text)
{
	return text_width(canvas->engine, font, text);
}

double canvas_middle(const struct canvas *canvas, int font)
{
	return text_font_facts(canvas->engine, font)->capital_pt / 2;
}

static struct text_paragraph *compose(struct canvas *canvas, int font, const char *text,
				      double width, enum text_align align)
{
	const struct text_span span = { .text = text,
					.font = font,
					.colour = canvas_colour(canvas, COLOUR_TEXT) };

	return text_compose(canvas->engine, canvas->arena, &span, 1,
			    (struct compose_options){ .width = width, .align = align });
}

/* Where a no-break space keeps words together that do not fit side by side, it gives way. */
static const char *breakable(struct canvas *canvas, int font, const char *text, double width)
{
	static const char no_break[] = "\xc2\xa0";
	const struct text_span span = { .text = text, .font = font };
	double narrowest, widest;
	char *copy, *to;

	text_extents(canvas->engine, &span, 1, &narrowest, &widest);
	if (narrowest <= width || strstr(text, no_break) == NULL)
		return text;
	copy = to = arena_strdup(canvas->arena, text);
	for (const char *from = text; *from != '\0'; from++) {
		bool blank = strncmp(from, no_break, 2) == 0;

		*to++ = blank ? ' ' : *from;
		from += blank;
	}
	*to = '\0';
	return copy;
}

struct text_paragraph *canvas_wrap(struct canvas *canvas, int font, const char *text, double width,
				   enum text_align align)
{
	struct text_paragraph *paragraph;
	size_t length = 0;
	char *cut;

	text = breakable(canvas, font, text, width);
	paragraph = compose(canvas, font, text, width, align);
	if (paragraph->count <= LABEL_LINES_MOST)
		return paragraph;
	for (size_t line = 0; line < LABEL_LINES_MOST; line++)
		for (size_t i = 0; i < paragraph->lines[line].count; i++)
			length += paragraph->lines[line].fragments[i].shaped->length;
	/* Room for the ellipsis; never in the middle of a character. */
	length = length > ELLIPSIS_ROOM ? length - ELLIPSIS_ROOM : 0;
	while (length > 0 && ((unsigned char)text[length] & 0xc0) == 0x80)
		length--;
	cut = arena_printf(canvas->arena, "%.*s\xe2\x80\xa6", (int)length, text);
	paragraph = compose(canvas, font, cut, width, align);
	if (paragraph->count > LABEL_LINES_MOST)
		paragraph->count = LABEL_LINES_MOST;
	return paragraph;
}

void canvas_paragraph(struct canvas *canvas, enum scene_part part, enum colour_role colour,
		      const struct text_paragraph *paragraph, double x, double y)
{
	for (size_t i = 0; i < paragraph->count; i++) {
		const struct text_line *line = &paragraph->lines[i];

		for (size_t j = 0; j < line->count; j++)
			scene_text(canvas->scene, part, line->fragments[j].shaped,
				   x + line->fragments[j].x, y + canvas->line_pt * (double)i,
				   canvas_colour(canvas, colour));
	}
}

static void trace_whisker(struct scene *scene, struct scene_path *path,
			  const struct whisker *whisker, double cap)
{
	double low = whisker->low, high = whisker->high, across = whisker->across;

	if (whisker->horizontal) {
		path_move(scene, path, low, across);
		path_line(scene, path, high, across);
		path_move(scene, path, low, across - cap);
		path_line(scene, path, low, across + cap);
		path_move(scene, path, high, across - cap);
		path_line(scene, path, high, across + cap);
		return;
	}
	path_move(scene, path, across, low);
	path_line(scene, path, across, high);
	path_move(scene, path, across - cap, low);
	path_line(scene, path, across + cap, low);
	path_move(scene, path, across - cap, high);
	path_line(scene, path, across + cap, high);
}

void canvas_whisker(struct canvas *canvas, const struct whisker *whisker)
{
	double cap = whisker->cap / 2;
	struct scene_path *path;

	path = scene_stroke(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER),
			    halo_width);
	trace_whisker(canvas->scene, path, whisker, cap + (halo_width - whisker_width) / 2);
	path = scene_stroke(canvas->scene, PART_INTERVAL, canvas_colour(canvas, COLOUR_INTERVAL),
			    whisker_width);
	if (whisker->dashed) {
		path->dash[0] = 2.5;
		path->dash[1] = 2;
	}
	trace_whisker(canvas->scene, path, whisker, cap);
}

void canvas_dot(struct canvas *canvas, double x, double y, double radius, enum colour_role colour,
		bool ring)
{
	struct colour mark = canvas_colour(canvas, colour);
	struct scene_path *path = scene_fill(canvas->scene, PART_DOT,
					     ring ? canvas_colour(canvas, COLOUR_PAPER) : mark);

	if (ring) {
		path->stroked = true;
		path->stroke = mark;
		path->line_width = 1.6;
		radius -= 0.8;
	}
	path_circle(canvas->scene, path, x, y, radius);
}

void canvas_line(struct canvas *canvas, enum scene_part part, enum colour_role colour, double width,
		 double x1, double y1, double x2, double y2)
{
	struct scene_path *path =
		scene_stroke(canvas->scene, part, canvas_colour(canvas, colour), width);

	path_move(canvas->scene, path, x1, y1);
	path_line(canvas->scene, path, x2, y2);
}

void canvas_reference(struct canvas *canvas, double x1, double y1, double x2, double y2)
{
	struct scene_path *path = scene_stroke(canvas->scene, PART_REFERENCE,
					       canvas_colour(canvas, COLOUR_REFERENCE), 1);

	path->dash[0] = 4;
	path->dash[1] = 3;
	path_move(canvas->scene, path, x1, y1);
	path_line(canvas->scene, path, x2, y2);
}

enum colour_role canvas_text_on(const struct canvas *canvas, enum colour_role fill)
{
	struct colour ground = canvas_colour(canvas, fill);
	double light = colour_contrast(canvas_colour(canvas, COLOUR_PAPER), ground);
	double dark = colour_contrast(canvas_colour(canvas, COLOUR_TEXT), ground);

	return light >= dark ? COLOUR_PAPER : COLOUR_TEXT;
}
