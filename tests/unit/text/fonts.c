/* Fonts of a theme and no others. */

#include "text/fonts.h"

#include <cairo-ft.h>
#include <criterion/criterion.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "support/looks.h"

/* The file that words in a style are drawn with. */
static const char *file_of(const struct look *look, struct text_style style)
{
	const struct shaped_text *shaped =
		text_shape(look->engine, text_font(look->engine, &style), "Words", 5);
	FT_Face face = cairo_ft_scaled_font_lock_face(shaped->pieces[0].font);
	const char *name = arena_printf(look->arena, "%s %s", face->family_name, face->style_name);

	cairo_ft_scaled_font_unlock_face(shaped->pieces[0].font);
	return name;
}

static struct text_style style_of(enum font_role font, unsigned weight, bool italic)
{
	return (struct text_style){
		.font = font, .weight = weight, .italic = italic, .size_pt = 12
	};
}

Test(fonts, take_the_face_of_the_weight_and_slant)
{
	struct look look = look_new("annual-report-a4");

	cr_expect_str_eq(file_of(&look, style_of(FONT_TEXT, 400, false)), "Inter Regular");
	cr_expect_str_eq(file_of(&look, style_of(FONT_TEXT, 500, false)), "Inter Medium");
	cr_expect_str_eq(file_of(&look, style_of(FONT_TEXT, 600, false)), "Inter Semi Bold");
	cr_expect_str_eq(file_of(&look, style_of(FONT_TEXT, 400, true)), "Inter Italic");
	cr_expect_str_eq(file_of(&look, style_of(FONT_TEXT, 600, true)), "Inter Semi Bold Italic");
	cr_expect_str_eq(file_of(&look, style_of(FONT_DISPLAY, 600, false)),
			 "Inter Display Semi Bold");
	look_free(&look);
}

Test(fonts, are_those_of_the_other_theme_in_the_other_layout)
{
	struct look look = look_new("research-appendix-a4");

	cr_expect_str_eq(file_of(&look, style_of(FONT_TEXT, 400, false)),
			 "Liberation Sans Regular");
	cr_expect_str_eq(file_of(&look, style_of(FONT_TEXT, 700, true)),
			 "Liberation Sans Bold Italic");
	look_free(&look);
}

/* The whole process knows the theme's files alone: nothing of the machine can slip in. */
Test(fonts, are_the_only_ones_of_the_process)
{
	struct look look = look_new("annual-report-a4");
	FcFontSet *system = FcConfigGetFonts(NULL, FcSetSystem);
	FcFontSet *own = FcConfigGetFonts(NULL, FcSetApplication);

	cr_expect(system == NULL || system->nfont == 0);
	cr_assert_not_null(own);
	cr_expect_eq(own->nfont, 7);
	for (int i = 0; i < own->nfont; i++) {
		FcChar8 *file = NULL;

		cr_assert_eq(FcPatternGetString(own->fonts[i], FC_FILE, 0, &file), FcResultMatch);
		cr_expect(path_is_inside("fonts", (const char *)file), "%s", file);
	}
	look_free(&look);
}

Test(fonts, measure_one_point_as_one_dot_without_rounding)
{
	struct arena *arena = arena_new();
	struct look look = look_load(arena, "annual-report-a4");
	struct fonts *fonts = fonts_load(arena, look.theme, look.diags);
	PangoFontDescription *description = fonts_description(fonts, FONT_TEXT, 600, true, 10.5);

	cr_expect_float_eq(pango_cairo_context_get_resolution(fonts_context(fonts)) < 0
				   ? pango_cairo_font_map_get_resolution(PANGO_CAIRO_FONT_MAP(
					     pango_context_get_font_map(fonts_context(fonts))))
				   : pango_cairo_context_get_resolution(fonts_context(fonts)),
			   72, 1e-9);
	cr_expect_not(pango_context_get_round_glyph_positions(fonts_context(fonts)));
	cr_expect_str_eq(pango_font_description_get_family(description), "Inter");
	cr_expect_eq(pango_font_description_get_weight(description), PANGO_WEIGHT_SEMIBOLD);
	cr_expect_eq(pango_font_description_get_style(description), PANGO_STYLE_ITALIC);
	cr_expect(pango_font_description_get_size_is_absolute(description));
	cr_expect_eq(pango_font_description_get_size(description), (int)(10.5 * PANGO_SCALE));
	pango_font_description_free(description);
	look_free(&look);
}
