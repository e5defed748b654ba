#include "chart/waits_names.h"

#include <math.h>

#include "base/arena.h"

static const double label_gap = 8, least_label = 40, sample = 22, sample_gap = 7, key_gap = 4,
		    above_panel = 3, breadth = 2.5;

enum { LINES_MOST = 3 };

/* Over the line on its left, or under it on its right: there is no line on that side of either. */
static double room_of(const struct panel *panel, const struct waits_name *name)
{
	return (name->over ? name->at.x - panel->left : panel->right - name->at.x) - 2 * label_gap;
}

static const char *text_of(struct canvas *canvas, const struct waits_name *name)
{
	return arena_printf(canvas->arena, "%s %s", name->name, name->value);
}

/* Between the point and the end of the panel over or under it. */
static bool fits_above_or_below(const struct canvas *canvas, const struct panel *panel,
				const struct waits_name *name, size_t lines)
{
	double height = canvas->line_pt * (double)lines;

	return name->over ? name->at.y - label_gap - height >= panel->top - above_panel
			  : name->at.y + 4 + height <= panel->bottom - 3;
}

bool waits_names_fit(struct canvas *canvas, const struct panel *panel,
		     const struct waits_name *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		double width = fmax(room_of(panel, &names[i]), least_label);
		const char *text = text_of(canvas, &names[i]);
		size_t lines = canvas_wrap(canvas, canvas->strong, text, width, ALIGN_LEFT)->count;

		if (canvas_widest_word(canvas, canvas->strong, text) > width ||
		    lines > LINES_MOST || !fits_above_or_below(canvas, panel, &names[i], lines))
			return false;
	}
	return true;
}

static enum colour_role colour_of(const struct waits_name *name)
{
	return name->over ? COLOUR_TEXT : COLOUR_MARK;
}

static void draw_name(struct canvas *canvas, const struct panel *panel,
		      const struct waits_name *name, const char *text)
{
	double x = name->at.x, y = name->at.y, line = canvas->line_pt;
	double width = fmax(room_of(panel, name), least_label);
	const struct text_paragraph *words = canvas_wrap(canvas, canvas->strong, text, width,
							 name->over ? ALIGN_RIGHT : ALIGN_LEFT);
	double left = name->over ? fmax(x - label_gap - width, panel->left + label_gap)
				 : fmin(x + label_gap, canvas->width - width);
	double base = name->over ? y - label_gap - line * (double)(words->count - 1) : y + line + 4;

	if (name->over)
		base = fmax(base, panel->top + line);
	else
		base = fmin(base, panel->bottom - 3 - line * (double)(words->count - 1));
	/* Gridlines do not cross the words. */
	path_rectangle(canvas->scene,
		       scene_fill(canvas->scene, PART_HALO, canvas_colour(canvas, COLOUR_PAPER)),
		       (struct box){ name->over ? left + width - words->width : left,
				     base - 2 * canvas_middle(canvas, canvas->strong) - 1,
				     words->width, line * (double)words->count });
	canvas_paragraph(canvas, PART_SERIES_LABEL, colour_of(name), words, left, base);
}

void waits_names_draw(struct canvas *canvas, const struct panel *panel,
		      const struct waits_name *names, size_t count, bool with_names)
{
	for (size_t i = 0; i < count; i++)
		draw_name(canvas, panel, &names[i],
			  with_names ? text_of(canvas, &names[i]) : names[i].value);
}

static const struct text_paragraph *key_words(struct canvas *canvas, const struct waits_name *name)
{
	return canvas_wrap(canvas, canvas->strong, name->name, canvas->width - sample - sample_gap,
			   ALIGN_LEFT);
}

double waits_key_height(struct canvas *canvas, const struct waits_name *names, size_t count)
{
	double height = key_gap;

	for (size_t i = 0; i < count; i++)
		height += canvas->line_pt * (double)key_words(canvas, &names[i])->count;
	return height;
}

static void draw_sample(struct canvas *canvas, const struct waits_name *name, double y)
{
	enum colour_role colour = name->dashed ? COLOUR_MARK_SECOND : COLOUR_MARK;
	struct scene_path *path =
		scene_stroke(canvas->scene, PART_LEADER, canvas_colour(canvas, colour), breadth);

	if (name->dashed) {
		path->dash[0] = 5;
		path->dash[1] = 3;
	}
	path_move(canvas->scene, path, breadth / 2, y);
	path_line(canvas->scene, path, sample, y);
}

void waits_key_draw(struct canvas *canvas, const struct waits_name *names, size_t count, double top)
{
	for (int over = 1; over >= 0; over--)
		for (size_t i = 0; i < count; i++) {
			const struct text_paragraph *words = key_words(canvas, &names[i]);

			if (names[i].over != (over == 1))
				continue;
			draw_sample(canvas, &names[i],
				    top + canvas->line_pt - canvas_middle(canvas, canvas->strong));
			canvas_paragraph(canvas, PART_SERIES_LABEL, colour_of(&names[i]), words,
					 sample + sample_gap, top + canvas->line_pt);
			top += canvas->line_pt * (double)words->count;
		}
}
