#include "data/core_parts.h"

#include "base/arena.h"
#include "data/dataset_merge.h"

/* The core group that a group is part of; -1 when it is part of none. */
static int core_group_of(const struct core *core, int classification, int group)
{
	const struct reference *reference = core->reference;

	for (size_t i = 0; i < reference->nesting_count; i++)
		if (reference->nestings[i].within == core->classification &&
		    reference->nestings[i].classification == classification &&
		    reference->nestings[i].group == group)
			return reference->nestings[i].within_group;
	return -1;
}

bool core_is_made_of(const struct core *core, int classification)
{
	const struct reference *reference = core->reference;

	for (size_t i = 0; i < reference->nesting_count; i++)
		if (reference->nestings[i].within == core->classification &&
		    reference->nestings[i].classification == classification)
			return true;
	return false;
}

/* For every classification that makes up the core groups: of which groups the data of a body hold rows. */
void core_find_present(struct core *core)
{
	const struct dimensions *dimensions = core->dataset->dimensions;

	core->present =
		arena_array(core->arena, dimensions->classification_count, sizeof(*core->present));
	for (size_t c = 0; c < dimensions->classification_count; c++)
		if (core_is_made_of(core, (int)c))
			core->present[c] =
				arena_array(core->arena,
					    core->dataset->organisation_count *
						    dimensions->classifications[c]->count,
					    sizeof(**core->present));
	for (size_t i = 0; i < core->dataset->count; i++) {
		const struct cell_key *key = &core->dataset->observations[i].key;
		bool *present;

		if (key->classification == CLASSIFICATION_ALL || key->group == GROUP_ALL)
			continue;
		present = core->present[key->classification];
		if (present != NULL)
			present[(size_t)key->organisation *
					dimensions->classifications[key->classification]->count +
				(size_t)key->group] = true;
	}
}

/* The ordinary groups of the organisation that make up a core group. */
static size_t parts_of(const struct core *core, const struct cell_key *key, int core_group)
{
	size_t count = core->dataset->dimensions->classifications[key->classification]->count;
	const bool *present =
		&core->present[key->classification][(size_t)key->organisation * count];
	size_t parts = 0;

	for (size_t g = 0; g < count; g++)
		parts += present[g] &&
			 core_group_of(core, key->classification, (int)g) == core_group;
	return parts;
}

/* The sum that has been begun for a row's core group, sex and age; NULL when none has. */
static struct observation *find_sum(const struct core *core, size_t first,
				    const struct observation *row, int group)
{
	for (size_t i = first; i < core->added_count; i++)
		if (core->added[i].key.group == group && core->added[i].key.sex == row->key.sex &&
		    core->added[i].age == row->age)
			return &core->added[i];
	return NULL;
}

/* Rows that are put together share no list with those that they are made of. */
static struct repeats *copy_of(struct arena *arena, const struct repeats *list)
{
	struct repeats *first = NULL, **link = &first;

	for (; list != NULL; list = list->next) {
		*link = arena_alloc(arena, sizeof(**link));
		**link = *list;
		(*link)->next = NULL;
		link = &(*link)->next;
	}
	return first;
}

static struct observation *begin_sum(struct core *core, const struct observation *row, int group)
{
	struct observation *sum;

	core->added = arena_grow(core->arena, core->added, core->added_count, &core->added_capacity,
				 sizeof(*core->added));
	sum = &core->added[core->added_count++];
	*sum = *row;
	sum->key.classification = core->classification;
	sum->key.group = group;
	sum->repeats = copy_of(core->arena, row->repeats);
	return sum;
}

static void not_available(struct quantity *quantity)
{
	*quantity = (struct quantity){ .state = VALUE_NOT_AVAILABLE, .stated = quantity->stated };
}

/* A sum of which a part is not there is not known, even where the data are silent about the part. */
static void add_part(struct quantity *sum, const struct quantity *part)
{
	if (sum->state == VALUE_NOT_AVAILABLE || part->state == VALUE_NOT_AVAILABLE) {
		sum->stated = sum->stated || part->stated;
		not_available(sum);
		return;
	}
	merge_quantity(sum, part, true);
}

/* A published value is of its own group alone. */
static void drop_values(struct observation *sum)
{
	sum->value = sum->lower = sum->upper = sum->deviation =
		(struct quantity){ .state = VALUE_NOT_AVAILABLE };
}

static void add_row(struct core *core, struct observation *sum, const struct observation *row)
{
	struct observation counts = *sum, part = *row;

	/* How many people had how many events can be added up too. */
	part.repeats = copy_of(core->arena, row->repeats);
	merge_counts(&counts, &part);
	sum->repeats = counts.repeats;
	add_part(&sum->numerator, &row->numerator);
	add_part(&sum->denominator, &row->denominator);
	drop_values(sum);
	sum->more += 1 + row->more;
}

void core_add_up(struct core *core, const struct observation *rows, size_t count)
{
	size_t first = core->added_count;
	size_t *parts = arena_array(core->arena, count + 1, sizeof(*parts));

	for (size_t i = 0; i < count; i++) {
		int group = core_group_of(core, rows[i].key.classification, rows[i].key.group);
		struct observation *sum = group < 0 ? NULL : find_sum(core, first, &rows[i], group);

		if (group < 0)
			continue;
		if (sum == NULL) {
			sum = begin_sum(core, &rows[i], group);
		} else {
			add_row(core, sum, &rows[i]);
		}
		parts[sum - &core->added[first]]++;
	}
	for (size_t i = first; i < core->added_count; i++) {
		struct observation *sum = &core->added[i];

		if (parts[i - first] >= parts_of(core, &rows[0].key, sum->key.group))
			continue;
		not_available(&sum->numerator);
		not_available(&sum->denominator);
		drop_values(sum);
	}
}
