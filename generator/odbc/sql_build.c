#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "odbc/names.h"
#include "odbc/sql_compiler.h"

/* Around the number of a parameter; no control character gets into a statement otherwise. */
enum { MARK_BEGIN = '\x01', MARK_END = '\x02' };

/* What stands for {x}, {y} or {z} at a place of a template; NULL when nothing does. */
static const char *replacement(const char *at, const char *const given[3])
{
	if (at[0] != '{' || at[1] < 'x' || at[1] > 'z' || at[2] != '}')
		return NULL;
	return given[at[1] - 'x'];
}

const char *sql_fill(struct sql_compiler *compiler, enum sql_part part, const char *x,
		     const char *y, const char *z)
{
	const char *const given[3] = { x, y, z };
	struct buffer out;

	buffer_init(&out);
	for (const char *at = compiler->question->dialect->parts[part]; *at != '\0';) {
		const char *text = replacement(at, given);

		if (text == NULL) {
			buffer_add_char(&out, *at++);
			continue;
		}
		buffer_add_text(&out, text);
		at += 3;
	}
	return buffer_finish(&out, compiler->arena);
}

/* The template of a parameter, its question mark made the mark with the number of the last one. */
static const char *marked(struct sql_compiler *compiler, enum sql_part part)
{
	const char *form = compiler->question->dialect->parts[part];
	const char *place = strchr(form, '?');
	size_t before = place == NULL ? strlen(form) : (size_t)(place - form);

	return arena_printf(compiler->arena, "%.*s%c%zu%c%s", (int)before, form, MARK_BEGIN,
			    compiler->parameter_count - 1, MARK_END,
			    place == NULL ? "" : place + 1);
}

static void add_parameter(struct sql_compiler *compiler, struct sql_parameter parameter)
{
	compiler->parameters =
		arena_grow(compiler->arena, compiler->parameters, compiler->parameter_count,
			   &compiler->parameter_capacity, sizeof(parameter));
	compiler->parameters[compiler->parameter_count++] = parameter;
}

const char *sql_text_parameter(struct sql_compiler *compiler, const char *text)
{
	add_parameter(compiler, (struct sql_parameter){ .text = text });
	return marked(compiler, SQL_PART_TEXT_PARAMETER);
}

const char *sql_number_parameter(struct sql_compiler *compiler, long long number)
{
	add_parameter(compiler, (struct sql_parameter){ .number = number });
	return marked(compiler, SQL_PART_NUMBER_PARAMETER);
}

const char *sql_text_list(struct sql_compiler *compiler, const char *const *texts, size_t count)
{
	struct buffer out;

	buffer_init(&out);
	for (size_t i = 0; i < count; i++)
		buffer_printf(&out, "%s%s", i == 0 ? "" : ", ",
			      sql_text_parameter(compiler, texts[i]));
	return buffer_finish(&out, compiler->arena);
}

const char *sql_name(struct sql_compiler *compiler, const char *name)
{
	return name_quoted(compiler->arena, compiler->question->quote, name);
}

const char *sql_add(struct sql_compiler *compiler, int level, char letter, int value,
		    const char *expression)
{
	const char *name = arena_printf(compiler->arena, "%c%d", letter, value);

	compiler->columns = arena_grow(compiler->arena, compiler->columns, compiler->column_count,
				       &compiler->column_capacity, sizeof(*compiler->columns));
	compiler->columns[compiler->column_count++] =
		(struct sql_column){ .name = name, .expression = expression, .level = level };
	if (level > compiler->top)
		compiler->top = level;
	return name;
}

long long sql_scale(const struct count_query *query, int value)
{
	return query->values[value].kind == VALUE_NUMBER ? 1000000 : 1;
}

/* A limit in the units of a value; what floating point leaves beside a whole number is taken off. */
static double scaled(const struct sql_compiler *compiler, int value, double limit)
{
	double number = limit * (double)sql_scale(compiler->question->query, value);
	double whole = nearbyint(number);

	return fabs(number - whole) < 1e-3 ? whole : number;
}

long long sql_least(const struct sql_compiler *compiler, int value, double limit)
{
	return (long long)fmax(-9e18, fmin(9e18, ceil(scaled(compiler, value, limit))));
}

long long sql_most(const struct sql_compiler *compiler, int value, double limit)
{
	return (long long)fmax(-9e18, fmin(9e18, floor(scaled(compiler, value, limit))));
}

/* Puts question marks in place of the marks, and their parameters in this order. */
static void finish(struct sql_compiler *compiler, const char *marked_text,
		   struct sql_statement *statement)
{
	struct sql_parameter *ordered = NULL;
	size_t count = 0, capacity = 0;
	struct buffer out;

	buffer_init(&out);
	for (const char *at = marked_text; *at != '\0'; at++) {
		size_t number = 0;

		if (*at != MARK_BEGIN) {
			buffer_add_char(&out, *at);
			continue;
		}
		for (at++; *at != MARK_END; at++)
			number = number * 10 + (size_t)(*at - '0');
		buffer_add_char(&out, '?');
		ordered = arena_grow(compiler->arena, ordered, count, &capacity, sizeof(*ordered));
		ordered[count++] = compiler->parameters[number];
	}
	statement->text = buffer_finish(&out, compiler->arena);
	statement->parameters = ordered;
	statement->parameter_count = count;
}

