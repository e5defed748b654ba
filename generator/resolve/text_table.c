#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "resolve/resolver.h"
#include "resolve/written.h"

static size_t count_cells(const struct block *row)
{
	size_t count = 0;

	for (const struct block *cell = row->children; cell != NULL; cell = cell->next)
		count++;
	return count;
}

static void set_widths(struct resolver *resolver, const struct block *block, struct table *table)
{
	const char *at = block->widths.text;
	size_t count = 0;

	while (at != NULL && *at != '\0') {
		size_t length = strcspn(at, " ");
		double width;

		if (length > 0) {
			if (!number_parse(at, length, &width) || width <= 0 ||
			    count == table->column_count)
				break;
			table->columns[count++].weight = width;
		}
		at += length + strspn(at + length, " ");
	}
	if (at != NULL && (*at != '\0' || count != table->column_count))
		diag_addf(resolver->diags, DIAG_WIDTHS, block->widths.at,
			  "widths=\"%s\" for %zu columns", block->widths.text, table->column_count);
}

/* A text table while its rows are resolved. */
struct text_rows {
	struct table *table;
	struct state_set states; /* of the figures in its cells */
};

const char *in_cell(struct resolver *resolver, const struct value *value, const char *words)
{
	if (resolver->text_rows != NULL)
		note_printed(&resolver->text_rows->states, value, words);
	if (value->state != VALUE_UNRELIABLE ||
	    (resolver->text_rows == NULL && !resolver->in_running_text))
		return words;
	return arena_printf(resolver->arena, "%s\xc2\xa0%s", words,
			    words_state(&resolver->words, VALUE_UNRELIABLE));
}

void resolve_text_row(struct resolver *resolver, const struct scope *around,
		      const struct block *block)
{
	struct scope scope = scope_within(around, &block->reference);
	struct table *table = resolver->text_rows->table;
	struct table_cell *cells;
	size_t column = 0;

	if (count_cells(block) != table->column_count) {
		diag_addf(resolver->diags, DIAG_TABLE_CELLS, block->at,
			  "%zu cells, the head has %zu", count_cells(block), table->column_count);
		return;
	}
	cells = written_row(resolver, table);
	for (const struct block *cell = block->children; cell != NULL; cell = cell->next) {
		struct scope within = scope_within(&scope, &cell->reference);

		cells[column++].text = resolve_inline(resolver, &within, cell->text);
	}
}

/* -- columns of figures ----------------------------------------------------------------------- */

static bool skip(const char **at, const char *words)
{
	size_t length = strlen(words);

	if (strncmp(*at, words, length) != 0)
		return false;
	*at += length;
	return true;
}

static void skip_blanks(const char **at)
{
	while (skip(at, " ") || skip(at, "\xc2\xa0"))
		;
}

/* "−12.4", "8,462", "45.9%". */
static bool skip_figure(const char **at)
{
	const char *first;

	if (!skip(at, "-"))
		skip(at, "\xe2\x88\x92");
	first = *at;
	*at += strspn(*at, "0123456789,.");
	if (*at == first || !isdigit((unsigned char)first[0]))
		return false;
	skip(at, "%");
	return true;
}

/* "[c]", "[u]". */
static bool skip_mark(const char **at)
{
	const char *end = **at == '[' ? strchr(*at, ']') : NULL;

	if (end == NULL)
		return false;
	*at = end + 1;
	return true;
}

/* "(44.1% to 47.7%)". */
static bool skip_interval(const char **at)
{
	const char *words = *at;

	if (!skip(&words, "(") || !skip_figure(&words))
		return false;
	skip_blanks(&words);
	if (!skip(&words, "to"))
		return false;
	skip_blanks(&words);
	if (!skip_figure(&words) || !skip(&words, ")"))
		return false;
	*at = words;
	return true;
}

/* What a cell holds, as far as it decides how its column is set. */
enum cell_kind { CELL_EMPTY, CELL_FIGURE, CELL_INTERVAL, CELL_MARK, CELL_SHORT, CELL_WORDS };

enum { SHORT_MOST = 12 };

/* A figure with its interval or mark, an interval alone, the mark of a figure that is not shown. */
static enum cell_kind kind_of_words(const char *words)
{
	const char *at = words;
	bool figure = skip_figure(&at), interval, mark;

