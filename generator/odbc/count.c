#include "odbc/count.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "model/sql_dialect.h"
#include "odbc/answer.h"
#include "odbc/ask.h"
#include "odbc/author_query.h"
#include "odbc/connection.h"

/* Refuses what must not get into a statement, before anything is connected to. */
static bool check_place(const struct count_place *place, struct diag_list *diags)
{
	const char *fault;

	if (!connection_check(place, diags))
		return false;
	if (place->query == NULL)
		return true;
	fault = author_query_fault(place->query);
	if (fault != NULL)
		diag_add(diags, DIAG_DATABASE_QUERY, place->at, fault,
			 "it is put in parentheses where the name of a table would stand");
	return fault == NULL;
}

static void show_parameters(const struct sql_statement *statement, struct buffer *out)
{
	if (statement->parameter_count > 0)
		buffer_add_text(out, "-- parameters, in the order of the question marks:\n");
	for (size_t i = 0; i < statement->parameter_count; i++) {
		const struct sql_parameter *parameter = &statement->parameters[i];

		buffer_printf(out, "-- %4zu  ", i + 1);
		if (parameter->text == NULL) {
			buffer_printf(out, "%lld\n", parameter->number);
			continue;
		}
		buffer_add_char(out, '"');
		for (const char *at = parameter->text; *at != '\0'; at++)
			buffer_add_char(out, (unsigned char)*at < ' ' ? ' ' : *at);
		buffer_add_text(out, "\"\n");
	}
}

/* A place in a comment: line ends in a name would end it. */
static void show_place(const struct count_place *place, const char *dialect, struct buffer *out)
{
	const char *file = place->at.file == NULL ? "" : place->at.file;

	buffer_add_text(out, "-- ");
	for (const char *at = file; *at != '\0'; at++)
		buffer_add_char(out, (unsigned char)*at < ' ' ? ' ' : *at);
	buffer_printf(out, ":%u: %s\n", place->at.line, dialect);
}

/* An answer of a database without rows. */
static void answer_nothing(struct arena *arena, const struct count_query *query,
			   struct count_result *result)
{
	const struct sql_statement none = { 0 };

	answer_finish(answer_new(arena, query, &none), result);
}

static bool show(const struct odbc_setup *setup, struct arena *arena,
		 const struct count_query *query, const struct count_place *place,
		 struct count_result *result, struct diag_list *diags)
{
	const struct sql_dialect *dialect = sql_dialect_find(setup->dialects, setup->dialect);
	struct sql_question question = { .query = query, .place = place, .dialect = dialect };
	struct sql_statement statement;

	question.quote = dialect->parts[SQL_PART_QUOTE];
	if (!sql_compile(arena, &question, &statement, diags))
		return false;
	show_place(place, dialect->name, setup->show);
	show_parameters(&statement, setup->show);
	buffer_printf(setup->show, "%s;\n\n", statement.text);
	answer_nothing(arena, query, result);
	return true;
}

bool odbc_count(void *context, struct arena *arena, const struct count_query *query,
		const struct count_place *place, struct count_result *result,
		struct diag_list *diags)
{
	const struct odbc_setup *setup = context;
	struct connection connection;

	if (!check_place(place, diags))
		return false;
	if (setup->show != NULL)
		return show(setup, arena, query, place, result, diags);
	return connection_read(arena, place, &connection, diags) &&
	       ask_database(setup, arena, query, place, &connection, result, diags);
}
