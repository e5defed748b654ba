#include "odbc/ask.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/sql_dialect.h"
#include "odbc/answer.h"
#include "odbc/complaint.h"
#include "odbc/driver.h"
#include "odbc/names.h"

enum { TABLES_MOST = 200 };

/* A query on its way. */
struct asking {
	const struct odbc_setup *setup;
	struct arena *arena;
	const struct count_query *query;
	const struct count_place *place;
	struct diag_list *diags;
	struct database *database;
	const struct sql_dialect *dialect;
	const char *quote;
	struct complaint_secrets secrets;
};

/* Always false. */
static bool tell(const struct asking *asking, enum diag_code refused,
		 const struct database_error *error)
{
	enum diag_code code = refused;
	const char *hint = NULL;

	if (error->fault == DATABASE_SLOW) {
		code = DIAG_DATABASE_SLOW;
		hint = "raise the time limit of the source, or ask for less";
	} else if (error->fault == DATABASE_GONE) {
		code = DIAG_DATABASE_GONE;
		hint = "nothing was counted; try again";
	}
	diag_add(asking->diags, code, asking->place->at,
		 arena_printf(asking->arena, "%s: %s: %s", asking->place->connection, error->state,
			      complaint_text(asking->arena, error->message, &asking->secrets)),
		 hint);
	return false;
}

static const struct sql_dialect *dialect_of(const struct asking *asking)
{
	const char *product = database_product(asking->database);
	const struct sql_dialect *dialect =
		sql_dialect_of_product(asking->setup->dialects, product);

	if (dialect != NULL)
		return dialect;
	diag_add(asking->diags, DIAG_DATABASE_UNKNOWN, asking->place->at,
		 arena_printf(asking->arena, "%s: \"%s\"", asking->place->connection, product),
		 "standard SQL is asked; its words are in sql-dialects.csv");
	return &asking->setup->dialects->items[0];
}

/* The character around names: what the driver says, where it says one. */
static const char *quote_of(const struct asking *asking)
{
	const char *quote = database_quote(asking->database);

	return strlen(quote) == 1 && *quote != ' ' ? quote : asking->dialect->parts[SQL_PART_QUOTE];
}

/* Puts number in place of {x}. */
static const char *with_number(struct arena *arena, const char *form, unsigned long number)
{
	const char *place = strstr(form, "{x}");

	if (place == NULL)
		return form;
	return arena_printf(arena, "%.*s%lu%s", (int)(place - form), form, number, place + 3);
}

