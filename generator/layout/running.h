/*
 * running.h - the lines at the head and foot of every page, and the cover.
 */
#ifndef GRADIENT_LAYOUT_RUNNING_H
#define GRADIENT_LAYOUT_RUNNING_H

#include "layout/composer.h"

/*
 * Elements of what the running lines of the first page tell where nothing else does: title and notice of a report
 * without cover. False when the title stands nowhere.
 */
bool running_elements(struct composer *composer);

/* The element of the notice in the running lines of the first page, behind what is there now. */
void running_notice(struct composer *composer);

/* True of the page whose running lines tell any of that. */
bool running_is_read(const struct composer *composer, unsigned number);

/* section: what the page is part of; NULL if nothing. on_field: the head stands on a field of colour. */
void running_lines(struct composer *composer, struct scene *page, const struct node *section,
		   unsigned number, bool on_field);

/* The cover as a page; nothing when the report or layout has none. */
bool has_cover_page(const struct composer *composer);
void cover_page(struct composer *composer);

#endif
