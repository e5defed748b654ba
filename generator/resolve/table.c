#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/table_parts.h"

enum { COLUMNS_PORTRAIT = 8 };

bool series_is(const struct values_table *table, const char *series)
{
	const char *asked = table->block->reference.series.text;

	return asked != NULL && strcmp(asked, series) == 0;
}

static const char *table_title(const struct values_table *table)
{
	const struct view *view = &table->view;
	struct placeholder parts[] = {
		{ "name", words_capital(&table->resolver->words, view->indicator->short_name) },
		{ "phrase", view->classification == NULL ? "" : view->classification->phrase },
		{ 0 },
	};

	return words_fill(
		&table->resolver->words,
		view->classification == NULL ? STRING_TABLE_TITLE_ALL : STRING_TABLE_TITLE, parts);
}

static const char *table_subtitle(const struct values_table *table, const char *period)
{
	const struct dataset *dataset = table->resolver->dataset;
	struct placeholder parts[] = {
		{ "place", dataset->organisations[table->view.key.organisation].short_name },
		{ "period", period },
		{ 0 },
	};

	return words_fill(&table->resolver->words, STRING_TABLE_SUBTITLE, parts);
}

static const char *table_period(struct values_table *table, bool over_time)
{
	struct resolver *resolver = table->resolver;
	const struct period *periods = resolver->dataset->periods;

	if (!over_time || table->figure_count == 0)
		return words_period(&resolver->words, &periods[table->view.key.period]);
	return words_period_span(&resolver->words, &periods[table->figures[0].period],
				 &periods[table->figures[table->figure_count - 1].period]);
}

static void add_notes(struct values_table *table, struct text *notes)
{
	struct resolver *resolver = table->resolver;
	const struct method *method = method_find(table->view.indicator->method);

	if (method->standardised && !resolver->said_adjusted) {
		append_sentence(resolver, notes, word_of(resolver, STRING_NOTE_ADJUSTED));
		resolver->said_adjusted = true;
	}
	explain_states(resolver, &table->states, notes);
	if (table->view.classification != NULL)
		append_sentence(resolver, notes, table->view.classification->note);
	append_sentence(resolver, notes, table->view.indicator->caveat);
}

void number_table(struct resolver *resolver, const struct block *block, struct node *node)
{
	node->number = words_number(&resolver->words, (double)++resolver->tables, 0);
	node->label = words_fill(&resolver->words, STRING_TABLE,
				 (struct placeholder[]){ { "n", node->number }, { 0 } });
	give_anchor(resolver, node, block->id, "table", node->number);
	node->file = node->anchor;
}

bool is_landscape(const struct block *block)
{
	return block->orientation.text != NULL && strcmp(block->orientation.text, "landscape") == 0;
}

void resolve_table(struct resolver *resolver, const struct scope *around, const struct block *block,
		   struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	struct values_table table = { .resolver = resolver, .scope = &scope, .block = block };
	struct figure_words words;
	struct cell_key key;
	struct node *node;

	if (!scope_key(resolver, &scope, block->at, &key))
		return;
	table.view = view_of(resolver->arena, resolver->results, &key);
	if (period_latest(resolver->results, key.indicator, key.organisation, key.classification) <
	    0) {
		const struct placeholder parts[] = {
			{ "name", table.view.indicator->short_name },
			{ "phrase", table.view.classification == NULL
					    ? ""
					    : table.view.classification->phrase },
			{ 0 },
		};

		say_instead(resolver, parent, block->at,
			    words_fill(&resolver->words, STRING_NO_DATA, parts));
		return;
	}
	table.table = arena_alloc(resolver->arena, sizeof(*table.table));
	table.table->landscape = is_landscape(block);
	if (!choose_columns(&table))
		return;
	fill_rows(&table);
	if (table.table->column_count > COLUMNS_PORTRAIT && !table.table->landscape)
		diag_addf(resolver->diags, DIAG_TABLE_WIDE, block->at, "%zu columns",
			  table.table->column_count);
	node = node_new(resolver->arena, NODE_TABLE, block->at);
	node->table = table.table;
	words = (struct figure_words){
		.title = table_title(&table),
		.subtitle =
			table_subtitle(&table, table_period(&table, series_is(&table, "period"))),
		.sources = table.sources,
		.source_count = table.source_count,
	};
	add_notes(&table, &words.notes);
	set_figure_words(resolver, &scope, block, node, words);
	number_table(resolver, block, node);
	node_append(parent, node);
}
