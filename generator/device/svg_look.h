/*
 * svg_look.h - how a piece of a scene looks, as attributes of the element that is open.
 *
 * Presentation attributes alone, no styles: a page may forbid those. What the element around says already is not
 * said again.
 */
#ifndef GRADIENT_DEVICE_SVG_LOOK_H
#define GRADIENT_DEVICE_SVG_LOOK_H

#include <stdbool.h>

#include "base/buffer.h"
#include "scene/scene.h"

struct markup;
struct text_font_facts;

struct svg_pen {
	struct markup *markup;
	struct buffer value; /* an attribute or a text in the making; empty between calls */
};

/* Font and colour of text. */
struct svg_ink {
	const struct text_font_facts *font; /* NULL: nothing is said */
	struct colour colour;
};

struct svg_ink svg_ink_of(const struct scene_text *text);

/* Makes pen->value empty. */
void svg_clear(struct svg_pen *pen);

/* The attribute with what was made in pen->value. */
void svg_put(struct svg_pen *pen, const char *name);
void svg_put_number(struct svg_pen *pen, const char *name, double value);
void svg_put_colour(struct svg_pen *pen, const char *name, struct colour colour);

/* What the ink has that the one around it has not; around NULL: of text that nothing is said of. */
void svg_put_ink(struct svg_pen *pen, const struct svg_ink *ink, const struct svg_ink *around);

/* Class, colours, lines or font of a piece in a picture whose text is of the usual ink. */
void svg_put_look(struct svg_pen *pen, const struct scene_item *item, const struct svg_ink *usual);

bool svg_same_look(const struct scene_item *a, const struct scene_item *b);

bool svg_same_colour(struct colour a, struct colour b);

#endif
