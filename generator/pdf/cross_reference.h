/*
 * cross_reference.h - where the objects of a PDF file stand (ISO 32000-1, 7.5.4 and 7.5.8).
 *
 * Reads tables, streams and both mixed, the newest section first and then those that Prev names.
 */
#ifndef GRADIENT_PDF_CROSS_REFERENCE_H
#define GRADIENT_PDF_CROSS_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "pdf/value.h"

struct arena;

enum pdf_place_kind {
	PLACE_UNKNOWN, /* no section speaks of it: missing, as one that is free */
	PLACE_FREE,
	PLACE_DIRECT,
	PLACE_PACKED /* in an object stream */
};

struct pdf_place {
	enum pdf_place_kind kind;
	int generation; /* of a packed one 0 */
	size_t at;      /* offset in the file, or the number of the object stream */
	size_t index;   /* within the object stream */
};

struct pdf_places {
	struct pdf_place *items; /* by object number, from 0 */
	size_t count;
	struct pdf_slice trailer; /* of the newest section */
};

/* False, and fault says why, when a section is damaged. Sections that name each other in a ring are a fault. */
bool pdf_places_read(struct arena *arena, struct pdf_slice file, struct pdf_places *places,
		     const char **fault);

#endif
