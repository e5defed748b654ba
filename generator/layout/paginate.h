/*
 * paginate.h - strips cut into pages.
 *
 * A page ends at the last place where it may: not between a heading and what follows, not inside a figure
 * or row, with at least two lines or rows on both sides. Footnotes stand at the foot of the page of their
 * marker; the head of a table is repeated.
 */
#ifndef GRADIENT_LAYOUT_PAGINATE_H
#define GRADIENT_LAYOUT_PAGINATE_H

#include "layout/galley.h"

/* Adds the pages of the galley to composer->pages and notes the page of every anchor. */
void paginate(struct composer *composer, const struct galley *galley);

#endif
