/*
 * shape.h - text turned into positioned glyphs, ready to be measured and drawn.
 *
 * Units:     points, before any transformation of the page.
 * Ownership: shaped text lives in the arena of the engine; a text is shaped once a run and style.
 */
#ifndef GRADIENT_TEXT_SHAPE_H
#define GRADIENT_TEXT_SHAPE_H

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

#include "model/theme.h"

/* A font at a size. */
struct text_font_facts {
	const char *family; /* the theme's name of it */
	enum font_role role;
	unsigned weight;
	bool italic, tabular;
	double size_pt, tracking_em;
	double ascent_pt, descent_pt; /* of the font at that size, both positive */
	double capital_pt;            /* height of capitals */
};

/* As small as it can be: a statement has some hundred thousand of them. */
struct shaped_glyph {
	double x;
	float y;
	unsigned index; /* in the font */
};

/*
 * Glyphs of one font, in the order of the text; small, like the glyphs. Positions are from the left end of the shaped text; they fall
 * where the script runs from right to left.
 */
struct shaped_piece {
	cairo_scaled_font_t *font;
	const char *text;
	const struct shaped_glyph *glyphs;
	const cairo_text_cluster_t *clusters;
	double shift; /* added to the x of every glyph: a slice begins further left */
	unsigned length, glyph_count, cluster_count;
	bool backward; /* from right to left */
};

struct shaped_text {
	const char *text;                    /* UTF-8, as given; ended by a zero byte */
	const struct text_font_facts *facts; /* of its font, for devices that write text as text */
	double width;
	struct shaped_piece *pieces;
	unsigned length, piece_count;
	int font; /* number of the engine's font */
};

#endif
