#include "text/paint.h"

void text_paint(cairo_t *cairo, const struct shaped_text *shaped, double x, double y)
{
	enum { FEW = 256 };
	cairo_glyph_t few[FEW];

	for (size_t i = 0; i < shaped->piece_count; i++) {
		const struct shaped_piece *piece = &shaped->pieces[i];
		cairo_glyph_t *glyphs = piece->glyph_count <= FEW
						? few
						: cairo_glyph_allocate((int)piece->glyph_count);

		for (size_t g = 0; glyphs != NULL && g < piece->glyph_count; g++)
			glyphs[g] = (cairo_glyph_t){
				.index = piece->glyphs[g].index,
				.x = x + piece->shift + piece->glyphs[g].x,
				.y = y + (double)piece->glyphs[g].y,
			};
		cairo_set_scaled_font(cairo, piece->font);
		cairo_show_text_glyphs(cairo, piece->text, (int)piece->length, glyphs,
				       (int)piece->glyph_count, piece->clusters,
				       (int)piece->cluster_count, 0);
		if (glyphs != few)
			cairo_glyph_free(glyphs);
	}
}
