/*
 * conditions.h - conditions as bits, and those that are made of others.
 */
#ifndef GRADIENT_RECORDS_CONDITIONS_H
#define GRADIENT_RECORDS_CONDITIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/count_query.h"

static inline bool conditions_have_parts(const struct count_condition *condition)
{
	return condition->kind == CONDITION_ALL || condition->kind == CONDITION_ANY;
}

static inline bool conditions_hold(const uint64_t *bits, int which)
{
	return (bits[which / 64] >> (which % 64) & 1) != 0;
}

static inline void conditions_set(uint64_t *bits, int which, bool holds)
{
	bits[which / 64] |= (uint64_t)holds << (which % 64);
}

/* Of CONDITION_ALL and CONDITION_ANY, from the bits of their parts. */
static inline bool conditions_combine(const struct count_condition *condition, const uint64_t *bits)
{
	bool all = condition->kind == CONDITION_ALL;

	for (size_t i = 0; i < condition->part_count; i++)
		if (conditions_hold(bits, condition->parts[i]) != all)
			return !all;
	return all;
}

#endif
