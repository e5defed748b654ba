#include "support/statement.h"

#include <criterion/criterion.h>

#include "base/buffer.h"
#include "support/program.h"

const char *statement_plain(const struct statement *statement, const struct text *text)
{
	return text_replace(statement->arena, text_plain(statement->arena, text), "\xc2\xa0", " ");
}

const struct node *statement_node(const struct statement *statement, enum node_kind kind,
				  size_t position)
{
	const struct node *root = statement->run.document->root;

	for (const struct node *node = root; node != NULL; node = node_next(node, root))
		if (node != root && node->kind == kind && position-- == 0)
			return node;
	return NULL;
}

const char *statement_paragraph(const struct statement *statement, size_t position)
{
	const struct node *node = statement_node(statement, NODE_TEXT, position);

	cr_assert_not_null(node, "there is no paragraph %zu", position);
	return statement_plain(statement, &node->text);
}

const char *statement_table(const struct statement *statement, size_t position)
{
	const struct node *node = statement_node(statement, NODE_TABLE, position);
	const struct table *table;
	struct buffer out;
	const char *copy;

	cr_assert_not_null(node, "there is no table %zu", position);
	table = node->table;
	buffer_init(&out);
	for (size_t c = 0; c < table->column_count; c++)
		buffer_printf(&out, "%s%s", c == 0 ? "" : " | ", table->columns[c].heading);
	buffer_add_char(&out, '\n');
	for (size_t r = 0; r < table->row_count; r++)
		for (size_t c = 0; c < table->column_count; c++)
			buffer_printf(&out, "%s%s%s", c == 0 ? "" : " | ",
				      text_plain(statement->arena, &table->rows[r].cells[c].text),
				      c + 1 == table->column_count ? "\n" : "");
	copy = text_replace(statement->arena, buffer_text(&out), "\xc2\xa0", " ");
	buffer_clear(&out);
	return copy;
}

void expect_paragraph(struct statement_parts parts, const char *wanted)
{
	struct statement *statement = statement_of(&parts);

	cr_expect_str_eq(statement_paragraph(statement, 0), wanted, "%s", parts.body);
	statement_free(statement);
}

void expect_table(const char *rows, const char *body, const char *wanted)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = rows, .body = body });
	const char *table = statement_table(statement, 0);

	cr_expect_str_eq(table, wanted, "%s\n%s", body, table);
	statement_free(statement);
}

void expect_message(struct statement_parts parts, const char *id)
{
	struct statement *statement = statement_try(&parts);

	cr_expect(statement_said(statement, id), "%s: no %s", parts.body, id);
	statement_free(statement);
}
