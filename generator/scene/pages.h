/*
 * pages.h - a report laid out: pages as scenes, with what a reading program shows beside them.
 */
#ifndef GRADIENT_SCENE_PAGES_H
#define GRADIENT_SCENE_PAGES_H

#include <stddef.h>

#include "base/date.h"
#include "scene/scene.h"
#include "scene/structure.h"

/* A line of the outline that reading programs show; entries are in order, level from 1. */
struct outline_entry {
	unsigned level;
	const char *title, *anchor;
};

struct document_properties {
	const char *title, *author, *subject, *keywords, *language; /* "" = none */
	struct date published;                                      /* year 0 = none */
};

struct pages {
	struct document_properties properties;
	struct scene **items;
	size_t count, capacity;
	struct outline_entry *outline;
	size_t outline_count, outline_capacity;
	struct structure structure;
};

#endif
