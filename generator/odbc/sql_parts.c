/*
 * sql_parts.c - what is counted, and the parts of the answer one below the other: all with the same columns, texts
 * first, those that a part does not need filled up.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "odbc/sql_compiler.h"

/* The columns of one part under construction. */
struct part_columns {
	const char **texts, **numbers;
	size_t text_count, number_count;
};

static const struct count_query *query_of(const struct sql_compiler *compiler)
{
	return compiler->question->query;
}

/* Why values are missing, in the order of the columns that tally it. */
static void list_lacks(struct sql_compiler *compiler)
{
	for (size_t i = 0; i < query_of(compiler)->value_count; i++)
		for (int lack = 0; lack < LACK_COUNT; lack++) {
			const char *text;
			struct sql_lack found = { .value = (int)i, .lack = (enum count_lack)lack };

			if (sql_lack(compiler, found.value, found.lack, &text,
				     &found.is_millionths) == NULL)
				continue;
			compiler->lacks =
				arena_grow(compiler->arena, compiler->lacks, compiler->lack_count,
					   &compiler->lack_capacity, sizeof(found));
			compiler->lacks[compiler->lack_count++] = found;
		}
}

static void write_lack(struct sql_compiler *compiler, size_t number, struct buffer *out)
{
	const struct sql_lack *lack = &compiler->lacks[number];
	const char *text;
	bool is_millionths;
	const char *condition = sql_lack(compiler, lack->value, lack->lack, &text, &is_millionths);

	buffer_printf(
		out,
		",\n  CASE WHEN %s THEN 1 ELSE 0 END AS f%zu,\n  CASE WHEN %s THEN %s END AS x%zu",
		condition, number, condition, text, number);
}

/* True of a value whose column the parts need: in groupings, measures and behind lookups that come afterwards. */
static bool is_wanted(const struct sql_compiler *compiler, int value)
{
	const struct count_query *query = query_of(compiler);

	for (size_t i = 0; i < query->measure_count; i++)
		if (query->measures[i].kind != COUNT_EVENTS && query->measures[i].value == value)
			return true;
	for (size_t i = 0; i < query->grouping_count; i++)
		for (size_t j = 0; j < query->groupings[i].value_count; j++)
			if (query->groupings[i].values[j] == value)
				return true;
	for (size_t i = 0; i < query->value_count; i++)
		if (compiler->made[i].is_late && compiler->made[i].root == value)
			return true;
	return false;
}

void sql_write_counted(struct sql_compiler *compiler, struct buffer *out)
{
	const struct count_query *query = query_of(compiler);
	const char *taken =
		query->taken == CONDITION_NONE ? "1 = 1" : sql_condition(compiler, query->taken);

	list_lacks(compiler);
	buffer_printf(out, "counted AS (SELECT CASE WHEN %s THEN 1 ELSE 0 END AS taken", taken);
	for (size_t i = 0; i < query->value_count; i++)
		if (!compiler->made[i].is_late && is_wanted(compiler, (int)i))
			buffer_printf(out, ",\n  %s AS c%zu", compiler->made[i].name, i);
	for (size_t i = 0; i < query->measure_count; i++)
		if (query->measures[i].condition != CONDITION_NONE)
			buffer_printf(out, ",\n  CASE WHEN %s THEN 1 ELSE 0 END AS m%zu",
				      sql_condition(compiler, query->measures[i].condition), i);
	for (size_t i = 0; i < compiler->lack_count; i++)
		write_lack(compiler, i, out);
	buffer_printf(out, "\n  FROM read%d", compiler->top);
	sql_write_barrier(compiler, out);
	buffer_add_text(out, ")\n");
}

/* The widest part decides. */
static void measure_width(const struct sql_compiler *compiler, struct sql_statement *statement)
{
	const struct count_query *query = query_of(compiler);

	statement->texts = compiler->lack_count > 0 ? compiler->lack_count : 1;
	for (size_t i = 0; i < query->grouping_count; i++)
		if (query->groupings[i].value_count > statement->texts)
			statement->texts = query->groupings[i].value_count;
	statement->numbers = compiler->lack_count + 1;
	if (query->measure_count + 1 > statement->numbers)
		statement->numbers = query->measure_count + 1;
	if (statement->numbers < 2)
		statement->numbers = 2;
}

