/* What must hold of values that are hidden, missing or unreliable, in any chart. */

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/kind.h"
#include "device/device.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"
#include "support/trials.h"

/* First those with a mark and a number for every value; the last is a table, with a cell for every value. */
enum { DRAWS = TRIALS(120), KINDS = 5, ALL_KINDS = 16 };

static const char *const names[ALL_KINDS] = {
	"bars",    "dots",          "grouped-bars",     "trend",      "gradient", "dumbbell",
	"peers",   "pareto",        "pyramid",          "places",     "stacked",  "waits",
	"control", "concentration", "waits-cumulative", "heat-table",
};

struct kind_case {
	char name[24];
};

static struct kind_case *kinds(size_t count)
{
	struct kind_case *cases = cr_malloc(sizeof(*cases) * count);

	for (size_t i = 0; i < count; i++)
		memcpy(cases[i].name, names[i], strlen(names[i]) + 1);
	return cases;
}

static struct plot *draw_plot(const char *kind, unsigned draw)
{
	struct vectors_random random = { draw };

	return plot_random(arena, &random, (struct plot_bounds){ .kind = kind });
}

static size_t value_count(const struct plot *plot)
{
	return plot->series_count * plot->category_count;
}

static size_t shown_count(const struct plot *plot)
{
	size_t count = 0;

	for (size_t i = 0; i < value_count(plot); i++)
		count += value_state_is_shown(plot->values[i].state);
	return count;
}

static const char *dump_of(const struct plot *plot)
{
	struct buffer text;

	buffer_init(&text);
	dump_scene(plot_draw(&look, plot, false), &text);
	return buffer_finish(&text, arena);
}

ParameterizedTestParameters(kind_states, a_hidden_number_has_no_influence)
{
	return cr_make_param_array(struct kind_case, kinds(ALL_KINDS), ALL_KINDS, NULL);
}

ParameterizedTest(struct kind_case *kind, kind_states, a_hidden_number_has_no_influence,
		  .init = suite_look_load, .fini = suite_look_free)
{
	size_t hidden = 0;

	for (unsigned draw = 0; draw < DRAWS; draw++) {
		struct plot *plot = draw_plot(kind->name, draw);
		const char *before = dump_of(plot);

		for (size_t i = 0; i < value_count(plot); i++) {
			struct plot_value *value = &plot->values[i];

			if (value_state_is_shown(value->state))
				continue;
			hidden++;
			value->has_interval = !value->has_interval;
			value->value = 1e7 - 17 * value->value;
			value->lower = -1e8;
			value->upper = 1e9;
		}
		cr_assert_str_eq(dump_of(plot), before, "draw %u: %s", draw,
				 plot_describe(arena, plot));
	}
	cr_assert_gt(hidden, DRAWS / 2, "%zu hidden values", hidden);
}

/* Filled or outlined areas that stand for a value; the box of a gradient has an edge beside it. */
static size_t marks_for_values(const char *kind, const struct labels *marks)
{
	struct labels bars = labels_with(&look, marks, PART_BAR);
	struct labels dots = labels_with(&look, marks, PART_DOT);
	struct labels tints = labels_with(&look, marks, PART_TINT);

	if (strcmp(kind, "gradient") == 0)
		cr_assert(bars.count == dots.count && tints.count == dots.count);
	return dots.count > 0 ? dots.count : bars.count;
}

ParameterizedTestParameters(kind_states, every_value_that_is_shown_has_a_mark_and_no_other)
{
	return cr_make_param_array(struct kind_case, kinds(KINDS), KINDS, NULL);
}

ParameterizedTest(struct kind_case *kind, kind_states,
		  every_value_that_is_shown_has_a_mark_and_no_other, .init = suite_look_load,
		  .fini = suite_look_free)
{
	for (unsigned draw = 0; draw < DRAWS; draw++) {
		struct plot *plot = draw_plot(kind->name, draw);
		struct labels marks;

		/* Lines that stand back have no points: all of them stand in front here. */
		for (size_t s = 0; s < plot->series_count; s++)
			plot->series[s].emphasis = s == 0 ? EMPHASIS_FIRST : EMPHASIS_LAST;
		marks = marks_of(&look, plot_draw(&look, plot, false));
		cr_assert_eq(marks_for_values(kind->name, &marks), shown_count(plot), "draw %u: %s",
			     draw, plot_describe(arena, plot));
	}
}

