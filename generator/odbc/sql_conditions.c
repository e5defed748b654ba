/*
 * sql_conditions.c - filters. None is ever negated, so that "not known" of SQL does for "does not hold".
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "odbc/sql_compiler.h"

static const char *all_or_any(struct sql_compiler *compiler,
			      const struct count_condition *condition)
{
	bool all = condition->kind == CONDITION_ALL;
	struct buffer out;

	if (condition->part_count == 0)
		return all ? "1 = 1" : "1 = 0";
	buffer_init(&out);
	for (size_t i = 0; i < condition->part_count; i++) {
		const char *between = all ? " AND " : " OR ";

		buffer_printf(&out, "%s(%s)", i == 0 ? "" : between,
			      sql_condition(compiler, condition->parts[i]));
	}
	return buffer_finish(&out, compiler->arena);
}

static const char *starts_with(struct sql_compiler *compiler,
			       const struct count_condition *condition, const char *name)
{
	struct buffer out;

	buffer_init(&out);
	for (size_t i = 0; i < condition->text_count; i++) {
		const char *text = condition->texts[i];
		size_t length = encoding_characters(text, strlen(text));

		if (i > 0)
			buffer_add_text(&out, " OR ");
		if (length == 0)
			buffer_printf(&out, "%s IS NOT NULL", name);
		else
			buffer_printf(&out, "%s = %s",
				      sql_fill(compiler, SQL_PART_PART, name, "1",
					       arena_printf(compiler->arena, "%zu", length)),
				      sql_text_parameter(compiler, text));
	}
	return condition->text_count == 0 ? "1 = 0" : buffer_finish(&out, compiler->arena);
}

static const char *between(struct sql_compiler *compiler, const struct count_condition *condition,
			   const char *name)
{
	const char *text = arena_printf(compiler->arena, "%s IS NOT NULL", name);
	int value = condition->value;

	if (isfinite(condition->least))
		text = arena_printf(compiler->arena, "%s AND %s >= %s", text, name,
				    sql_number_parameter(compiler, sql_least(compiler, value,
									     condition->least)));
	if (isfinite(condition->most))
		text = arena_printf(
			compiler->arena, "%s AND %s <= %s", text, name,
			sql_number_parameter(compiler, sql_most(compiler, value, condition->most)));
	return text;
}

static const char *day(struct sql_compiler *compiler, struct date date)
{
	return sql_number_parameter(compiler, date.year * 10000LL + date.month * 100 + date.day);
}

static const char *dates(struct sql_compiler *compiler, const struct count_condition *condition,
			 const char *name)
{
	const char *text = arena_printf(compiler->arena, "%s IS NOT NULL", name);

	if (condition->first.year != 0)
		text = arena_printf(compiler->arena, "%s AND %s >= %s", text, name,
				    day(compiler, condition->first));
	if (condition->last.year != 0)
		text = arena_printf(compiler->arena, "%s AND %s <= %s", text, name,
				    day(compiler, condition->last));
	return text;
}

static const char *among(struct sql_compiler *compiler, const struct count_condition *condition,
			 const char *name)
{
	bool not = condition->kind == CONDITION_NOT_IN;

	if (condition->text_count == 0)
		return not ? arena_printf(compiler->arena, "%s IS NOT NULL", name) : "1 = 0";
	return arena_printf(compiler->arena, "%s%s IN (%s)", name, not ? " NOT" : "",
			    sql_text_list(compiler, condition->texts, condition->text_count));
}

/* A condition on a value that only comes afterwards cannot choose rows in the database. */
static bool is_known(struct sql_compiler *compiler, const struct count_condition *condition)
{
	if (!compiler->made[condition->value].is_late)
		return true;
	diag_add(compiler->diags, DIAG_LOOKUP_OUTSIDE, condition->at,
		 compiler->question->query->values[condition->value].name,
		 "name the table of the database that holds the lookup, or filter by its keys");
	compiler->failed = true;
	return false;
}

const char *sql_condition(struct sql_compiler *compiler, int number)
{
	const struct count_condition *condition = &compiler->question->query->conditions[number];
	const char *name;

	if (condition->kind == CONDITION_ALL || condition->kind == CONDITION_ANY)
		return all_or_any(compiler, condition);
	if (!is_known(compiler, condition))
		return "1 = 0";
	name = compiler->made[condition->value].name;
	switch (condition->kind) {
	case CONDITION_STARTS_WITH:
		return starts_with(compiler, condition, name);
	case CONDITION_BETWEEN:
		return between(compiler, condition, name);
	case CONDITION_DATES:
		return dates(compiler, condition, name);
	case CONDITION_MISSING:
		return arena_printf(compiler->arena, "%s IS NULL", name);
	case CONDITION_PRESENT:
		return arena_printf(compiler->arena, "%s IS NOT NULL", name);
	case CONDITION_ALL:
	case CONDITION_ANY:
	case CONDITION_IN:
	case CONDITION_NOT_IN:
		break;
	}
	return among(compiler, condition, name);
}
