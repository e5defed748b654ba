/*
 * fonts.h - font files loaded privately; for the engine alone.
 */
#ifndef GRADIENT_TEXT_FONTS_H
#define GRADIENT_TEXT_FONTS_H

#include <pango/pangocairo.h>

#include "model/theme.h"

struct arena;
struct diag_list;
struct fonts;

/* Released with the arena. NULL after a diagnostic. */
struct fonts *fonts_load(struct arena *arena, const struct theme *theme, struct diag_list *diags);

PangoContext *fonts_context(struct fonts *fonts);

/* The caller frees it with pango_font_description_free(). */
PangoFontDescription *fonts_description(const struct fonts *fonts, enum font_role role,
					unsigned weight, bool italic, double size_pt);

#endif
