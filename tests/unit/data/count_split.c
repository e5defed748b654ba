#include "data/count_split.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "records/records.h"
#include "support/fixture_place.h"
#include "support/plain_count.h"
#include "support/program.h"
#include "support/records_random.h"

TestSuite(count_split, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

/* The query, with a further condition: a value has one of some texts. */
static struct count_query narrowed(const struct count_query *query, int value,
				   const char *const *texts, size_t count)
{
	struct count_query narrow = *query;
	struct count_condition *conditions =
		arena_array(arena, query->condition_count + 2, sizeof(*conditions));
	int *parts = arena_array(arena, 2, sizeof(*parts));

	for (size_t i = 0; i < query->condition_count; i++)
		conditions[i] = query->conditions[i];
	conditions[narrow.condition_count] = (struct count_condition){
		.kind = CONDITION_IN, .value = value, .texts = texts, .text_count = count
	};
	narrow.taken = (int)narrow.condition_count++;
	if (query->taken != CONDITION_NONE) {
		parts[0] = query->taken;
		parts[1] = narrow.taken;
		conditions[narrow.condition_count] = (struct count_condition){
			.kind = CONDITION_ALL, .value = VALUE_NONE, .parts = parts, .part_count = 2
		};
		narrow.taken = (int)narrow.condition_count++;
	}
	narrow.conditions = conditions;
	return narrow;
}

static bool is_text(const struct count_value *value)
{
	return value->kind == VALUE_COLUMN || value->kind == VALUE_LOOKUP ||
	       value->kind == VALUE_PREFIX || value->kind == VALUE_BAND;
}

static int random_text_value(const struct count_query *query, uint64_t *seed)
{
	int value;

	do
		value = (int)random_below(seed, (unsigned)query->value_count);
	while (!is_text(&query->values[value]));
	return value;
}

/* The texts that a value has in a file, and one that it has not. */
static const char **texts_in(const struct count_place *file, const struct count_query *query,
			     int value, size_t *count)
{
	const struct count_grouping grouping = { .values = &value, .value_count = 1 };
	struct count_query by_text = *query;
	struct count_result result;
	const char **texts;

	by_text.groupings = &grouping;
	by_text.grouping_count = 1;
	by_text.taken = CONDITION_NONE;
	cr_assert(plain_count(NULL, arena, &by_text, file, &result, diags));
	texts = arena_array(arena, result.groupings[0].count + 1, sizeof(*texts));
	*count = 0;
	for (size_t i = 0; i < result.groupings[0].count; i++)
		if (result.groupings[0].items[i].texts[0] != NULL)
			texts[(*count)++] = result.groupings[0].items[i].texts[0];
	texts[(*count)++] = "nobody has this";
	return texts;
}

static void count_all(const struct counted_query *asked, const struct count_place *file,
		      uint64_t *seed, struct count_result *result)
{
	static const unsigned threads[] = { 1, 2, 7 };
	struct records_options options = { .threads = threads[random_below(seed, 3)],
					   .piece = 1 + random_below(seed, 3000) };

	cr_assert(records_count(&options, arena, &asked->query, file, result, diags), "%s",
		  workplace_said(&place));
}

/* How many of the texts were answered. */
static size_t check_random(uint64_t number)
{
	uint64_t seed = number * 99991;
	struct count_place file = { .shown_path = "records.csv" };
	size_t length, count, answered = 0;
	const char *text =
		random_records(arena, &seed, 1 + random_below(&seed, 400), &file, &length);
	const struct count_query *query;
	struct counted_query all = { 0 };
	const char **texts;
	struct count_query one, other;
	int value, condition;

	file.path = workplace_path(&place, "random.csv");
	file_write(file.path, text, length);
	do
		query = random_query(arena, &seed);
	while (query->grouping_count == 0);
	value = random_text_value(query, &seed);
	texts = texts_in(&file, query, value, &count);
	one = narrowed(query, value, texts, 1);
	other = narrowed(query, value, texts + count - 1, 1);
	condition = count_split_condition(&one, &other);
	if (count < 2)
		return 0;
	cr_assert_eq(condition, (int)query->condition_count, "seed %zu", (size_t)number);
	all.query = count_split_query(arena, &one, condition, texts, count);
	count_all(&all, &file, &seed, &all.result);
	for (size_t i = 0; i < count; i++) {
		struct count_query asked = narrowed(query, value, &texts[i], 1);
		struct count_result part, plain;
		const char *how;

		cr_assert(plain_count(NULL, arena, &asked, &file, &plain, diags));
		cr_assert(count_split_answer(arena, &all, &asked, &part));
		how = answers_differ(arena, &asked, &plain, &part);
		cr_assert_null(how, "seed %zu, \"%s\": %s", (size_t)number, texts[i], how);
		answered++;
	}
	return answered;
}

Test(count_split, gives_each_the_answer_of_a_count_of_its_own)
{
	size_t answered = 0;

	for (uint64_t number = 1; number <= 150; number++)
		answered += check_random(number);
	cr_expect_gt(answered, 300);
}

/* -- a small file -------------------------------------------------------------------------------------------- */

enum { WHO, BODY, CODE, GROUP, SMALL_VALUES };

static const char small_file[] = "who,body,code\n"
				 "1,X,a\n1,X,A\n2,X,b\n3,Y,A\n3,Y,b\n4,Y,c\n5,Z,a\n,Z,\n";

static struct count_place small_place(void)
{
	workplace_file(&place, "small.csv", small_file);
	return (struct count_place){ .path = workplace_path(&place, "small.csv"),
				     .shown_path = "small.csv" };
}

static const struct count_lookup *lookup_of(const char *const *keys, const char *const *texts,
					    size_t count)
{
	struct count_lookup *lookup = arena_alloc(arena, sizeof(*lookup));

	*lookup = (struct count_lookup){ .id = "", .keys = keys, .texts = texts, .count = count };
	return lookup;
}

/* People by group, a lookup of codes; with the body among the groups or not. lookup: NULL for codes themselves. */
static struct count_query small_query(const struct count_lookup *lookup, const char *const *bodies,
				      size_t count, bool by_body)
{
	static const struct count_measure people = { .kind = COUNT_PEOPLE,
						     .value = WHO,
						     .condition = CONDITION_NONE };
	struct count_value *values = arena_array(arena, SMALL_VALUES, sizeof(*values));
	int *grouped = arena_array(arena, 2, sizeof(*grouped));
	struct count_grouping *grouping = arena_alloc(arena, sizeof(*grouping));
	const struct count_query query = {
		.values = values,
		.value_count = lookup == NULL ? SMALL_VALUES - 1 : SMALL_VALUES,
		.taken = CONDITION_NONE,
		.measures = &people,
		.measure_count = 1,
		.groupings = grouping,
		.grouping_count = 1,
	};
	static const char *const names[] = { "who", "body", "code" };

	for (int i = 0; i < GROUP; i++)
		values[i] = (struct count_value){ .kind = VALUE_COLUMN,
						  .name = names[i],
						  .from = VALUE_NONE,
						  .until = VALUE_NONE };
	values[GROUP] = (struct count_value){ .kind = VALUE_LOOKUP,
					      .name = "code",
					      .from = CODE,
					      .until = VALUE_NONE,
					      .lookup = lookup };
	grouped[0] = lookup == NULL ? CODE : GROUP;
	grouped[1] = BODY;
	*grouping = (struct count_grouping){ .values = grouped, .value_count = by_body ? 2 : 1 };
	return narrowed(&query, BODY, bodies, count);
}

static const char *const three[] = { "X", "Y", "Z" };

static void count_small(struct counted_query *counted, const struct count_query *query)
{
	const struct count_place file = small_place();

	counted->query = count_split_query(arena, query, 0, three, 3);
	cr_assert(records_count(NULL, arena, &counted->query, &file, &counted->result, diags));
}

static void expect_plain(const struct counted_query *counted, const struct count_query *asked)
{
	const struct count_place file = small_place();
	struct count_result part, plain;

	cr_assert(plain_count(NULL, arena, asked, &file, &plain, diags));
	cr_assert(count_split_answer(arena, counted, asked, &part));
	cr_expect_null(answers_differ(arena, asked, &plain, &part), "%s",
		       answers_differ(arena, asked, &plain, &part));
}

static void expect_none(const struct counted_query *counted, const struct count_query *asked)
{
	struct count_result part;

	cr_expect_not(count_split_answer(arena, counted, asked, &part));
}

/* 1 has "a" and "A", which mean the same: two texts, one person. Each body asks with a lookup of the texts it has. */
Test(count_split, renames_texts_that_a_lookup_of_fewer_keys_names_otherwise)
{
	static const char *const all_keys[] = { "A", "a", "b", "c" };
	static const char *const all_texts[] = { "A", "A", "b", "c" };
	static const char *const keys_of_x[] = { "A", "a", "b" };
	static const char *const texts_of_x[] = { "a", "a", "b" };
	static const char *const keys_of_z[] = { "a" }, *const texts_of_z[] = { "a" };
	struct count_query first = small_query(NULL, three, 1, false), asked;
	struct counted_query answered = { 0 }, again = { .first = &answered };

	count_small(&answered, &first);
	first = small_query(lookup_of(all_keys, all_texts, 4), three, 1, false);
	count_small(&again, &first);
	asked = small_query(lookup_of(keys_of_x, texts_of_x, 3), three, 1, false);
	expect_plain(&again, &asked);
	asked = small_query(lookup_of(keys_of_z, texts_of_z, 1), three + 2, 1, false);
	expect_plain(&again, &asked);
	/* X has rows with "b": without that key they would be of no group. */
	asked = small_query(lookup_of(keys_of_z, texts_of_z, 1), three, 1, false);
	expect_none(&again, &asked);
	/* Two texts there that are one here. */
	asked = small_query(lookup_of(keys_of_x, (const char *const[]){ "a", "a", "a" }, 3), three,
			    1, false);
	expect_none(&again, &asked);
	again.first = NULL;
	asked = small_query(lookup_of(keys_of_x, texts_of_x, 3), three, 1, false);
	expect_none(&again, &asked);
}

Test(count_split, answers_for_several_bodies_where_cells_tell_them_apart)
{
	struct count_query query = small_query(NULL, three, 1, true), asked;
	struct counted_query counted = { 0 };

	count_small(&counted, &query);
	asked = small_query(NULL, three + 1, 2, true);
	expect_plain(&counted, &asked);
	asked = small_query(NULL, (const char *const[]){ "X", "W" }, 2, true);
	expect_none(&counted, &asked);
	query = small_query(NULL, three, 1, false);
	count_small(&counted, &query);
	asked = small_query(NULL, three + 1, 2, false);
	expect_none(&counted, &asked);
}

/* What one condition does not tell apart cannot be counted together. */
Test(count_split, finds_the_one_condition_that_differs)
{
	struct count_query one = small_query(NULL, three, 1, true);
	struct count_query other = small_query(NULL, three + 1, 1, true), odd;
	struct count_measure measure = one.measures[0];
	struct count_condition any[2];

	cr_expect_eq(count_split_condition(&one, &other), 0);
	cr_expect_eq(count_split_condition(&one, &one), CONDITION_NONE);
	odd = narrowed(&other, CODE, three, 1);
	cr_expect_eq(count_split_condition(&one, &odd), CONDITION_NONE);
	/* It is asked for by a measure as well. */
	measure.condition = 0;
	one.measures = other.measures = &measure;
	cr_expect_eq(count_split_condition(&one, &other), CONDITION_NONE);
	/* Rows need not meet it. */
	one = small_query(NULL, three, 1, true);
	any[0] = one.conditions[0];
	any[1] = (struct count_condition){ .kind = CONDITION_ANY,
					   .value = VALUE_NONE,
					   .parts = (const int[]){ 0 },
					   .part_count = 1 };
	one.conditions = any;
	one.condition_count = 2;
	one.taken = 1;
	other = one;
	other.conditions = (const struct count_condition[]){
		{ .kind = CONDITION_IN, .value = BODY, .texts = three + 1, .text_count = 1 }, any[1]
	};
	cr_expect_eq(count_split_condition(&one, &other), CONDITION_NONE);
}

Test(count_split, knows_questions_that_are_the_same)
{
	struct count_query one = small_query(NULL, three, 1, true);
	struct count_query same = small_query(NULL, three, 1, true);
	struct count_place here = small_place(), there = here;

	cr_expect(count_queries_agree(&one, &same));
	same.conditions = small_query(NULL, three + 1, 1, true).conditions;
	cr_expect_not(count_queries_agree(&one, &same));
	cr_expect(count_places_agree(&here, &there));
	there.delimiter = ';';
	cr_expect_not(count_places_agree(&here, &there));
}
