/*
 * control.c - a series over time with the limits of its usual variation: mean, limits, points by what they say,
 * a target, and icons for the whole.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/kind.h"
#include "chart/process_mark.h"
#include "chart/reference_lines.h"
#include "chart/spread.h"

static const double tick_gap = 6, side_gap = 6, label_apart = 5, line_width = 1, icon_apart = 18;
static const double least_panel = 80, side_share = 0.32;

struct control {
	struct panel panel;
	struct scale scale;
	double slot;
};

enum { SIDE_LABELS = 2 + REFERENCE_LINES_MOST };

/* A name at the right end of a line, at the height of its number. */
struct side {
	const char *text;
	double value;
	struct text_paragraph *words;
};

static double place_of(const struct control *control, size_t category)
{
	return control->panel.left + control->slot * ((double)category + 0.5);
}

/* -- names at the right -------------------------------------------------------------------------------- */

/* From the top down; returns how many. */
static size_t find_sides(struct canvas *canvas, struct side *sides)
{
	const struct plot_process *process = canvas->plot->process;
	const struct process_stretch *last;
	struct reference_line references[REFERENCE_LINES_MOST];
	size_t count = 0, reference_count = reference_lines(canvas->plot, references);

	if (process == NULL || process->stretch_count == 0)
		return 0;
	last = &process->stretches[process->stretch_count - 1];
	sides[count++] = (struct side){ process->mean_label, last->mean, NULL };
	if (process->limit_label[0] != '\0')
		sides[count++] =
			(struct side){ process->limit_label,
				       isfinite(last->high) ? last->high : last->low, NULL };
	for (size_t i = 0; i < reference_count; i++)
		sides[count++] = (struct side){ references[i].label, references[i].value, NULL };
	for (size_t i = 1; i < count; i++)
		for (size_t at = i; at > 0 && sides[at].value > sides[at - 1].value; at--) {
			struct side moved = sides[at];

			sides[at] = sides[at - 1];
			sides[at - 1] = moved;
		}
	return count;
}

static double measure_sides(struct canvas *canvas, struct side *sides, size_t count)
{
	double widest = 0;

	for (size_t i = 0; i < count; i++) {
		double own = canvas_width(canvas, canvas->text, sides[i].text) + 0.1;
		double room = fmin(own, canvas->width * side_share);

		sides[i].words = canvas_wrap(canvas, canvas->text, sides[i].text, room, ALIGN_LEFT);
		widest = fmax(widest, room);
	}
	return widest > 0 ? widest + side_gap : 0;
}

static double side_height(const struct canvas *canvas, const struct side *side)
{
	return canvas->line_pt * (double)side->words->count;
}

static void draw_sides(struct canvas *canvas, const struct control *control,
		       const struct side *sides, size_t count)
{
	double places[SIDE_LABELS], offset = 0;

	for (size_t i = 0; i < count; i++) {
		places[i] =
			scale_place(&control->scale, sides[i].value) - canvas->line_pt / 2 - offset;
		offset += side_height(canvas, &sides[i]);
	}
	/* Under the panel stand the periods. */
	spread_places(places, count, 0, fmax(0, control->panel.top - canvas->line_pt),
		      control->panel.bottom - offset);
	offset = 0;
	for (size_t i = 0; i < count; i++) {
		canvas_paragraph(canvas, PART_REFERENCE_LABEL, COLOUR_TEXT, sides[i].words,
				 control->panel.right + side_gap,
				 places[i] + offset + canvas->line_pt / 2 +
					 canvas_middle(canvas, canvas->text));
		offset += side_height(canvas, &sides[i]);
	}
}

/* -- icons --------------------------------------------------------------------------------------------- */

/* Side by side where they fit, else under each other; returns the height. */
static double draw_icons(struct canvas *canvas, double top, bool draws)
{
	const struct plot_process *process = canvas->plot->process;
	double line = process_icon_height(), first, second, x = 0, y = top + line / 2;

	if (process == NULL || process->variation.words[0] == '\0')
		return 0;
	first = process_icon_width(canvas, &process->variation);
	second = process_icon_width(canvas, &process->assurance);
	if (draws)
		process_icon_draw(canvas, &process->variation, x, y);
	if (second > 0 && first + icon_apart + second > canvas->width)
		y += line;
	else
		x = first + icon_apart;
	if (draws)
		process_icon_draw(canvas, &process->assurance, x, y);
	return y + line / 2 - top + 4;
}

