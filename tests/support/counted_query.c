/* A query over all columns of the records, and its random parts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/counted.h"
#include "support/records_random.h"

enum { VALUES = 26, CONDITIONS_MOST = 24, MEASURES_MOST = 5, GROUPINGS_MOST = 4 };

#define ONE_OF(state, list) ((list)[random_below(state, sizeof(list) / sizeof((list)[0]))])

/* Places of the values in the query. */
enum value {
	WHO,
	BODY,
	AREA,
	AGE_TEXT,
	WAIT_TEXT,
	BORN_TEXT,
	SEEN_TEXT,
	LEFT_TEXT,
	CODE,
	AGE,
	AGE_ANY,
	WAIT,
	BORN,
	SEEN,
	LEFT,
	AGE_THEN,
	AGE_NOW,
	DAYS,
	WEEKS,
	YEAR,
	FINANCIAL,
	MONTH,
	BAND,
	PREFIX,
	GROUP,
	FIFTH,
};

/* Some areas have no fifth. */
static const char *fifth_of(size_t area)
{
	static const char *const fifths[] = { "1", "2", "3", "4", "5", "" };

	return fifths[area % 6];
}

const char *counted_areas(struct arena *arena)
{
	struct buffer out;

	buffer_init(&out);
	buffer_add_text(&out, "area,fifth\n");
	for (size_t i = 0; i < COUNTED_AREAS; i++)
		buffer_printf(&out, "E%05zu,%s\n", i, fifth_of(i));
	return buffer_finish(&out, arena);
}

static struct count_lookup *area_lookup(struct arena *arena, bool in_table)
{
	struct count_lookup *lookup = arena_alloc(arena, sizeof(*lookup));
	const char **keys = arena_array(arena, COUNTED_AREAS, sizeof(*keys));
	const char **texts = arena_array(arena, COUNTED_AREAS, sizeof(*texts));

	for (size_t i = 0; i < COUNTED_AREAS; i++) {
		keys[i] = arena_printf(arena, "E%05zu", i);
		texts[i] = fifth_of(i);
	}
	*lookup = (struct count_lookup){
		.id = "areas", .keys = keys, .texts = texts, .count = COUNTED_AREAS
	};
	if (in_table) {
		lookup->table = "areas";
		lookup->key_column = "area";
		lookup->text_column = "fifth";
	}
	return lookup;
}

