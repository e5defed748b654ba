/* Distances of colours: published values, and the figures that the design of the charts rests on. */
#include "model/colour_distance.h"

#include <criterion/criterion.h>
#include <math.h>

static struct colour hex(unsigned value)
{
	return (struct colour){ (value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0,
				(value & 255) / 255.0 };
}

static void expect_lab(unsigned colour, double lightness, double a, double b)
{
	struct lab lab = colour_lab(hex(colour));

	cr_expect_float_eq(lab.lightness, lightness, 0.01, "%06X: %g", colour, lab.lightness);
	cr_expect_float_eq(lab.a, a, 0.02, "%06X: %g", colour, lab.a);
	cr_expect_float_eq(lab.b, b, 0.02, "%06X: %g", colour, lab.b);
}

/* The primaries of sRGB in CIELAB under D65, as tables of colour science give them. */
Test(model_colour_distance, knows_the_primaries_of_screens)
{
	expect_lab(0xff0000, 53.24, 80.09, 67.20);
	expect_lab(0x00ff00, 87.73, -86.18, 83.18);
	expect_lab(0x0000ff, 32.30, 79.19, -107.86);
	expect_lab(0xffffff, 100, 0, 0);
	expect_lab(0x000000, 0, 0, 0);
}

/* Mid grey of light, 18.4%, is half way between black and white to the eye. */
Test(model_colour_distance, puts_grey_half_way_where_the_eye_does)
{
	cr_expect_float_eq(colour_lightness(hex(0x777777)), 50.03, 0.01);
}

/* What the design of the charts says of its colours. */
Test(model_colour_distance, agrees_with_the_design)
{
	cr_expect_float_eq(colour_distance(hex(0x00703c), hex(0xd4351c), SIGHT_PROTANOPIA), 13,
			   0.5);
	cr_expect_float_eq(colour_distance(hex(0x801650), hex(0x3d3d3d), SIGHT_DEUTERANOPIA), 6,
			   0.5);
	cr_expect_float_eq(colour_distance(hex(0x12436d), hex(0xf46a25), SIGHT_PROTANOPIA), 84.5,
			   0.5);
	cr_expect_float_eq(colour_lightness(hex(0x12436d)), 27, 0.5);
	cr_expect_float_eq(colour_lightness(hex(0x28a197)), 60, 0.5);
	cr_expect_float_eq(colour_lightness(hex(0x801650)), 29, 0.5);
	cr_expect_float_eq(colour_lightness(hex(0xf46a25)), 61, 0.5);
}

Test(model_colour_distance, is_the_same_both_ways_and_nothing_between_equals)
{
	for (int sight = 0; sight < SIGHT_COUNT; sight++) {
		enum colour_sight as = (enum colour_sight)sight;

		cr_expect_float_eq(colour_distance(hex(0x28a197), hex(0xf46a25), as),
				   colour_distance(hex(0xf46a25), hex(0x28a197), as), 1e-9);
		cr_expect_eq(colour_distance(hex(0x28a197), hex(0x28a197), as), 0);
	}
}

/* The rows of the matrices add up to 1: who lacks a kind of cones sees grey as grey. */
Test(model_colour_distance, leaves_greys_as_they_are)
{
	for (unsigned grey = 0; grey <= 0xff; grey += 0x33) {
		struct colour colour = hex(grey << 16 | grey << 8 | grey);

		for (int sight = 0; sight < SIGHT_COUNT; sight++) {
			struct colour seen = colour_as_seen(colour, (enum colour_sight)sight);

			cr_expect_float_eq(seen.red, colour.red, 1e-4);
			cr_expect_float_eq(seen.green, colour.green, 1e-4);
			cr_expect_float_eq(seen.blue, colour.blue, 1e-4);
		}
	}
}

/* Red and green, which full sight tells apart at once, come close without red cones. */
Test(model_colour_distance, tells_what_is_lost_without_red_or_green_cones)
{
	double all = colour_distance(hex(0x00703c), hex(0xd4351c), SIGHT_ALL);

	cr_expect_lt(colour_distance(hex(0x00703c), hex(0xd4351c), SIGHT_PROTANOPIA), all / 4);
	cr_expect_lt(colour_distance(hex(0x00703c), hex(0xd4351c), SIGHT_DEUTERANOPIA), all / 2);
	cr_expect_gt(colour_distance(hex(0x003087), hex(0xfae100), SIGHT_DEUTERANOPIA), 60);
}
