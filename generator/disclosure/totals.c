/*
 * totals.c - a total that was counted from the records of several bodies: whoever knows it and all of them but one
 * knows that one.
 *
 * Which bodies there are is in the records, not in any list: those with a count from the same source, whatever their
 * kind. A body without a count had no record of the kind. Records of no body, and people who are of several, are the
 * remainder that lines have.
 */
#include "base/arena.h"
#include "disclosure/interval.h"
#include "disclosure/lines.h"

static int source_of(const struct structure *structure, const struct result *result,
		     enum count_side side)
{
	const struct control *control = structure->control;

	return side == NUMERATOR ? result->source
				 : control->people_sources[result - control->results->items];
}

/* The part that a body has of a total; NULL when it has none from the source. */
static const struct result *part_of(const struct structure *structure, const struct result *whole,
				    int organisation, enum count_side side)
{
	struct cell_key key = whole->key;
	const struct result *part;

	key.organisation = organisation;
	part = results_find(structure->control->results, &key);
	if (part == NULL || part == whole ||
	    source_of(structure, part, side) != source_of(structure, whole, side) ||
	    structure_find(structure, &key, side) == NO_COUNT)
		return NULL;
	return part;
}

static void add_line(struct structure *structure, const struct result *whole, enum count_side side)
{
	const struct dataset *dataset = structure->control->results->dataset;
	const struct disclosure_rule *rule = structure_rule(structure, whole, side);
	struct adding sum;

	if (!rule_is_guarded(rule) || structure_find(structure, &whole->key, side) == NO_COUNT)
		return;
	sum = adding_open(structure, rule);
	for (size_t i = 0; i < dataset->organisation_count; i++) {
		const struct result *part = part_of(structure, whole, (int)i, side);

		if (part != NULL)
			adding_part(structure, &sum, structure_find(structure, &part->key, side));
	}
	adding_whole(structure, &sum, structure_find(structure, &whole->key, side));
}

static bool is_total(const struct structure *structure, const struct result *result,
		     enum count_side side)
{
	const struct dataset *dataset = structure->control->results->dataset;
	int source = source_of(structure, result, side);

	return source >= 0 && (size_t)source < dataset->source_count &&
	       dataset->sources[source].total != NULL &&
	       organisation_find(dataset, dataset->sources[source].total) ==
		       result->key.organisation;
}

void lines_add_totals(struct structure *structure)
{
	const struct results *results = structure->control->results;

	for (size_t i = 0; i < results->count; i++)
		for (int side = NUMERATOR; side < COUNT_SIDES; side++)
			if (is_total(structure, &results->items[i], (enum count_side)side))
				add_line(structure, &results->items[i], (enum count_side)side);
}
