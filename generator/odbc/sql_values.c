/*
 * sql_values.c - how the values of a query come about, step by step.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "odbc/names.h"
#include "odbc/sql_compiler.h"

static const struct count_value *value_of(const struct sql_compiler *compiler, int value)
{
	return &compiler->question->query->values[value];
}

static int later(int a, int b)
{
	return a > b ? a : b;
}

static void make_column(struct sql_compiler *compiler, int value)
{
	const struct count_value *column = value_of(compiler, value);
	const struct sql_question *question = compiler->question;
	const char *name = column->name, *text, *others = "";

	if (question->columns != NULL && question->columns[value] != NULL)
		name = question->columns[value];
	if (!name_is_sound(name)) {
		diag_add(compiler->diags, DIAG_DATABASE_NAME, column->at, name, NULL);
		compiler->failed = true;
	}
	text = sql_add(compiler, 0, 't', value,
		       sql_fill(compiler, SQL_PART_TEXT, sql_name(compiler, name), NULL, NULL));
	if (column->missing_count > 0)
		others = arena_printf(
			compiler->arena, " AND %s NOT IN (%s)", text,
			sql_text_list(compiler, column->missing, column->missing_count));
	compiler->made[value].level = 1;
	compiler->made[value].name =
		sql_add(compiler, 1, 'v', value,
			arena_printf(compiler->arena, "CASE WHEN %s <> ''%s THEN %s END", text,
				     others, text));
}

/* Of a number before its range is looked at: the value is the same where it lies in the range, else missing. */
static void limit(struct sql_compiler *compiler, int value, const char *number, int level)
{
	const struct count_value *limited = value_of(compiler, value);
	struct sql_made *made = &compiler->made[value];
	const char *least = "", *most = "";

	made->unlimited = number;
	made->name = number;
	made->level = level;
	if (isfinite(limited->least))
		least = arena_printf(
			compiler->arena, " AND %s >= %s", number,
			sql_number_parameter(compiler, sql_least(compiler, value, limited->least)));
	if (isfinite(limited->most))
		most = arena_printf(
			compiler->arena, " AND %s <= %s", number,
			sql_number_parameter(compiler, sql_most(compiler, value, limited->most)));
	if (*least == '\0' && *most == '\0')
		return;
	made->level = level + 1;
	made->name =
		sql_add(compiler, level + 1, 'v', value,
			arena_printf(compiler->arena, "CASE WHEN %s IS NOT NULL%s%s THEN %s END",
				     number, least, most, number));
}

/*
 * A number in millionths: where its digits begin (a) and its point stands (p), the digits before it (w) and after
 * it (d), then all of it (n).
 */
static void make_number(struct sql_compiler *compiler, int value)
{
	const struct sql_made *from = &compiler->made[value_of(compiler, value)->from];
	const char *text = from->name, *begin, *point, *whole, *digits;
	const char *first = sql_fill(compiler, SQL_PART_PART, text, "1", "1");
	const char *length = sql_fill(compiler, SQL_PART_LENGTH, text, NULL, NULL);
	const char *where = sql_fill(compiler, SQL_PART_POINT, text, NULL, NULL);
	struct arena *arena = compiler->arena;
	int level = from->level;

	begin = sql_add(compiler, level + 1, 'a', value,
			arena_printf(arena, "CASE WHEN %s IN ('+', '-') THEN 2 ELSE 1 END", first));
	point = sql_add(compiler, level + 1, 'p', value,
			arena_printf(arena, "CASE WHEN %s = 0 THEN %s + 1 ELSE %s END", where,
				     length, where));
	whole = sql_add(compiler, level + 2, 'w', value,
			sql_fill(compiler, SQL_PART_PART, text, begin,
				 arena_printf(arena, "(%s - %s)", point, begin)));
	digits = sql_add(compiler, level + 2, 'd', value,
			 sql_fill(compiler, SQL_PART_PART, text,
				  arena_printf(arena, "(%s + 1)", point), "7"));
	text = sql_add(
		compiler, level + 3, 'n', value,
		arena_printf(arena,
			     "CASE WHEN %s AND %s <= 12 AND (%s > %s OR (%s AND %s <= 6)) "
			     "THEN CASE WHEN %s = '-' THEN -1 ELSE 1 END * (%s * 1000000 + %s) END",
			     sql_fill(compiler, SQL_PART_DIGITS, whole, NULL, NULL),
			     sql_fill(compiler, SQL_PART_LENGTH, whole, NULL, NULL), point, length,
			     sql_fill(compiler, SQL_PART_DIGITS, digits, NULL, NULL),
			     sql_fill(compiler, SQL_PART_LENGTH, digits, NULL, NULL), first,
			     sql_fill(compiler, SQL_PART_WHOLE, whole, NULL, NULL),
			     sql_fill(compiler, SQL_PART_WHOLE,
				      sql_fill(compiler, SQL_PART_PART,
					       sql_fill(compiler, SQL_PART_JOIN, digits, "'000000'",
							NULL),
					       "1", "6"),
				      NULL, NULL)));
	limit(compiler, value, text, level + 3);
}

