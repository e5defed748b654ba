/*
 * sql_lacks.c - why values are missing, each tallied with the least text that stood there.
 */
#include "base/arena.h"
#include "odbc/sql_compiler.h"

/* Condition: there is something to make the value of, and it was not made. */
static const char *lost(struct sql_compiler *compiler, const char *from, const char *name)
{
	if (from == name)
		return NULL;
	return arena_printf(compiler->arena, "%s IS NOT NULL AND %s IS NULL", from, name);
}

/* Of numbers read from texts. */
static const char *number_lack(struct sql_compiler *compiler, const struct sql_made *made,
			       const struct sql_made *from, enum count_lack lack, const char **text)
{
	*text = from->name;
	if (lack == LACK_UNREADABLE)
		return lost(compiler, from->name, made->unlimited);
	return lack == LACK_RANGE ? lost(compiler, made->unlimited, made->name) : NULL;
}

static const char *span_lack(struct sql_compiler *compiler, const struct sql_made *made,
			     enum count_lack lack, const char **text)
{
	*text = sql_fill(compiler, SQL_PART_NUMBER_TEXT, made->unlimited, NULL, NULL);
	return lack == LACK_RANGE ? lost(compiler, made->unlimited, made->name) : NULL;
}

static const char *lookup_lack(struct sql_compiler *compiler, const struct sql_made *made,
			       const struct sql_made *from, enum count_lack lack, const char **text)
{
	*text = from->name;
	if (lack == LACK_EMPTY && made->empty != NULL)
		return arena_printf(compiler->arena, "%s = 1", made->empty);
	if (lack != LACK_UNMATCHED)
		return NULL;
	return arena_printf(compiler->arena, "%s%s%s%s", lost(compiler, from->name, made->name),
			    made->empty == NULL ? "" : " AND ",
			    made->empty == NULL ? "" : made->empty,
			    made->empty == NULL ? "" : " IS NULL");
}

static const char *band_lack(struct sql_compiler *compiler, int value, enum count_lack lack,
			     const char **text, bool *is_millionths)
{
	const struct count_query *query = compiler->question->query;
	int from = query->values[value].from;

	*text = sql_fill(compiler, SQL_PART_NUMBER_TEXT, compiler->made[from].name, NULL, NULL);
	*is_millionths = sql_scale(query, from) != 1;
	return lack == LACK_UNMATCHED
		       ? lost(compiler, compiler->made[from].name, compiler->made[value].name)
		       : NULL;
}

const char *sql_lack(struct sql_compiler *compiler, int value, enum count_lack lack,
		     const char **text, bool *is_millionths)
{
	const struct count_value *of = &compiler->question->query->values[value];
	const struct sql_made *made = &compiler->made[value];
	const struct sql_made *from = of->from == VALUE_NONE ? NULL : &compiler->made[of->from];

	*is_millionths = false;
	if (made->is_late)
		return NULL;
	switch (of->kind) {
	case VALUE_COLUMN:
		*text = arena_printf(compiler->arena, "t%d", value);
		return lack == LACK_EMPTY ? arena_printf(compiler->arena, "%s IS NULL", made->name)
					  : NULL;
	case VALUE_NUMBER:
		return number_lack(compiler, made, from, lack, text);
	case VALUE_DATE:
		*text = from->name;
		return lack == LACK_UNREADABLE ? lost(compiler, from->name, made->name) : NULL;
	case VALUE_AGE:
	case VALUE_DAYS:
	case VALUE_WEEKS:
		return span_lack(compiler, made, lack, text);
	case VALUE_BAND:
		return band_lack(compiler, value, lack, text, is_millionths);
	case VALUE_LOOKUP:
		return lookup_lack(compiler, made, from, lack, text);
	case VALUE_FINANCIAL_YEAR:
	case VALUE_CALENDAR_YEAR:
	case VALUE_MONTH:
	case VALUE_PREFIX:
		break;
	}
	return NULL;
}
