#include "disclosure/structure.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "disclosure/interval.h"
#include "disclosure/told.h"

static const struct quantity *side_of(const struct result *result, enum count_side side)
{
	return side == NUMERATOR ? &result->numerator : &result->denominator;
}

const struct disclosure_rule *structure_rule(const struct structure *structure,
					     const struct result *result, enum count_side side)
{
	const struct control *control = structure->control;
	int source = side == NUMERATOR ? result->source
				       : control->people_sources[result - control->results->items];

	return source < 0 ? NULL : control->rules[source];
}

size_t structure_find(const struct structure *structure, const struct cell_key *key,
		      enum count_side side)
{
	const struct results *results = structure->control->results;
	const struct result *found = results_find(results, key);

	return found == NULL ? NO_COUNT : structure->places[found - results->items][side];
}

/* -- one and the same --------------------------------------------------------------------------- */

static bool agrees(const struct quantity *a, const struct quantity *b)
{
	return a->state == b->state && (!quantity_is_shown(a) || a->number == b->number);
}

/* A sex of the total for the group of that sex, when both have the same count. */
static size_t find_sex_of_total(const struct structure *structure, const struct result *result,
				enum count_side side)
{
	const struct results *results = structure->control->results;
	const struct dimensions *dimensions = results->dataset->dimensions;
	struct cell_key key = result->key;
	const struct result *found;

	if (key.classification < 0 || key.sex != SEX_ALL ||
	    strcmp(dimensions->classifications[key.classification]->id, "sex") != 0)
		return NO_COUNT;
	key.sex = key.group;
	key.classification = CLASSIFICATION_ALL;
	key.group = GROUP_ALL;
	found = results_find(results, &key);
	if (found == NULL || !agrees(side_of(found, side), side_of(result, side)))
		return NO_COUNT;
	return structure->places[found - results->items][side];
}

/* True when two indicators have the same people in every cell that both have of a breakdown. */
static bool share_people(const struct structure *structure, const struct cell_key *key, int other)
{
	const struct results *results = structure->control->results;
	const int *sources = structure->control->people_sources;
	struct cell_key with = *key;
	size_t count;
	const struct result *first = results_groups(results, key, &count);
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		const struct result *found;

		with.group = first[i].key.group;
		with.sex = first[i].key.sex;
		with.indicator = other;
		found = results_find(results, &with);
		if (found == NULL)
			continue;
		if (sources[found - results->items] != sources[&first[i] - results->items] ||
		    !agrees(&found->denominator, &first[i].denominator))
			return false;
		any = true;
	}
	return any;
}

/* The first indicator with the same people as that of a breakdown; its own when there is none before. */
static int first_with_people(const struct structure *structure, const struct result *result)
{
	for (int other = 0; other < result->key.indicator; other++)
		if (share_people(structure, &result->key, other))
			return other;
	return result->key.indicator;
}

/* The events of the indicator that an indicator has for its denominator. */
static size_t find_events(const struct structure *structure, const struct result *result)
{
	const struct results *results = structure->control->results;
	const struct indicators *indicators = results->dataset->indicators;
	struct cell_key key = result->key;
	const struct result *found;

	key.indicator =
		indicator_find(indicators, indicators->items[key.indicator].denominator_indicator);
	found = key.indicator < 0 ? NULL : results_find(results, &key);
	if (found == NULL || !agrees(&found->numerator, &result->denominator) ||
	    found->source != structure->control->people_sources[result - results->items])
		return NO_COUNT;
	return structure->places[found - results->items][NUMERATOR];
}

/* -- counts --------------------------------------------------------------------------------------- */

static struct count count_of(const struct disclosure_rule *rule, const struct quantity *quantity,
			     bool hidden)
{
	bool known = quantity_is_shown(quantity), guarded = rule_is_guarded(rule);
	struct count count = {
		.number = quantity->number,
		.known = known,
		.hidden = hidden,
		.is_small = guarded && (hidden || interval_is_small(rule, quantity->number)),
		.may_hide = guarded && known && (quantity->number > 0 || rule->hide_from <= 0),
		.size = known ? fabs(quantity->number) : 0,
	};

	if (known)
		count.shown = interval_shown(rule, quantity->number);
	if (!guarded)
		return count;
	count.small = (struct span){ rule->hide_from, rule->hide_to };
	count.least_values = rule->least_values;
	/* Many events of a few people are hidden, and larger than what is small. */
	count.unseen = interval_hidden(rule, known && !interval_is_small(rule, quantity->number));
	return count;
}

/* What an earlier statement showed of a count; NULL for nothing. */
static const struct quantity *told_of(const struct structure *structure,
				      const struct result *result, enum count_side side)
{
	const struct control *control = structure->control;
	const struct quantity *told;

	if (control->told == NULL)
		return NULL;
	told = &control->told[result - control->results->items][side];
	return quantity_is_shown(told) ? told : NULL;
}

