#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/series.h"
#include "resolve/table_kinds.h"
#include "resolve/table_parts.h"

enum { COLUMNS_PORTRAIT = 8, COMPARED_MANY = 10 };

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

static const char *table_subtitle(const struct values_table *table)
{
	struct placeholder parts[] = {
		{ "place", table->place },
		{ "period", table->period },
		{ 0 },
	};

	return words_fill(&table->resolver->words, STRING_TABLE_SUBTITLE, parts);
}

/* The period of the figures, or from the first to the last of those that have columns. */
static const char *table_period(const struct values_table *table)
{
	const struct resolver *resolver = table->resolver;
	const struct period *periods = resolver->dataset->periods;
	int first = -1, last = -1;

	for (size_t i = 0; i < table->figure_count; i++) {
		int period = table->figures[i].period;

		if (table->figures[i].kind == FIGURE_MISSING)
			continue;
		if (period < 0)
			period = table->view.key.period;
		first = first < 0 || period < first ? period : first;
		last = period > last ? period : last;
	}
	if (first < 0 || first == last)
		return words_period(&resolver->words,
				    &periods[first < 0 ? table->view.key.period : first]);
	return words_period_span(&resolver->words, &periods[first], &periods[last]);
}

/* A table has room for so many periods. */
static const char *periods_left_out(const struct values_table *table)
{
	const struct words *words = &table->resolver->words;
	const struct placeholder parts[] = {
		{ "n", words_number(words, (double)table->periods_shown, 0) },
		{ "m", words_number(words, (double)table->periods_wanted, 0) },
		{ 0 },
	};

	return words_fill(words, STRING_NOTE_PERIODS, parts);
}

/* Columns of several periods, and of other bodies, that are not to be compared. True: editions are told. */
static bool explain_columns(const struct values_table *table, struct text *notes)
{
	struct resolver *resolver = table->resolver;
	const struct cell_key *key = &table->view.key;
	int *listed = arena_array(resolver->arena, table->figure_count + 1, sizeof(*listed));
	size_t count = 0;

	for (size_t i = 0; i < table->figure_count; i++) {
		const struct figure_column *figure = &table->figures[i];
		int period = figure->period >= 0 ? figure->period : key->period;
		size_t at = count;

		if (figure->organisation >= 0 && figure->organisation != key->organisation)
			explain_other_edition(resolver, key, figure->organisation, table->block->at,
					      notes);
		if (figure->kind == FIGURE_MISSING)
			continue;
		while (at > 0 && listed[at - 1] > period)
			at--;
		if (at > 0 && listed[at - 1] == period)
			continue;
		memmove(listed + at + 1, listed + at, (count++ - at) * sizeof(*listed));
		listed[at] = period;
	}
	return (count > 1 || series_is(table, "period")) &&
	       explain_series(resolver, table->scope, key, listed, count, notes);
}

