/*
 * table_summary.c - several indicators by the groups of one breakdown, on one page.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/matrix.h"
#include "resolve/sparklines.h"
#include "resolve/table_kinds.h"
#include "resolve/written.h"

static bool is_said(const struct word *word, const char *text)
{
	return word->text != NULL && strcmp(word->text, text) == 0;
}

/* Where all lines begin in one year, that is told. */
static void explain_lines(const struct matrix *matrix, struct text *notes)
{
	const struct words *words = &matrix->resolver->words;
	int since = -1;

	for (size_t i = 0; i < matrix->row_count; i++) {
		if (matrix->rows[i].sparkline == NULL)
			continue;
		if (since >= 0 && matrix->rows[i].since != since)
			return;
		since = matrix->rows[i].since;
	}
	if (since >= 0)
		append_sentence(matrix->resolver, notes,
				lines_begin(words, &matrix->resolver->dataset->periods[since]));
}

static struct table *new_table(const struct matrix *matrix, bool sparklines)
{
	struct resolver *resolver = matrix->resolver;
	struct table *table = arena_alloc(resolver->arena, sizeof(*table));
	size_t count = 0;

	table->heat = true;
	orient_table(table, matrix->block);
	table->columns =
		arena_array(resolver->arena, matrix->group_count + 3, sizeof(*table->columns));
	table->columns[count++] =
		(struct table_column){ .kind = COLUMN_NAME,
				       .heading = word_of(resolver, STRING_SUMMARY_INDICATOR) };
	for (size_t i = 0; i < matrix->group_count; i++)
		table->columns[count++] =
			(struct table_column){ .kind = COLUMN_NUMBER,
					       .heading = matrix_heading(matrix, i),
					       .heard = matrix_heading_heard(matrix, i) };
	if (sparklines)
		table->columns[count++] =
			(struct table_column){ .kind = COLUMN_SPARKLINE,
					       .heading = word_of(resolver,
								  STRING_SUMMARY_GAP_OVER_TIME) };
	if (matrix->has_gap)
		table->columns[count++] =
			(struct table_column){ .kind = COLUMN_NUMBER,
					       .heading = word_of(resolver, STRING_ENDS_GAP),
					       .strong = true };
	table->column_count = count;
	return table;
}

static void name_row(struct resolver *resolver, const struct matrix_row *row,
		     struct table_cell *cell)
{
	struct text unit;

	cell->state = VALUE_SHOWN;
	cell->text = plain_text(resolver, row->name);
	if (row->unit[0] == '\0' && row->heard_unit[0] != '\0')
		cell->text = heard_text(
			resolver, row->name,
			arena_printf(resolver->arena, "%s %s", row->name, row->heard_unit));
	if (row->unit[0] == '\0')
		return;
	append_words(resolver, &cell->text, " ");
	unit = heard_text(resolver, row->unit, row->heard_unit);
	unit.runs[0]->secondary = true;
	append_text(resolver, &cell->text, &unit);
}

static void fill_sparkline(struct matrix *matrix, const struct matrix_row *row,
			   struct table_cell *cell)
{
	struct resolver *resolver = matrix->resolver;
	struct value none = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);

	cell->state = VALUE_SHOWN;
	cell->sparkline = row->sparkline;
	if (row->sparkline == NULL) {
		cell->state = none.state;
		note_state(&matrix->states, &none);
	} else {
		note_sparkline(&matrix->states, row->sparkline);
	}
	cell->text = shorthand_text(resolver, row->sparkline == NULL
						      ? words_state(&resolver->words, none.state)
						      : row->sparkline->words);
}

static void fill_row(struct matrix *matrix, struct table *table, const struct matrix_row *row)
{
	struct resolver *resolver = matrix->resolver;
	struct table_cell *cells = written_row(resolver, table);
	size_t count = 0;

	table->rows[table->row_count - 1].group = row->group;
	name_row(resolver, row, &cells[count++]);
	for (size_t i = 0; i < matrix->group_count; i++)
		cells[count++] = (struct table_cell){
			.text = shorthand_text(resolver, row->cells[i].text),
			.state = row->cells[i].value.state,
			.verdict = row->cells[i].verdict,
			.verdict_words = matrix_verdict_words(resolver, row->cells[i].verdict),
			.use = row->cells[i].use,
		};
	if (count < table->column_count && table->columns[count].kind == COLUMN_SPARKLINE)
		fill_sparkline(matrix, row, &cells[count++]);
	if (matrix->has_gap)
		cells[count] = (struct table_cell){
			.text = shorthand_text(resolver, row->gap_text),
			.state = row->gap.state,
			.use = row->gap_use,
		};
}

/* What a gap above 0 means: who is worse off or, where neither direction is better, who is higher. */
static void add_gap_note(const struct matrix *matrix, struct text *notes)
{
	struct resolver *resolver = matrix->resolver;
	bool polar = false, neutral = false;

	for (size_t i = 0; matrix->has_gap && i < matrix->row_count; i++) {
		bool none = matrix->rows[i].view.indicator->polarity == POLARITY_NONE;

		polar = polar || !none;
		neutral = neutral || none;
	}
	if (polar)
		append_sentence(resolver, notes,
				word_of(resolver, neutral ? STRING_NOTE_GAPS_WORSE_OR_HIGHER
							  : STRING_NOTE_GAPS_WORSE));
	else if (neutral)
		append_sentence(resolver, notes, word_of(resolver, STRING_NOTE_GAPS_HIGHER));
}

static void add_notes(const struct matrix *matrix, bool sparklines, struct text *notes)
{
	struct resolver *resolver = matrix->resolver;

	matrix_add_notes(matrix, notes);
	if (sparklines)
		explain_lines(matrix, notes);
	add_gap_note(matrix, notes);
	append_sentence(resolver, notes, matrix->rows[0].view.classification->note);
	explain_states(resolver, &matrix->states, notes);
}

static void add_table(struct matrix *matrix, struct node *parent)
{
	struct resolver *resolver = matrix->resolver;
	struct node *node = node_new(resolver->arena, NODE_TABLE, matrix->block->at);
	bool sparklines = matrix->has_sparklines && !is_said(&matrix->block->sparkline, "false");
	struct table *table = new_table(matrix, sparklines);
	struct figure_words words = { .title = matrix_title(matrix),
				      .subtitle = matrix_subtitle(matrix) };

	for (size_t i = 0; i < matrix->row_count; i++)
		fill_row(matrix, table, &matrix->rows[i]);
	add_notes(matrix, sparklines, &words.notes);
	words.sources = matrix->sources;
	words.source_count = matrix->source_count;
	turn_when_wide(resolver, matrix->block, table, parent);
	node->table = table;
	set_figure_words(resolver, matrix->scope, matrix->block, node, words);
	number_table(resolver, matrix->block, node);
	node_append(parent, node);
}

void resolve_summary(struct resolver *resolver, const struct scope *scope,
		     const struct block *block, struct node *parent)
{
	struct matrix matrix = {
		.resolver = resolver,
		.scope = scope,
		.block = block,
		.wants_gap = true,
		.wants_domains = is_said(&block->group_rows, "domain"),
	};

	if (!matrix_find(&matrix))
		return;
	if (matrix.row_count > 0)
		add_table(&matrix, parent);
	else
		say_instead(resolver, parent, block->at, word_of(resolver, STRING_SUMMARY_NOTHING));
}