static struct part_columns columns_new(struct sql_compiler *compiler,
				       const struct sql_statement *statement)
{
	return (struct part_columns){
		.texts = arena_array(compiler->arena, statement->texts + 1, sizeof(char *)),
		.numbers = arena_array(compiler->arena, statement->numbers + 1, sizeof(char *)),
	};
}

static void add_text(struct part_columns *columns, const char *text)
{
	columns->texts[columns->text_count++] = text;
}

static void add_number(struct part_columns *columns, const char *text)
{
	columns->numbers[columns->number_count++] = text;
}

/* Begins a part: its number and columns; those of the first part have the names of all. */
static void write_columns(struct sql_compiler *compiler, const struct sql_statement *statement,
			  struct sql_rows rows, const struct part_columns *columns,
			  struct buffer *out)
{
	const char *none = sql_fill(compiler, SQL_PART_NO_TEXT, NULL, NULL, NULL);

	buffer_printf(out, "%sSELECT %zu AS part", compiler->part_count == 0 ? "" : "UNION ALL\n",
		      compiler->part_count);
	for (size_t i = 0; i < statement->texts; i++)
		buffer_printf(out, ", %s AS t%zu",
			      i < columns->text_count ? columns->texts[i] : none, i + 1);
	for (size_t i = 0; i < statement->numbers; i++)
		buffer_printf(out, ", %s AS n%zu",
			      i < columns->number_count ? columns->numbers[i] : "0", i + 1);
	compiler->parts = arena_grow(compiler->arena, compiler->parts, compiler->part_count,
				     &compiler->part_capacity, sizeof(rows));
	compiler->parts[compiler->part_count++] = rows;
}

static const char *total(struct sql_compiler *compiler, const char *number)
{
	return arena_printf(compiler->arena, "COALESCE(%s, 0)",
			    sql_fill(compiler, SQL_PART_TOTAL, number, NULL, NULL));
}

static const char *rows_text(struct sql_compiler *compiler)
{
	return sql_fill(compiler, SQL_PART_ROWS, NULL, NULL, NULL);
}

static void write_all(struct sql_compiler *compiler, const struct sql_statement *statement,
		      struct buffer *out)
{
	struct part_columns columns = columns_new(compiler, statement);

	add_number(&columns, rows_text(compiler));
	add_number(&columns, total(compiler, "taken"));
	write_columns(compiler, statement, (struct sql_rows){ .kind = SQL_ROWS_ALL }, &columns,
		      out);
	buffer_add_text(out, "\n  FROM counted\n");
}

/* The column of a value, or of what is looked up afterwards for it. */
static const char *column_of(struct sql_compiler *compiler, int value)
{
	const struct sql_made *made = &compiler->made[value];

	return arena_printf(compiler->arena, "c%d", made->is_late ? made->root : value);
}

/* The column where the condition of the measure holds, missing elsewhere. */
static const char *measured(struct sql_compiler *compiler, size_t measure, const char *what)
{
	if (query_of(compiler)->measures[measure].condition == CONDITION_NONE)
		return what;
	return arena_printf(compiler->arena, "CASE WHEN m%zu = 1 THEN %s END", measure, what);
}

static const char *figure(struct sql_compiler *compiler, size_t number)
{
	const struct count_measure *measure = &query_of(compiler)->measures[number];
	const char *column =
		measure->kind == COUNT_EVENTS ? "1" : column_of(compiler, measure->value);

	switch (measure->kind) {
	case COUNT_EVENTS:
		if (measure->condition == CONDITION_NONE)
			return rows_text(compiler);
		return total(compiler, arena_printf(compiler->arena, "m%zu", number));
	case COUNT_PEOPLE:
		return sql_fill(compiler, SQL_PART_DIFFERENT, measured(compiler, number, column),
				NULL, NULL);
	case COUNT_SUM:
		return total(compiler, measured(compiler, number, column));
	case COUNT_REPEATS:
	case COUNT_SPREAD:
		break;
	}
	return total(compiler,
		     measured(compiler, number,
			      arena_printf(compiler->arena,
					   "CASE WHEN %s IS NOT NULL THEN 1 ELSE 0 END", column)));
}

