#include "odbc/sql_text.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "data/dialects_read.h"
#include "model/sql_dialect.h"
#include "support/counted.h"
#include "support/fixture.h"

enum { QUERIES = 40 };

TestSuite(odbc_sql_text, .init = fixture_set_up, .fini = fixture_tear_down);

static const struct sql_dialects *dialects(void)
{
	const struct sql_dialects *read = dialects_read(arena, "inputs/reference", diags);

	cr_assert_not_null(read);
	return read;
}

static const struct count_place place = { .table = "events" };

static bool compile(const struct count_query *query, const struct sql_dialect *dialect,
		    struct sql_statement *statement)
{
	const struct sql_question question = { .query = query,
					       .place = &place,
					       .dialect = dialect,
					       .quote = dialect->parts[SQL_PART_QUOTE] };

	return sql_compile(arena, &question, statement, diags);
}

/* Parentheses and braces that are open at the end, and question marks, outside quotes. */
struct balance {
	int parentheses, braces;
	size_t marks;
};

static struct balance balance_of(const char *text)
{
	struct balance balance = { 0 };
	char quote = '\0';

	for (const char *at = text; *at != '\0'; at++) {
		if (quote != '\0') {
			if (*at == quote)
				quote = '\0';
			continue;
		}
		if (*at == '\'' || *at == '"' || *at == '`')
			quote = *at;
		balance.parentheses += (*at == '(') - (*at == ')');
		balance.braces += (*at == '{') - (*at == '}');
		balance.marks += *at == '?';
		cr_assert_geq(balance.parentheses, 0);
		cr_assert_neq(*at, ';');
	}
	cr_assert_eq(quote, '\0');
	return balance;
}

Test(odbc_sql_text, has_a_parameter_for_every_question_mark_in_every_dialect)
{
	const struct sql_dialects *all = dialects();

	for (size_t i = 0; i < all->count; i++)
		for (uint64_t seed = 1; seed <= QUERIES; seed++) {
			struct sql_statement statement;
			struct balance balance;

			cr_assert(compile(counted_query(arena, seed, true), &all->items[i],
					  &statement));
			balance = balance_of(statement.text);
			cr_assert_eq(balance.marks, statement.parameter_count);
			cr_assert_eq(balance.parentheses, 0);
			cr_assert_eq(balance.braces, 0);
		}
}

Test(odbc_sql_text, writes_no_text_of_the_report_into_the_statement)
{
	static const char *const texts[] = { "'; DROP TABLE events; --", "Robert\"); --", "?" };
	const struct count_value values[] = { { .kind = VALUE_COLUMN,
						.name = "a\"; DROP TABLE b; --",
						.from = VALUE_NONE,
						.until = VALUE_NONE,
						.missing = texts,
						.missing_count = 3 } };
	const struct count_condition conditions[] = {
		{ .kind = CONDITION_IN, .texts = texts, .text_count = 3 },
		{ .kind = CONDITION_STARTS_WITH, .texts = texts, .text_count = 2 },
		{ .kind = CONDITION_ALL, .parts = (const int[]){ 0, 1 }, .part_count = 2 },
	};
	const struct count_query query = { .values = values,
					   .value_count = 1,
					   .conditions = conditions,
					   .condition_count = 3,
					   .taken = 2 };
	struct sql_statement statement;

	cr_assert(compile(&query, &dialects()->items[0], &statement));
	cr_assert_null(strstr(statement.text, "Robert"));
	cr_assert_null(strstr(statement.text, "events; --"));
	cr_assert_not_null(strstr(statement.text, "\"a\"\"; DROP TABLE b; --\""));
	cr_assert_eq(statement.parameter_count, 8);
	for (size_t i = 0; i < 8; i++)
		cr_assert_str_eq(statement.parameters[i].text, texts[i % 3]);
}

Test(odbc_sql_text, puts_names_in_the_marks_of_the_system)
{
	const struct count_value values[] = {
		{ .kind = VALUE_COLUMN, .name = "a`b", .from = VALUE_NONE, .until = VALUE_NONE }
	};
	const struct count_query query = { .values = values,
					   .value_count = 1,
					   .taken = CONDITION_NONE };
	struct sql_statement statement;

	cr_assert(compile(&query, sql_dialect_find(dialects(), "databricks"), &statement));
	cr_assert_not_null(strstr(statement.text, "CAST(`a``b` AS STRING)"));
	cr_assert_not_null(strstr(statement.text, "FROM `events`)"));
}

/* A value looked up in a list that is too long to stand in the statement. */
static struct count_query long_lookup(enum count_measure_kind kind)
{
	struct count_value *values = arena_array(arena, 2, sizeof(*values));
	struct count_lookup *lookup = arena_alloc(arena, sizeof(*lookup));
	struct count_measure *measure = arena_alloc(arena, sizeof(*measure));
	struct count_grouping *grouping = arena_alloc(arena, sizeof(*grouping));
	const char **keys = arena_array(arena, SQL_KEYS_MOST + 1, sizeof(*keys));
	int *by = arena_alloc(arena, sizeof(*by));

	for (int i = 0; i <= SQL_KEYS_MOST; i++)
		keys[i] = arena_printf(arena, "%03d", i);
	*lookup = (struct count_lookup){ .keys = keys, .texts = keys, .count = SQL_KEYS_MOST + 1 };
	values[0] = (struct count_value){ .name = "area", .from = VALUE_NONE, .until = VALUE_NONE };
	values[1] = (struct count_value){ .kind = VALUE_LOOKUP, .name = "fifth", .lookup = lookup };
	*by = 1;
	*measure = (struct count_measure){ .kind = kind,
					   .value = kind == COUNT_EVENTS ? VALUE_NONE : 0,
					   .condition = CONDITION_NONE };
	*grouping = (struct count_grouping){ .values = by, .value_count = 1 };
	return (struct count_query){ .values = values,
				     .value_count = 2,
				     .taken = CONDITION_NONE,
				     .measures = measure,
				     .measure_count = 1,
				     .groupings = grouping,
				     .grouping_count = 1 };
}

Test(odbc_sql_text, counts_rows_by_the_keys_of_a_long_lookup)
{
	struct count_query query = long_lookup(COUNT_EVENTS);
	struct sql_statement statement;

	cr_assert(compile(&query, &dialects()->items[0], &statement));
	cr_assert_eq(statement.roots[1], 0);
	cr_assert_not_null(strstr(statement.text, "GROUP BY c0"));
	cr_assert_eq(statement.parameter_count, 0);
}

Test(odbc_sql_text, refuses_people_by_a_long_lookup_outside_the_database)
{
	struct count_query query = long_lookup(COUNT_PEOPLE);
	struct sql_statement statement;

	cr_assert_not(compile(&query, &dialects()->items[0], &statement));
	cr_assert_eq(diag_count(diags), 1);
	cr_assert_eq(diag_at(diags, 0)->code, DIAG_LOOKUP_OUTSIDE);
}

Test(odbc_sql_text, refuses_a_filter_by_a_long_lookup_outside_the_database)
{
	static const char *const wanted[] = { "001" };
	const struct count_condition condition = {
		.kind = CONDITION_IN, .value = 1, .texts = wanted, .text_count = 1
	};
	struct count_query query = long_lookup(COUNT_EVENTS);
	struct sql_statement statement;

	query.conditions = &condition;
	query.condition_count = 1;
	query.taken = 0;
	cr_assert_not(compile(&query, &dialects()->items[0], &statement));
	cr_assert_eq(diag_at(diags, 0)->code, DIAG_LOOKUP_OUTSIDE);
}