/*
 * Whole numbers of so many units between two others, rounded down: as division is of numbers that are not
 * negative, it is of ones moved up by a great many whole units.
 */
static const char *units(struct sql_compiler *compiler, const char *until, const char *from,
			 long unit, long moved)
{
	const char *sum =
		arena_printf(compiler->arena, "(%s - %s + %ld)", until, from, unit * moved);

	return arena_printf(compiler->arena, "%s - %ld",
			    sql_fill(compiler, SQL_PART_DIVIDE, sum,
				     arena_printf(compiler->arena, "%ld", unit), NULL),
			    moved);
}

static void make_age(struct sql_compiler *compiler, int value)
{
	const struct count_value *age = value_of(compiler, value);
	const struct sql_made *from = &compiler->made[age->from];
	int level = from->level;
	const char *until;

	if (age->until == VALUE_NONE) {
		until = sql_number_parameter(compiler, age->day.year * 10000LL +
							       age->day.month * 100 + age->day.day);
	} else {
		until = compiler->made[age->until].name;
		level = later(level, compiler->made[age->until].level);
	}
	limit(compiler, value,
	      sql_add(compiler, level + 1, 'r', value,
		      units(compiler, until, from->name, 10000, 100000)),
	      level + 1);
}

static void make_days(struct sql_compiler *compiler, int value)
{
	const struct count_value *span = value_of(compiler, value);
	const char *from = sql_number_days(compiler, span->from), *until, *days;
	int level = compiler->made[span->from].days_level;

	if (span->until == VALUE_NONE) {
		until = sql_number_parameter(compiler, sql_days_of(span->day));
	} else {
		until = sql_number_days(compiler, span->until);
		level = later(level, compiler->made[span->until].days_level);
	}
	if (span->kind == VALUE_WEEKS)
		days = units(compiler, until, from, 7, 1000000);
	else
		days = arena_printf(compiler->arena, "%s - %s", until, from);
	limit(compiler, value, sql_add(compiler, level + 1, 'r', value, days), level + 1);
}

static const char *part_of(struct sql_compiler *compiler, const char *text, const char *from,
			   const char *length)
{
	return sql_fill(compiler, SQL_PART_PART, text, from, length);
}

/* The digits of a number from the second on: of 10000 added to a year all four. */
static const char *padded(struct sql_compiler *compiler, const char *number, const char *length)
{
	return part_of(compiler, sql_fill(compiler, SQL_PART_NUMBER_TEXT, number, NULL, NULL), "2",
		       length);
}

static const char *joined(struct sql_compiler *compiler, const char *a, const char *b)
{
	return sql_fill(compiler, SQL_PART_JOIN, a, b, NULL);
}

