#include "chart/canvas.h"

#include <string.h>

#include "base/arena.h"
#include "chart/hatch.h"

enum { ELLIPSIS_ROOM = 8 };

static const double halo_width = 2.4, whisker_width = 0.9, patch = 1.5, arrow_length = 3;

struct colour canvas_colour(const struct canvas *canvas, enum colour_role role)
{
	return canvas->theme->colours[role];
}

void canvas_text(struct canvas *canvas, enum scene_part part, int font, enum colour_role colour,
		 enum label_align align, double x, double y, const char *text)
{
	static const enum text_side sides[] = {
		[LABEL_LEFT] = SIDE_LEFT, [LABEL_RIGHT] = SIDE_RIGHT, [LABEL_CENTRE] = SIDE_MIDDLE
	};
	const struct shaped_text *shaped = text_shape(canvas->engine, font, text, strlen(text));
	const struct text_hold hold = { sides[align], x };

	if (align == LABEL_RIGHT)
		x -= shaped->width;
	else if (align == LABEL_CENTRE)
		x -= shaped->width / 2;
	scene_text_held(canvas->scene, part, shaped, (struct point){ x, y },
			canvas_colour(canvas, colour), hold);
}

static void patched(struct canvas *canvas, enum scene_part part, int font, enum colour_role colour,
		    double x, double y, const char *text)
{
	double capital = 2 * canvas_middle(canvas, font), width = canvas_width(canvas, font, text);

	path_rectangle(canvas->scene,
		       scene_fill(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER)),
		       (struct box){ x - patch, y - capital - patch, width + 2 * patch,
				     capital + 2 * patch });
	canvas_text(canvas, part, font, colour, LABEL_LEFT, x, y, text);
}

void canvas_value(struct canvas *canvas, int font, enum colour_role colour, double x, double y,
		  const char *text)
{
	patched(canvas, PART_VALUE_LABEL, font, colour, x, y, text);
}

void canvas_state(struct canvas *canvas, double x, double y, const char *text)
{
	patched(canvas, PART_STATE_MARK, canvas->text, COLOUR_SECONDARY, x, y, text);
}

const char *canvas_value_text(const struct canvas *canvas, const struct plot_value *value)
{
	return value->state == VALUE_UNRELIABLE
		       ? arena_printf(canvas->arena, "%s [%s]", value->text,
				      value_state_letter(value->state))
		       : value->text;
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

	return text_compose(
		canvas->engine, canvas->arena, &span, 1,
		(struct compose_options){ .width = width, .align = align, .drawn = canvas->keep });
}

static double narrowest_of(struct canvas *canvas, int font, const char *text)
{
	const struct text_span span = { .text = text, .font = font };
	double narrowest, widest;

	text_extents(canvas->engine, &span, 1, &narrowest, &widest);
	return narrowest;
}

static const char *without_no_break(struct canvas *canvas, const char *text)
{
	static const char no_break[] = "\xc2\xa0";
	char *copy = arena_strdup(canvas->arena, text), *to = copy;

	for (const char *from = text; *from != '\0'; from++) {
		bool blank = strncmp(from, no_break, 2) == 0;

		*to++ = blank ? ' ' : *from;
		from += blank;
	}
	*to = '\0';
	return copy;
}

double canvas_widest_word(struct canvas *canvas, int font, const char *text)
{
	return narrowest_of(canvas, font, without_no_break(canvas, text));
}

