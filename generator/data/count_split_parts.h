/*
 * count_split_parts.h - how queries are compared; shared by the files count_split*.c of this folder alone.
 */
#ifndef GRADIENT_DATA_COUNT_SPLIT_PARTS_H
#define GRADIENT_DATA_COUNT_SPLIT_PARTS_H

#include "data/count_split.h"

/* But for their lookups. */
bool count_values_agree(const struct count_value *one, const struct count_value *other);
bool count_lookups_agree(const struct count_lookup *one, const struct count_lookup *other);

/*
 * True when nothing differs but the texts of a condition and, when there is one, that groupings of the other may have a
 * further value behind theirs. renamed: marks values that differ in their lookup; NULL: none may.
 */
bool count_queries_alike(const struct count_query *one, const struct count_query *other,
			 int condition, bool *renamed);

/* The first place of a value in a grouping; as many as it has when it is not there. */
size_t count_grouping_place(const struct count_grouping *grouping, int value);

#endif