/* Where the rows are: the table, or the author's query as one. Both have been checked. */
static const char *place_text(struct sql_compiler *compiler)
{
	const struct count_place *place = compiler->question->place;
	struct table_name name;

	if (place->query != NULL)
		return arena_printf(compiler->arena, "(\n%s\n) source", place->query);
	if (!table_name_read(compiler->arena, place->table, &name)) {
		diag_add(compiler->diags, DIAG_DATABASE_NAME, place->at, place->table,
			 "write schema.table; a name with a point in it stands between \" \"");
		compiler->failed = true;
		return "";
	}
	return table_name_quoted(compiler->arena, compiler->question->quote, &name);
}

void sql_write_barrier(struct sql_compiler *compiler, struct buffer *out)
{
	const char *barrier = compiler->question->dialect->parts[SQL_PART_BARRIER];

	if (*barrier != '\0')
		buffer_printf(out, " %s", barrier);
}

/* A lookup in the database: one text for each key, and the greatest, which is another one if a key is there twice. */
static void write_lookup(struct sql_compiler *compiler, const struct sql_join *join,
			 struct buffer *out)
{
	const struct count_value *value = &compiler->question->query->values[join->value];
	const struct count_lookup *lookup = value->lookup;
	struct table_name name;

	if (!table_name_read(compiler->arena, lookup->table, &name) ||
	    !name_is_sound(lookup->key_column) || !name_is_sound(lookup->text_column)) {
		diag_add(compiler->diags, DIAG_DATABASE_NAME, value->at, lookup->table,
			 "write schema.table; a name with a point in it stands between \" \"");
		compiler->failed = true;
		return;
	}
	buffer_printf(out, "list%d AS (SELECT %s AS k, %s AS x\n  FROM %s),\n", join->value,
		      sql_fill(compiler, SQL_PART_TEXT, sql_name(compiler, lookup->key_column),
			       NULL, NULL),
		      sql_fill(compiler, SQL_PART_TEXT, sql_name(compiler, lookup->text_column),
			       NULL, NULL),
		      table_name_quoted(compiler->arena, compiler->question->quote, &name));
	buffer_printf(out,
		      "lookup%d AS (SELECT k, MIN(x) AS x, MAX(x) AS y\n"
		      "  FROM list%d WHERE k <> '' GROUP BY k),\n",
		      join->value, join->value);
}

static void write_step(struct sql_compiler *compiler, int level, struct buffer *out)
{
	buffer_printf(out, "read%d AS (SELECT ", level);
	if (level > 0)
		buffer_printf(out, "read%d.*", level - 1);
	else
		buffer_add_text(out, "1 AS one");
	for (size_t i = 0; i < compiler->column_count; i++)
		if (compiler->columns[i].level == level)
			buffer_printf(out, ",\n  %s AS %s", compiler->columns[i].expression,
				      compiler->columns[i].name);
	if (level == 0) {
		buffer_printf(out, "\n  FROM %s),\n", place_text(compiler));
		return;
	}
	buffer_printf(out, "\n  FROM read%d", level - 1);
	for (size_t i = 0; i < compiler->join_count; i++)
		if (compiler->joins[i].level == level)
			buffer_printf(out, "\n  LEFT JOIN lookup%d ON lookup%d.k = read%d.%s",
				      compiler->joins[i].value, compiler->joins[i].value, level - 1,
				      compiler->joins[i].from);
	sql_write_barrier(compiler, out);
	buffer_add_text(out, "),\n");
}

/* For each value the one in whose place the answer has texts. */
static const int *roots_of(const struct sql_compiler *compiler)
{
	size_t count = compiler->question->query->value_count;
	int *roots = arena_array(compiler->arena, count + 1, sizeof(*roots));

	for (size_t i = 0; i < count; i++)
		roots[i] = compiler->made[i].is_late ? compiler->made[i].root : VALUE_NONE;
	return roots;
}

bool sql_compile(struct arena *arena, const struct sql_question *question,
		 struct sql_statement *statement, struct diag_list *diags)
{
	struct sql_compiler compiler = {
		.arena = arena,
		.question = question,
		.diags = diags,
		.made = arena_array(arena, question->query->value_count + 1,
				    sizeof(struct sql_made)),
	};
	struct sql_statement made = { 0 };
	struct buffer out;

	buffer_init(&out);
	buffer_add_text(&out, "WITH ");
	sql_make_values(&compiler);
	for (size_t i = 0; i < compiler.join_count; i++)
		write_lookup(&compiler, &compiler.joins[i], &out);
	for (int level = 0; level <= compiler.top; level++)
		write_step(&compiler, level, &out);
	sql_write_counted(&compiler, &out);
	sql_write_parts(&compiler, &made, &out);
	if (!compiler.failed) {
		finish(&compiler, buffer_text(&out), &made);
		made.parts = compiler.parts;
		made.part_count = compiler.part_count;
		made.lacks = compiler.lacks;
		made.lack_count = compiler.lack_count;
		made.roots = roots_of(&compiler);
		*statement = made;
	}
	buffer_clear(&out);
	return !compiler.failed;
}