/* Where a no-break space keeps words together that do not fit side by side, it gives way. */
static const char *breakable(struct canvas *canvas, int font, const char *text, double width)
{
	return narrowest_of(canvas, font, text) <= width ? text : without_no_break(canvas, text);
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

struct text_hold canvas_hold(const struct text_paragraph *paragraph, const struct text_line *line,
			     double x)
{
	double left = x + line->fragments[0].x;

	switch (paragraph->align) {
	case ALIGN_RIGHT:
		return (struct text_hold){ SIDE_RIGHT, left + line->width };
	case ALIGN_CENTRE:
		return (struct text_hold){ SIDE_MIDDLE, left + line->width / 2 };
	case ALIGN_LEFT:
		break;
	}
	return (struct text_hold){ SIDE_LEFT, left };
}

void canvas_paragraph(struct canvas *canvas, enum scene_part part, enum colour_role colour,
		      const struct text_paragraph *paragraph, double x, double y)
{
	for (size_t i = 0; i < paragraph->count; i++) {
		const struct text_line *line = &paragraph->lines[i];

		for (size_t j = 0; j < line->count; j++)
			scene_text_held(canvas->scene, part, line->fragments[j].shaped,
					(struct point){ x + line->fragments[j].x,
							y + canvas->line_pt * (double)i },
					canvas_colour(canvas, colour),
					canvas_hold(paragraph, line, x));
	}
}

/* A step along and across the axis that measures. */
static void trace(struct scene *scene, struct scene_path *path, const struct whisker *whisker,
		  bool move, double along, double across)
{
	double x = whisker->horizontal ? along : across, y = whisker->horizontal ? across : along;

	if (move)
		path_move(scene, path, x, y);
	else
		path_line(scene, path, x, y);
}

/* A cap across the end; where the interval is cut, an arrow that points on. */
static void trace_end(struct scene *scene, struct scene_path *path, const struct whisker *whisker,
		      double along, double back, bool cut, double cap)
{
	trace(scene, path, whisker, true, along + back, whisker->across - cap);
	if (cut)
		trace(scene, path, whisker, false, along, whisker->across);
	trace(scene, path, whisker, false, along + back, whisker->across + cap);
}

static void trace_ends(struct scene *scene, struct scene_path *path, const struct whisker *whisker,
		       double cap)
{
	double back = whisker->high > whisker->low ? arrow_length : -arrow_length;

	trace_end(scene, path, whisker, whisker->low, whisker->cut_low ? back : 0, whisker->cut_low,
		  cap);
	trace_end(scene, path, whisker, whisker->high, whisker->cut_high ? -back : 0,
		  whisker->cut_high, cap);
}

static void trace_line(struct scene *scene, struct scene_path *path, const struct whisker *whisker)
{
	trace(scene, path, whisker, true, whisker->low, whisker->across);
	trace(scene, path, whisker, false, whisker->high, whisker->across);
}

static struct scene_path *whisker_path(struct canvas *canvas, bool halo)
{
	return scene_stroke(canvas->scene, halo ? PART_HALO : PART_INTERVAL,
			    canvas_colour(canvas, halo ? COLOUR_PAPER : COLOUR_INTERVAL),
			    halo ? halo_width : whisker_width);
}

void canvas_whisker(struct canvas *canvas, const struct whisker *whisker)
{
	for (int layer = 0; layer < 2; layer++) {
		bool halo = layer == 0;
		struct scene_path *path = whisker_path(canvas, halo);
		double longer = halo ? (halo_width - whisker_width) / 2 : 0;

		trace_line(canvas->scene, path, whisker);
		/* Ends are never dashed: a cap is too short for it. */
		if (whisker->dashed && !halo) {
			path->dash[0] = 2.5;
			path->dash[1] = 2;
			path = scene_stroke(canvas->scene, PART_INTERVAL_END,
					    canvas_colour(canvas, COLOUR_INTERVAL), whisker_width);
		}
		trace_ends(canvas->scene, path, whisker, whisker->cap / 2 + longer);
	}
}

enum colour_role canvas_mark_colour(const struct canvas *canvas, size_t category)
{
	return canvas->plot->categories[category].emphasised || !canvas->plot->has_emphasis
		       ? COLOUR_MARK
		       : COLOUR_CONTEXT;
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

static void trace_dashes(struct canvas *canvas, struct scene_path *path, const double *dash,
			 struct point from, struct point to)
{
	path->dash[0] = dash[0];
	path->dash[1] = dash[1];
	path_move(canvas->scene, path, from.x, from.y);
	path_line(canvas->scene, path, to.x, to.y);
}

void canvas_dashed(struct canvas *canvas, struct dashed_line line, struct point from,
		   struct point to, bool over_bars)
{
	/* Without gaps: between dashes of the halo a dark bar would make two lines of it. */
	if (over_bars)
		canvas_line(canvas, PART_HALO, COLOUR_PAPER, halo_width, from.x, from.y, to.x,
			    to.y);
	trace_dashes(canvas,
		     scene_stroke(canvas->scene, line.part, canvas_colour(canvas, line.colour),
				  line.width),
		     line.dash, from, to);
}

void canvas_reference(struct canvas *canvas, struct point from, struct point to, bool over_bars)
{
	canvas_dashed(canvas, (struct dashed_line){ PART_REFERENCE, COLOUR_REFERENCE, 1, { 4, 3 } },
		      from, to, over_bars);
}

void canvas_hatch(struct canvas *canvas, struct box box)
{
	hatch_box(canvas->scene, canvas->theme, box);
}

enum colour_role canvas_text_on(const struct canvas *canvas, enum colour_role fill)
{
	struct colour ground = canvas_colour(canvas, fill);
	double light = colour_contrast(canvas_colour(canvas, COLOUR_PAPER), ground);
	double dark = colour_contrast(canvas_colour(canvas, COLOUR_TEXT), ground);

	return light >= dark ? COLOUR_PAPER : COLOUR_TEXT;
}