static void make_calendar(struct sql_compiler *compiler, int value)
{
	const struct count_value *period = value_of(compiler, value);
	const struct sql_made *from = &compiler->made[period->from];
	struct arena *arena = compiler->arena;
	const char *year = from->date[0], *text;
	int level = from->level;

	if (period->kind == VALUE_FINANCIAL_YEAR) {
		const char *next;

		level++;
		year = sql_add(compiler, level, 's', value,
			       arena_printf(arena, "%s - CASE WHEN %s < 4 THEN 1 ELSE 0 END", year,
					    from->date[1]));
		next = sql_fill(compiler, SQL_PART_DIVIDE, arena_printf(arena, "(%s + 1)", year),
				"100", NULL);
		next = arena_printf(arena, "(%s + 101 - 100 * %s)", year, next);
		text = joined(compiler, "'/'", padded(compiler, next, "2"));
	} else if (period->kind == VALUE_MONTH) {
		text = joined(
			compiler, "'-'",
			padded(compiler, arena_printf(arena, "(100 + %s)", from->date[1]), "2"));
	} else {
		text = NULL;
	}
	year = padded(compiler, arena_printf(arena, "(10000 + %s)", year), "4");
	compiler->made[value].level = level + 1;
	compiler->made[value].name =
		sql_add(compiler, level + 1, 'v', value,
			arena_printf(arena, "CASE WHEN %s IS NOT NULL THEN %s END", from->name,
				     text == NULL ? year : joined(compiler, year, text)));
}

static void make_band(struct sql_compiler *compiler, int value)
{
	const struct count_value *banded = value_of(compiler, value);
	const struct sql_made *from = &compiler->made[banded->from];
	struct buffer out;

	buffer_init(&out);
	buffer_add_text(&out, "CASE");
	for (size_t i = 0; i < banded->band_count; i++) {
		const struct count_band *band = &banded->bands[i];

		buffer_printf(&out, " WHEN %s IS NOT NULL", from->name);
		if (isfinite(band->least))
			buffer_printf(
				&out, " AND %s >= %s", from->name,
				sql_number_parameter(
					compiler, sql_least(compiler, banded->from, band->least)));
		if (isfinite(band->below))
			buffer_printf(
				&out, " AND %s < %s", from->name,
				sql_number_parameter(
					compiler, sql_least(compiler, banded->from, band->below)));
		buffer_printf(&out, " THEN %s", sql_text_parameter(compiler, band->name));
	}
	if (banded->band_count == 0)
		buffer_printf(&out, " WHEN 1 = 0 THEN ''");
	buffer_add_text(&out, " END");
	compiler->made[value].level = from->level + 1;
	compiler->made[value].name = sql_add(compiler, from->level + 1, 'v', value,
					     buffer_finish(&out, compiler->arena));
}

static void make_prefix(struct sql_compiler *compiler, int value)
{
	const struct count_value *prefix = value_of(compiler, value);
	const struct sql_made *from = &compiler->made[prefix->from];

	compiler->made[value].level = from->level + 1;
	compiler->made[value].name =
		sql_add(compiler, from->level + 1, 'v', value,
			sql_fill(compiler, SQL_PART_TEXT,
				 part_of(compiler, from->name, "1",
					 arena_printf(compiler->arena, "%zu", prefix->length)),
				 NULL, NULL));
}

/* Keys of a lookup for which it has nothing; "" if there are none. */
static const char *empty_keys(struct sql_compiler *compiler, const struct count_lookup *lookup)
{
	struct buffer out;
	size_t found = 0;

	buffer_init(&out);
	for (size_t i = 0; i < lookup->count; i++)
		if (lookup->texts[i][0] == '\0')
			buffer_printf(&out, "%s%s", found++ == 0 ? "" : ", ",
				      sql_text_parameter(compiler, lookup->keys[i]));
	return buffer_finish(&out, compiler->arena);
}

