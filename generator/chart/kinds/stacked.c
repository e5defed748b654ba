/*
 * stacked.c - shares that make up a whole: a bar of 100% a row. Answers on a scale meet at a line: negative ones
 * end there and positive ones begin; neutral ones stand beside them on a line of their own.
 */
#include <math.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "chart/parts_bar.h"
#include "chart/rows.h"

static const double bar_height = 15, row_gap = 6, names_share = 0.38, sum_gap = 4, zone_gap = 14,
		    least_bars = 220;
static const double swatch = 9, swatch_gap = 5, key_apart = 14, key_gap = 6, under_gap = 3;

/* Where a number of percent of each zone begins. */
struct zones {
	double per_percent; /* points */
	double line;        /* where sides meet; without sides the left end */
	double neutral;     /* where neutral parts begin */
	double low, high;   /* of all of it */
	bool meets;
};

static const struct plot_parts *parts_of(const struct plot *plot)
{
	return plot->parts;
}

static enum part_side side_of(const struct plot *plot, size_t series)
{
	return parts_of(plot) == NULL || !plot->parts->meets ? PART_SIDE_POSITIVE
							     : plot->parts->sides[series];
}

static bool is_row_shown(const struct plot *plot, size_t category)
{
	for (size_t s = 0; s < plot->series_count; s++)
		if (!value_state_is_shown(plot_value(plot, s, category)->state))
			return false;
	return true;
}

/* Shares of parts below 0 do not exist; a test may plot some. */
static double share_of(const struct plot *plot, size_t series, size_t category)
{
	return fmax(0, plot_value(plot, series, category)->value);
}

static double sum_of(const struct plot *plot, size_t category, enum part_side side)
{
	double sum = 0;

	for (size_t s = 0; s < plot->series_count; s++)
		if (side_of(plot, s) == side)
			sum += share_of(plot, s, category);
	return sum;
}

static double most_of(const struct plot *plot, enum part_side side)
{
	double most = 0;

	for (size_t i = 0; i < plot->category_count; i++)
		if (is_row_shown(plot, i))
			most = fmax(most, sum_of(plot, i, side));
	return most;
}

/* -- the key ------------------------------------------------------------------------------------------ */

/* Order of the marks from left to right: neutral parts stand behind the others. */
static size_t key_order(const struct plot *plot, size_t *order)
{
	size_t count = 0;

	for (int neutral = 0; neutral < 2; neutral++)
		for (size_t s = 0; s < plot->series_count; s++)
			if ((side_of(plot, s) == PART_SIDE_NEUTRAL) == (neutral == 1))
				order[count++] = s;
	return count;
}

/* Names of the parts in lines; returns the height. */
static double draw_key(struct canvas *canvas, double top, bool draws)
{
	const struct plot *plot = canvas->plot;
	size_t *order = arena_array(canvas->arena, plot->series_count, sizeof(*order));
	size_t count = key_order(plot, order);
	double x = 0, y = top, line = 0;

	for (size_t i = 0; i < count; i++) {
		const struct text_paragraph *label =
			canvas_wrap(canvas, canvas->text, plot->series[order[i]].label,
				    canvas->width - swatch - swatch_gap, ALIGN_LEFT);
		double words = label->count == 1 ? canvas_width(canvas, canvas->text,
								plot->series[order[i]].label)
						 : canvas->width - swatch - swatch_gap;
		double width = swatch + swatch_gap + words;

		if (x > 0 && x + width > canvas->width) {
			x = 0;
			y += line;
			line = 0;
		}
		if (draws) {
			part_fill(canvas, order[i],
				  (struct box){ x, y + (canvas->line_pt - swatch) / 2, swatch,
						swatch });
			canvas_paragraph(canvas, PART_SERIES_LABEL, COLOUR_TEXT, label,
					 x + swatch + swatch_gap,
					 y + canvas->line_pt / 2 +
						 canvas_middle(canvas, canvas->text));
		}
		line = fmax(line, canvas->line_pt * (double)label->count + 2);
		x += width + key_apart;
	}
	return y + line - top;
}

/* -- the rows ----------------------------------------------------------------------------------------- */

/* Beside long names there is no room for bars: then names stand above them. */
static bool rows_stand_above(const struct rows *rows)
{
	return rows->label_width <= 0;
}

