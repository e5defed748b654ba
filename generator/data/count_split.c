/*
 * count_split.c - when one count does for several questions, and how it is asked.
 */
#include "data/count_split.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "data/count_split_parts.h"

/* -- the same ---------------------------------------------------------------------------------- */

static bool same_text(const char *one, const char *other)
{
	return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

static bool same_texts(const char *const *one, size_t count, const char *const *other,
		       size_t other_count)
{
	if (count != other_count)
		return false;
	for (size_t i = 0; one != other && i < count; i++)
		if (!same_text(one[i], other[i]))
			return false;
	return true;
}

static bool same_bands(const struct count_value *one, const struct count_value *other)
{
	if (one->band_count != other->band_count)
		return false;
	for (size_t i = 0; one->bands != other->bands && i < one->band_count; i++)
		if (one->bands[i].least != other->bands[i].least ||
		    one->bands[i].below != other->bands[i].below ||
		    !same_text(one->bands[i].name, other->bands[i].name))
			return false;
	return true;
}

bool count_lookups_agree(const struct count_lookup *one, const struct count_lookup *other)
{
	if (one == other || one == NULL || other == NULL)
		return one == other;
	return same_text(one->table, other->table) &&
	       same_text(one->key_column, other->key_column) &&
	       same_text(one->text_column, other->text_column) &&
	       same_texts(one->keys, one->count, other->keys, other->count) &&
	       same_texts(one->texts, one->count, other->texts, other->count);
}

bool count_values_agree(const struct count_value *one, const struct count_value *other)
{
	return one->kind == other->kind && same_text(one->name, other->name) &&
	       one->from == other->from && one->until == other->until &&
	       date_compare(one->day, other->day) == 0 && one->form == other->form &&
	       one->least == other->least && one->most == other->most &&
	       one->length == other->length && same_bands(one, other) &&
	       same_texts(one->missing, one->missing_count, other->missing, other->missing_count);
}

static bool same_condition(const struct count_condition *one, const struct count_condition *other)
{
	if (one->kind != other->kind || one->value != other->value || one->least != other->least ||
	    one->most != other->most || date_compare(one->first, other->first) != 0 ||
	    date_compare(one->last, other->last) != 0 || one->part_count != other->part_count)
		return false;
	for (size_t i = 0; i < one->part_count; i++)
		if (one->parts[i] != other->parts[i])
			return false;
	return true;
}

static bool same_measures(const struct count_query *one, const struct count_query *other)
{
	if (one->measure_count != other->measure_count)
		return false;
	for (size_t i = 0; i < one->measure_count; i++)
		if (one->measures[i].kind != other->measures[i].kind ||
		    one->measures[i].value != other->measures[i].value ||
		    one->measures[i].condition != other->measures[i].condition)
			return false;
	return true;
}

/* surplus: values that groupings of the other may have behind those of the one. */
static bool same_groupings(const struct count_query *one, const struct count_query *other,
			   size_t surplus)
{
	if (one->grouping_count != other->grouping_count)
		return false;
	for (size_t i = 0; i < one->grouping_count; i++) {
		const struct count_grouping *mine = &one->groupings[i], *its = &other->groupings[i];

		if (its->value_count < mine->value_count ||
		    its->value_count - mine->value_count > surplus)
			return false;
		for (size_t j = 0; j < mine->value_count; j++)
			if (mine->values[j] != its->values[j])
				return false;
	}
	return true;
}

bool count_queries_alike(const struct count_query *one, const struct count_query *other,
			 int condition, bool *renamed)
{
	if (one->value_count != other->value_count || one->taken != other->taken ||
	    one->condition_count != other->condition_count || !same_measures(one, other) ||
	    !same_groupings(one, other, condition == CONDITION_NONE ? 0 : 1))
		return false;
	for (size_t i = 0; i < one->value_count; i++) {
		if (!count_values_agree(&one->values[i], &other->values[i]))
			return false;
		if (count_lookups_agree(one->values[i].lookup, other->values[i].lookup))
			continue;
		if (renamed == NULL)
			return false;
		renamed[i] = true;
	}
	for (size_t i = 0; i < one->condition_count; i++) {
		const struct count_condition *mine = &one->conditions[i];
		const struct count_condition *its = &other->conditions[i];

		if (!same_condition(mine, its) ||
		    ((int)i != condition &&
		     !same_texts(mine->texts, mine->text_count, its->texts, its->text_count)))
			return false;
	}
	return true;
}

bool count_queries_agree(const struct count_query *one, const struct count_query *other)
{
	return one->split == NULL && other->split == NULL &&
	       count_queries_alike(one, other, CONDITION_NONE, NULL);
}

bool count_places_agree(const struct count_place *one, const struct count_place *other)
{
	return same_text(one->path, other->path) && same_text(one->encoding, other->encoding) &&
	       one->delimiter == other->delimiter && one->headerless == other->headerless &&
	       one->preamble == other->preamble && same_text(one->connection, other->connection) &&
	       same_text(one->table, other->table) && same_text(one->query, other->query) &&
	       one->seconds == other->seconds;
}

/* -- the difference ---------------------------------------------------------------------------- */

/* How often a condition is asked for, by itself or by others; of those that all rows must meet. */
static size_t uses_of(const struct count_query *query, int condition)
{
	size_t uses = query->taken == condition;

	for (size_t i = 0; i < query->condition_count; i++)
		for (size_t j = 0; j < query->conditions[i].part_count; j++)
			uses += query->conditions[i].parts[j] == condition;
	for (size_t i = 0; i < query->measure_count; i++)
		uses += query->measures[i].condition == condition;
	return uses;
}

/* Rows that are taken must all meet it. */
static bool is_needed(const struct count_query *query, int whole, int condition)
{
	const struct count_condition *at;

	if (whole == condition || whole == CONDITION_NONE)
		return whole == condition;
	at = &query->conditions[whole];
	for (size_t i = 0; at->kind == CONDITION_ALL && i < at->part_count; i++)
		if (is_needed(query, at->parts[i], condition))
			return true;
	return false;
}

int count_split_condition(const struct count_query *one, const struct count_query *other)
{
	int found = CONDITION_NONE;

	if (one->condition_count != other->condition_count || one->grouping_count == 0)
		return CONDITION_NONE;
	for (size_t i = 0; i < one->condition_count; i++)
		if (!same_texts(one->conditions[i].texts, one->conditions[i].text_count,
				other->conditions[i].texts, other->conditions[i].text_count)) {
			if (found != CONDITION_NONE)
				return CONDITION_NONE;
			found = (int)i;
		}
	if (found == CONDITION_NONE || one->conditions[found].kind != CONDITION_IN ||
	    !count_queries_alike(one, other, found, NULL) || !is_needed(one, one->taken, found) ||
	    uses_of(one, found) != 1)
		return CONDITION_NONE;
	return found;
}

/* -- the question for all ---------------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const struct count_split *split_of(struct arena *arena, int value, const char *const *texts,
					  size_t count)
{
	struct count_split *split = arena_alloc(arena, sizeof(*split));
	const char **sorted = arena_array(arena, count + 1, sizeof(*sorted));
	size_t kept = 0;

	memcpy(sorted, texts, count * sizeof(*sorted));
	qsort(sorted, count, sizeof(*sorted), by_text);
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || strcmp(sorted[kept - 1], sorted[i]) != 0)
			sorted[kept++] = sorted[i];
	*split = (struct count_split){ .value = value, .texts = sorted, .text_count = kept };
	return split;
}

size_t count_grouping_place(const struct count_grouping *grouping, int value)
{
	size_t place = 0;

	while (place < grouping->value_count && grouping->values[place] != value)
		place++;
	return place;
}

static struct count_grouping with_value(struct arena *arena, const struct count_grouping *grouping,
					int value)
{
	struct count_grouping with = *grouping;
	int *values = arena_array(arena, grouping->value_count + 1, sizeof(*values));

	if (count_grouping_place(grouping, value) < grouping->value_count)
		return with;
	if (grouping->value_count > 0)
		memcpy(values, grouping->values, grouping->value_count * sizeof(*values));
	values[with.value_count++] = value;
	with.values = values;
	return with;
}

struct count_query count_split_query(struct arena *arena, const struct count_query *query,
				     int condition, const char *const *texts, size_t count)
{
	struct count_condition *conditions =
		arena_array(arena, query->condition_count + 1, sizeof(*conditions));
	struct count_grouping *groupings =
		arena_array(arena, query->grouping_count + 1, sizeof(*groupings));
	struct count_query all = *query;

	all.split = split_of(arena, query->conditions[condition].value, texts, count);
	memcpy(conditions, query->conditions, query->condition_count * sizeof(*conditions));
	conditions[condition].texts = all.split->texts;
	conditions[condition].text_count = all.split->text_count;
	all.conditions = conditions;
	for (size_t i = 0; i < query->grouping_count; i++)
		groupings[i] = with_value(arena, &query->groupings[i], all.split->value);
	all.groupings = groupings;
	return all;
}
