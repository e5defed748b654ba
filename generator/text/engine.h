/*
 * engine.h - the fonts of a theme, and text shaped with them.
 *
 * Purpose:   the only module that loads fonts. They are those of the theme and no others: the result does
 *            not depend on what is installed on the machine.
 * Ownership: the engine lives in the arena, which releases the fonts with it. One engine a run.
 */
#ifndef GRADIENT_TEXT_ENGINE_H
#define GRADIENT_TEXT_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/layout.h"
#include "text/shape.h"

struct arena;
struct diag_list;
struct text_engine;

/* NULL after a diagnostic: a font file that cannot be used. */
struct text_engine *text_engine_new(struct arena *arena, const struct theme *theme,
				    struct diag_list *diags);

/* Number of the font that a style asks for; the same for styles that differ in colour and space alone. */
int text_font(struct text_engine *engine, const struct text_style *style);

/* What a font number stands for. */
const struct text_font_facts *text_font_facts(const struct text_engine *engine, int font);

/* Shapes UTF-8 text in one line; kept for the run. */
const struct shaped_text *text_shape(struct text_engine *engine, int font, const char *text,
				     size_t length);

/* What is found out about a text of one style once a run: text/compose.h fills it in. */
struct text_notes {
	bool measured;
	double narrowest, widest;
	const unsigned char *breaks; /* text/line_breaks.h; NULL until they are found */
};

struct text_notes *text_notes(struct text_engine *engine, int font, const char *text);

/* Memory that lasts as long as notes do. */
struct arena *text_arena(struct text_engine *engine);

/* Width of the text in points. */
double text_width(struct text_engine *engine, int font, const char *text);

/* Advance of every byte of text: the width of a cluster at its first byte, 0 at the others. */
void text_advances(const struct shaped_text *shaped, double *advances);

/* The part of shaped text from byte begin to byte end; both on cluster boundaries. */
struct shaped_text *text_slice(struct arena *arena, const struct shaped_text *shaped, size_t begin,
			       size_t end);

/* Characters that no font of the theme has, each once, as text; "" when there are none. */
const char *text_missing_characters(struct text_engine *engine, struct arena *arena);

/* One line for each of cairo, pango, fontconfig and GLib. */
struct buffer;
void text_library_versions(struct buffer *out);

#endif
