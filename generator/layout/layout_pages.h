/*
 * layout_pages.h - a resolved document as pages of scenes.
 *
 * Layout only places what the document says. Page numbers in the text are found by laying out again until
 * they agree, which takes one or two passes; pictures are drawn once.
 */
#ifndef GRADIENT_LAYOUT_LAYOUT_PAGES_H
#define GRADIENT_LAYOUT_LAYOUT_PAGES_H

#include "document/document.h"
#include "layout/composer.h"
#include "model/layout.h"
#include "scene/pages.h"

struct arena;
struct diag_list;
struct text_engine;

/* The pictures of a laid out document, for files of their own. */
struct figure_list {
	const struct figure_scene *items;
	size_t count;
};

/*
 * Always returns pages; what does not fit is a diagnostic. They live as long as the arena, or until arena_end() of their
 * own one.
 */
struct pages *pages_make(struct arena *arena, struct text_engine *engine,
			 const struct layout *layout, const struct theme *theme,
			 const struct document *document, struct figure_list *figures,
			 struct diag_list *diags);

/* Its pictures alone, as they would stand on its pages: for outputs that have none. */
struct figure_list pictures_make(struct arena *arena, struct text_engine *engine,
				 const struct layout *layout, const struct theme *theme,
				 const struct document *document);

#endif
