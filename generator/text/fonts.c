#include "text/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/fatal.h"
#include "base/source.h"

struct fonts {
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context;
	const char *families[FONT_ROLE_COUNT]; /* names inside the files */
};

/*
 * What pango, cairo and fontconfig keep for the whole process stays: a thread of pango may still be using it,
 * so that taking it away ends one run in ten in an assertion of cairo.
 */
static void release(void *object)
{
	struct fonts *fonts = object;

	g_clear_object(&fonts->context);
	g_clear_object(&fonts->map);
	FcConfigDestroy(fonts->config);
}

static int font_count(const struct fonts *fonts)
{
	const FcFontSet *added = FcConfigGetFonts(fonts->config, FcSetApplication);

	return added == NULL ? 0 : added->nfont;
}

/* The family that the first font of a file names; NULL when it cannot be used. */
static const char *add_file(struct arena *arena, struct fonts *fonts, const char *file)
{
	int before = font_count(fonts);
	FcChar8 *family = NULL;

	if (!FcConfigAppFontAddFile(fonts->config, (const FcChar8 *)file) ||
	    font_count(fonts) == before ||
	    FcPatternGetString(FcConfigGetFonts(fonts->config, FcSetApplication)->fonts[before],
			       FC_FAMILY, 0, &family) != FcResultMatch)
		return NULL;
	return arena_strdup(arena, (const char *)family);
}

static bool add_faces(struct arena *arena, struct fonts *fonts, const struct theme *theme,
		      struct diag_list *diags)
{
	for (int role = 0; role < FONT_ROLE_COUNT; role++)
		for (size_t i = 0; i < theme->families[role].count; i++) {
			const struct font_face *face = &theme->families[role].faces[i];
			const char *family = add_file(arena, fonts, face->file);

			if (family == NULL) {
				diag_addf(diags, DIAG_FONT_UNUSABLE, face->at, "%s", face->file);
				return false;
			}
			source_note_file(face->file, diags);
			if (fonts->families[role] == NULL)
				fonts->families[role] = family;
		}
	return true;
}

struct fonts *fonts_load(struct arena *arena, const struct theme *theme, struct diag_list *diags)
{
	struct fonts *fonts = arena_alloc(arena, sizeof(*fonts));
	cairo_font_options_t *options;

	fonts->config = FcConfigCreate();
	if (fonts->config == NULL)
		fatal_out_of_memory();
	if (!add_faces(arena, fonts, theme, diags)) {
		FcConfigDestroy(fonts->config);
		return NULL;
	}
	/* As the current configuration, it keeps pango from reading that of the machine. */
	FcConfigSetCurrent(fonts->config);
	fonts->map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	if (fonts->map == NULL)
		fatal_internal("pango was built without FreeType fonts");
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
	/* One pixel is one point. */
	pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts->map), 72);
	fonts->context = pango_font_map_create_context(fonts->map);
	pango_context_set_round_glyph_positions(fonts->context, FALSE);
	options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(fonts->context, options);
	cairo_font_options_destroy(options);
	arena_own(arena, fonts, release);
	return fonts;
}

PangoContext *fonts_context(struct fonts *fonts)
{
	return fonts->context;
}

PangoFontDescription *fonts_description(const struct fonts *fonts, enum font_role role,
					unsigned weight, bool italic, double size_pt)
{
	PangoFontDescription *description = pango_font_description_new();

	pango_font_description_set_family(description, fonts->families[role]);
	pango_font_description_set_weight(description, (PangoWeight)weight);
	pango_font_description_set_style(description,
					 italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
	pango_font_description_set_absolute_size(description, size_pt * PANGO_SCALE);
	return description;
}
