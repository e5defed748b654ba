/*
 * population.h - rows of populations looked up, and what is to be said of them; for the population*.c files of
 * this folder alone.
 */
#ifndef GRADIENT_DATA_POPULATION_H
#define GRADIENT_DATA_POPULATION_H

#include "data/dataset_merge.h"

/* The rows of a population for one cell. */
struct population {
	const struct observation *rows;
	size_t count;
};

/* What was told of a band, so that it is not told of every row. */
struct told_band {
	int source, age;
};

struct joiner {
	struct arena *arena;
	const struct report *report;
	struct dataset *dataset;
	struct dataset_parts *parts;
	struct diag_list *diags;
	int own; /* the organisation of the report; -1: none */
	struct told_band *told;
	size_t told_count, told_capacity;
};

/* The source that the indicator of a row takes its denominators from; -1 when from its own rows. */
int population_source(const struct dataset *dataset, const struct observation *row);

/* The rows of a population for a cell of events; of PERIOD_ANY those for all periods. */
struct population population_of(const struct dataset_parts *parts, struct cell_key key, int source,
				int period);

/* Where the rows of a cell end that begins there. */
size_t population_cell_end(const struct observation *rows, size_t count, size_t begin);

/* True the first time for a band of a source. */
bool population_tell_once(struct joiner *joiner, int source, int age);

/* A wide band, or the total, of a cell against the bands that make it up: told once for a band of a source. */
void population_check_sums(struct joiner *joiner, const struct observation *rows, size_t count);

/*
 * Groups with people of whom counted records tell nothing had no event: nobody else could say so, since a table may
 * leave out what it does not know. Adds a row without events for each of them behind the first count rows.
 */
void population_add_empty_groups(struct joiner *joiner, size_t count);

/* Figures of which the population knows nothing at all: one note an indicator. */
void population_say_missed(struct joiner *joiner);

#endif
