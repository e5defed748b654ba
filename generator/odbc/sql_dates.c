/*
 * sql_dates.c - dates read from texts, and their days numbered.
 */
#include "base/arena.h"
#include "odbc/sql_compiler.h"

/* x divided by a whole number, without remainder. */
static const char *divided(struct sql_compiler *compiler, const char *x, const char *by)
{
	return sql_fill(compiler, SQL_PART_DIVIDE, x, by, NULL);
}

/* What is left of x divided by a whole number. */
static const char *remainder_of(struct sql_compiler *compiler, const char *x, const char *by)
{
	return arena_printf(compiler->arena, "(%s - %s * %s)", x, by, divided(compiler, x, by));
}

static const char *part_of(struct sql_compiler *compiler, const char *text, const char *from,
			   const char *length)
{
	return sql_fill(compiler, SQL_PART_PART, text, from, length);
}

/* The digits of year, month and day, in this order. */
static const char *digits_of(struct sql_compiler *compiler, const char *text, enum date_form form)
{
	static const char *const places[][3] = {
		[DATE_FORM_ISO] = { "1", "6", "9" },
		[DATE_FORM_DAY_FIRST] = { "7", "4", "1" },
	};
	const char *const *from = places[form == DATE_FORM_DAY_FIRST];

	if (form == DATE_FORM_COMPACT)
		return text;
	return sql_fill(compiler, SQL_PART_JOIN,
			sql_fill(compiler, SQL_PART_JOIN, part_of(compiler, text, from[0], "4"),
				 part_of(compiler, text, from[1], "2"), NULL),
			part_of(compiler, text, from[2], "2"), NULL);
}

/* Condition: nothing stands behind the day, or a time. */
static const char *time_or_nothing(struct sql_compiler *compiler, const char *text)
{
	const char *time = part_of(compiler, text, "12", "40");

	for (const char *mark = ":.+-Z"; *mark != '\0'; mark++)
		time = sql_fill(compiler, SQL_PART_WITHOUT, time,
				arena_printf(compiler->arena, "'%c'", *mark), NULL);
	return arena_printf(compiler->arena, "(%s = 10 OR (%s IN (' ', 'T') AND %s))",
			    sql_fill(compiler, SQL_PART_LENGTH, text, NULL, NULL),
			    part_of(compiler, text, "11", "1"),
			    sql_fill(compiler, SQL_PART_DIGITS, time, NULL, NULL));
}

/* Condition: the text has the form; whether there is such a day is another question. */
static const char *has_form(struct sql_compiler *compiler, const char *text, enum date_form form)
{
	const char *length = sql_fill(compiler, SQL_PART_LENGTH, text, NULL, NULL);
	const char *digits =
		sql_fill(compiler, SQL_PART_DIGITS, digits_of(compiler, text, form), NULL, NULL);

	switch (form) {
	case DATE_FORM_COMPACT:
		return arena_printf(compiler->arena, "%s = 8 AND %s", length, digits);
	case DATE_FORM_DAY_FIRST:
		return arena_printf(compiler->arena, "%s = 10 AND %s = '/' AND %s = '/' AND %s",
				    length, part_of(compiler, text, "3", "1"),
				    part_of(compiler, text, "6", "1"), digits);
	case DATE_FORM_ISO:
		break;
	}
	return arena_printf(compiler->arena, "%s >= 10 AND %s = '-' AND %s = '-' AND %s AND %s",
			    length, part_of(compiler, text, "5", "1"),
			    part_of(compiler, text, "8", "1"), digits,
			    time_or_nothing(compiler, text));
}

/* Condition: there is a day of this year, month and day. */
static const char *exists(struct sql_compiler *compiler, const char *const date[3])
{
	const char *leap = arena_printf(compiler->arena, "%s = 0 AND (%s <> 0 OR %s = 0)",
					remainder_of(compiler, date[0], "4"),
					remainder_of(compiler, date[0], "100"),
					remainder_of(compiler, date[0], "400"));

	return arena_printf(compiler->arena,
			    "%s >= 1 AND %s >= 1 AND %s <= 12 AND %s >= 1 AND %s <= CASE "
			    "WHEN %s IN (4, 6, 9, 11) THEN 30 WHEN %s <> 2 THEN 31 "
			    "WHEN %s THEN 29 ELSE 28 END",
			    date[0], date[1], date[1], date[2], date[2], date[1], date[1], leap);
}

void sql_make_date(struct sql_compiler *compiler, int value)
{
	const struct count_value *made_of = &compiler->question->query->values[value];
	struct sql_made *made = &compiler->made[value];
	const struct sql_made *from = &compiler->made[made_of->from];
	const char *digits = digits_of(compiler, from->name, made_of->form);
	const char *eight;
	int level = from->level;

	eight = sql_add(compiler, level + 1, 'i', value,
			arena_printf(compiler->arena, "CASE WHEN %s THEN %s END",
				     has_form(compiler, from->name, made_of->form),
				     sql_fill(compiler, SQL_PART_WHOLE, digits, NULL, NULL)));
	made->date[0] = sql_add(compiler, level + 2, 'y', value, divided(compiler, eight, "10000"));
	made->date[1] = sql_add(compiler, level + 2, 'm', value,
				arena_printf(compiler->arena, "%s - 100 * %s",
					     divided(compiler, eight, "100"),
					     divided(compiler, eight, "10000")));
	made->date[2] =
		sql_add(compiler, level + 2, 'd', value, remainder_of(compiler, eight, "100"));
	made->level = level + 3;
	made->name = sql_add(compiler, made->level, 'v', value,
			     arena_printf(compiler->arena, "CASE WHEN %s THEN %s END",
					  exists(compiler, made->date), eight));
}

/*
 * Days are numbered from a day long ago by years that begin in March, so that the leap day is the last: months
 * since March of the year 0 give year and month.
 */
const char *sql_number_days(struct sql_compiler *compiler, int value)
{
	struct sql_made *made = &compiler->made[value];
	const char *months, *year, *month;

	if (made->days != NULL)
		return made->days;
	months = sql_add(compiler, made->level + 1, 'q', value,
			 arena_printf(compiler->arena,
				      "CASE WHEN %s IS NOT NULL THEN 12 * %s + %s - 3 END",
				      made->name, made->date[0], made->date[1]));
	year = divided(compiler, months, "12");
	month = remainder_of(compiler, months, "12");
	made->days_level = made->level + 2;
	made->days = sql_add(
		compiler, made->days_level, 'k', value,
		arena_printf(compiler->arena, "365 * %s + %s - %s + %s + %s + %s", year,
			     divided(compiler, year, "4"), divided(compiler, year, "100"),
			     divided(compiler, year, "400"),
			     divided(compiler,
				     arena_printf(compiler->arena, "(153 * %s + 2)", month), "5"),
			     made->date[2]));
	return made->days;
}

long long sql_days_of(struct date date)
{
	long long months = 12LL * date.year + date.month - 3;
	long long year = months / 12;

	return 365 * year + year / 4 - year / 100 + year / 400 + (153 * (months % 12) + 2) / 5 +
	       date.day;
}
