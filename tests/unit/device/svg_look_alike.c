/* Charts as SVG with outlines and with live text, drawn by another program and compared as pictures. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "chart/kind.h"
#include "support/fixture_place.h"
#include "support/look_alike.h"
#include "support/pages_device.h"
#include "support/planted.h"
#include "support/plots.h"
#include "support/program.h"
#include "support/trials.h"

TestSuite(svg_look_alike, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

/* Of one field, out of 255: smoothing makes less than 4, what is wrong in the last tests more than 20. */
static const double tolerance = 10;

static struct look look;
static const char *folder;

/* The program that draws them finds the fonts of the theme and no others. */
static void begin(void)
{
	const char *fonts;

	/* It has no tabular figures, which the face of this layout has by itself. */
	look = look_load(arena, "research-appendix-a4");
	folder = place.folder;
	fonts = arena_printf(arena,
			     "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'>"
			     "<fontconfig><dir>%s</dir><cachedir>%s/cache</cachedir></fontconfig>",
			     path_join(arena, planted_shell(".", "printf %s \"$PWD\""), "fonts"),
			     folder);
	file_write(path_join(arena, folder, "fonts.conf"), fonts, strlen(fonts));
}

static const char *drawn_from(const struct device *device, const struct scene *scene,
			      const char *name)
{
	const struct picture picture = { .scene = scene,
					 .id = "chart",
					 .title = "Title",
					 .description = "Description",
					 .language = "en-GB",
					 .paper = look.theme->colours[COLOUR_PAPER] };
	const struct made_file file = make_picture_by(arena, device, &picture);

	file_write(path_join(arena, folder, arena_printf(arena, "%s.svg", name)), file.bytes,
		   file.length);
	planted_shell(folder,
		      arena_printf(arena,
				   "FONTCONFIG_FILE=\"$PWD/fonts.conf\" rsvg-convert -d 96 -p 96 "
				   "-o %s.png %s.svg",
				   name, name));
	return path_join(arena, folder, arena_printf(arena, "%s.png", name));
}

/* One scene with outlines, the other with live text. */
static double difference(const struct scene *outlined, const struct scene *live)
{
	return look_alike_difference(drawn_from(&device_svg, outlined, "outlined"),
				     drawn_from(&device_svg_text, live, "live"));
}

Test(svg_look_alike, every_kind_of_chart_looks_the_same_with_live_text)
{
	begin();
	for (const struct chart_kind_entry *at = chart_kinds(); at->kind != NULL; at++)
		for (unsigned seed = 0; seed < TRIALS(2); seed++) {
			struct vectors_random random = { seed };
			const struct plot *plot = plot_random(
				arena, &random, (struct plot_bounds){ .kind = at->name });
			const struct scene *scene = plot_draw(&look, plot, false);

			cr_expect_lt(difference(scene, scene), tolerance, "%s",
				     plot_describe(arena, plot));
		}
}

/* -- what is wrong is seen ---------------------------------------------------------------------- */

static struct scene *bars(void)
{
	static const double values[] = { 40, 35, 30, 25, 20 };

	return plot_draw(&look, plot_of(arena, "bars", values, 5), false);
}

static struct scene_item *first(struct scene *scene, enum scene_part part)
{
	for (size_t i = 0; i < scene->count; i++)
		if (scene->items[i].part == part)
			return &scene->items[i];
	cr_assert_fail("no %s", scene_part_name(part));
	return NULL;
}

Test(svg_look_alike, a_label_that_is_missing_is_seen)
{
	struct scene *scene;

	begin();
	scene = bars();
	first(scene, PART_VALUE_LABEL)->text.colour = first(scene, PART_BAR)->path->fill;
	cr_expect_gt(difference(bars(), scene), 2 * tolerance);
}

Test(svg_look_alike, a_label_in_the_wrong_place_is_seen)
{
	struct scene *scene;

	begin();
	scene = bars();
	first(scene, PART_TICK_LABEL)->text.hold.x += 4;
	cr_expect_gt(difference(bars(), scene), 2 * tolerance);
}

Test(svg_look_alike, a_bar_of_another_length_is_seen)
{
	struct scene *scene;

	begin();
	scene = bars();
	first(scene, PART_BAR)->path->steps[0].height -= 3;
	cr_expect_gt(difference(bars(), scene), 2 * tolerance);
}

Test(svg_look_alike, a_bar_of_another_colour_is_seen)
{
	struct scene *scene;

	begin();
	scene = bars();
	first(scene, PART_BAR)->path->fill = look.theme->colours[COLOUR_CONTEXT];
	cr_expect_gt(difference(bars(), scene), 2 * tolerance);
}
