/* What must hold of the marks of any chart: they stand where the numbers of the axis say. */

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/kind.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/reading.h"
#include "support/trials.h"

enum { DRAWS = TRIALS(150), CASES = 10 };

static const double slack = 0.05;

struct mark_case {
	char layout[24], kind[16];
	bool negative;
};

static struct mark_case *cases(void)
{
	static const char *const kinds[] = { "bars", "dots", "grouped-bars", "trend", "gradient" };
	struct mark_case *list = cr_malloc(sizeof(*list) * CASES);

	for (size_t i = 0; i < CASES; i++) {
		snprintf(list[i].layout, sizeof(list[i].layout), "%s", look_names[i % LOOKS]);
		snprintf(list[i].kind, sizeof(list[i].kind), "%s", kinds[i / 2]);
		list[i].negative = i % 2 == 0;
	}
	return list;
}

/* A chart with what a reader takes off it. */
struct reading {
	struct arena *arena;
	struct look look;
	struct plot *plot;
	struct scene *scene;
	struct axis_reading axis;
	struct labels marks;
};

static double place(const struct reading *reading, double number)
{
	return axis_place(&reading->axis, number);
}

/* Both ends of a mark along the axis, the smaller place first. */
static void ends(const struct reading *reading, const struct label *mark, double *from, double *to)
{
	*from = reading->axis.horizontal ? mark->box.x : mark->box.y;
	*to = *from + (reading->axis.horizontal ? mark->box.width : mark->box.height);
}

/* True when some mark of the part runs from one number to another. */
static bool has_mark(const struct reading *reading, enum scene_part part, double a, double b,
		     double wider)
{
	double low = fmin(place(reading, a), place(reading, b)) - wider;
	double high = fmax(place(reading, a), place(reading, b)) + wider;

	for (size_t i = 0; i < reading->marks.count; i++) {
		double from, to;

		if (reading->marks.items[i].part != part)
			continue;
		ends(reading, &reading->marks.items[i], &from, &to);
		if (fabs(from - low) < slack && fabs(to - high) < slack)
			return true;
	}
	return false;
}

static bool is_bars(const struct plot *plot)
{
	return strcmp(plot->kind, "bars") == 0 || strcmp(plot->kind, "grouped-bars") == 0;
}

/* An outlined bar is stroked inside its edge in one kind, on it in the other. */
static bool has_bar(const struct reading *reading, const struct plot_value *value)
{
	double length = fabs(place(reading, value->value) - place(reading, 0));

	return has_mark(reading, PART_BAR, 0, value->value, 0) ||
	       (value->state == VALUE_UNRELIABLE &&
		has_mark(reading, PART_BAR, 0, value->value, -fmin(0.6, length / 2))) ||
	       (value->state == VALUE_UNRELIABLE && length < 1.2);
}

static bool has_dot(const struct reading *reading, double number)
{
	for (size_t i = 0; i < reading->marks.count; i++) {
		double from, to;

		if (reading->marks.items[i].part != PART_DOT)
			continue;
		ends(reading, &reading->marks.items[i], &from, &to);
		if (fabs((from + to) / 2 - place(reading, number)) < slack)
			return true;
	}
	return false;
}

/* Lines that stand back have neither points nor intervals. */
static bool stands_back(const struct plot *plot, size_t series)
{
	return chart_kind_find(plot->kind)->shape == SHAPE_GROUPS_OVER_TIME &&
	       plot->series[series].emphasis == EMPHASIS_CONTEXT;
}

static void check_values(const struct reading *reading)
{
	const struct plot *plot = reading->plot;

	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];

		if (!value_state_is_shown(value->state) ||
		    stands_back(plot, i / plot->category_count))
			continue;
		cr_assert(is_bars(plot) ? has_bar(reading, value) : has_dot(reading, value->value),
			  "no mark at %s: %s", value->text, plot_describe(reading->arena, plot));
	}
}

/* The outermost gridlines. */
static void axis_ends(const struct reading *reading, double *low, double *high)
{
	const struct axis_reading *axis = &reading->axis;
	const struct scene_path *lines = NULL;

	for (size_t i = 0; i < reading->scene->count && lines == NULL; i++)
		if (reading->scene->items[i].part == PART_GRIDLINE)
			lines = reading->scene->items[i].path;
	*low = axis->horizontal ? lines->steps[0].x : lines->steps[lines->count - 1].y;
	*high = axis->horizontal ? lines->steps[lines->count - 1].x : lines->steps[0].y;
}

/* True when the axis is too short for the interval: then it is cut, which is tested elsewhere. */
static bool is_cut(const struct reading *reading, const struct plot_value *value)
{
	double low, high, a = place(reading, value->lower), b = place(reading, value->upper);

	axis_ends(reading, &low, &high);
	return value->state == VALUE_UNRELIABLE &&
	       (fmin(a, b) < low - slack || fmax(a, b) > high + slack);
}

/* So short a part of the axis that the kind leaves it out. */
static bool is_left_out(const struct plot *plot, const struct plot_value *value)
{
	struct scale scale;

	return chart_kind_find(plot->kind)->interval_share > 0 && axis_scale(plot, &scale) &&
	       axis_hides_interval(plot, &scale, value);
}