static bool open_database(struct asking *asking, const struct connection *connection)
{
	struct database_error error;
	const char *limit, *read_only;

	asking->database = database_open(asking->arena, connection->text, connection->is_string,
					 asking->place->seconds, &error);
	if (asking->database == NULL)
		return tell(asking, DIAG_DATABASE_CONNECT, &error);
	asking->dialect = dialect_of(asking);
	asking->quote = quote_of(asking);
	database_find_encoding(asking->database, asking->dialect->parts[SQL_PART_TEXT_PARAMETER],
			       asking->quote);
	limit = asking->dialect->parts[SQL_PART_TIME_LIMIT];
	read_only = asking->dialect->parts[SQL_PART_READ_ONLY];
	if (*read_only != '\0' && !database_tell(asking->database, read_only, &error))
		return tell(asking, DIAG_DATABASE_REFUSED, &error);
	if (*limit != '\0' && asking->place->seconds > 0 &&
	    !database_tell(asking->database,
			   with_number(asking->arena, limit, asking->place->seconds * 1000UL),
			   &error))
		return tell(asking, DIAG_DATABASE_REFUSED, &error);
	return true;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names of tables, with their schema where the author wrote one. */
static const char **list_tables(const struct asking *asking, bool with_schema, size_t *count)
{
	const char **names = arena_array(asking->arena, TABLES_MOST, sizeof(*names));
	struct database_error error;
	bool end = false;

	*count = 0;
	if (database_ask_tables(asking->database, &error) &&
	    database_columns(asking->database) >= 3) {
		const char **cells = arena_array(asking->arena, database_columns(asking->database),
						 sizeof(*cells));

		while (*count < TABLES_MOST &&
		       database_next(asking->database, cells, &end, &error) && !end) {
			if (cells[2] == NULL)
				continue;
			names[(*count)++] =
				with_schema && cells[1] != NULL
					? arena_printf(asking->arena, "%s.%s", cells[1], cells[2])
					: arena_strdup(asking->arena, cells[2]);
		}
	}
	database_end(asking->database);
	qsort(names, *count, sizeof(*names), compare_names);
	return names;
}

/* Always false. The database says no more than that something is wrong; whether the table is there is another matter. */
static bool table_fault(const struct asking *asking, struct location at, const char *table,
			const struct database_error *error)
{
	static const char *const states[] = {
		"42P01", "42S02", "S0002", "42000", "HY000", "3F000"
	};
	struct table_name name;
	size_t count;
	const char **names;
	bool fits = false;

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		fits |= strcmp(error->state, states[i]) == 0;
	if (!fits || error->fault != DATABASE_REFUSED || table == NULL ||
	    !table_name_read(asking->arena, table, &name))
		return tell(asking, DIAG_DATABASE_REFUSED, error);
	names = list_tables(asking, name.count > 1, &count);
	if (bsearch(&table, names, count, sizeof(*names), compare_names) != NULL)
		return tell(asking, DIAG_DATABASE_REFUSED, error);
	diag_add(asking->diags, DIAG_DATABASE_TABLE, at,
		 arena_printf(asking->arena, "%s: \"%s\"", asking->place->connection, table),
		 suggest_hint(asking->arena, table, names, count));
	return false;
}

/* The names of columns of a table or query; NULL after a diagnostic. */
static const char **list_columns(const struct asking *asking, struct location at, const char *table,
				 const char *query, size_t *count)
{
	struct database_error error;
	struct table_name name;
	const char *from, **names = NULL;

	if (query != NULL)
		from = arena_printf(asking->arena, "(\n%s\n) source", query);
	else if (table_name_read(asking->arena, table, &name))
		from = table_name_quoted(asking->arena, asking->quote, &name);
	else
		from = NULL;
	if (from == NULL) {
		diag_add(asking->diags, DIAG_DATABASE_NAME, at, table,
			 "write schema.table; a name with a point in it stands between \" \"");
		return NULL;
	}
	from = arena_printf(asking->arena, "SELECT * FROM %s WHERE 1 = 0", from);
	if (database_ask(asking->database, from, NULL, 0, &error)) {
		*count = database_columns(asking->database);
		names = arena_array(asking->arena, *count + 1, sizeof(*names));
		for (size_t i = 0; i < *count; i++)
			names[i] = database_column_name(asking->database, i);
	}
	database_end(asking->database);
	if (names == NULL)
		table_fault(asking, at, query == NULL ? table : NULL, &error);
	return names;
}

/* The column of that name, or the one that differs in case alone; NULL when none or several do. */
static const char *find_column(const char *const *names, size_t count, const char *wanted)
{
	const char *found = NULL;

	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], wanted) == 0)
			return names[i];
	for (size_t i = 0; i < count; i++) {
		if (strcasecmp(names[i], wanted) != 0)
			continue;
		if (found != NULL)
			return NULL;
		found = names[i];
	}
	return found;
}

static const char *check_column(const struct asking *asking, struct location at, const char *table,
				const char *const *names, size_t count, const char *wanted)
{
	const char *found = find_column(names, count, wanted);

	if (found == NULL)
		diag_add(asking->diags, DIAG_DATABASE_COLUMN, at,
			 arena_printf(asking->arena, "%s: \"%s\"",
				      table == NULL ? "the query" : table, wanted),
			 suggest_hint(asking->arena, wanted, names, count));
	return found;
}

/* The columns of a lookup's table must be there too. */
static bool check_lookup(const struct asking *asking, const struct count_value *value)
{
	const struct count_lookup *lookup = value->lookup;
	size_t count;
	const char **names = list_columns(asking, value->at, lookup->table, NULL, &count);

	return names != NULL &&
	       check_column(asking, value->at, lookup->table, names, count, lookup->key_column) !=
		       NULL &&
	       check_column(asking, value->at, lookup->table, names, count, lookup->text_column) !=
		       NULL;
}

/*
 * What the columns are called in the database, one for each value; NULL after diagnostics. They are looked for before
 * anything is counted, since some systems take the name of a column that is not there for a text.
 */