static void list_lookup(struct sql_compiler *compiler, int value, const char *from, int level)
{
	const struct count_lookup *lookup = value_of(compiler, value)->lookup;
	const char *empty = empty_keys(compiler, lookup);
	size_t found = 0;
	struct buffer out;

	buffer_init(&out);
	buffer_printf(&out, "CASE %s", from);
	for (size_t i = 0; i < lookup->count; i++) {
		if (lookup->texts[i][0] == '\0')
			continue;
		buffer_printf(&out, " WHEN %s THEN %s",
			      sql_text_parameter(compiler, lookup->keys[i]),
			      sql_text_parameter(compiler, lookup->texts[i]));
		found++;
	}
	if (found == 0)
		buffer_add_text(&out, " WHEN '' THEN ''");
	buffer_add_text(&out, " END");
	compiler->made[value].name =
		sql_add(compiler, level, 'v', value, buffer_finish(&out, compiler->arena));
	if (*empty != '\0')
		compiler->made[value].empty =
			sql_add(compiler, level, 'e', value,
				arena_printf(compiler->arena, "CASE WHEN %s IN (%s) THEN 1 END",
					     from, empty));
}

static void join_lookup(struct sql_compiler *compiler, int value, const char *from, int level)
{
	struct arena *arena = compiler->arena;

	compiler->joins = arena_grow(arena, compiler->joins, compiler->join_count,
				     &compiler->join_capacity, sizeof(*compiler->joins));
	compiler->joins[compiler->join_count++] =
		(struct sql_join){ .level = level, .value = value, .from = from };
	compiler->made[value].name =
		sql_add(compiler, level, 'v', value,
			arena_printf(arena, "CASE WHEN lookup%d.x <> '' THEN lookup%d.x END", value,
				     value));
	compiler->made[value].empty = sql_add(compiler, level, 'e', value,
					      arena_printf(arena,
							   "CASE WHEN lookup%d.x <> '' THEN NULL "
							   "WHEN lookup%d.k <> '' THEN 1 END",
							   value, value));
}

/* A short lookup stands in the statement; one that the database has is joined; others come afterwards. */
static void make_lookup(struct sql_compiler *compiler, int value)
{
	const struct count_value *looked_up = value_of(compiler, value);
	const struct sql_made *from = &compiler->made[looked_up->from];

	compiler->made[value].level = from->level + 1;
	if (looked_up->lookup->table != NULL) {
		join_lookup(compiler, value, from->name, from->level + 1);
	} else if (looked_up->lookup->count > SQL_KEYS_MOST) {
		compiler->made[value].is_late = true;
		compiler->made[value].root = looked_up->from;
	} else {
		list_lookup(compiler, value, from->name, from->level + 1);
	}
}

/* True when a value comes afterwards since what it is made from does. */
static bool is_made_later(struct sql_compiler *compiler, int value)
{
	const struct count_value *derived = value_of(compiler, value);
	const struct sql_made *from = &compiler->made[derived->from];

	if (!from->is_late)
		return false;
	compiler->made[value].is_late = true;
	compiler->made[value].root = from->root;
	if (derived->kind != VALUE_LOOKUP && derived->kind != VALUE_PREFIX) {
		diag_add(compiler->diags, DIAG_LOOKUP_OUTSIDE, derived->at, derived->name,
			 "name the table of the database that holds the lookup it is made from");
		compiler->failed = true;
	}
	return true;
}

static void make_value(struct sql_compiler *compiler, int value)
{
	const struct count_value *made = value_of(compiler, value);

	if (made->kind != VALUE_COLUMN && is_made_later(compiler, value))
		return;
	switch (made->kind) {
	case VALUE_COLUMN:
		make_column(compiler, value);
		break;
	case VALUE_NUMBER:
		make_number(compiler, value);
		break;
	case VALUE_DATE:
		sql_make_date(compiler, value);
		break;
	case VALUE_AGE:
		make_age(compiler, value);
		break;
	case VALUE_DAYS:
	case VALUE_WEEKS:
		make_days(compiler, value);
		break;
	case VALUE_FINANCIAL_YEAR:
	case VALUE_CALENDAR_YEAR:
	case VALUE_MONTH:
		make_calendar(compiler, value);
		break;
	case VALUE_BAND:
		make_band(compiler, value);
		break;
	case VALUE_PREFIX:
		make_prefix(compiler, value);
		break;
	case VALUE_LOOKUP:
		make_lookup(compiler, value);
		break;
	}
}

void sql_make_values(struct sql_compiler *compiler)
{
	for (size_t i = 0; i < compiler->question->query->value_count; i++)
		make_value(compiler, (int)i);
}