static void check_intervals(const struct reading *reading)
{
	const struct plot *plot = reading->plot;

	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];
		double length = fabs(place(reading, value->upper) - place(reading, value->lower));

		if (!value_state_is_shown(value->state) || !value->has_interval ||
		    stands_back(plot, i / plot->category_count) || is_cut(reading, value))
			continue;
		/* In dots an interval narrower than its point is left out. */
		if (strcmp(plot->kind, "dots") == 0 && length < 7)
			continue;
		if (is_left_out(plot, value))
			continue;
		cr_assert(has_mark(reading, PART_INTERVAL, value->lower, value->upper, 0),
			  "no interval %s: %s", value->interval,
			  plot_describe(reading->arena, plot));
	}
}

static bool same_steps(const struct scene_path *a, const struct scene_path *b)
{
	/* The middle line of both; the caps of the halo are longer by what shows beside them. */
	return a->steps[0].x == b->steps[0].x && a->steps[0].y == b->steps[0].y &&
	       a->steps[1].x == b->steps[1].x && a->steps[1].y == b->steps[1].y;
}

static void check_halos(const struct reading *reading)
{
	const struct scene *scene = reading->scene;

	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i], *under = item - 1;

		if (item->kind != SCENE_PATH || item->part != PART_INTERVAL)
			continue;
		cr_assert(i > 0 && under->part == PART_HALO && under->path->stroked);
		cr_assert(same_steps(item->path, under->path));
		cr_assert_geq(under->path->line_width, 2.2);
		cr_assert(look_is_colour(&reading->look, under->path->stroke, COLOUR_PAPER));
		cr_assert_float_eq(item->path->line_width, 0.9, 1e-9);
		cr_assert(look_is_colour(&reading->look, item->path->stroke, COLOUR_INTERVAL));
	}
}

/* Letters alone: a name that is broken into lines loses its blanks. */
static const char *letters(const struct reading *reading, const char *text)
{
	char *copy = arena_strdup(reading->arena, text), *to = copy;

	for (const char *from = text; *from != '\0'; from++)
		if (*from != ' ' && *from != '\n' && *from != '\xc2' && *from != '\xa0')
			*to++ = *from;
	*to = '\0';
	return copy;
}

static void check_reference_label(const struct reading *reading)
{
	struct labels all = labels_of(&reading->look, reading->scene);
	struct labels name = labels_with(&reading->look, &all, PART_REFERENCE_LABEL);
	const char *text = "";

	for (size_t i = 0; i < name.count; i++)
		text = arena_printf(reading->arena, "%s%s", text, name.items[i].text);
	cr_assert_str_eq(letters(reading, text), letters(reading, reading->plot->reference_label));
}

static void check_reference(const struct reading *reading)
{
	if (!reading->plot->has_reference)
		return;
	cr_assert(has_mark(reading, PART_REFERENCE, reading->plot->reference,
			   reading->plot->reference, 0),
		  "no line at %s", reading->plot->reference_label);
	check_reference_label(reading);
}

/* Marks lie between the outermost gridlines, and those between the ends of the lines. */
static void check_panel(const struct reading *reading)
{
	static const enum scene_part parts[] = { PART_BAR, PART_DOT, PART_INTERVAL, PART_LINE,
						 PART_REFERENCE };
	double low, high;

	axis_ends(reading, &low, &high);
	for (size_t i = 0; i < reading->marks.count; i++)
		for (size_t p = 0; p < sizeof(parts) / sizeof(parts[0]); p++) {
			const struct label *mark = &reading->marks.items[i];
			double from, to, radius;

			if (mark->part != parts[p])
				continue;
			ends(reading, mark, &from, &to);
			radius = mark->part == PART_DOT ? (to - from) / 2 : 0;
			cr_assert(from > low - slack - radius && to < high + slack + radius,
				  "%s from %.2f to %.2f leaves %.2f to %.2f: %s",
				  scene_part_name(mark->part), from, to, low, high,
				  plot_describe(reading->arena, reading->plot));
		}
}

/* Where labels are left out for want of room, the others count in equal steps from the first line. */
static void check_ticks(const struct reading *reading)
{
	const struct axis_reading *axis = &reading->axis;

	for (size_t i = 2; i < axis->label_count; i++)
		cr_assert_float_eq(axis->ticks[i] - axis->ticks[i - 1],
				   axis->ticks[1] - axis->ticks[0],
				   1e-6 * fabs(axis->ticks[1] - axis->ticks[0]), "%s",
				   plot_describe(reading->arena, reading->plot));
}

static void check_all(const struct reading *reading)
{
	check_ticks(reading);
	check_values(reading);
	check_intervals(reading);
	check_halos(reading);
	check_reference(reading);
	check_panel(reading);
}

static void check_draws(const struct mark_case *at)
{
	struct reading reading = { .arena = arena_new() };
	size_t checked = 0;

	reading.look = look_load(reading.arena, at->layout);
	for (unsigned draw = 0; draw < DRAWS; draw++) {
		struct vectors_random random = { draw };

		reading.plot = plot_random(
			reading.arena, &random,
			(struct plot_bounds){ .kind = at->kind, .negative = at->negative });
		reading.scene = plot_draw(&reading.look, reading.plot, draw % 2 == 1);
		reading.axis = axis_read(&reading.look, reading.scene);
		reading.marks = marks_of(&reading.look, reading.scene);
		if (!reading.axis.known)
			continue;
		checked++;
		check_all(&reading);
	}
	cr_assert_gt(checked, DRAWS / 2, "%zu charts of %s", checked, at->kind);
	look_free(&reading.look);
}

ParameterizedTestParameters(kind_marks, stand_where_the_numbers_of_the_axis_say)
{
	return cr_make_param_array(struct mark_case, cases(), CASES, NULL);
}

ParameterizedTest(struct mark_case *at, kind_marks, stand_where_the_numbers_of_the_axis_say)
{
	check_draws(at);
}
