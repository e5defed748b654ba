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

/* Adds all pages of a paged galley to composer->pages and notes the page of every anchor. */
void paginate(struct galley *galley);

/*
 * The same of those pages that end where they do whatever follows, once there is enough for some: a long report is
 * never in memory as a whole but as what stands on its pages. Nothing that was set before may be held on to.
 */
void paginate_ready(struct galley *galley);

#endif
