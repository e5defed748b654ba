/*
 * table_measures.c - measures of inequality with their intervals: a row for each indicator, period or
 * breakdown, limits in columns of their own.
 */
#include <string.h>

#include "base/arena.h"
#include "indicator/figure.h"
#include "indicator/method.h"
#include "resolve/chart_parts.h"
#include "resolve/series.h"
#include "resolve/table_kinds.h"
#include "resolve/table_measures.h"
#include "resolve/table_parts.h"
#include "resolve/written.h"

/* -- columns ---------------------------------------------------------------------------------- */

static bool same_unit(const struct measures_table *table)
{
	for (size_t i = 1; i < table->row_count; i++) {
		const struct indicator *first = table->rows[0].view.indicator;
		const struct indicator *other = table->rows[i].view.indicator;

		if (strcmp(first->unit, other->unit) != 0 || first->multiplier != other->multiplier)
			return false;
	}
	return true;
}

/* The unit of differences stands in the heading where all rows have the same one. */
static const char *heading_of(const struct measures_table *table, size_t choice)
{
	const struct values_table facts = { .resolver = table->resolver,
					    .view = table->rows[0].view };
	enum measure measure = table->choices[choice].measure;

	if (table->headings[choice] != NULL)
		return table->headings[choice];
	return same_unit(table) ? measure_heading(&facts, measure)
				: word_of(table->resolver, string_of_measure(measure));
}

static const char *limit_heading(const struct measures_table *table, size_t choice,
				 enum string_id id)
{
	const struct words *words = &table->resolver->words;
	const struct placeholder parts[] = {
		{ "name", table->headings[choice] != NULL
				  ? table->headings[choice]
				  : word_of(table->resolver,
					    string_of_measure(table->choices[choice].measure)) },
		{ 0 },
	};

	return words_fill(words, id, parts);
}

static struct table *new_table(const struct measures_table *table)
{
	struct resolver *resolver = table->resolver;
	struct table *out = arena_alloc(resolver->arena, sizeof(*out));
	size_t count = 0;

	orient_table(out, table->block);
	out->columns =
		arena_array(resolver->arena, 1 + 3 * table->choice_count, sizeof(*out->columns));
	out->columns[count++] = (struct table_column){
		.kind = COLUMN_NAME,
		.heading = word_of(resolver, table->by_period      ? STRING_MEASURES_PERIOD
					     : table->by_breakdown ? STRING_MEASURES_BREAKDOWN
								   : STRING_SUMMARY_INDICATOR),
	};
	for (size_t i = 0; i < table->choice_count; i++) {
		out->columns[count++] = (struct table_column){ .kind = COLUMN_NUMBER,
							       .heading = heading_of(table, i),
							       .strong = true };
		if (!table->intervals)
			continue;
		out->columns[count++] =
			(struct table_column){ .kind = COLUMN_NUMBER,
					       .heading = limit_heading(table, i,
									STRING_MEASURES_LOWER) };
		out->columns[count++] =
			(struct table_column){ .kind = COLUMN_NUMBER,
					       .heading = limit_heading(table, i,
									STRING_MEASURES_UPPER) };
	}
	out->column_count = count;
	return out;
}

/* -- cells ------------------------------------------------------------------------------------ */

static struct table_cell cell_of(struct measures_table *table, const struct view *view,
				 size_t choice, const struct value *value, bool limit)
{
	struct resolver *resolver = table->resolver;
	const char *text = (limit ? words_limit : words_value)(
		&resolver->words, view->key.indicator, table->choices[choice].measure, value,
		table->decimals[choice]);

	note_printed(&table->states, value, text);
	if (value->state == VALUE_UNRELIABLE)
		text = arena_printf(resolver->arena, "%s\xc2\xa0%s", text,
				    words_state(&resolver->words, value->state));
	return (struct table_cell){ .text = shorthand_text(resolver, text), .state = value->state };
}

/* One end of an interval. */
static struct value limit_of(const struct value *value, bool upper)
{
	struct value limit = *value;

	if (!value_is_shown(value))
		return limit;
	if (!value->limits.known)
		return value_without(VALUE_NOT_AVAILABLE, REASON_NO_INTERVAL);
	limit.state = VALUE_SHOWN;
	limit.estimate = upper ? value->limits.upper : value->limits.lower;
	return limit;
}

static void fill_row(struct measures_table *table, const struct measure_row *row,
		     struct table_cell *cells)
{
	struct resolver *resolver = table->resolver;
	const struct view *view = &row->view;
	size_t count = 0;

	cells[count++] = (struct table_cell){ .text = plain_text(resolver, row->name),
					      .state = VALUE_SHOWN };
	for (size_t i = 0; i < table->choice_count; i++) {
		struct figure_use use = { .choice = table->choices[i], .at = table->block->at };
		struct value value = view_figure(view, NULL, &table->choices[i]);
		struct value lower = limit_of(&value, false), upper = limit_of(&value, true);

		cells[count++] = cell_of(table, view, i, &value, false);
		use.value = value;
		use.printed = text_plain(resolver->arena, &cells[count - 1].text);
		cells[count - 1].use = use_figure(resolver, view, NULL, use);
		if (!table->intervals)
			continue;
		cells[count++] = cell_of(table, view, i, &lower, true);
		cells[count++] = cell_of(table, view, i, &upper, true);
	}
	for (size_t i = 0; i < view->count; i++)
		if (view->groups[i].result != NULL)
			table->source_count = add_source(resolver, view->groups[i].result,
							 table->sources, table->source_count);
}

