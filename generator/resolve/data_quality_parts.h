/*
 * data_quality_parts.h - how complete the records of the sources are; shared by the data_quality*.c files of this
 * folder alone.
 */
#ifndef GRADIENT_RESOLVE_DATA_QUALITY_PARTS_H
#define GRADIENT_RESOLVE_DATA_QUALITY_PARTS_H

#include "resolve/resolver.h"

enum { QUALITY_DIMENSIONS_MOST = 8 };

/* What is counted in a source: one or more indicators of the same records. */
struct quality_row {
	int source; /* of the data */
	const char *records;
	int period;
	bool merged;                                  /* of several figures, the lowest */
	struct value values[QUALITY_DIMENSIONS_MOST]; /* percentage of records with a known group */
};

struct quality {
	struct resolver *resolver;
	const struct block *block;
	int organisation;
	const char *dimensions[QUALITY_DIMENSIONS_MOST]; /* ids of dimensions or classifications */
	size_t dimension_count;
	struct quality_row *rows;
	size_t row_count, row_capacity;
};

/* False after a diagnostic. */
bool find_quality(struct quality *quality, const struct scope *scope);

/* "Ethnic group". */
const char *quality_dimension(const struct quality *quality, size_t dimension);

/* "Ethnic group was recorded least often: for 83.9% of referrals" */
const char *quality_title(const struct quality *quality);

/* For each source of records a table of what they lack, where they lack anything. */
void quality_add_lacks(struct resolver *resolver, const struct scope *scope,
		       const struct block *block, struct node *parent);

/* The box of steps, a gap when there is none; the list of differences, or that there is none. */
void quality_add_steps(struct resolver *resolver, const struct scope *scope,
		       const struct block *block, struct node *parent);
void quality_add_differences(struct resolver *resolver, const struct block *block,
			     struct node *parent);

/*
 * Of the same results in a definition: the share of records with a known group; not available without them. What the
 * view holds lies in the arena.
 */
struct value completeness_of(struct resolver *resolver, struct arena *arena,
			     const struct scope *scope, const char *dimension, struct location at,
			     struct view *view);

#endif
