#include <criterion/criterion.h>

#include "base/arena.h"
#include "chart/kind.h"
#include "document/plot_places.h"
#include "support/labels.h"
#include "support/plots.h"
#include "support/suite_look.h"

enum { PLACES = 4 };

static struct plot *plot;
static struct labels labels, marks;
static struct plot_place items[PLACES];
static struct plot_places places;

static struct map_ring square(double x, double y, double size)
{
	struct map_ring ring = { .points = arena_array(arena, 4, sizeof(*ring.points)),
				 .count = 4 };

	ring.points[0] = (struct map_point){ x, y };
	ring.points[1] = (struct map_point){ x + size, y };
	ring.points[2] = (struct map_point){ x + size, y + size };
	ring.points[3] = (struct map_point){ x, y + size };
	return ring;
}

static void set_up(void)
{
	static const double values[PLACES] = { 40, 30, 20, 10 };
	static const struct plot_class classes[] = { { 1, "30 to 40" }, { 5, "10 to 20" } };

	suite_look_load();
	plot = plot_of(arena, "places", values, PLACES);
	places = (struct plot_places){ .items = items, .classes = classes, .class_count = 2 };
	for (size_t i = 0; i < PLACES; i++) {
		struct map_ring *rings = arena_array(arena, 1, sizeof(*rings));

		rings[0] = square((double)i * 10, 0, 10);
		items[i] = (struct plot_place){ .step = i < 2 ? 1 : 5,
						.rings = rings,
						.ring_count = 1 };
	}
	plot->places = &places;
}

TestSuite(places, .init = set_up, .fini = suite_look_free);

static struct scene *draw(void)
{
	struct scene *scene = plot_draw(&look, plot, false);

	labels = labels_of(&look, scene);
	marks = marks_of(&look, scene);
	return scene;
}

Test(places, tiles_are_of_one_size_with_name_and_figure_and_the_colour_of_their_class)
{
	struct labels tiles;

	draw();
	tiles = labels_with(&look, &marks, PART_PLACE);
	cr_assert_eq(tiles.count, PLACES);
	for (size_t i = 0; i < PLACES; i++) {
		cr_assert_float_eq(tiles.items[i].box.width, tiles.items[0].box.width, 0.01);
		cr_assert(look_is_colour(&look, tiles.items[i].item->path->fill,
					 i < 2 ? COLOUR_STEP_1 : COLOUR_STEP_5));
		cr_assert_not_null(label_find(&labels, plot->categories[i].label));
		cr_assert_not_null(label_find(&labels, plot->values[i].text));
	}
	cr_assert_not_null(label_find(&labels, "30 to 40"));
}

Test(places, tiles_stand_where_the_author_puts_them_and_others_are_left_out)
{
	struct labels tiles;

	places.columns = places.rows = 2;
	items[0].column = items[0].row = 2;
	items[1].column = items[1].row = 1;
	draw();
	tiles = labels_with(&look, &marks, PART_PLACE);
	cr_assert_eq(tiles.count, 2);
	cr_assert(tiles.items[0].box.x > tiles.items[1].box.x &&
		  tiles.items[0].box.y > tiles.items[1].box.y);
}

Test(places, a_hidden_place_is_hatched_without_a_class_and_a_missing_one_dotted)
{
	struct labels tiles;
	size_t before;

	draw();
	before = marks.count;
	plot_hide(plot, 0, 0, VALUE_SUPPRESSED);
	plot_hide(plot, 0, 3, VALUE_NOT_AVAILABLE);
	items[0].step = items[3].step = 0;
	draw();
	tiles = labels_with(&look, &marks, PART_PLACE);
	cr_assert(look_is_colour(&look, tiles.items[0].item->path->fill, COLOUR_PAPER));
	cr_assert_gt(marks.count, before, "no hatching");
	cr_assert_gt(tiles.items[3].item->path->dash[0], 0);
	cr_assert_eq(tiles.items[1].item->path->dash[0], 0);
	/* In the place and in the legend. */
	cr_assert_eq(label_count(&labels, "[c]"), 2);
	cr_assert_eq(label_count(&labels, "[x]"), 2);
}

Test(places, a_map_keeps_the_proportions_of_its_outlines_and_its_legend_within_the_figure)
{
	struct labels shapes;
	struct scene *scene;

	places.is_map = true;
	scene = draw();
	shapes = labels_with(&look, &marks, PART_PLACE);
	cr_assert_eq(shapes.count, PLACES);
	cr_assert_float_eq(shapes.items[0].box.width, shapes.items[0].box.height, 0.01);
	cr_assert_float_eq(shapes.items[1].box.x, shapes.items[0].box.x + shapes.items[0].box.width,
			   0.01);
	cr_assert(shapes.items[0].item->path->even_odd);
	cr_assert_null(
		labels_outside(&look, &labels, (struct box){ 0, 0, scene->width, scene->height }));
	cr_assert_not_null(label_find(&labels, plot->values[0].text));
}
