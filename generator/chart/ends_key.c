#include "chart/ends_key.h"

#include <math.h>

#include "document/plot_ends.h"

enum key_mark { KEY_FIRST, KEY_SECOND, KEY_BETWEEN };

static const double tick_height = 7, mark_gap = 4, key_gap = 14;

void end_mark_draw(struct canvas *canvas, double x, double y, bool ring)
{
	canvas_dot(canvas, x, y, end_radius, ring ? COLOUR_MARK_SECOND : COLOUR_MARK, ring);
}

void end_tick_draw(struct canvas *canvas, double x, double y)
{
	canvas_line(canvas, PART_LINE, COLOUR_CONTEXT, 1.2, x, y - tick_height / 2, x,
		    y + tick_height / 2);
}

/* Behind the part before, or on a line of its own; at moves on to where the next part goes. */
static void draw_part(struct canvas *canvas, struct point *at, double right, enum key_mark mark,
		      const char *words)
{
	struct text_paragraph *paragraph;
	double width = canvas_width(canvas, canvas->text, words) + 2 * end_radius + mark_gap,
	       middle;

	if (words[0] == '\0')
		return;
	if (at->x > 0 && at->x + width > right) {
		at->x = 0;
		at->y += canvas->line_pt;
	}
	middle = at->y - canvas_middle(canvas, canvas->text);
	if (mark == KEY_BETWEEN)
		end_tick_draw(canvas, at->x + end_radius, middle);
	else
		end_mark_draw(canvas, at->x + end_radius, middle, mark == KEY_SECOND);
	paragraph = canvas_wrap(canvas, canvas->text, words,
				fmax(right - 2 * end_radius - mark_gap, right / 2), ALIGN_LEFT);
	canvas_paragraph(canvas, PART_SERIES_LABEL, COLOUR_TEXT, paragraph,
			 at->x + 2 * end_radius + mark_gap, at->y);
	at->y += canvas->line_pt * (double)(paragraph->count - 1);
	at->x = paragraph->count > 1 ? right : at->x + width + key_gap;
}

static double draw_parts(struct canvas *canvas, double right, double base)
{
	const struct plot *plot = canvas->plot;
	struct point at = { 0, base };

	draw_part(canvas, &at, right, KEY_FIRST, plot->series[0].label);
	if (plot->series_count > 1)
		draw_part(canvas, &at, right, KEY_SECOND,
			  plot->series[plot->series_count - 1].label);
	if (plot->ends != NULL)
		draw_part(canvas, &at, right, KEY_BETWEEN, plot->ends->others);
	return at.y;
}

void ends_key_draw(struct canvas *canvas, double right, double base)
{
	draw_parts(canvas, right, base);
}

double ends_key_height(struct canvas *canvas, double right)
{
	struct canvas trial = *canvas;

	trial.scene = scene_new(canvas->arena, canvas->width, canvas->height);
	return draw_parts(&trial, right, 0);
}