ParameterizedTestParameters(kind_states, every_value_is_printed_where_the_kind_says_so)
{
	return cr_make_param_array(struct kind_case, kinds(KINDS), KINDS, NULL);
}

/* Words that begin with the text: a name may follow it. */
static size_t printed(const struct labels *labels, const char *text)
{
	size_t count = 0;

	for (size_t i = 0; i < labels->count; i++) {
		const struct label *label = &labels->items[i];

		if (label->part != PART_VALUE_LABEL && label->part != PART_STATE_MARK)
			continue;
		count += strncmp(label->text, text, strlen(text)) == 0 &&
			 (label->text[strlen(text)] == '\0' || label->text[strlen(text)] == ' ');
	}
	return count;
}

ParameterizedTest(struct kind_case *kind, kind_states,
		  every_value_is_printed_where_the_kind_says_so, .init = suite_look_load,
		  .fini = suite_look_free)
{
	for (unsigned draw = 0; draw < DRAWS && chart_kind_find(kind->name)->prints_values;
	     draw++) {
		struct plot *plot = draw_plot(kind->name, draw);
		struct labels labels = labels_of(&look, plot_draw(&look, plot, draw % 2 == 1));

		if (shown_count(plot) == 0)
			continue;
		for (size_t i = 0; i < value_count(plot); i++) {
			size_t same = 0;

			for (size_t j = 0; j < value_count(plot); j++)
				same += strcmp(plot->values[i].text, plot->values[j].text) == 0;
			cr_assert_geq(printed(&labels, plot->values[i].text), same,
				      "draw %u, %s: %s", draw, plot->values[i].text,
				      plot_describe(arena, plot));
		}
	}
}

ParameterizedTestParameters(kind_states, without_any_figure_the_chart_says_so_in_words)
{
	return cr_make_param_array(struct kind_case, kinds(ALL_KINDS - 1), ALL_KINDS - 1, NULL);
}

ParameterizedTest(struct kind_case *kind, kind_states,
		  without_any_figure_the_chart_says_so_in_words, .init = suite_look_load,
		  .fini = suite_look_free)
{
	for (unsigned draw = 0; draw < 40; draw++) {
		struct plot *plot = draw_plot(kind->name, draw);
		struct labels labels, marks;
		struct scene *scene;
		struct buffer words;

		plot->has_reference = plot->has_fitted = false;
		for (size_t i = 0; i < value_count(plot); i++)
			plot_hide(plot, i / plot->category_count, i % plot->category_count,
				  VALUE_SUPPRESSED);
		scene = plot_draw(&look, plot, false);
		labels = labels_of(&look, scene);
		marks = marks_of(&look, scene);
		buffer_init(&words);
		for (size_t i = 0; i < labels.count; i++)
			buffer_add_text(&words, labels.items[i].text);
		cr_assert_str_eq(buffer_text(&words), plot->empty_text);
		cr_assert_eq(marks.count, 0);
		cr_assert_null(labels_outside(&look, &labels,
					      (struct box){ 0, 0, scene->width, scene->height }));
		buffer_clear(&words);
	}
}

ParameterizedTestParameters(kind_states, zero_is_shown_as_a_number)
{
	return cr_make_param_array(struct kind_case, kinds(KINDS), KINDS, NULL);
}

ParameterizedTest(struct kind_case *kind, kind_states, zero_is_shown_as_a_number,
		  .init = suite_look_load, .fini = suite_look_free)
{
	const double values[] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };
	struct plot *plot = plot_of(arena, kind->name, values, 10);
	struct plot_series pair[] = { { .label = "One", .emphasis = EMPHASIS_FIRST },
				      { .label = "Two", .emphasis = EMPHASIS_LAST } };
	struct labels labels, marks;

	if (chart_kind_find(kind->name)->shape == SHAPE_GROUPS_BY_PAIR) {
		plot->category_count = 5;
		plot->series_count = 2;
		plot->series = pair;
	}
	labels = labels_of(&look, plot_draw(&look, plot, false));
	marks = marks_of(&look, plot_draw(&look, plot, false));
	cr_assert_eq(marks_for_values(kind->name, &marks), 10);
	cr_assert_geq(printed(&labels, "0.0"), chart_kind_find(kind->name)->prints_values ? 10 : 1);
}