/* -- lines --------------------------------------------------------------------------------------------- */

static void draw_level(struct canvas *canvas, const struct control *control,
		       const struct process_stretch *stretch, double value, bool dashed)
{
	double y = scale_place(&control->scale,
			       fmin(fmax(value, control->scale.low), control->scale.high));
	double half = control->slot / 2;
	struct scene_path *path = scene_stroke(canvas->scene, PART_REFERENCE,
					       canvas_colour(canvas, COLOUR_REFERENCE), line_width);

	if (dashed) {
		path->dash[0] = 2;
		path->dash[1] = 2;
	}
	path_move(canvas->scene, path, place_of(control, stretch->first) - half, y);
	path_line(canvas->scene, path, place_of(control, stretch->last) + half, y);
}

/* A limit beyond what is possible is not drawn: no share is below 0 or over 100%. */
static void draw_limits(struct canvas *canvas, const struct control *control)
{
	const struct plot_process *process = canvas->plot->process;

	for (size_t i = 0; process != NULL && i < process->stretch_count; i++) {
		const struct process_stretch *stretch = &process->stretches[i];

		draw_level(canvas, control, stretch, stretch->mean, false);
		if (stretch->low >= control->scale.low)
			draw_level(canvas, control, stretch, stretch->low, true);
		if (stretch->high <= control->scale.high)
			draw_level(canvas, control, stretch, stretch->high, true);
	}
}

static void draw_targets(struct canvas *canvas, const struct control *control)
{
	struct reference_line lines[REFERENCE_LINES_MOST];
	size_t count = reference_lines(canvas->plot, lines);

	for (size_t i = 0; i < count; i++) {
		double y = scale_place(&control->scale, lines[i].value);

		reference_line_draw(canvas, &lines[i], (struct point){ control->panel.left, y },
				    (struct point){ control->panel.right, y }, false);
	}
}

static void draw_series(struct canvas *canvas, const struct control *control, size_t series)
{
	const struct plot *plot = canvas->plot;
	struct scene_path *path =
		scene_stroke(canvas->scene, PART_LINE, canvas_colour(canvas, COLOUR_CONTEXT), 1);
	bool open = false;

	path->round_ends = true;
	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, series, i);
		double x = place_of(control, i), y;

		if (!value_state_is_shown(value->state)) {
			open = false;
			continue;
		}
		y = scale_place(&control->scale, value->value);
		if (open && !plot->categories[i].after_gap && !plot->categories[i].after_break)
			path_line(canvas->scene, path, x, y);
		else
			path_move(canvas->scene, path, x, y);
		open = true;
	}
}

static void draw_points(struct canvas *canvas, const struct control *control, size_t series)
{
	const struct plot *plot = canvas->plot;

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = plot_value(plot, series, i);
		enum verdict verdict =
			plot->process != NULL ? plot->process->verdicts[i] : VERDICT_SIMILAR;

		if (value_state_is_shown(value->state))
			process_mark_draw(canvas, verdict, place_of(control, i),
					  scale_place(&control->scale, value->value),
					  value->state == VALUE_UNRELIABLE);
	}
}

/* -- the foot ------------------------------------------------------------------------------------------ */

/* Every so many periods have their name, so that names stand clear of each other. */
static size_t name_step(struct canvas *canvas, const struct control *control)
{
	double widest = 0;

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		widest = fmax(widest, canvas_width(canvas, canvas->tick,
						   canvas->plot->categories[i].label));
	return (size_t)fmax(1, ceil((widest + label_apart) / control->slot));
}

