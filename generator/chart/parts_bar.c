#include "chart/parts_bar.h"

#include <math.h>

#include "base/arena.h"
#include "chart/spread.h"

/* A label stands inside a part from 8 mm on. */
static const double least_inside = 8 * 72 / 25.4;
static const double inside_gap = 2.5, part_gap = 1, label_apart = 5, leader_length = 3;

static size_t count_side(const struct plot_parts *parts, size_t series_count, enum part_side side)
{
	size_t count = 0;

	for (size_t i = 0; i < series_count; i++)
		count += parts->sides[i] == side;
	return count;
}

/* Of a scale: the outermost answers are dark, those next to the common line light. */
static enum colour_role side_colour(const struct plot *plot, size_t series, bool *outline)
{
	const struct plot_parts *parts = plot->parts;
	enum part_side side = parts->sides[series];
	size_t before = 0;
	bool inner;

	for (size_t i = 0; i < series; i++)
		before += parts->sides[i] == side;
	if (side == PART_SIDE_NEUTRAL)
		return COLOUR_CONTEXT;
	inner = side == PART_SIDE_NEGATIVE
			? before > 0
			: before + 1 < count_side(parts, plot->series_count, side);
	*outline = inner;
	if (side == PART_SIDE_NEGATIVE)
		return inner ? COLOUR_TINT_WORSE : COLOUR_WORSE;
	return inner ? COLOUR_TINT_BETTER : COLOUR_BETTER;
}

enum colour_role part_colour(const struct plot *plot, size_t series, bool *outline)
{
	static const enum colour_role named[] = { COLOUR_CATEGORY_1, COLOUR_CATEGORY_2,
						  COLOUR_CATEGORY_3, COLOUR_CATEGORY_4 };
	static const enum colour_role steps[] = { COLOUR_STEP_1, COLOUR_STEP_2, COLOUR_STEP_3,
						  COLOUR_STEP_4, COLOUR_STEP_5 };
	const struct plot_parts *parts = plot->parts;

	*outline = false;
	if (parts != NULL && parts->unknown == (int)series)
		return COLOUR_CONTEXT;
	if (parts != NULL && parts->sides[series] != PART_SIDE_NONE)
		return side_colour(plot, series, outline);
	if (parts != NULL && parts->ordered) {
		*outline = true;
		return steps[series % (sizeof(steps) / sizeof(steps[0]))];
	}
	return named[series % (sizeof(named) / sizeof(named[0]))];
}

/* A light fill is outlined in the dark colour of its side, inside its own edge. */
static enum colour_role outline_colour(const struct plot *plot, size_t series)
{
	if (plot->parts->sides[series] == PART_SIDE_NEGATIVE)
		return COLOUR_WORSE;
	return plot->parts->sides[series] == PART_SIDE_POSITIVE ? COLOUR_BETTER : COLOUR_STEP_1;
}

void part_fill(struct canvas *canvas, size_t series, struct box box)
{
	bool outline;
	enum colour_role colour = part_colour(canvas->plot, series, &outline);
	struct scene_path *path =
		scene_fill(canvas->scene, PART_BAR, canvas_colour(canvas, colour));

	if (outline && box.width > 1 && box.height > 1) {
		path->stroked = true;
		path->stroke = canvas_colour(canvas, outline_colour(canvas->plot, series));
		path->line_width = 0.75;
		box = (struct box){ box.x + 0.375, box.y + 0.375, box.width - 0.75,
				    box.height - 0.75 };
	}
	path_rectangle(canvas->scene, path, box);
}

bool part_holds_label(struct canvas *canvas, const struct bar_part *part)
{
	double width = part->right - part->left;

	return width >= least_inside &&
	       canvas_width(canvas, canvas->text, canvas_value_text(canvas, part->value)) +
			       2 * inside_gap <=
		       width;
}

static void draw_part(struct canvas *canvas, const struct parts_bar *bar,
		      const struct bar_part *part)
{
	bool outline;
	enum colour_role fill = part_colour(canvas->plot, part->series, &outline);
	double width = part->right - part->left - part_gap;

	if (width > 0)
		part_fill(canvas, part->series,
			  (struct box){ part->left + part_gap / 2, bar->top, width, bar->height });
	if (part_holds_label(canvas, part))
		canvas_text(canvas, PART_VALUE_LABEL, canvas->text, canvas_text_on(canvas, fill),
			    LABEL_CENTRE, (part->left + part->right) / 2,
			    bar->top + bar->height / 2 + canvas_middle(canvas, canvas->text),
			    canvas_value_text(canvas, part->value));
}

/* Values of narrow parts, side by side under the bar, each on a line to the middle of its part. */
static void draw_under(struct canvas *canvas, const struct parts_bar *bar,
		       const struct bar_part *parts, size_t count)
{
	double *places = arena_array(canvas->arena, count + 1, sizeof(*places));
	size_t *chosen = arena_array(canvas->arena, count + 1, sizeof(*chosen)), found = 0;
	double offset = 0, base = bar->top + bar->height + canvas->line_pt;

	for (size_t i = 0; i < count; i++) {
		double width = canvas_width(canvas, canvas->text,
					    canvas_value_text(canvas, parts[i].value));

		if (part_holds_label(canvas, &parts[i]))
			continue;
		/* What they want, less what those before them take: then none may stand before the one before. */
		places[found] = (parts[i].left + parts[i].right) / 2 - width / 2 - offset;
		chosen[found++] = i;
		offset += width + label_apart;
	}
	spread_places(places, found, 0, bar->low, fmax(bar->low, bar->high - offset + label_apart));
	offset = 0;
	for (size_t i = 0; i < found; i++) {
		const struct bar_part *part = &parts[chosen[i]];
		const char *text = canvas_value_text(canvas, part->value);
		double width = canvas_width(canvas, canvas->text, text), left = places[i] + offset;

		canvas_line(canvas, PART_LEADER, COLOUR_AXIS, 0.5, (part->left + part->right) / 2,
			    bar->top + bar->height, left + width / 2,
			    bar->top + bar->height + leader_length);
		canvas_text(canvas, PART_VALUE_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT, left,
			    base, text);
		offset += width + label_apart;
	}
}

void parts_bar_draw(struct canvas *canvas, const struct parts_bar *bar,
		    const struct bar_part *parts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		draw_part(canvas, bar, &parts[i]);
	draw_under(canvas, bar, parts, count);
}