static void add_notes(struct values_table *table, struct text *notes)
{
	struct resolver *resolver = table->resolver;
	const struct method *method = method_find(table->view.indicator->method);
	bool told_editions;

	if (table->periods_wanted > 0)
		append_sentence(resolver, notes, periods_left_out(table));
	told_editions = explain_columns(table, notes);
	told_editions = told_editions || explain_sparklines(table, notes);
	explain_references(table, notes);
	explain_adjustment(resolver, method, notes);
	if (table->tells_much)
		append_sentence(resolver, notes, word_of(resolver, STRING_NOTE_MUCH));
	if (table->comparisons > COMPARED_MANY)
		append_sentence(resolver, notes, chance_note(&resolver->words));
	if (table->one_sided)
		append_sentence(resolver, notes, phrase_one_sided(&resolver->words, &table->view));
	else if (table->comparisons > 0 && !table->has_other)
		append_sentence(resolver, notes, phrase_outside(&resolver->words, &table->view));
	explain_states(resolver, &table->states, notes);
	if (table->view.classification != NULL && !told_editions)
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

void orient_table(struct table *table, const struct block *block)
{
	table->landscape = is_landscape(block);
	table->may_turn = block->orientation.text == NULL;
}

/* True on pages that stand on their side: a section around the table may ask for them. */
static bool is_on_its_side(const struct table *table, const struct node *parent)
{
	for (; parent != NULL; parent = parent->parent)
		if (parent->landscape)
			return true;
	return table->landscape;
}

void turn_when_wide(struct resolver *resolver, const struct block *block, struct table *table,
		    const struct node *parent)
{
	if (table->column_count <= COLUMNS_PORTRAIT || is_on_its_side(table, parent))
		return;
	diag_addf(resolver->diags, DIAG_TABLE_WIDE, block->at, "%zu columns%s", table->column_count,
		  table->may_turn ? "; its page is turned on its side" : "");
	table->landscape = table->may_turn;
}

static void add_table(struct values_table *table, struct node *parent)
{
	struct resolver *resolver = table->resolver;
	const struct block *block = table->block;
	struct node *node = node_new(resolver->arena, NODE_TABLE, block->at);
	struct figure_words words = {
		.title = table_title(table),
		.subtitle = table_subtitle(table),
		.sources = table->sources,
		.source_count = table->source_count,
	};

	turn_when_wide(resolver, block, table->table, parent);
	node->table = table->table;
	add_notes(table, &words.notes);
	set_figure_words(resolver, table->scope, block, node, words);
	number_table(resolver, block, node);
	node_append(parent, node);
}

static bool indicator_has_figures(const struct resolver *resolver, int indicator)
{
	for (size_t i = 0; i < resolver->results->count; i++)
		if (resolver->results->items[i].key.indicator == indicator)
			return true;
	return false;
}

/*
 * A sentence in place of a table without figures. The author is warned unless it was said before: that the
 * indicator has no data at all, or none for the period.
 */
static void give_way(const struct values_table *table, struct node *parent, size_t said)
{
	struct resolver *resolver = table->resolver;
	const struct view *view = &table->view;
	const struct classification *classification = view->classification;

	say_instead(resolver, parent, table->block->at, no_data_sentence(&resolver->words, view));
	if (diag_count(resolver->diags) == said &&
	    indicator_has_figures(resolver, view->key.indicator))
		diag_addf(resolver->diags, DIAG_TABLE_WITHOUT_FIGURES, table->block->at,
			  "%s%s%s, %s", view->indicator->id, classification == NULL ? "" : " by ",
			  classification == NULL ? "" : classification->id,
			  resolver->dataset->periods[view->key.period].code);
}

static void resolve_values(struct resolver *resolver, const struct scope *around,
			   const struct block *block, struct node *parent)
{
	struct scope scope = *around;
	struct values_table table = { .resolver = resolver, .scope = &scope, .block = block };
	size_t said = diag_count(resolver->diags);
	struct cell_key key;

	if (!scope_key(resolver, &scope, block->at, &key))
		return;
	table.view = view_of(resolver->arena, resolver->results, &key);
	table.place = resolver->dataset->organisations[key.organisation].short_name;
	if (period_latest(resolver->results, key.indicator, key.organisation, key.classification) <
	    0) {
		give_way(&table, parent, said);
		return;
	}
	table.table = arena_alloc(resolver->arena, sizeof(*table.table));
	orient_table(table.table, block);
	choose_comparator(&table);
	check_order(resolver, block, &table.view, false);
	if (!choose_columns(&table))
		return;
	table.period = table_period(&table);
	fill_rows(&table);
	if (any_figure(&table))
		add_table(&table, parent);
	else
		give_way(&table, parent, said);
}

static void resolve_coverage_table(struct resolver *resolver, const struct scope *scope,
				   const struct block *block, struct node *parent)
{
	(void)scope;
	resolve_coverage(resolver, block, parent);
}

/* Columns that the author asks for, where the kind has its own. */
static void check_columns(const struct resolver *resolver, const struct block *block,
			  const char *kind)
{
	for (const struct block *column = block->children; column != NULL; column = column->next)
		diag_addf(resolver->diags, DIAG_COLUMN_UNUSED, column->at,
			  "<column> in kind=\"%s\"", kind);
}

/* Attributes of other kinds of tables, which do nothing here. */
static void check_attributes(const struct resolver *resolver, const struct block *block,
			     const char *kind)
{
	const struct {
		const char *name, *kinds; /* that have a use for it */
		const struct word *word;
	} attributes[] = {
		{ "indicators", "summary, measures", &block->indicators },
		{ "group-rows", "summary", &block->group_rows },
		{ "total", "values", &block->total },
		{ "order", "values", &block->order },
		{ "series", "values, measures", &block->reference.series },
	};

	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
		if (attributes[i].word->text != NULL && strstr(attributes[i].kinds, kind) == NULL)
			diag_add(resolver->diags, DIAG_ATTRIBUTE_IDLE, attributes[i].word->at,
				 arena_printf(resolver->arena, "%s=\"%s\" on kind=\"%s\"",
					      attributes[i].name, attributes[i].word->text, kind),
				 arena_printf(resolver->arena, "%s is for: %s", attributes[i].name,
					      attributes[i].kinds));
}

void resolve_table(struct resolver *resolver, const struct scope *around, const struct block *block,
		   struct node *parent)
{
	static const struct {
		const char *name;
		void (*resolve)(struct resolver *resolver, const struct scope *scope,
				const struct block *block, struct node *parent);
		bool takes_columns;
	} kinds[] = {
		{ "values", resolve_values, true },
		{ "summary", resolve_summary, false },
		{ "measures", resolve_measures, true },
		{ "completeness", resolve_completeness, false },
		{ "coverage", resolve_coverage_table, false },
	};
	const char *kind = block->style.text == NULL ? "values" : block->style.text;
	struct scope scope = scope_within(around, &block->reference);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, kind) == 0) {
			check_attributes(resolver, block, kind);
			if (!kinds[i].takes_columns)
				check_columns(resolver, block, kind);
			kinds[i].resolve(resolver, &scope, block, parent);
		}
}
