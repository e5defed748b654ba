/*
 * Longer than most files here: the records, the query over all of their columns and its random parts belong together.
 */
#include "support/counted.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/csv_write.h"

enum { AREAS = 150, VALUES = 26, CONDITIONS_MOST = 24, MEASURES_MOST = 5, GROUPINGS_MOST = 4 };

const char *const counted_names[COUNTED_COLUMNS] = { "who",
						     "body\"; DROP TABLE events; --",
						     "area's /* x */",
						     "age in years",
						     "wait, weeks",
						     "bÖrn 生",
						     "seen ? {x}",
						     "left;",
						     "code`]" };

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

static uint64_t next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state * 0x2545F4914F6CDD1DULL;
}

static size_t below(uint64_t *state, size_t count)
{
	return (size_t)((next(state) >> 11) % count);
}

#define ONE_OF(state, list) ((list)[below(state, sizeof(list) / sizeof((list)[0]))])

static const char *number_text(struct arena *arena, uint64_t *state)
{
	static const char *const odd[] = {
		"",
		"-1",
		"130",
		"x",
		"+7",
		"1e3",
		"12.",
		".5",
		"0012",
		"1.1234567",
		"-0.5",
		"1,000",
		"NULL",
		" 45 ",
		"123456789012.654321",
		"1234567890123",
		"--1",
		"+",
		"-",
		".",
		"7.5",
		"7.500000",
		"1.5.5",
		"0x10",
		"٣",
	};

	if (below(state, 4) == 0)
		return ONE_OF(state, odd);
	if (below(state, 3) == 0)
		return arena_printf(arena, "%zu.%zu", below(state, 120), below(state, 1000));
	return arena_printf(arena, "%zu", below(state, 100));
}

static const char *date_text_of(struct arena *arena, uint64_t *state, enum date_form form)
{
	static const char *const odd[] = {
		"",
		"1980-02-29",
		"1981-02-29",
		"1900-02-29",
		"2000-02-29",
		"2024-13-01",
		"2024-00-10",
		"2024-01-32",
		"2024-1-1",
		"31/01/1980",
		"19800131",
		"0000-01-01",
		"0001-01-01",
		"9999-12-31",
		"1999-01-01 foo",
		"1999-01-01T10:11:12.5Z",
		"1999-01-01 00:00:00",
		"1999-01-01 ",
		"1999-01-01T",
		"1999-01-01:",
		"29/02/2023",
		"29/02/2024",
		"00/01/2024",
		"20230229",
		"20240229",
		"2024-04-31",
		"unknown",
		"1999-01-01 00:00:00+01:00",
	};
	size_t year = 1920 + below(state, 105), month = 1 + below(state, 12),
	       day = 1 + below(state, 29);

	if (below(state, 4) == 0)
		return ONE_OF(state, odd);
	if (form == DATE_FORM_ISO)
		return arena_printf(arena, "%04zu-%02zu-%02zu", year, month, day);
	if (form == DATE_FORM_DAY_FIRST)
		return arena_printf(arena, "%02zu/%02zu/%04zu", day, month, year);
	return arena_printf(arena, "%04zu%02zu%02zu", year, month, day);
}

static const char *cell(struct arena *arena, uint64_t *state, enum counted_column column)
{
	static const char *const people[] = { "",   "Zoë",     "zoë", " P1 ",
					      "P1", "O'Brien", "\"",  "P1\t" };
	static const char *const bodies[] = {
		"R1A", "R1B", "r1a", "", " X26", "X 26", "-", "R1A "
	};
	static const char *const codes[] = { "A",     "B",  "C", "A ", "E11",   "E119", "I2",
					     "Ωmega", "é1", "",  "99", "J 4 5", "NOT" };

	switch (column) {
	case COUNTED_WHO:
		return below(state, 3) == 0 ? ONE_OF(state, people)
					    : arena_printf(arena, "P%zu", below(state, 60));
	case COUNTED_BODY:
		return ONE_OF(state, bodies);
	case COUNTED_AREA:
		return arena_printf(arena, "E%05zu", below(state, AREAS + 20));
	case COUNTED_AGE:
	case COUNTED_WAIT:
		return number_text(arena, state);
	case COUNTED_BORN:
		return date_text_of(arena, state, DATE_FORM_ISO);
	case COUNTED_SEEN:
		return date_text_of(arena, state, DATE_FORM_DAY_FIRST);
	case COUNTED_LEFT:
		return date_text_of(arena, state, DATE_FORM_COMPACT);
	case COUNTED_CODE:
	case COUNTED_COLUMNS:
		break;
	}
	return ONE_OF(state, codes);
}

const char *counted_records(struct arena *arena, uint64_t seed, size_t rows)
{
	struct arena *scratch = arena_new();
	uint64_t state = seed * 2654435761u + 88172645463325252u;
	struct buffer out;

	buffer_init(&out);
	for (size_t i = 0; i < COUNTED_COLUMNS; i++) {
		if (i > 0)
			buffer_add_char(&out, ',');
		csv_add_text(&out, counted_names[i]);
	}
	buffer_add_char(&out, '\n');
	for (size_t row = 0; row < rows; row++) {
		for (size_t i = 0; i < COUNTED_COLUMNS; i++) {
			if (i > 0)
				buffer_add_char(&out, ',');
			csv_add_text(&out, cell(scratch, &state, (enum counted_column)i));
		}
		buffer_add_char(&out, '\n');
	}
	arena_free(scratch);
	return buffer_finish(&out, arena);
}

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
	for (size_t i = 0; i < AREAS; i++)
		buffer_printf(&out, "E%05zu,%s\n", i, fifth_of(i));
	return buffer_finish(&out, arena);
}

