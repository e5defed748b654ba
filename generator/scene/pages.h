/*
 * pages.h - a report laid out: pages as scenes, with what a reading program shows beside them.
 */
#ifndef GRADIENT_SCENE_PAGES_H
#define GRADIENT_SCENE_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "scene/scene.h"
#include "scene/structure.h"

/* A line of the outline that reading programs show; entries are in order, level from 1. */
struct outline_entry {
	unsigned level;
	const char *title, *anchor;
};

/* When the file says that it was made. */
struct made_at {
	bool known;      /* else midnight of the day of publication */
	long long epoch; /* seconds since 1970, UTC: SOURCE_DATE_EPOCH */
};

struct document_properties {
	const char *title, *author, *subject, *keywords, *language; /* "" = none */
	const char *rights;                                         /* licence; NULL or "" = none */
	struct date published;                                      /* year 0 = none */
	struct made_at made;
};

/* A file with the data of a report, or of one of its tables: embedded in a PDF that is made to be kept. */
struct pages_attachment {
	const char *name;        /* of the file, unique among attachments */
	const char *media_type;  /* "text/csv" */
	const char *description; /* a sentence for readers */
	const char *bytes;
	size_t length;
	int element; /* of the structure: what it has the data of; 0 = the whole document */
};

/* What a PDF for archives (PDF/A-3a) has beside the pages. */
struct pages_archive {
	const char *profile; /* ICC profile of the colours; NULL = no file for archives */
	size_t profile_length;
	const struct pages_attachment *attachments;
	size_t attachment_count;
};

struct pages {
	struct arena *arena; /* of the pages and all that is drawn for them; it has an owner */
	struct document_properties properties;
	struct scene **items;
	size_t count, capacity;
	struct outline_entry *outline;
	size_t outline_count, outline_capacity;
	struct structure structure;
	struct pages_archive archive;
};

#endif