static void draw_periods(struct canvas *canvas, const struct control *control)
{
	const struct plot *plot = canvas->plot;
	size_t step = name_step(canvas, control);
	double base = control->panel.bottom + canvas->line_pt + 3, right = -INFINITY;
	struct scene_path *ticks =
		scene_stroke(canvas->scene, PART_AXIS, canvas_colour(canvas, COLOUR_AXIS), 0.75);

	for (size_t i = 0; i < plot->category_count; i++) {
		const char *label = plot->categories[i].label;
		double half = canvas_width(canvas, canvas->tick, label) / 2;
		double x = fmax(place_of(control, i), half);

		if (i % step == 0) {
			path_move(canvas->scene, ticks, place_of(control, i),
				  control->panel.bottom);
			path_line(canvas->scene, ticks, place_of(control, i),
				  control->panel.bottom + 3);
		}
		if (i % step != 0 || x - half < right || x + half > canvas->width)
			continue;
		canvas_text(canvas, PART_TICK_LABEL, canvas->tick, COLOUR_SECONDARY, LABEL_CENTRE,
			    x, base, label);
		right = x + half + label_apart;
	}
}

/* The shorthand of what is not shown, at the foot of the panel. */
static void draw_states(struct canvas *canvas, const struct control *control)
{
	double right = -INFINITY;

	for (size_t i = 0; i < canvas->plot->category_count; i++) {
		const struct plot_value *value = plot_value(canvas->plot, 0, i);
		double half = canvas_width(canvas, canvas->text, value->text) / 2;
		double x = place_of(control, i);

		if (value_state_is_shown(value->state) || x - half < right)
			continue;
		canvas_state(canvas, x - half, control->panel.bottom - 4, value->text);
		right = x + half + 2;
	}
}

static void draw_frame(struct canvas *canvas, const struct control *control)
{
	const struct plot *plot = canvas->plot;

	axis_vertical(canvas, &control->scale, &control->panel);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 0.75, control->panel.left,
		    control->panel.bottom, control->panel.right, control->panel.bottom);
	for (size_t i = 1; i < plot->category_count; i++) {
		double x = (place_of(control, i - 1) + place_of(control, i)) / 2;
		struct scene_path *path;

		if (!plot->categories[i].after_break)
			continue;
		path = scene_stroke(canvas->scene, PART_AXIS, canvas_colour(canvas, COLOUR_AXIS),
				    0.75);
		path_move(canvas->scene, path, x, control->panel.top);
		path_line(canvas->scene, path, x, control->panel.bottom);
	}
}

/* -- the whole ----------------------------------------------------------------------------------------- */

static void draw(struct canvas *canvas)
{
	struct control control = { 0 };
	struct side sides[SIDE_LABELS];
	double icons, top, right;
	size_t count;

	if (!axis_scale(canvas->plot, &control.scale)) {
		axis_empty(canvas);
		return;
	}
	top = axis_title(canvas);
	icons = draw_icons(canvas, top, true);
	count = find_sides(canvas, sides);
	right = measure_sides(canvas, sides, count);
	control.panel = (struct panel){ .left = axis_tick_width(canvas, &control.scale) + tick_gap,
					.right = canvas->width - fmax(right, 4),
					.top = top + icons + canvas->line_pt * 0.5 };
	canvas->height =
		fmax(canvas->height, control.panel.top + least_panel + (1.5 * canvas->line_pt + 3));
	canvas->scene->height = canvas->height;
	control.panel.bottom = canvas->height - (1.5 * canvas->line_pt + 3);
	control.scale.from = control.panel.bottom;
	control.scale.to = control.panel.top;
	control.slot =
		(control.panel.right - control.panel.left) / (double)canvas->plot->category_count;
	draw_frame(canvas, &control);
	draw_limits(canvas, &control);
	draw_targets(canvas, &control);
	for (size_t s = 0; s < canvas->plot->series_count; s++) {
		draw_series(canvas, &control, s);
		draw_points(canvas, &control, s);
	}
	draw_states(canvas, &control);
	draw_periods(canvas, &control);
	draw_sides(canvas, &control, sides, count);
}

const struct chart_kind chart_control = {
	.name = "control",
	.shape = SHAPE_PROCESS,
	.has_points = true,
	.leaves_zero = true,
	.ticks = 4,
	.shallow = true,
	.takes = TAKES_TARGETS | TAKES_REBASE,
	.fills_rounded = true,
	.alt = STRING_ALT_CONTROL,
	.draw = draw,
};
