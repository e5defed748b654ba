/*
 * count_split.h - one count of records for many who ask, and the part of its answer that is each one's.
 *
 * Purpose:   statements of many bodies ask the same of an extract, but for the code of the body in one condition. Then
 *            one pass counts the rows of all bodies, told apart by the value of that condition, and each statement takes
 *            the answer that a pass of its own would have given it: the same cells, lines, tallies, in the same order.
 *            Where that is not certain there is no answer, and who asks counts for itself.
 * Pure:      nothing is read here. Queries and results are borrowed.
 */
#ifndef GRADIENT_DATA_COUNT_SPLIT_H
#define GRADIENT_DATA_COUNT_SPLIT_H

#include "model/count_query.h"

struct arena;

/* A question and what came of it. */
struct counted_query {
	struct count_query query;
	struct count_result result;
	/* Of a question that was asked because of another one's answer, with lookups of its texts: that; else NULL. */
	const struct counted_query *first;
};

/* True when two ask the same of the same place. Where the spec says so does not matter. */
bool count_queries_agree(const struct count_query *one, const struct count_query *other);
bool count_places_agree(const struct count_place *one, const struct count_place *other);

/*
 * The one condition in whose texts two queries differ, when they differ in nothing else, all rows must meet it, and
 * nothing else asks for it. CONDITION_NONE otherwise.
 */
int count_split_condition(const struct count_query *one, const struct count_query *other);

/* The query for all bodies: the condition with these texts, which need no order, and by its value wherever it is not. */
struct count_query count_split_query(struct arena *arena, const struct count_query *query,
				     int condition, const char *const *texts, size_t count);

/* The answer to a query from what was counted. False when it cannot be known from that. */
bool count_split_answer(struct arena *arena, const struct counted_query *counted,
			const struct count_query *asked, struct count_result *result);

#endif
