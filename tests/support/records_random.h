/*
 * records_random.h - dirty files of records and questions about them, made from a seed, and two answers held together.
 */
#ifndef GRADIENT_TESTS_RECORDS_RANDOM_H
#define GRADIENT_TESTS_RECORDS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

#include "model/count_query.h"

struct arena;

/* SplitMix64: the next number of a seed. */
uint64_t random_next(uint64_t *seed);
unsigned random_below(uint64_t *seed, unsigned most);

/* A file without faults of form: rows, with all that cells may hold; how it is written comes from the seed. */
const char *random_records(struct arena *arena, uint64_t *seed, size_t rows,
			   struct count_place *place, size_t *length);

/* Asks for the columns of such a file. */
const struct count_query *random_query(struct arena *arena, uint64_t *seed);

/* Where two answers to a query differ; NULL if nowhere. */
const char *answers_differ(struct arena *arena, const struct count_query *query,
			   const struct count_result *one, const struct count_result *other);

#endif