static double bar_top(struct canvas *canvas, const struct rows *rows, size_t category)
{
	const struct row_place *row = &rows->items[category];

	return rows_stand_above(rows) ? row->top + canvas->line_pt * (double)row->label->count
				      : row->top;
}

static double widest_sum(struct canvas *canvas, const char *const *texts)
{
	double widest = 0;

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		widest = fmax(widest, canvas_width(canvas, canvas->strong, texts[i]));
	return widest;
}

static struct zones place_zones(struct canvas *canvas, const struct rows *rows)
{
	const struct plot *plot = canvas->plot;
	struct zones zones = { .low = rows->label_width, .high = canvas->width };
	double negative, neutral, room, before = 0, after = 0;

	zones.meets = parts_of(plot) != NULL && plot->parts->meets;
	if (!zones.meets) {
		zones.low = fmax(zones.low, canvas_width(canvas, canvas->tick, "0%") / 2);
		zones.line = zones.low;
		zones.high = canvas->width - canvas_width(canvas, canvas->tick, "100%") / 2;
		zones.per_percent =
			(zones.high - zones.low) / fmax(100, most_of(plot, PART_SIDE_POSITIVE));
		return zones;
	}
	before = widest_sum(canvas, plot->parts->negative) + sum_gap;
	after = widest_sum(canvas, plot->parts->positive) + sum_gap;
	negative = most_of(plot, PART_SIDE_NEGATIVE);
	neutral = most_of(plot, PART_SIDE_NEUTRAL);
	room = zones.high - zones.low - before - after - (neutral > 0 ? zone_gap : 0);
	zones.per_percent = room / fmax(1, negative + neutral + most_of(plot, PART_SIDE_POSITIVE));
	zones.line = zones.low + before + negative * zones.per_percent;
	zones.neutral = zones.high - neutral * zones.per_percent;
	return zones;
}

/* The parts of a row from left to right. */
static void place_parts(const struct plot *plot, const struct zones *zones, size_t category,
			struct bar_part *parts)
{
	double at[] = {
		[PART_SIDE_NEGATIVE] = zones->line - sum_of(plot, category, PART_SIDE_NEGATIVE) *
							     zones->per_percent,
		[PART_SIDE_POSITIVE] = zones->line,
		[PART_SIDE_NEUTRAL] = zones->neutral,
	};

	for (size_t s = 0; s < plot->series_count; s++) {
		double *from = &at[side_of(plot, s)];
		double width = share_of(plot, s, category) * zones->per_percent;

		parts[s] =
			(struct bar_part){ *from, *from + width, s, plot_value(plot, s, category) };
		*from += width;
	}
}

/* Parts in the order of the page, so that words under them do not cross. */
static void order_parts(struct bar_part *parts, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct bar_part moved = parts[i];
		size_t at = i;

		for (; at > 0 && parts[at - 1].left > moved.left; at--)
			parts[at] = parts[at - 1];
		parts[at] = moved;
	}
}

static bool needs_line_under(struct canvas *canvas, const struct bar_part *parts)
{
	for (size_t s = 0; s < canvas->plot->series_count; s++)
		if (!part_holds_label(canvas, &parts[s]))
			return true;
	return false;
}

static const char *state_of_row(const struct plot *plot, size_t category)
{
	for (size_t s = 0; s < plot->series_count; s++)
		if (!value_state_is_shown(plot_value(plot, s, category)->state))
			return plot_value(plot, s, category)->text;
	return "";
}

static void draw_sums(struct canvas *canvas, const struct zones *zones, size_t category,
		      const struct parts_bar *bar)
{
	const struct plot *plot = canvas->plot;
	double base = bar->top + bar->height / 2 + canvas_middle(canvas, canvas->strong);

	canvas_text(canvas, PART_VALUE_LABEL, canvas->strong, COLOUR_TEXT, LABEL_RIGHT,
		    zones->line - sum_of(plot, category, PART_SIDE_NEGATIVE) * zones->per_percent -
			    sum_gap,
		    base, plot->parts->negative[category]);
	canvas_text(canvas, PART_VALUE_LABEL, canvas->strong, COLOUR_TEXT, LABEL_LEFT,
		    zones->line + sum_of(plot, category, PART_SIDE_POSITIVE) * zones->per_percent +
			    sum_gap,
		    base, plot->parts->positive[category]);
}

