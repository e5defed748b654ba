/*
 * page_link.h - the number of a page that something leads to, as a link.
 *
 * Pages are numbered while they are made: until then a number is taken for what it was in the last pass over the
 * report, and the report is laid out again when one was not taken rightly.
 */
#ifndef GRADIENT_LAYOUT_PAGE_LINK_H
#define GRADIENT_LAYOUT_PAGE_LINK_H

#include "layout/composer.h"

struct page_link {
	const struct node *target;
	const char *prefix;   /* "Page " */
	const char *contents; /* what the link says before the page */
	double x, y;          /* right end, or left end when so asked; base line */
	int font, element;
	struct colour colour;
	bool from_left; /* x is the left end */
	bool wide;      /* the area to click on is as wide as the scene */
};

/* Page of a place, for the words that are set of it; remembers what was assumed. */
unsigned page_assumed(struct composer *composer, const struct node *target);

/* The same for measuring, of which nothing is remembered. */
unsigned page_expected(const struct composer *composer, const struct node *target);

/* True when every page was assumed rightly. */
bool pages_as_assumed(const struct composer *composer);

/* Adds the number at the end of a scene. */
void set_page_link(struct composer *composer, struct scene *scene, const struct page_link *link);

#endif