/* -- words ------------------------------------------------------------------------------------ */

static const char *title_of(const struct measures_table *table)
{
	const struct view *view = &table->rows[0].view;
	const struct placeholder parts[] = {
		{ "name", view->indicator->short_name },
		{ "phrase", view->classification == NULL ? "" : view->classification->phrase },
		{ 0 },
	};
	enum string_id id = STRING_MEASURES_TITLE;

	if (table->by_period)
		id = STRING_MEASURES_TITLE_PERIODS;
	else if (table->by_breakdown)
		id = STRING_MEASURES_TITLE_BREAKDOWNS;
	return words_fill(&table->resolver->words, id, parts);
}

static const char *period_of(const struct measures_table *table)
{
	const struct words *words = &table->resolver->words;
	const struct period *periods = table->resolver->dataset->periods;
	int first = table->rows[0].view.key.period;
	int last = table->rows[table->row_count - 1].view.key.period;

	if (table->by_period && first != last)
		return words_period_span(words, &periods[first], &periods[last]);
	for (size_t i = 1; i < table->row_count; i++)
		if (table->rows[i].view.key.period != first)
			return word_of(table->resolver, STRING_SUMMARY_LATEST);
	return words_period(words, &periods[first]);
}

static const char *subtitle_of(const struct measures_table *table)
{
	const struct resolver *resolver = table->resolver;
	const struct cell_key *key = &table->rows[0].view.key;

	return words_fill(
		&resolver->words, STRING_TABLE_SUBTITLE,
		(struct placeholder[]){
			{ "place", resolver->dataset->organisations[key->organisation].short_name },
			{ "period", period_of(table) },
			{ 0 } });
}

/* What the usual measures are; the account of methods tells it of all. */
static void explain_measures(const struct measures_table *table, struct text *notes)
{
	static const struct {
		enum measure measure;
		enum string_id id;
	} told[] = {
		{ MEASURE_GAP, STRING_MEASURES_GAP },
		{ MEASURE_RATIO, STRING_MEASURES_RATIO },
		{ MEASURE_SII, STRING_MEASURES_SII },
		{ MEASURE_RII, STRING_MEASURES_RII },
	};
	const struct resolver *resolver = table->resolver;
	const struct classification *classification = table->rows[0].view.classification;
	const struct placeholder parts[] = {
		{ "most", classification == NULL ? "" : classification->most },
		{ "least", classification == NULL ? "" : classification->least },
		{ 0 },
	};

	for (size_t i = 0; i < table->choice_count; i++)
		for (size_t j = 0; j < sizeof(told) / sizeof(told[0]); j++)
			if (told[j].measure == table->choices[i].measure &&
			    table->choices[i].reference == REFERENCE_BY_MEASURE)
				append_sentence(table->resolver, notes,
						words_fill(&resolver->words, told[j].id, parts));
}

static void add_notes(struct measures_table *table, struct text *notes)
{
	struct resolver *resolver = table->resolver;
	const struct cell_key *key = &table->rows[table->row_count - 1].view.key;
	const struct placeholder parts[] = {
		{ "confidence", words_confidence(&resolver->words, 0) }, { 0 }
	};
	bool told = false;

	explain_measures(table, notes);
	if (table->intervals)
		append_sentence(resolver, notes,
				words_fill(&resolver->words, STRING_MEASURES_INTERVALS, parts));
	if (table->by_period) {
		int listed[CHART_PERIODS_MOST];
		size_t count = chart_periods(resolver, table->scope, key, listed);

		told = explain_series(resolver, table->scope, key, listed, count, notes);
	}
	for (size_t i = 0; i < table->row_count; i++)
		explain_adjustment(resolver, method_find(table->rows[i].view.indicator->method),
				   notes);
	explain_states(resolver, &table->states, notes);
	if (!table->by_breakdown && !told && table->rows[0].view.classification != NULL)
		append_sentence(resolver, notes, table->rows[0].view.classification->note);
}

static void add_table(struct measures_table *table, struct node *parent)
{
	struct resolver *resolver = table->resolver;
	struct node *node = node_new(resolver->arena, NODE_TABLE, table->block->at);
	struct figure_words words = { .title = title_of(table), .subtitle = subtitle_of(table) };
	struct table *out = new_table(table);

	for (size_t i = 0; i < table->row_count; i++)
		fill_row(table, &table->rows[i], written_row(resolver, out));
	/* Limits in columns of their own need a page on its side: that is how this kind is meant. */
	if (out->may_turn && table->block->children == NULL && table->intervals)
		out->landscape = true;
	turn_when_wide(resolver, table->block, out, parent);
	add_notes(table, &words.notes);
	words.sources = table->sources;
	words.source_count = table->source_count;
	node->table = out;
	set_figure_words(resolver, table->scope, table->block, node, words);
	number_table(resolver, table->block, node);
	node_append(parent, node);
}

void resolve_measures(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *parent)
{
	struct measures_table table = { .resolver = resolver, .scope = scope, .block = block };

	if (!measures_find_rows(&table))
		return;
	if (table.row_count == 0) {
		say_instead(resolver, parent, block->at, word_of(resolver, STRING_SUMMARY_NOTHING));
		return;
	}
	if (measures_find_choices(&table))
		add_table(&table, parent);
}