static void draw_row(struct canvas *canvas, const struct zones *zones, size_t category,
		     const struct rows *rows, struct bar_part *parts)
{
	struct parts_bar bar = { .top = bar_top(canvas, rows, category),
				 .height = bar_height,
				 .low = zones->low,
				 .high = canvas->width };
	double base = bar.top + bar_height / 2 + canvas_middle(canvas, canvas->text);

	if (!is_row_shown(canvas->plot, category)) {
		canvas_state(canvas, zones->line + 4, base, state_of_row(canvas->plot, category));
		return;
	}
	parts_bar_draw(canvas, &bar, parts, canvas->plot->series_count);
	if (!zones->meets)
		return;
	draw_sums(canvas, zones, category, &bar);
	canvas_line(canvas, PART_AXIS, COLOUR_AXIS, 1.2, zones->line, bar.top - 3, zones->line,
		    bar.top + bar_height + 3);
}

/* Rows as high as their names and the words under their bars need. */
static void place_rows(struct canvas *canvas, struct rows *rows, const struct zones *zones,
		       struct bar_part *parts, double top)
{
	const struct plot *plot = canvas->plot;

	for (size_t i = 0; i < plot->category_count; i++) {
		struct bar_part *own = &parts[i * plot->series_count];
		double bar = bar_height + row_gap, words;

		if (is_row_shown(plot, i)) {
			place_parts(plot, zones, i, own);
			order_parts(own, plot->series_count);
			if (needs_line_under(canvas, own))
				bar += canvas->line_pt + under_gap;
		}
		words = canvas->line_pt * (double)rows->items[i].label->count;
		rows->items[i].top = top;
		rows->items[i].height =
			rows_stand_above(rows) ? words + bar : fmax(bar, words + row_gap);
		top += rows->items[i].height;
	}
	rows->bottom = top;
}

static void draw_names(struct canvas *canvas, const struct rows *rows)
{
	double base = rows_stand_above(rows) ? canvas->line_pt - 3
					     : bar_height / 2 + canvas_middle(canvas, canvas->text);

	for (size_t i = 0; i < canvas->plot->category_count; i++)
		canvas_paragraph(canvas, PART_GROUP_LABEL, COLOUR_TEXT, rows->items[i].label, 0,
				 rows->items[i].top + base);
}

/* Shares are printed: lines up the panel would only cross words under the bars. */
static void draw_axis(struct canvas *canvas, const struct zones *zones, double bottom)
{
	struct scale scale =
		scale_nice(0, 100, (struct scale_options){ .from_zero = true, .percentage = true });

	if (zones->meets)
		return;
	scale.from = zones->low;
	scale.to = zones->low + 100 * zones->per_percent;
	axis_horizontal(canvas, &scale,
			&(struct panel){ .left = zones->low,
					 .right = scale.to,
					 .top = bottom - 3,
					 .bottom = bottom });
}

static struct rows place_names(struct canvas *canvas)
{
	struct rows rows = rows_place(
		canvas, (struct rows_options){ .most_label_width = canvas->width * names_share });

	if (canvas->width - rows.label_width >= least_bars)
		return rows;
	rows = rows_place(canvas, (struct rows_options){ .most_label_width = canvas->width });
	rows.label_width = 0;
	return rows;
}

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	struct bar_part *parts;
	struct zones zones;
	struct scale scale;
	struct rows rows;
	double top, key;

	if (!axis_scale(plot, &scale)) {
		axis_empty(canvas);
		return;
	}
	parts = arena_array(canvas->arena, plot->category_count * plot->series_count,
			    sizeof(*parts));
	key = draw_key(canvas, 0, false);
	top = key + key_gap;
	rows = place_names(canvas);
	zones = place_zones(canvas, &rows);
	place_rows(canvas, &rows, &zones, parts, top);
	canvas->height = rows.bottom + (zones.meets ? 0 : canvas->line_pt + 4);
	canvas->scene->height = canvas->height;
	draw_key(canvas, 0, true);
	draw_axis(canvas, &zones, rows.bottom);
	draw_names(canvas, &rows);
	for (size_t i = 0; i < plot->category_count; i++)
		draw_row(canvas, &zones, i, &rows, &parts[i * plot->series_count]);
}

const struct chart_kind chart_stacked = {
	.name = "stacked",
	.shape = SHAPE_PARTS,
	.takes = TAKES_INDICATORS | TAKES_SERIES,
	.from_zero = true,
	.lists_all = true,
	.alt = STRING_ALT_STACKED,
	.draw = draw,
};
