/*
 * core_parts.h - how core groups are made up; for core_groups.c and core_sums.c alone.
 */
#ifndef GRADIENT_DATA_CORE_PARTS_H
#define GRADIENT_DATA_CORE_PARTS_H

#include "data/core_groups.h"

struct core {
	struct arena *arena;
	struct dataset *dataset;
	const struct reference *reference;
	int classification;
	const char **editions; /* by indicator and organisation; NULL when there is none */
	bool **present;        /* by classification, then organisation and group; NULL for others */
	struct observation *added;
	size_t added_count, added_capacity;
};

/* True when the core groups are made up of those of the classification. */
bool core_is_made_of(const struct core *core, int classification);

/* Fills present. */
void core_find_present(struct core *core);

/* Adds up the rows of one indicator, period and organisation of one classification. */
void core_add_up(struct core *core, const struct observation *rows, size_t count);

#endif
