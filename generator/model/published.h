/*
 * published.h - the figures of a results file: what one statement has shown, whichever version of the program
 * wrote it.
 *
 * Purpose:   statements of different years are compared by their results alone; a figure is known by the words of
 *            its row, since ids and groups of another year need not be those of this one.
 * Ownership: in the arena that it was made in; texts as well.
 */
#ifndef GRADIENT_MODEL_PUBLISHED_H
#define GRADIENT_MODEL_PUBLISHED_H

#include <stdbool.h>
#include <stddef.h>

#include "model/period.h"
#include "model/value.h"

struct arena;
struct cell_key;
struct dataset;
struct string_index;

struct published_figure {
	const char *indicator, *organisation, *dimension, *group, *sex, *measure;
	const char *parameters, *method;
	struct period period; /* its order: that of appearance */
	struct value value;
	struct quantity numerator, denominator;
	const char *printed; /* "8,462", "[c]"; "" when the file does not tell */
	bool compared;       /* with the total: not a group of unknown people */
	double confidence;   /* of its interval */
	bool withheld;       /* shown in its statement, without numbers in this copy */
};

struct published_indicator {
	const char *id, *name; /* "" when the file does not tell */
};

struct published {
	struct arena *arena;
	const char *file; /* as the user named it */
	struct published_figure *items;
	size_t count, capacity;
	struct published_indicator *indicators; /* in the order of appearance */
	size_t indicator_count, indicator_capacity;
	struct string_index *by_key, *by_indicator;
};

/* Without figures. */
struct published *published_new(struct arena *arena, const char *file);

/* Adds a figure; one that repeats the words of another is passed over. */
void published_add(struct published *published, const struct published_figure *figure,
		   const char *name);

/*
 * The figure of the same indicator, time, body, breakdown, group, sex, measure and parameters as another; of
 * period when that is not NULL. NULL when there is none. Periods are the same when their days are. A file that tells
 * no parameters is taken to mean the same ones.
 */
const struct published_figure *published_find(const struct published *published,
					      const struct published_figure *like,
					      const struct period *period);

/* NULL when no figure is of it. */
const struct published_indicator *published_indicator(const struct published *published,
						      const char *id);

/* The words of a cell of a dataset, as the row of a results file has them; no measure and no numbers yet. */
struct published_figure published_figure_of(const struct dataset *dataset,
					    const struct cell_key *key);

/* A copy without its numbers: what one statement hides is not repeated from another. In the arena. */
const struct published_figure *published_withheld(struct arena *arena,
						  const struct published_figure *figure);

/* True of figures of everybody: no group, no sex. */
bool published_is_total(const struct published_figure *figure);

#endif