/* True when a value before it in the grouping has the same column. */
static bool is_again(const struct sql_compiler *compiler, const struct count_grouping *grouping,
		     size_t number)
{
	const struct sql_made *made = compiler->made;
	int value = grouping->values[number];
	int column = made[value].is_late ? made[value].root : value;

	for (size_t i = 0; i < number; i++) {
		int other = grouping->values[i];

		if ((made[other].is_late ? made[other].root : other) == column)
			return true;
	}
	return false;
}

/* The columns of a grouping with commas between them, each once; "" when it has no values. */
static const char *group_list(struct sql_compiler *compiler, const struct count_grouping *grouping)
{
	struct buffer out;

	buffer_init(&out);
	for (size_t i = 0; i < grouping->value_count; i++)
		if (!is_again(compiler, grouping, i))
			buffer_printf(&out, "%s%s", i == 0 ? "" : ", ",
				      column_of(compiler, grouping->values[i]));
	return buffer_finish(&out, compiler->arena);
}

static void add_groups(struct sql_compiler *compiler, const struct count_grouping *grouping,
		       struct part_columns *columns)
{
	for (size_t i = 0; i < grouping->value_count; i++)
		add_text(columns, column_of(compiler, grouping->values[i]));
}

static void write_cells(struct sql_compiler *compiler, const struct sql_statement *statement,
			size_t number, struct buffer *out)
{
	const struct count_grouping *grouping = &query_of(compiler)->groupings[number];
	struct part_columns columns = columns_new(compiler, statement);

	add_groups(compiler, grouping, &columns);
	add_number(&columns, rows_text(compiler));
	for (size_t i = 0; i < query_of(compiler)->measure_count; i++)
		add_number(&columns, figure(compiler, i));
	write_columns(compiler, statement,
		      (struct sql_rows){ .kind = SQL_ROWS_CELLS, .grouping = (int)number },
		      &columns, out);
	buffer_add_text(out, "\n  FROM counted WHERE taken = 1\n");
	if (grouping->value_count > 0)
		buffer_printf(out, "  GROUP BY %s\n", group_list(compiler, grouping));
}

/* How many rows each person has, or the number of each row; of each cell how many have which. */
static void write_pairs(struct sql_compiler *compiler, const struct sql_statement *statement,
			size_t number, size_t measure, struct buffer *out)
{
	const struct count_query *query = query_of(compiler);
	const struct count_grouping *grouping = &query->groupings[number];
	const char *groups = group_list(compiler, grouping);
	const char *comma = grouping->value_count > 0 ? ", " : "";
	const char *who = column_of(compiler, query->measures[measure].value);
	bool repeats = query->measures[measure].kind == COUNT_REPEATS;
	const char *with = query->measures[measure].condition == CONDITION_NONE
				   ? ""
				   : arena_printf(compiler->arena, " AND m%zu = 1", measure);
	struct part_columns columns = columns_new(compiler, statement);

	add_groups(compiler, grouping, &columns);
	add_number(&columns, repeats ? "often" : who);
	add_number(&columns, rows_text(compiler));
	write_columns(compiler, statement,
		      (struct sql_rows){ .kind = SQL_ROWS_PAIRS,
					 .grouping = (int)number,
					 .measure = (int)measure },
		      &columns, out);
	if (repeats)
		buffer_printf(out, "\n  FROM (SELECT %s%s%s AS often FROM counted\n    ", groups,
			      comma, rows_text(compiler));
	else
		buffer_add_text(out, "\n  FROM counted ");
	buffer_printf(out, "WHERE taken = 1 AND %s IS NOT NULL%s", who, with);
	if (repeats)
		buffer_printf(out, " GROUP BY %s%s%s) repeats", groups, comma, who);
	buffer_printf(out, "\n  GROUP BY %s%s%s\n", groups, comma, repeats ? "often" : who);
}

static void write_lacks(struct sql_compiler *compiler, const struct sql_statement *statement,
			struct buffer *out)
{
	struct part_columns columns = columns_new(compiler, statement);

