/*
 * population_zeros.c - groups of a population of whom no record tells.
 */
#include "base/arena.h"
#include "data/population.h"
#include "data/record.h"

/* The rows of one breakdown: of an indicator, period, organisation and classification. */
struct breakdown_rows {
	const struct observation *items;
	size_t count;
	const struct classification *classification;
	bool by_age; /* it has age bands */
};

static bool is_same_breakdown(const struct cell_key *a, const struct cell_key *b)
{
	return a->indicator == b->indicator && a->period == b->period &&
	       a->organisation == b->organisation && a->classification == b->classification;
}

static struct breakdown_rows breakdown_at(const struct dataset *dataset, size_t begin, size_t count)
{
	const struct observation *rows = &dataset->observations[begin];
	struct breakdown_rows breakdown = {
		.items = rows,
		.classification =
			rows->key.classification < 0
				? NULL
				: dataset->dimensions->classifications[rows->key.classification],
	};

	while (breakdown.count < count - begin &&
	       is_same_breakdown(&rows[breakdown.count].key, &rows->key))
		breakdown.by_age |= rows[breakdown.count++].age != AGE_ALL;
	return breakdown;
}

static bool has(const struct breakdown_rows *breakdown, int group, int sex)
{
	for (size_t i = 0; i < breakdown->count; i++)
		if ((group == GROUP_ALL || breakdown->items[i].key.group == group) &&
		    breakdown->items[i].key.sex == sex)
			return true;
	return false;
}

/* A row without events for the people of a cell, or for each of their age bands. */
static void add_cell(struct joiner *joiner, const struct breakdown_rows *breakdown,
		     const struct cell_key *key, const struct population *people)
{
	struct dataset *dataset = joiner->dataset;
	const struct observation *first = breakdown->items;

	for (size_t i = 0; i < people->count; i++) {
		struct observation row = { .key = *key,
					   .age = people->rows[i].age,
					   .numerator = { .state = VALUE_SHOWN },
					   .denominator = people->rows[i].denominator,
					   .source = first->source,
					   .line = first->line };

		if (row.age != AGE_ALL && !breakdown->by_age)
			continue;
		dataset->observations = arena_grow(joiner->arena, dataset->observations,
						   dataset->count, &dataset->capacity, sizeof(row));
		dataset->observations[dataset->count++] = row;
	}
}

static void add_groups(struct joiner *joiner, const struct breakdown_rows *breakdown, int source,
		       int sex)
{
	const struct classification *classification = breakdown->classification;
	struct cell_key key = breakdown->items->key;

	key.sex = sex;
	for (int group = 0; group < (int)classification->count; group++) {
		struct population people;

		if (classification->groups[group].kind == GROUP_UNKNOWN ||
		    has(breakdown, group, sex))
			continue;
		key.group = group;
		people = population_of(joiner->parts, key, source, key.period);
		if (people.count == 0)
			people = population_of(joiner->parts, key, source, PERIOD_ANY);
		add_cell(joiner, breakdown, &key, &people);
	}
}

void population_add_empty_groups(struct joiner *joiner, size_t count)
{
	struct dataset *dataset = joiner->dataset;
	int sex_groups = classification_find(dataset->dimensions, "sex");
	size_t sexes = sex_groups < 0 ? 0 : dataset->dimensions->classifications[sex_groups]->count;

	for (size_t begin = 0, end; begin < count; begin = end) {
		const struct observation *first = &dataset->observations[begin];
		struct breakdown_rows breakdown = breakdown_at(dataset, begin, count);
		int source = population_source(dataset, first);
		bool is_open = breakdown.classification == NULL ||
			       breakdown.classification->form != CLASSIFICATION_LISTED;

		end = begin + breakdown.count;
		if (source < 0 || is_open || !dataset->sources[first->source].counted)
			continue;
		for (int sex = SEX_ALL; sex < (int)sexes; sex++) {
			/* Adding rows may have moved them all. */
			breakdown.items = &dataset->observations[begin];
			if (has(&breakdown, GROUP_ALL, sex))
				add_groups(joiner, &breakdown, source, sex);
		}
	}
}
