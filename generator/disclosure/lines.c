#include "disclosure/lines.h"

#include <string.h>

#include "disclosure/interval.h"

/* A breakdown of an indicator in a period: a run of results. */
struct block {
	const struct result *items;
	size_t count;
	enum count_side side;
	const struct disclosure_rule *rule;
};

static size_t place_of(const struct structure *structure, const struct result *result,
		       enum count_side side)
{
	return structure->places[result - structure->control->results->items][side];
}

/* -- sexes of a group ----------------------------------------------------------------------------- */

static void add_sexes(struct structure *structure, const struct block *block)
{
	for (size_t i = 0, end; i < block->count; i = end) {
		const struct result *whole = &block->items[i];
		struct adding sum;

		for (end = i + 1; end < block->count; end++)
			if (block->items[end].key.group != whole->key.group)
				break;
		if (whole->key.sex != SEX_ALL || end == i + 1)
			continue;
		sum = adding_open(structure, block->rule);
		for (size_t j = i + 1; j < end; j++)
			adding_part(structure, &sum,
				    place_of(structure, &block->items[j], block->side));
		adding_whole(structure, &sum, place_of(structure, whole, block->side));
	}
}

/* -- groups of a breakdown ------------------------------------------------------------------------ */

/* The total of a sex stands beside the total or among the groups of the classification "sex". */
static size_t find_total(const struct structure *structure, struct cell_key key,
			 enum count_side side)
{
	size_t place;

	key.classification = CLASSIFICATION_ALL;
	key.group = GROUP_ALL;
	place = structure_find(structure, &key, side);
	if (place != NO_COUNT || key.sex == SEX_ALL)
		return place;
	key.classification =
		classification_find(structure->control->results->dataset->dimensions, "sex");
	key.group = key.sex;
	key.sex = SEX_ALL;
	return key.classification < 0 ? NO_COUNT : structure_find(structure, &key, side);
}

/* Groups of one sex, or of both; of every sex where no group has both (sex SEX_EACH). */
enum { SEX_EACH = -2 };

static void add_groups(struct structure *structure, const struct block *block, int sex)
{
	struct cell_key key = block->items[0].key;
	struct adding sum = adding_open(structure, block->rule);

	for (size_t i = 0; i < block->count; i++)
		if (sex == SEX_EACH || block->items[i].key.sex == sex)
			adding_part(structure, &sum,
				    place_of(structure, &block->items[i], block->side));
	key.sex = sex == SEX_EACH ? SEX_ALL : sex;
	adding_whole(structure, &sum, find_total(structure, key, block->side));
}

static void add_groups_by_sex(struct structure *structure, const struct block *block)
{
	bool has_both = false;
	int sexes = 0;

	for (size_t i = 0; i < block->count; i++) {
		has_both = has_both || block->items[i].key.sex == SEX_ALL;
		if (block->items[i].key.sex + 1 > sexes)
			sexes = block->items[i].key.sex + 1;
	}
	for (int sex = SEX_ALL; sex < sexes; sex++)
		add_groups(structure, block, sex);
	if (!has_both)
		add_groups(structure, block, SEX_EACH);
}

/* -- narrow groups within broad ones -------------------------------------------------------------- */

static bool is_within(const struct structure *structure, const struct cell_key *narrow,
		      const struct cell_key *broad)
{
	const struct reference *reference = structure->control->reference;

	for (size_t i = 0; i < reference->nesting_count; i++) {
		const struct nesting *nesting = &reference->nestings[i];

		if (nesting->classification == narrow->classification &&
		    nesting->group == narrow->group && nesting->within == broad->classification &&
		    nesting->within_group == broad->group)
			return true;
	}
	return false;
}

static bool has_nesting(const struct structure *structure, int narrow, int broad)
{
	const struct reference *reference = structure->control->reference;

	for (size_t i = 0; i < reference->nesting_count; i++)
		if (reference->nestings[i].classification == narrow &&
		    reference->nestings[i].within == broad)
			return true;
	return false;
}

static void add_narrow(struct structure *structure, const struct block *narrow,
		       const struct block *broad)
{
	for (size_t i = 0; i < broad->count; i++) {
		struct adding sum = adding_open(structure, narrow->rule);

		for (size_t j = 0; j < narrow->count; j++)
			if (narrow->items[j].key.sex == broad->items[i].key.sex &&
			    is_within(structure, &narrow->items[j].key, &broad->items[i].key))
				adding_part(structure, &sum,
					    place_of(structure, &narrow->items[j], narrow->side));
		adding_whole(structure, &sum, place_of(structure, &broad->items[i], broad->side));
	}
}

static void add_nesting(struct structure *structure, const struct block *block)
{
	const struct results *results = structure->control->results;
	struct cell_key key = block->items[0].key;
	int narrow = key.classification;

	for (int broad = 0; broad < (int)results->dataset->dimensions->classification_count;
	     broad++) {
		struct block around = *block;

		if (!has_nesting(structure, narrow, broad))
			continue;
		key.classification = broad;
		around.items = results_groups(results, &key, &around.count);
		add_narrow(structure, block, &around);
	}
}

/* -- all breakdowns -------------------------------------------------------------------------------- */

static void add_block(struct structure *structure, const struct block *block)
{
	add_sexes(structure, block);
	if (block->items[0].key.classification == CLASSIFICATION_ALL)
		return;
	add_groups_by_sex(structure, block);
	add_nesting(structure, block);
}

void lines_add_sums(struct structure *structure)
{
	const struct results *results = structure->control->results;

	for (size_t i = 0; i < results->count;) {
		struct block block;

		block.items = results_groups(results, &results->items[i].key, &block.count);
		for (int side = NUMERATOR; side < COUNT_SIDES; side++) {
			block.side = (enum count_side)side;
			block.rule = structure_rule(structure, block.items, block.side);
			if (rule_is_guarded(block.rule))
				add_block(structure, &block);
		}
		i += block.count;
	}
}