static size_t add_count(struct structure *structure, const struct result *result,
			enum count_side side, const struct hiding *hiding)
{
	const struct disclosure_rule *rule = structure_rule(structure, result, side);
	const struct quantity *quantity = side_of(result, side);
	const struct quantity *told = told_of(structure, result, side);
	struct count count;
	bool hidden = side == NUMERATOR ? hiding->numerator : hiding->denominator;

	if (!quantity_is_shown(quantity) && told == NULL && (!hidden || !rule_is_guarded(rule)))
		return NO_COUNT;
	count = count_of(rule, quantity, hidden && rule_is_guarded(rule));
	told_take(&count, rule, told);
	return problem_count(&structure->problem, &count);
}

/* What is hidden under one name is hidden under all. */
static size_t join_count(struct structure *structure, size_t place, const struct hiding *hiding,
			 const struct result *result, enum count_side side)
{
	struct count *count = &structure->problem.counts[place];

	if (side == NUMERATOR ? hiding->numerator : hiding->denominator) {
		count->hidden = true;
		count->is_small = !count->is_told;
	}
	told_take(count, structure_rule(structure, result, side), told_of(structure, result, side));
	return place;
}

static void place_numerators(struct structure *structure, const struct hiding *hiding)
{
	const struct results *results = structure->control->results;

	for (size_t i = 0; i < results->count; i++) {
		size_t place = find_sex_of_total(structure, &results->items[i], NUMERATOR);

		structure->places[i][NUMERATOR] =
			place == NO_COUNT
				? add_count(structure, &results->items[i], NUMERATOR, &hiding[i])
				: join_count(structure, place, &hiding[i], &results->items[i],
					     NUMERATOR);
	}
}

static bool same_breakdown(const struct cell_key *a, const struct cell_key *b)
{
	return a->indicator == b->indicator && a->period == b->period &&
	       a->organisation == b->organisation && a->classification == b->classification;
}

static size_t find_people(const struct structure *structure, const struct result *result, int with)
{
	struct cell_key key = result->key;
	size_t place = find_events(structure, result);

	if (place == NO_COUNT)
		place = find_sex_of_total(structure, result, DENOMINATOR);
	key.indicator = with;
	if (place == NO_COUNT && with != result->key.indicator)
		place = structure_find(structure, &key, DENOMINATOR);
	return place;
}

static void place_denominators(struct structure *structure, const struct hiding *hiding)
{
	const struct results *results = structure->control->results;
	int with = 0;

	for (size_t i = 0; i < results->count; i++) {
		const struct result *result = &results->items[i];
		bool guarded = rule_is_guarded(structure_rule(structure, result, DENOMINATOR));
		size_t place = NO_COUNT;

		if (guarded &&
		    (i == 0 || !same_breakdown(&results->items[i - 1].key, &result->key)))
			with = first_with_people(structure, result);
		if (guarded)
			place = find_people(structure, result, with);
		structure->places[i][DENOMINATOR] =
			place == NO_COUNT
				? add_count(structure, result, DENOMINATOR, &hiding[i])
				: join_count(structure, place, &hiding[i], result, DENOMINATOR);
	}
}

/* -- figures -------------------------------------------------------------------------------------- */

/* Totals are read and compared with most, parts by sex least. */
static double weight_of(const struct cell_key *key)
{
	if (key->classification == CLASSIFICATION_ALL)
		return key->sex == SEX_ALL ? 100 : 20;
	return key->sex == SEX_ALL ? 4 : 2;
}

/* Less than a half, and more for larger numbers. */
static double part_of_one(double size)
{
	return size / (size + 1000) / 2;
}

static void add_figures(struct structure *structure)
{
	const struct results *results = structure->control->results;
	struct count *counts = structure->problem.counts;

	for (size_t i = 0; i < results->count; i++) {
		const size_t *places = structure->places[i];
		double weight = weight_of(&results->items[i].key);

		if (places[NUMERATOR] == NO_COUNT && places[DENOMINATOR] == NO_COUNT)
			continue;
		/* Of equal numerators that with the smaller denominator goes, so that one group is lost for both. */
		if (places[NUMERATOR] != NO_COUNT && places[DENOMINATOR] != NO_COUNT)
			counts[places[NUMERATOR]].size +=
				part_of_one(counts[places[DENOMINATOR]].size);
		problem_figure(&structure->problem,
			       places[places[NUMERATOR] == NO_COUNT ? DENOMINATOR : NUMERATOR],
			       places[places[DENOMINATOR] == NO_COUNT ? NUMERATOR : DENOMINATOR],
			       weight);
	}
}

struct structure structure_of(struct arena *arena, const struct control *control,
			      const struct hiding *hiding)
{
	struct structure structure = {
		.control = control,
		.problem = problem_new(arena),
		.places =
			arena_array(arena, control->results->count + 1, sizeof(*structure.places)),
	};

	place_numerators(&structure, hiding);
	place_denominators(&structure, hiding);
	add_figures(&structure);
	return structure;
}
