/*
 * earlier.h - what an earlier statement told of the figures of a dataset: everybody has known it ever since.
 */
#ifndef GRADIENT_MODEL_EARLIER_H
#define GRADIENT_MODEL_EARLIER_H

#include <stddef.h>

#include "base/location.h"
#include "model/dataset.h"

/* Counts are as they were printed then: rounded, or suppressed. */
struct earlier_figure {
	struct cell_key key;
	struct quantity numerator, denominator;
};

struct published;

struct earlier_statement {
	const char *id;    /* "" if none */
	const char *title; /* as sentences name it; NULL if nobody says */
	const char *file;
	const struct published *published; /* all of its figures; NULL when it has no id */
	struct location at;                /* of its element in the report */
	struct earlier_figure *items;      /* sorted by key, each once */
	size_t count, capacity;
};

/* NULL when the statement has no such cell. */
const struct earlier_figure *earlier_find(const struct earlier_statement *statement,
					  const struct cell_key *key);

#endif