static void set_values(struct arena *arena, struct count_value *values, bool areas_in_table)
{
	static const char *const none[] = { "-", "NULL", "99" };
	static const struct count_band bands[] = { { 0, 18, "0-17" },
						   { 18, 65, "18-64" },
						   { 65, 90.5, "65-90" },
						   { 100, INFINITY, "100+" } };
	static const char *const keys[] = { "A", "B", "C", "E11", "é1" };
	static const char *const texts[] = { "one", "two", "one", "", "drei 'x'" };
	struct count_lookup *groups = arena_alloc(arena, sizeof(*groups));

	*groups = (struct count_lookup){ .id = "groups", .keys = keys, .texts = texts, .count = 5 };
	for (int i = 0; i < VALUES; i++)
		values[i] = (struct count_value){ .name = "derived",
						  .from = VALUE_NONE,
						  .until = VALUE_NONE,
						  .least = -INFINITY,
						  .most = INFINITY };
	for (int i = 0; i <= CODE; i++) {
		values[i].name = counted_names[i];
		values[i].missing = none;
		values[i].missing_count = 3;
	}
	values[AGE].kind = values[AGE_ANY].kind = values[WAIT].kind = VALUE_NUMBER;
	values[AGE].from = values[AGE_ANY].from = AGE_TEXT;
	values[AGE].least = 0;
	values[AGE].most = 120;
	values[WAIT].from = WAIT_TEXT;
	values[WAIT].least = -0.5;
	values[BORN].kind = values[SEEN].kind = values[LEFT].kind = VALUE_DATE;
	values[BORN].from = BORN_TEXT;
	values[SEEN].from = SEEN_TEXT;
	values[SEEN].form = DATE_FORM_DAY_FIRST;
	values[LEFT].from = LEFT_TEXT;
	values[LEFT].form = DATE_FORM_COMPACT;
	values[AGE_THEN].kind = values[AGE_NOW].kind = VALUE_AGE;
	values[AGE_THEN].from = values[AGE_NOW].from = BORN;
	values[AGE_THEN].until = SEEN;
	values[AGE_THEN].least = 0;
	values[AGE_THEN].most = 100;
	values[AGE_NOW].day = (struct date){ 2023, 2, 28 };
	values[DAYS].kind = VALUE_DAYS;
	values[DAYS].from = SEEN;
	values[DAYS].until = LEFT;
	values[WEEKS].kind = VALUE_WEEKS;
	values[WEEKS].from = SEEN;
	values[WEEKS].day = (struct date){ 2000, 3, 1 };
	values[WEEKS].least = -2000;
	values[YEAR].kind = VALUE_CALENDAR_YEAR;
	values[FINANCIAL].kind = VALUE_FINANCIAL_YEAR;
	values[MONTH].kind = VALUE_MONTH;
	values[YEAR].from = values[FINANCIAL].from = BORN;
	values[MONTH].from = LEFT;
	values[BAND].kind = VALUE_BAND;
	values[BAND].from = AGE_ANY;
	values[BAND].bands = bands;
	values[BAND].band_count = 4;
	values[PREFIX].kind = VALUE_PREFIX;
	values[PREFIX].from = CODE;
	values[PREFIX].length = 2;
	values[GROUP].kind = values[FIFTH].kind = VALUE_LOOKUP;
	values[GROUP].from = CODE;
	values[GROUP].lookup = groups;
	values[FIFTH].from = AREA;
	values[FIFTH].lookup = area_lookup(arena, areas_in_table);
}

/* A condition without parts; area: the fifth may be asked for. */
static struct count_condition leaf(uint64_t *state, bool area)
{
	static const int texts_of[] = { WHO, BODY, CODE, BAND, PREFIX, GROUP, YEAR, FINANCIAL };
	static const int numbers[] = { AGE, AGE_ANY, WAIT, AGE_THEN, AGE_NOW, DAYS, WEEKS };
	static const int dates[] = { BORN, SEEN, LEFT };
	static const char *const texts[] = { "R1A",     "R1B",  "P1",  "A",
					     "one",     "0-17", "E1",  "1980",
					     "1999/00", "Ωm",   "Zoë", "'; DROP TABLE events; --" };
	struct count_condition condition = { .least = -INFINITY, .most = INFINITY };

	switch (random_below(state, 8)) {
	case 0:
		condition.kind = CONDITION_BETWEEN;
		condition.value = ONE_OF(state, numbers);
		condition.least = (double)random_below(state, 60) - 10;
		if (random_below(state, 2) == 0)
			condition.most = condition.least + (double)random_below(state, 500) / 8;
		return condition;
	case 1:
		condition.kind = CONDITION_DATES;
		condition.value = ONE_OF(state, dates);
		condition.first = (struct date){ 1940 + (int)random_below(state, 60), 2, 28 };
		if (random_below(state, 2) == 0)
			condition.last = (struct date){ 1990, 12, 31 };
		return condition;
	case 2:
		condition.kind = CONDITION_STARTS_WITH;
		break;
	case 3:
		condition.kind = CONDITION_NOT_IN;
		break;
	case 4:
		condition.kind = CONDITION_MISSING;
		break;
	case 5:
		condition.kind = CONDITION_PRESENT;
		break;
	default:
		condition.kind = CONDITION_IN;
	}
	condition.value = ONE_OF(state, texts_of);
	if (area && random_below(state, 4) == 0)
		condition.value = FIFTH;
	condition.texts = texts + random_below(state, 10);
	condition.text_count = random_below(state, 3);
	return condition;
}

