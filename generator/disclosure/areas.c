/*
 * areas.c - areas that make up a larger one: boards a region, regions the country.
 *
 * Providers do not make up an area: their patients come from anywhere.
 */
#include <string.h>

#include "base/arena.h"
#include "disclosure/interval.h"
#include "disclosure/lines.h"
#include "model/bodies.h"

static const char *const kinds[] = { "icb", "region" };

/* Organisations of the dataset that make up one of them on a day. */
struct areas {
	struct arena *scratch;
	int *parts;
	size_t count;
};

static int organisation_of(const struct dataset *dataset, const struct known_organisation *known)
{
	for (size_t i = 0; i < dataset->organisation_count; i++)
		if (dataset->organisations[i].known == known)
			return (int)i;
	return -1;
}

static bool is_open(const struct known_organisation *body, struct date day)
{
	return !body_is_closed(body, day) && (body->valid_from.year == 0 || day.year == 0 ||
					      date_compare(body->valid_from, day) <= 0);
}

/* All areas of a kind within another one; false when the dataset lacks one. */
static bool find_parts(const struct structure *structure, const struct known_organisation *whole,
		       const char *kind, struct date day, struct areas *areas)
{
	const struct reference *reference = structure->control->reference;

	areas->count = 0;
	for (size_t i = 0; i < reference->organisation_count; i++) {
		const struct known_organisation *body = &reference->organisations[i];
		int part;

		if (strcmp(body->kind, kind) != 0 || !is_open(body, day) ||
		    body_around(areas->scratch, reference, body, whole->kind, day) != whole)
			continue;
		part = organisation_of(structure->control->results->dataset, body);
		if (part < 0)
			return false;
		areas->parts[areas->count++] = part;
	}
	return areas->count > 1;
}

static void add_line(struct structure *structure, const struct result *whole, enum count_side side,
		     const struct areas *areas)
{
	const struct results *results = structure->control->results;
	struct cell_key key = whole->key;
	const struct disclosure_rule *rule = NULL;
	struct adding sum;

	for (size_t i = 0; i < areas->count; i++) {
		const struct result *part;

		key.organisation = areas->parts[i];
		part = results_find(results, &key);
		if (part == NULL || structure_find(structure, &key, side) == NO_COUNT)
			return;
		if (!rule_is_guarded(rule))
			rule = structure_rule(structure, part, side);
	}
	if (!rule_is_guarded(rule) || structure_find(structure, &whole->key, side) == NO_COUNT)
		return;
	sum = adding_open(structure, rule);
	for (size_t i = 0; i < areas->count; i++) {
		key.organisation = areas->parts[i];
		adding_part(structure, &sum, structure_find(structure, &key, side));
	}
	adding_whole(structure, &sum, structure_find(structure, &whole->key, side));
}

static void add_period(struct structure *structure, int organisation, int period,
		       const struct areas *areas)
{
	const struct results *results = structure->control->results;

	for (size_t i = 0; i < results->count; i++) {
		const struct result *result = &results->items[i];

		if (result->key.organisation != organisation || result->key.period != period)
			continue;
		for (int side = NUMERATOR; side < COUNT_SIDES; side++)
			add_line(structure, result, (enum count_side)side, areas);
	}
}

static void add_whole(struct structure *structure, int organisation, struct areas *areas)
{
	const struct dataset *dataset = structure->control->results->dataset;
	const struct known_organisation *whole = dataset->organisations[organisation].known;

	if (whole == NULL)
		return;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		for (size_t period = 0;
		     strcmp(kinds[i], whole->kind) != 0 && period < dataset->period_count; period++)
			if (find_parts(structure, whole, kinds[i], dataset->periods[period].last,
				       areas))
				add_period(structure, organisation, (int)period, areas);
}

void lines_add_areas(struct structure *structure)
{
	const struct control *control = structure->control;
	const struct dataset *dataset = control->results->dataset;
	struct arena *scratch = arena_new();
	struct areas areas = {
		.scratch = scratch,
		.parts = arena_array(scratch, control->reference->organisation_count + 1,
				     sizeof(int)),
	};

	for (size_t i = 0; i < dataset->organisation_count && dataset->organisation_count > 2; i++)
		add_whole(structure, (int)i, &areas);
	arena_free(scratch);
}
