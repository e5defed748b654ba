/* Colours by role, and whether one can be read on another. */
#include "model/theme.h"

#include <criterion/criterion.h>

Test(model_theme, finds_every_colour_by_its_name)
{
	for (int role = 0; role < COLOUR_ROLE_COUNT; role++)
		cr_expect_eq(colour_role_find(colour_role_name((enum colour_role)role)), role);
	cr_expect_eq(colour_role_find("nonsense"), COLOUR_ROLE_COUNT);
}

static struct colour hex(unsigned value)
{
	return (struct colour){ (value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0,
				(value & 255) / 255.0 };
}

/* Figures that the guidelines themselves and their well-known examples give. */
Test(model_theme, measures_contrast_as_the_web_guidelines_do)
{
	cr_expect_float_eq(colour_contrast(hex(0x000000), hex(0xffffff)), 21, 1e-9);
	cr_expect_float_eq(colour_contrast(hex(0xffffff), hex(0x000000)), 21, 1e-9);
	cr_expect_float_eq(colour_contrast(hex(0x123456), hex(0x123456)), 1, 1e-12);
	/* The lightest grey that passes 4.5 on white is #767676, at 4.54. */
	cr_expect_float_eq(colour_contrast(hex(0x767676), hex(0xffffff)), 4.54, 0.005);
	cr_expect_float_eq(colour_contrast(hex(0x777777), hex(0xffffff)), 4.48, 0.005);
}
