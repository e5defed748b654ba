/*
 * running.h - the lines at the head and foot of every page, and the cover.
 */
#ifndef GRADIENT_LAYOUT_RUNNING_H
#define GRADIENT_LAYOUT_RUNNING_H

#include "layout/composer.h"

/* section: what the page is part of; NULL if nothing. on_field: the head stands on a field of colour. */
void running_lines(struct composer *composer, struct scene *page, const struct node *section,
		   unsigned number, bool on_field);

/* The cover as a page; nothing when the report or layout has none. */
void cover_page(struct composer *composer);

#endif
