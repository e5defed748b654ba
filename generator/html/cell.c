/*
 * cell.c - one cell of a table: a mark, words, a bar, the shape of a verdict, a line over time, smaller words below.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "html/parts.h"

static const char *verdict_class(enum verdict verdict)
{
	switch (verdict) {
	case VERDICT_BETTER:
		return " better";
	case VERDICT_WORSE:
		return " worse";
	case VERDICT_SIMILAR:
	case VERDICT_HIGHER:
	case VERDICT_LOWER:
	case VERDICT_NOT_COMPARED:
		break;
	}
	return "";
}

static const char *state_class(enum value_state state)
{
	switch (state) {
	case VALUE_SUPPRESSED:
		return " hidden-figure";
	case VALUE_NOT_AVAILABLE:
		return " no-figure";
	case VALUE_NOT_APPLICABLE:
		return " quiet";
	case VALUE_SHOWN:
	case VALUE_UNRELIABLE:
		break;
	}
	return "";
}

const char *html_column_class(const struct table_column *column)
{
	switch (column->kind) {
	case COLUMN_NAME:
		return "name";
	case COLUMN_NUMBER:
		return "number";
	case COLUMN_WORD:
		return "word";
	case COLUMN_SPARKLINE:
		return "sparkline";
	case COLUMN_TEXT:
		break;
	}
	return "text";
}

/* A figure with a mark behind it, such as [u]: those above and below keep room for it. */
static bool has_mark(const struct html_writer *writer, const struct table_cell *cell)
{
	const char *words = text_plain(writer->arena, &cell->text);

	return words[0] != '\0' && strchr(words + 1, '[') != NULL;
}

static bool keeps_room(const struct html_writer *writer, const struct table *table, size_t row,
		       size_t column)
{
	if (table->columns[column].kind != COLUMN_NUMBER || table->heat ||
	    has_mark(writer, &table->rows[row].cells[column]))
		return false;
	for (size_t i = 0; i < table->row_count; i++)
		if (has_mark(writer, &table->rows[i].cells[column]))
			return true;
	return false;
}

static bool is_matrix_cell(const struct table *table, size_t column)
{
	return table->heat && column > 0 && table->columns[column].kind == COLUMN_NUMBER &&
	       !table->columns[column].strong;
}

static const char *cell_class(struct html_writer *writer, const struct table *table, size_t row,
			      size_t column)
{
	const struct table_cell *cell = &table->rows[row].cells[column];

	return arena_printf(
		writer->arena, "%s%s%s%s%s%s", html_column_class(&table->columns[column]),
		table->columns[column].strong ? " strong" : "",
		is_matrix_cell(table, column) ? " matrix" : "", verdict_class(cell->verdict),
		state_class(cell->state), keeps_room(writer, table, row, column) ? " room" : "");
}

/* The picture says what the figures at its ends say. */
static void write_end(struct html_writer *writer, const char *words)
{
	html_open(writer, "span", "end");
	markup_attribute(writer->markup, "aria-hidden", "true");
	html_words(writer, words);
	html_close(writer);
}

static void write_sparkline(struct html_writer *writer, const struct sparkline *line)
{
	write_end(writer, line->first_text);
	markup_text(writer->markup, " ");
	html_sparkline(writer, line);
	if (line->last_elsewhere)
		return;
	markup_text(writer->markup, " ");
	write_end(writer, line->last_text);
}

/* The words of a cell; in a matrix the shorthand of low reliability stands behind them. */
static void write_text(struct html_writer *writer, const struct table *table, size_t column,
		       const struct table_cell *cell)
{
	html_text(writer, &cell->text);
	if (!is_matrix_cell(table, column) || cell->state != VALUE_UNRELIABLE)
		return;
	markup_text(writer->markup, " ");
	html_shorthand(writer, "[u]", writer->job->document->state_words[VALUE_UNRELIABLE]);
}

static void write_content(struct html_writer *writer, const struct table *table, size_t row,
			  size_t column)
{
	const struct table_cell *cell = &table->rows[row].cells[column];

	if (cell->sparkline != NULL && cell->sparkline->none_text[0] == '\0') {
		write_sparkline(writer, cell->sparkline);
		return;
	}
	if (cell->mark != MARK_NONE) {
		html_mark(writer, cell->mark, cell->mark_words);
		markup_text(writer->markup, " ");
	}
	write_text(writer, table, column, cell);
	if (cell->has_bar)
		html_bar(writer, cell->bar);
	if (cell->verdict != VERDICT_NOT_COMPARED) {
		markup_text(writer->markup, " ");
		html_verdict(writer, cell->verdict, cell->verdict_words);
	}
	if (cell->detail.count > 0) {
		markup_text(writer->markup, " ");
		html_open(writer, "span", "detail");
		html_text(writer, &cell->detail);
		html_close(writer);
	}
}

void html_cell(struct html_writer *writer, const struct table *table, size_t row, size_t column)
{
	html_open(writer, column == 0 ? "th" : "td", cell_class(writer, table, row, column));
	if (column == 0)
		markup_attribute(writer->markup, "scope", "row");
	if (html_table_stacks(table)) {
		markup_attribute(writer->markup, "role", column == 0 ? "rowheader" : "cell");
		if (column > 0 && table->columns[column].heading[0] != '\0')
			markup_attribute(writer->markup, "data-head",
					 table->columns[column].heading);
	}
	write_content(writer, table, row, column);
	html_close(writer);
	html_newline(writer);
}
