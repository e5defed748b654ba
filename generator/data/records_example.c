/*
 * records_example.c - an answer as it might come, so that what is asked after it can be shown without asking anybody.
 */
#include <string.h>

#include "base/arena.h"
#include "data/records_read.h"
#include "data/records_rows.h"

/* Texts of one place in the cells of a grouping. */
struct known_texts {
	const char **items;
	size_t count, capacity;
};

struct example {
	struct record_reader *reader;
	const struct source_spec *spec;
	const struct records_plan *plan;
};

static void add(const struct example *example, struct known_texts *texts, const char *text)
{
	for (size_t i = 0; i < texts->count; i++)
		if (strcmp(texts->items[i], text) == 0)
			return;
	texts->items = arena_grow(example->reader->arena, texts->items, texts->count,
				  &texts->capacity, sizeof(*texts->items));
	texts->items[texts->count++] = text;
}

static void add_groups(const struct example *example, struct known_texts *texts,
		       const struct classification *classification)
{
	for (size_t i = 0; i < classification->count; i++) {
		if (classification->groups[i].kind == GROUP_UNKNOWN)
			continue;
		add(example, texts, classification->groups[i].code);
		add(example, texts, classification->groups[i].label);
	}
	/* Lists of names take any. */
	if (texts->count == 0)
		add(example, texts,
		    classification->form == CLASSIFICATION_AGE_BANDS ? "0-4" : "a name");
}

/* Those that the lists and the labels of the source name. */
static struct known_texts texts_of(const struct example *example,
				   const struct records_grouping *grouping, enum data_role role)
{
	const struct dataset *dataset = example->reader->dataset;
	const struct dimensions *dimensions = dataset->dimensions;
	struct known_texts texts = { 0 };

	if (role == DATA_ROLE_PERIOD)
		add(example, &texts, "2024/25");
	else if (role == DATA_ROLE_ORGANISATION)
		add(example, &texts, "a body");
	else if (role == DATA_ROLE_GROUP)
		add_groups(
			example, &texts,
			dimensions->classifications[example->plan->classifications[grouping->by]]);
	else if (role == DATA_ROLE_SEX)
		add_groups(example, &texts, dimensions->classifications[example->reader->sexes]);
	else
		add_groups(example, &texts, dataset->ages);
	for (size_t i = 0; i < example->spec->rule_count; i++)
		if (example->spec->rules[i].kind == SOURCE_LABEL &&
		    example->spec->rules[i].role == role)
			add(example, &texts, example->spec->rules[i].value.text);
	return texts;
}

static struct count_cell cell_of(const struct example *example, const char **first, size_t count,
				 size_t place, const char *text)
{
	struct arena *arena = example->reader->arena;
	const char **texts = arena_array(arena, count + 1, sizeof(*texts));
	struct counted_figure *figures =
		arena_array(arena, example->plan->query.measure_count + 1, sizeof(*figures));

	memcpy(texts, first, count * sizeof(*texts));
	if (count > 0)
		texts[place] = text;
	for (size_t i = 0; i < example->plan->query.measure_count; i++)
		figures[i].number = 1;
	return (struct count_cell){ .texts = texts, .figures = figures, .rows = 1 };
}

/* A cell of the first texts, and one for every other text with the first ones around it. */
static struct count_cells cells_of(const struct example *example,
				   const struct records_grouping *grouping, size_t count)
{
	struct arena *arena = example->reader->arena;
	struct known_texts *texts = arena_array(arena, count + 1, sizeof(*texts));
	const char **first = arena_array(arena, count + 1, sizeof(*first));
	struct count_cell *cells;
	size_t most = 1, made = 0;

	for (int role = 0; role < DATA_ROLE_COUNT; role++) {
		int place = grouping->places[role];

		if (place == PLACE_MISSING)
			continue;
		texts[place] = texts_of(example, grouping, (enum data_role)role);
		first[place] = texts[place].items[0];
		most += texts[place].count;
	}
	cells = arena_array(arena, most, sizeof(*cells));
	cells[made++] = cell_of(example, first, count, 0, first[0]);
	for (size_t place = 0; place < count; place++)
		for (size_t i = 1; i < texts[place].count; i++)
			cells[made++] =
				cell_of(example, first, count, place, texts[place].items[i]);
	return (struct count_cells){ .items = cells, .count = made };
}

bool records_second_example(struct record_reader *reader, const struct source_spec *spec,
			    int number, struct records_lookups *lookups, struct count_query *again)
{
	struct records_plan plan;
	const struct example example = { .reader = reader, .spec = spec, .plan = &plan };
	struct count_result result = { .rows = 1, .rows_taken = 1 };
	struct count_cells *groupings;

	if (!records_compile(reader, spec, number, lookups, &plan))
		return false;
	groupings = arena_array(reader->arena, plan.query.grouping_count + 1, sizeof(*groupings));
	for (size_t i = 0; i < plan.query.grouping_count; i++)
		groupings[i] =
			cells_of(&example, &plan.groupings[i], plan.query.groupings[i].value_count);
	result.groupings = groupings;
	return records_second_question(reader, spec, number, lookups, &result, 1, again);
}
