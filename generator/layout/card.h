/*
 * card.h - a chart with its words as one picture, for social media and slides.
 *
 * Units: points; a point becomes CARD_SCALE pixels, so that the smallest type of a layout, 9.5 pt, is 19 pixels.
 */
#ifndef GRADIENT_LAYOUT_CARD_H
#define GRADIENT_LAYOUT_CARD_H

#include "document/document.h"
#include "model/layout.h"
#include "scene/scene.h"

struct arena;
struct diag_list;
struct text_engine;

enum { CARD_SCALE = 2 };

/* Always returns a scene of the size of the card; a chart that has no room in it is a diagnostic. */
struct scene *card_draw(struct arena *arena, struct text_engine *engine,
			const struct layout *layout, const struct theme *theme,
			const struct card *card, struct diag_list *diags);

#endif
