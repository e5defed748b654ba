#include "html/parts.h"

#include "base/arena.h"

/* A table with more rows scrolls within the window, its head in view. */
enum { LONG_ROWS = 25 };

/*
 * Rows of words: in a narrow window each row is a block, every cell below the last with its heading, which its
 * rules of style make of data-head. Roles keep rows and cells for those whose browser takes them from the look.
 */
bool html_table_stacks(const struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].kind == COLUMN_TEXT)
			return !table->heat;
	return false;
}

static void give_role(struct html_writer *writer, const struct table *table, const char *role)
{
	if (html_table_stacks(table))
		markup_attribute(writer->markup, "role", role);
}

static const char *table_class(const struct table *table)
{
	if (table->heat)
		return "heat";
	if (table->boxed)
		return "boxed";
	if (table->open)
		return "open";
	return table->dense ? "dense" : "values";
}

static void write_head(struct html_writer *writer, const struct table *table)
{
	html_open(writer, "thead", NULL);
	give_role(writer, table, "rowgroup");
	html_open(writer, "tr", NULL);
	give_role(writer, table, "row");
	html_newline(writer);
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];

		/* A heading without words is none. */
		html_open(writer, column->heading[0] == '\0' ? "td" : "th",
			  html_column_class(column));
		give_role(writer, table, column->heading[0] == '\0' ? "cell" : "columnheader");
		if (column->heading[0] != '\0')
			markup_attribute(writer->markup, "scope", "col");
		if (column->heard != NULL)
			html_shorthand(writer, column->heading, column->heard);
		else
			html_words(writer, column->heading);
		html_close(writer);
		html_newline(writer);
	}
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

/* The name of the rows that follow, over all columns. */
static void write_group(struct html_writer *writer, const struct table *table, const char *name)
{
	html_open(writer, "tr", "group");
	give_role(writer, table, "row");
	html_open(writer, "th", NULL);
	give_role(writer, table, "rowheader");
	markup_attribute(writer->markup, "scope", "rowgroup");
	markup_attribute_printf(writer->markup, "colspan", "%zu", table->column_count);
	html_words(writer, name);
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

static void write_row(struct html_writer *writer, const struct table *table, size_t row)
{
	html_open(writer, "tr", table->rows[row].total ? "total" : NULL);
	give_role(writer, table, "row");
	html_newline(writer);
	for (size_t i = 0; i < table->column_count; i++)
		html_cell(writer, table, row, i);
	html_close(writer);
	html_newline(writer);
}

static void open_body(struct html_writer *writer, const struct table *table)
{
	html_open(writer, "tbody", NULL);
	give_role(writer, table, "rowgroup");
	html_newline(writer);
}

/* Rows of a group are a body of their own. */
static void write_rows(struct html_writer *writer, const struct table *table)
{
	open_body(writer, table);
	for (size_t row = 0; row < table->row_count; row++) {
		if (table->rows[row].group != NULL && row > 0) {
			html_close(writer);
			html_newline(writer);
			open_body(writer, table);
		}
		if (table->rows[row].group != NULL)
			write_group(writer, table, table->rows[row].group);
		write_row(writer, table, row);
	}
	html_close(writer);
	html_newline(writer);
}

static void write_table(struct html_writer *writer, const struct node *node)
{
	html_open(writer, "table",
		  html_table_stacks(node->table)
			  ? arena_printf(writer->arena, "%s stacks", table_class(node->table))
			  : table_class(node->table));
	give_role(writer, node->table, "table");
	if (node->name[0] != '\0')
		markup_attribute(writer->markup, "aria-label", node->name);
	markup_attribute(writer->markup, "data-name", html_target_words(writer, node));
	markup_attribute(writer->markup, "data-file", node->anchor);
	html_newline(writer);
	if (node->label[0] != '\0') {
		html_open(writer, "caption", NULL);
		markup_attribute_printf(writer->markup, "id", "%s.caption", node->anchor);
		html_open(writer, "span", "keeps");
		html_caption(writer, node);
		html_close(writer);
		html_close(writer);
		html_newline(writer);
	}
	write_head(writer, node->table);
	write_rows(writer, node->table);
	html_close(writer);
	html_newline(writer);
}

void html_table(struct html_writer *writer, const struct node *node)
{
	bool longer = node->table->row_count > LONG_ROWS;

	html_open(writer, "div", node->label[0] != '\0' ? "table captioned" : "table");
	if (node->anchor[0] != '\0')
		markup_attribute(writer->markup, "id", node->anchor);
	html_newline(writer);
	if (node->label[0] == '\0') {
		write_table(writer, node);
	} else {
		html_open(writer, "div", longer ? "scroll long" : "scroll");
		markup_attribute(writer->markup, "role", "region");
		markup_attribute(writer->markup, "tabindex", "0");
		markup_attribute(writer->markup, "aria-label", node->name);
		html_newline(writer);
		write_table(writer, node);
		html_close(writer);
		html_newline(writer);
	}
	html_figure_notes(writer, node);
	html_close(writer);
	html_newline(writer);
}