/* Adds a condition with its parts before it; returns its place. */
static int add_condition(struct arena *arena, uint64_t *state, struct count_query *query,
			 struct count_condition *conditions, int depth, bool area)
{
	struct count_condition condition = leaf(state, area);

	if (depth > 0 && random_below(state, 2) == 0 &&
	    query->condition_count + 6 < CONDITIONS_MOST) {
		int *parts = arena_array(arena, 3, sizeof(*parts));

		condition = (struct count_condition){
			.kind = random_below(state, 2) == 0 ? CONDITION_ALL : CONDITION_ANY,
			.parts = parts,
			.part_count = random_below(state, 3),
		};
		for (size_t i = 0; i < condition.part_count; i++)
			parts[i] = add_condition(arena, state, query, conditions, depth - 1, area);
	}
	conditions[query->condition_count] = condition;
	return (int)query->condition_count++;
}

static void set_measures(struct arena *arena, uint64_t *state, struct count_query *query,
			 struct count_condition *conditions, bool people, bool area)
{
	static const int who[] = { WHO, BODY, CODE };
	static const int numbers[] = { AGE, AGE_ANY, WAIT, AGE_THEN, DAYS, WEEKS };
	struct count_measure *measures = arena_array(arena, MEASURES_MOST, sizeof(*measures));

	query->measures = measures;
	query->measure_count = 1 + random_below(state, MEASURES_MOST - 1);
	for (size_t i = 0; i < query->measure_count; i++) {
		struct count_measure *measure = &measures[i];

		measure->kind = (enum count_measure_kind)random_below(state, 5);
		if (!people && (measure->kind == COUNT_PEOPLE || measure->kind == COUNT_REPEATS))
			measure->kind = COUNT_SUM;
		measure->value = VALUE_NONE;
		if (measure->kind == COUNT_PEOPLE || measure->kind == COUNT_REPEATS)
			measure->value = ONE_OF(state, who);
		else if (measure->kind != COUNT_EVENTS)
			measure->value = ONE_OF(state, numbers);
		measure->condition = CONDITION_NONE;
		if (random_below(state, 2) == 0)
			measure->condition =
				add_condition(arena, state, query, conditions, 1, area);
	}
}

static void set_groupings(struct arena *arena, uint64_t *state, struct count_query *query,
			  bool fifths)
{
	static const int by[] = { BODY, CODE, YEAR, FINANCIAL, MONTH, BAND, PREFIX, GROUP, FIFTH };
	struct count_grouping *groupings = arena_array(arena, GROUPINGS_MOST, sizeof(*groupings));

	query->groupings = groupings;
	query->grouping_count = 1 + random_below(state, GROUPINGS_MOST - 1);
	for (size_t i = 0; i < query->grouping_count; i++) {
		int *values = arena_array(arena, 3, sizeof(*values));

		groupings[i].values = values;
		groupings[i].value_count = random_below(state, 4);
		for (size_t j = 0; j < groupings[i].value_count; j++) {
			values[j] = ONE_OF(state, by);
			if (values[j] == FIFTH && !fifths)
				values[j] = GROUP;
		}
	}
}

struct count_query *counted_query(struct arena *arena, uint64_t seed, bool areas_in_table)
{
	struct count_query *query = arena_alloc(arena, sizeof(*query));
	struct count_value *values = arena_array(arena, VALUES, sizeof(*values));
	struct count_condition *conditions =
		arena_array(arena, CONDITIONS_MOST, sizeof(*conditions));
	uint64_t state = seed * 6364136223846793005u + 1442695040888963407u;
	bool people = areas_in_table || random_below(&state, 2) == 0;

	set_values(arena, values, areas_in_table);
	*query = (struct count_query){ .values = values,
				       .value_count = VALUES,
				       .conditions = conditions,
				       .taken = CONDITION_NONE };
	if (random_below(&state, 4) > 0)
		query->taken = add_condition(arena, &state, query, conditions, 2, areas_in_table);
	set_measures(arena, &state, query, conditions, people, areas_in_table);
	set_groupings(arena, &state, query, areas_in_table || !people);
	return query;
}