	skip_blanks(&at);
	interval = skip_interval(&at);
	skip_blanks(&at);
	mark = skip_mark(&at);
	skip_blanks(&at);
	if (*at != '\0')
		return strlen(words) <= SHORT_MOST ? CELL_SHORT : CELL_WORDS;
	if (figure)
		return CELL_FIGURE;
	if (interval)
		return CELL_INTERVAL;
	return mark ? CELL_MARK : CELL_EMPTY;
}

static enum cell_kind kind_of_cell(struct resolver *resolver, const struct text *text)
{
	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i]->kind != RUN_TEXT || text->runs[i]->text[0] == '\0')
			return CELL_WORDS; /* a note, or a reference, which has no words yet */
	return kind_of_words(text_plain(resolver->arena, text));
}

/*
 * A column of figures is set as one: right-aligned, never broken; a short word among them ("all", "none")
 * does not matter. Intervals alone are not broken either. The first column holds the names.
 */
static void find_figure_columns(struct resolver *resolver, struct table *table)
{
	for (size_t column = 1; column < table->column_count; column++) {
		size_t counts[CELL_WORDS + 1] = { 0 };

		for (size_t row = 0; row < table->row_count; row++)
			counts[kind_of_cell(resolver, &table->rows[row].cells[column].text)]++;
		if (counts[CELL_WORDS] > 0)
			continue;
		if (counts[CELL_FIGURE] > counts[CELL_SHORT] + counts[CELL_INTERVAL])
			table->columns[column].kind = COLUMN_NUMBER;
		else if (counts[CELL_INTERVAL] > counts[CELL_SHORT] + counts[CELL_FIGURE])
			table->columns[column].kind = COLUMN_WORD;
	}
}

/* -- the table -------------------------------------------------------------------------------- */

/* What the author's note says of a mark need not be said again. */
static void leave_out_said(struct resolver *resolver, const struct scope *scope,
			   const struct block *block, struct state_set *states)
{
	struct {
		enum value_state state;
		bool *used;
	} marks[] = {
		{ VALUE_SUPPRESSED, &states->suppressed },
		{ VALUE_UNRELIABLE, &states->unreliable },
		{ VALUE_NOT_AVAILABLE, &states->not_available },
		{ VALUE_NOT_APPLICABLE, &states->not_applicable },
	};
	const char *note;

	states->given = false;
	if (!block->parts.has_note)
		return;
	note = resolve_words(resolver, scope, block->parts.note);
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strstr(note, words_state(&resolver->words, marks[i].state)) != NULL)
			*marks[i].used = false;
	if (strstr(note, VALUE_ROUNDED) != NULL)
		states->rounded = false;
}

static struct table *new_table(struct resolver *resolver, const struct scope *scope,
			       const struct block *block)
{
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));
	const struct block *head = block->children;
	size_t column = 0;

	orient_table(table, block);
	table->open = true;
	table->column_count = count_cells(head);
	table->columns = arena_array(resolver->arena, table->column_count, sizeof(*table->columns));
	for (const struct block *cell = head->children; cell != NULL; cell = cell->next) {
		table->columns[column] = (struct table_column){
			.kind = column == 0 ? COLUMN_NAME : COLUMN_TEXT,
			.heading = resolve_words(resolver, scope, cell->text),
		};
		column++;
	}
	set_widths(resolver, block, table);
	return table;
}

void resolve_text_table(struct resolver *resolver, const struct scope *around,
			const struct block *block, struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	struct text_rows rows = { .table = new_table(resolver, &scope, block) };
	struct figure_words words = { .title = "", .subtitle = "" };
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	size_t errors = diag_errors(resolver->diags);

	resolver->text_rows = &rows;
	/* The head comes first; behind it rows, and loops over rows. */
	resolve_blocks(resolver, &scope, block->children->next, node);
	resolver->text_rows = NULL;
	if (rows.table->row_count == 0) {
		/* Its loops found nothing; rows that are wrong were spoken of. */
		if (diag_errors(resolver->diags) == errors)
			diag_add(resolver->diags, DIAG_TABLE_WITHOUT_FIGURES, block->at, block->id,
				 NULL);
		return;
	}
	find_figure_columns(resolver, rows.table);
	leave_out_said(resolver, &scope, block, &rows.states);
	explain_states(resolver, &rows.states, &words.notes);
	node->table = rows.table;
	set_figure_words(resolver, &scope, block, node, words);
	number_table(resolver, block, node);
	node_append(parent, node);
}