static const char **check_columns(const struct asking *asking)
{
	const struct count_query *query = asking->query;
	size_t count;
	const char **names = list_columns(asking, asking->place->at, asking->place->table,
					  asking->place->query, &count);
	const char **found = arena_array(asking->arena, query->value_count + 1, sizeof(*found));
	bool sound = names != NULL;

	if (names == NULL)
		return NULL;
	for (size_t i = 0; i < query->value_count; i++) {
		const struct count_value *value = &query->values[i];

		if (value->kind == VALUE_COLUMN) {
			found[i] = check_column(asking, value->at, asking->place->table, names,
						count, value->name);
			sound &= found[i] != NULL;
		} else if (value->kind == VALUE_LOOKUP && value->lookup->table != NULL) {
			sound &= check_lookup(asking, value);
		}
	}
	return sound ? found : NULL;
}

/* Always false. */
static bool answer_fault(const struct asking *asking, enum answer_state state)
{
	const char *connection = asking->place->connection;

	if (state == ANSWER_LARGE)
		diag_add(
			asking->diags, DIAG_RECORDS_CELLS, asking->place->at, connection,
			"group by less, or name the table of the database that holds a long lookup");
	else
		diag_add(asking->diags, DIAG_DATABASE_REFUSED, asking->place->at,
			 arena_printf(asking->arena,
				      "%s: the answer is not the one that was asked for",
				      connection),
			 NULL);
	return false;
}

static bool fetch_all(const struct asking *asking, const struct sql_statement *statement,
		      struct answer *answer)
{
	size_t columns = statement->texts + statement->numbers + 1;
	const char **cells = arena_array(asking->arena, columns, sizeof(*cells));
	struct database_error error;
	bool end;

	if (database_columns(asking->database) != columns)
		return answer_fault(asking, ANSWER_STRANGE);
	for (;;) {
		enum answer_state state;

		if (!database_next(asking->database, cells, &end, &error))
			return tell(asking, DIAG_DATABASE_REFUSED, &error);
		if (end)
			return true;
		state = answer_add(answer, cells[0], cells + 1, cells + 1 + statement->texts);
		if (state != ANSWER_TAKEN)
			return answer_fault(asking, state);
	}
}

static bool check_twice(const struct asking *asking, const struct answer *answer)
{
	int value;
	const char *key = answer_key_twice(answer, &value);
	const struct count_value *of = &asking->query->values[value];

	if (key == NULL)
		return true;
	diag_add(asking->diags, DIAG_LOOKUP_DISAGREES, of->at,
		 arena_printf(asking->arena, "%s: \"%s\"", of->lookup->table, key), NULL);
	return false;
}

static bool count_all(struct asking *asking, struct count_result *result)
{
	struct sql_question question = { .query = asking->query,
					 .place = asking->place,
					 .dialect = asking->dialect,
					 .quote = asking->quote,
					 .columns = check_columns(asking) };
	struct sql_statement statement;
	struct database_error error;
	struct answer *answer;
	bool counted;

	if (question.columns == NULL ||
	    !sql_compile(asking->arena, &question, &statement, asking->diags))
		return false;
	asking->secrets.parameters = statement.parameters;
	asking->secrets.parameter_count = statement.parameter_count;
	answer = answer_new(asking->arena, asking->query, &statement);
	counted = database_ask(asking->database, statement.text, statement.parameters,
			       statement.parameter_count, &error);
	if (!counted)
		tell(asking, DIAG_DATABASE_REFUSED, &error);
	counted = counted && fetch_all(asking, &statement, answer);
	database_end(asking->database);
	if (!counted || !check_twice(asking, answer))
		return false;
	answer_finish(answer, result);
	return true;
}

bool ask_database(const struct odbc_setup *setup, struct arena *arena,
		  const struct count_query *query, const struct count_place *place,
		  const struct connection *connection, struct count_result *result,
		  struct diag_list *diags)
{
	struct asking asking = {
		.setup = setup, .arena = arena, .query = query, .place = place, .diags = diags
	};
	bool counted;

	if (connection->is_string)
		asking.secrets.connection = connection->text;
	counted = open_database(&asking, connection) && count_all(&asking, result);
	database_close(asking.database);
	return counted;
}