static struct count_lookup *area_lookup(struct arena *arena, bool in_table)
{
	struct count_lookup *lookup = arena_alloc(arena, sizeof(*lookup));
	const char **keys = arena_array(arena, AREAS, sizeof(*keys));
	const char **texts = arena_array(arena, AREAS, sizeof(*texts));

	for (size_t i = 0; i < AREAS; i++) {
		keys[i] = arena_printf(arena, "E%05zu", i);
		texts[i] = fifth_of(i);
	}
	*lookup = (struct count_lookup){
		.id = "areas", .keys = keys, .texts = texts, .count = AREAS
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

	switch (below(state, 8)) {
	case 0:
		condition.kind = CONDITION_BETWEEN;
		condition.value = ONE_OF(state, numbers);
		condition.least = (double)below(state, 60) - 10;
		if (below(state, 2) == 0)
			condition.most = condition.least + (double)below(state, 500) / 8;
		return condition;
	case 1:
		condition.kind = CONDITION_DATES;
		condition.value = ONE_OF(state, dates);
		condition.first = (struct date){ 1940 + (int)below(state, 60), 2, 28 };
		if (below(state, 2) == 0)
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
	if (area && below(state, 4) == 0)
		condition.value = FIFTH;
	condition.texts = texts + below(state, 10);
	condition.text_count = below(state, 3);
	return condition;
}

/* Adds a condition with its parts before it; returns its place. */
static int add_condition(struct arena *arena, uint64_t *state, struct count_query *query,
			 struct count_condition *conditions, int depth, bool area)
{
	struct count_condition condition = leaf(state, area);

	if (depth > 0 && below(state, 2) == 0 && query->condition_count + 6 < CONDITIONS_MOST) {
		int *parts = arena_array(arena, 3, sizeof(*parts));

		condition = (struct count_condition){
			.kind = below(state, 2) == 0 ? CONDITION_ALL : CONDITION_ANY,
			.parts = parts,
			.part_count = below(state, 3),
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
	query->measure_count = 1 + below(state, MEASURES_MOST - 1);
	for (size_t i = 0; i < query->measure_count; i++) {
		struct count_measure *measure = &measures[i];

		measure->kind = (enum count_measure_kind)below(state, 5);
		if (!people && (measure->kind == COUNT_PEOPLE || measure->kind == COUNT_REPEATS))
			measure->kind = COUNT_SUM;
		measure->value = VALUE_NONE;
		if (measure->kind == COUNT_PEOPLE || measure->kind == COUNT_REPEATS)
			measure->value = ONE_OF(state, who);
		else if (measure->kind != COUNT_EVENTS)
			measure->value = ONE_OF(state, numbers);
		measure->condition = CONDITION_NONE;
		if (below(state, 2) == 0)
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
	query->grouping_count = 1 + below(state, GROUPINGS_MOST - 1);
	for (size_t i = 0; i < query->grouping_count; i++) {
		int *values = arena_array(arena, 3, sizeof(*values));

		groupings[i].values = values;
		groupings[i].value_count = below(state, 4);
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
	bool people = areas_in_table || below(&state, 2) == 0;

	set_values(arena, values, areas_in_table);
	*query = (struct count_query){ .values = values,
				       .value_count = VALUES,
				       .conditions = conditions,
				       .taken = CONDITION_NONE };
	if (below(&state, 4) > 0)
		query->taken = add_condition(arena, &state, query, conditions, 2, areas_in_table);
	set_measures(arena, &state, query, conditions, people, areas_in_table);
	set_groupings(arena, &state, query, areas_in_table || !people);
	return query;
}

static void add_figure(struct buffer *out, const struct counted_figure *figure)
{
	buffer_printf(out, " %.17g", figure->number);
	if (figure->pair_count == 0)
		return;
	buffer_add_char(out, '{');
	for (size_t i = 0; i < figure->pair_count; i++)
		buffer_printf(out, " %.17gx%llu", figure->pairs[i].number,
			      (unsigned long long)figure->pairs[i].count);
	buffer_add_char(out, '}');
}

static void add_tally(struct buffer *out, const char *what, size_t value,
		      const struct count_tally *tally)
{
	uint64_t sum = 0;

	for (int lack = 0; lack < LACK_COUNT; lack++)
		sum += tally->rows[lack];
	if (sum == 0)
		return;
	buffer_printf(out, "%s %zu:", what, value);
	for (int lack = 0; lack < LACK_COUNT; lack++)
		buffer_printf(out, " %llu", (unsigned long long)tally->rows[lack]);
	buffer_add_char(out, '\n');
}

const char *counted_text(struct arena *to, const struct count_query *query,
			 const struct count_result *result)
{
	struct buffer out;

	buffer_init(&out);
	buffer_printf(&out, "rows %llu, taken %llu\n", (unsigned long long)result->rows,
		      (unsigned long long)result->rows_taken);
	for (size_t i = 0; i < query->grouping_count; i++)
		for (size_t j = 0; j < result->groupings[i].count; j++) {
			const struct count_cell *at = &result->groupings[i].items[j];

			buffer_printf(&out, "%zu:", i);
			for (size_t k = 0; k < query->groupings[i].value_count; k++)
				buffer_printf(&out, " [%s]",
					      at->texts[k] == NULL ? "(missing)" : at->texts[k]);
			buffer_printf(&out, " rows %llu:", (unsigned long long)at->rows);
			for (size_t k = 0; k < query->measure_count; k++)
				add_figure(&out, &at->figures[k]);
			buffer_add_char(&out, '\n');
		}
	for (size_t i = 0; i < query->value_count; i++)
		add_tally(&out, "taken", i, &result->taken[i]);
	for (size_t i = 0; i < query->value_count; i++)
		add_tally(&out, "left out", i, &result->left_out[i]);
	return buffer_finish(&out, to);
}
