/*
 * same_body.c - a body that stands in a dataset twice: as a group of a breakdown by organisation, and with figures
 * of its own, such as one of the peers.
 *
 * Most such groups are a part of the body alone, a board's patients at a hospital, and have another count.
 */
#include "disclosure/interval.h"
#include "disclosure/lines.h"

/* The organisation of the dataset with a code, whichever of its codes that is; -1 for none. */
static int organisation_with(const struct structure *structure, const char *code)
{
	const struct dataset *dataset = structure->control->results->dataset;
	const struct known_organisation *known =
		known_organisation_find(structure->control->reference, code);
	int found = organisation_find(dataset, code);

	for (size_t i = 0; found < 0 && known != NULL && i < dataset->organisation_count; i++)
		if (dataset->organisations[i].known == known)
			found = (int)i;
	return found;
}

/* The total of the body that a group is; NULL when it has none, or the group is of something else. */
static const struct result *total_of(const struct structure *structure, const struct result *group)
{
	const struct results *results = structure->control->results;
	const struct dimensions *dimensions = results->dataset->dimensions;
	const struct classification *classification;
	struct cell_key key = group->key;

	if (key.classification < 0 || key.group < 0)
		return NULL;
	classification = dimensions->classifications[key.classification];
	if (classification->form != CLASSIFICATION_ORGANISATION)
		return NULL;
	key.organisation = organisation_with(structure, classification->groups[key.group].code);
	key.classification = CLASSIFICATION_ALL;
	key.group = GROUP_ALL;
	return key.organisation < 0 ? NULL : results_find(results, &key);
}

static void add_line(struct structure *structure, const struct result *group,
		     const struct result *total, enum count_side side)
{
	const struct count *counts = structure->problem.counts;
	const struct disclosure_rule *rule = structure_rule(structure, group, side);
	size_t part = structure_find(structure, &group->key, side);
	size_t whole = structure_find(structure, &total->key, side);
	struct adding sum;

	if (part == NO_COUNT || whole == NO_COUNT || part == whole || !counts[part].known ||
	    !counts[whole].known || counts[part].number != counts[whole].number)
		return;
	if (!rule_is_guarded(rule))
		rule = structure_rule(structure, total, side);
	if (!rule_is_guarded(rule))
		return;
	sum = adding_open(structure, rule);
	adding_part(structure, &sum, part);
	adding_whole(structure, &sum, whole);
}

void lines_add_same_bodies(struct structure *structure)
{
	const struct results *results = structure->control->results;

	for (size_t i = 0; i < results->count; i++) {
		const struct result *total = total_of(structure, &results->items[i]);

		for (int side = NUMERATOR; total != NULL && side < COUNT_SIDES; side++)
			add_line(structure, &results->items[i], total, (enum count_side)side);
	}
}
