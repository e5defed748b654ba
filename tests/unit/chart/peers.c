#include <criterion/criterion.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "document/plot_bodies.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { BODIES = 5, OWN = 2 };

static struct plot *plot;
static struct labels labels, marks;
static enum comparison comparisons[BODIES];
static struct plot_bodies bodies;

static void set_up(void)
{
	static const double values[BODIES] = { 70, 62, 55, 48, 41 };

	suite_look_load();
	plot = plot_of(arena, "peers", values, BODIES);
	plot->has_emphasis = true;
	plot->categories[OWN].emphasised = true;
	bodies = (struct plot_bodies){ .comparisons = comparisons,
				       .polarity = POLARITY_HIGH_GOOD,
				       .meanings = { "", "worse", "similar", "better" } };
	for (size_t i = 0; i < BODIES; i++) {
		plot_interval(arena, plot, 0, i, values[i] - 5, values[i] + 5);
		comparisons[i] = COMPARISON_NONE;
	}
	plot->bodies = &bodies;
}

TestSuite(peers, .init = set_up, .fini = suite_look_free);

static void draw(void)
{
	struct scene *scene = plot_draw(&look, plot, false);

	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
}

Test(peers, the_own_body_is_dark_larger_and_in_bold)
{
	struct labels dots;
	const struct label *own, *other;

	draw();
	dots = labels_with(&look, &marks, PART_DOT);
	cr_assert_eq(dots.count, BODIES);
	for (size_t i = 0; i < BODIES; i++) {
		cr_assert(look_is_colour(&look, dots.items[i].item->path->fill,
					 i == OWN ? COLOUR_MARK : COLOUR_CONTEXT));
		cr_assert_eq(dots.items[i].box.width > dots.items[0].box.width, i == OWN);
	}
	own = label_find(&labels, plot->values[OWN].text);
	other = label_find(&labels, plot->values[0].text);
	cr_assert_gt(text_font_facts(look.engine, own->item->text.shaped->font)->weight,
		     text_font_facts(look.engine, other->item->text.shaped->font)->weight);
}

Test(peers, the_ends_of_a_short_interval_are_seen_above_and_below_its_mark)
{
	struct labels dots, intervals;

	for (size_t i = 0; i < BODIES; i++)
		plot_interval(arena, plot, 0, i, plot->values[i].value - 0.5,
			      plot->values[i].value + 0.5);
	draw();
	dots = labels_with(&look, &marks, PART_DOT);
	intervals = labels_with(&look, &marks, PART_INTERVAL);
	cr_assert_eq(intervals.count, BODIES);
	for (size_t i = 0; i < BODIES; i++) {
		const struct box *dot = &dots.items[i].box, *line = &intervals.items[i].box;

		cr_expect_leq(line->width, dot->width, "this interval is covered");
		cr_expect_leq(line->y, dot->y - 1.5);
		cr_expect_geq(line->y + line->height, dot->y + dot->height + 1.5);
	}
}

Test(peers, an_interval_whose_caps_would_run_together_is_not_drawn)
{
	for (size_t i = 0; i < BODIES; i++)
		plot_interval(arena, plot, 0, i, plot->values[i].value - 0.01,
			      plot->values[i].value + 0.01);
	draw();
	cr_assert_eq(labels_with(&look, &marks, PART_INTERVAL).count, 0);
	cr_assert(chart_hides_interval(plot), "the note says so");
}

Test(peers, no_rank_is_printed)
{
	draw();
	for (size_t i = 0; i < labels.count; i++)
		cr_assert_neq(labels.items[i].text[0], '#');
	for (unsigned rank = 1; rank <= BODIES; rank++)
		cr_assert_null(label_find(&labels, arena_printf(arena, "%u", rank)));
}

Test(peers, only_shapes_that_are_drawn_are_explained)
{
	comparisons[0] = COMPARISON_HIGHER;
	comparisons[4] = COMPARISON_SIMILAR;
	draw();
	cr_assert_not_null(label_find(&labels, "better"));
	cr_assert_not_null(label_find(&labels, "similar"));
	cr_assert_null(label_find(&labels, "worse"));
	/* The shape of a hidden figure would tell how it compares. */
	plot_hide(plot, 0, 4, VALUE_SUPPRESSED);
	draw();
	cr_assert_null(label_find(&labels, "similar"));
}

Test(peers, forty_bodies_stand_on_one_page)
{
	double values[42];

	for (size_t i = 0; i < 42; i++)
		values[i] = 90 - (double)i;
	plot = plot_of(arena, "peers", values, 42);
	cr_assert_lt(plot_draw(&look, plot, false)->height, 600);
}