	add_number(&columns, "taken");
	for (size_t i = 0; i < compiler->lack_count; i++) {
		add_text(&columns, arena_printf(compiler->arena, "MIN(x%zu)", i));
		add_number(&columns, total(compiler, arena_printf(compiler->arena, "f%zu", i)));
	}
	write_columns(compiler, statement, (struct sql_rows){ .kind = SQL_ROWS_LACKS }, &columns,
		      out);
	buffer_add_text(out, "\n  FROM counted GROUP BY taken\n");
}

static void write_keys(struct sql_compiler *compiler, const struct sql_statement *statement,
		       int value, struct buffer *out)
{
	struct part_columns columns = columns_new(compiler, statement);
	const char *key = arena_printf(compiler->arena, "c%d", value);

	add_text(&columns, key);
	add_number(&columns, "taken");
	add_number(&columns, rows_text(compiler));
	write_columns(compiler, statement,
		      (struct sql_rows){ .kind = SQL_ROWS_KEYS, .value = value }, &columns, out);
	buffer_printf(out, "\n  FROM counted WHERE %s IS NOT NULL GROUP BY %s, taken\n", key, key);
}

static void write_twice(struct sql_compiler *compiler, const struct sql_statement *statement,
			int value, struct buffer *out)
{
	struct part_columns columns = columns_new(compiler, statement);

	add_text(&columns, "MIN(k)");
	add_number(&columns, rows_text(compiler));
	write_columns(compiler, statement,
		      (struct sql_rows){ .kind = SQL_ROWS_TWICE, .value = value }, &columns, out);
	buffer_printf(out, "\n  FROM lookup%d WHERE x <> y\n", value);
}

/* True of the value whose keys are looked up afterwards, at the first lookup that needs them. */
static bool is_first_of_root(const struct sql_compiler *compiler, size_t value)
{
	if (!compiler->made[value].is_late)
		return false;
	for (size_t i = 0; i < value; i++)
		if (compiler->made[i].is_late &&
		    compiler->made[i].root == compiler->made[value].root)
			return false;
	return true;
}

/*
 * What comes afterwards puts cells together: rows and sums add up, different people do not; and who is counted
 * must be known in the database.
 */
static void check_late(struct sql_compiler *compiler)
{
	const struct count_query *query = query_of(compiler);
	const struct count_value *late = NULL;

	for (size_t i = 0; i < query->grouping_count; i++)
		for (size_t j = 0; j < query->groupings[i].value_count; j++)
			if (compiler->made[query->groupings[i].values[j]].is_late)
				late = &query->values[query->groupings[i].values[j]];
	for (size_t i = 0; i < query->measure_count; i++) {
		const struct count_measure *measure = &query->measures[i];
		bool counts_people =
			measure->kind == COUNT_PEOPLE || measure->kind == COUNT_REPEATS;
		const struct count_value *fault = late;

		if (measure->kind != COUNT_EVENTS && compiler->made[measure->value].is_late)
			fault = &query->values[measure->value];
		else if (late == NULL || !counts_people)
			continue;
		diag_add(compiler->diags, DIAG_LOOKUP_OUTSIDE, fault->at, fault->name,
			 "name the table of the database that holds the lookup: people in several "
			 "of its keys are one person, which only the database can tell");
		compiler->failed = true;
		return;
	}
}

void sql_write_parts(struct sql_compiler *compiler, struct sql_statement *statement,
		     struct buffer *out)
{
	const struct count_query *query = query_of(compiler);

	check_late(compiler);
	measure_width(compiler, statement);
	write_all(compiler, statement, out);
	for (size_t i = 0; i < query->grouping_count; i++) {
		write_cells(compiler, statement, i, out);
		for (size_t j = 0; j < query->measure_count; j++)
			if (query->measures[j].kind == COUNT_REPEATS ||
			    query->measures[j].kind == COUNT_SPREAD)
				write_pairs(compiler, statement, i, j, out);
	}
	if (compiler->lack_count > 0)
		write_lacks(compiler, statement, out);
	for (size_t i = 0; i < query->value_count; i++)
		if (is_first_of_root(compiler, i))
			write_keys(compiler, statement, compiler->made[i].root, out);
	for (size_t i = 0; i < compiler->join_count; i++)
		write_twice(compiler, statement, compiler->joins[i].value, out);
}
