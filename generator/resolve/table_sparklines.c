/*
 * table_sparklines.c - columns of a table of values that show the way of a figure over the periods.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/chart_parts.h"
#include "resolve/series.h"
#include "resolve/sparklines.h"
#include "resolve/table_parts.h"

/* "Percentage over time" */
static const char *heading_of(const struct values_table *table, const struct figure_column *figure)
{
	const struct resolver *resolver = table->resolver;
	struct placeholder parts[] = {
		{ "name", measure_heading(table, figure->choice.measure) },
		{ 0 },
	};
	int listed[CHART_PERIODS_MOST];

	if (sparkline_periods(table->resolver, figure->scope, &table->view.key, listed) < 2)
		return parts[0].text;
	return words_fill(&resolver->words, STRING_SPARKLINE_HEADING, parts);
}

static void check_periods(const struct values_table *table, const struct scope *scope,
			  const struct block *element)
{
	int listed[CHART_PERIODS_MOST];
	const struct period *periods = table->resolver->dataset->periods;
	size_t count = sparkline_periods(table->resolver, scope, &table->view.key, listed);

	if (count < 2)
		diag_addf(table->resolver->diags, DIAG_SPARKLINE_SHORT, element->at, "%s has %s",
			  table->view.indicator->id, count == 0 ? "none" : periods[listed[0]].code);
}

void add_sparkline_column(struct values_table *table, const struct block *column,
			  struct figure_column figure)
{
	struct scope *scope = arena_alloc(table->resolver->arena, sizeof(*scope));

	*scope = column == NULL ? *table->scope : scope_within(table->scope, &column->reference);
	check_periods(table, scope, column == NULL ? table->block : column);
	figure.kind = FIGURE_SPARKLINE;
	figure.scope = scope;
	add_column(table, COLUMN_SPARKLINE,
		   figure.heading != NULL ? figure.heading : heading_of(table, &figure), false,
		   figure);
}

void fill_sparkline(struct values_table *table, const struct figure_column *figure,
		    const struct view *view, const struct view_group *group,
		    struct table_cell *cell)
{
	struct resolver *resolver = table->resolver;
	struct value none = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	struct sparkline *line;
	int first;

	if (group == NULL && measure_kind(figure->choice.measure)->scope == MEASURE_SCOPE_PAIR)
		none = value_without(VALUE_NOT_APPLICABLE, REASON_NOT_OF_TOTAL);
	line = none.state == VALUE_NOT_APPLICABLE
		       ? NULL
		       : sparkline_make(resolver,
					&(struct sparkline_request){ .scope = figure->scope,
								     .view = view,
								     .group = group,
								     .choice = figure->choice,
								     .decimals = figure->decimals,
								     .at = table->block->at },
					&first);
	cell->sparkline = line;
	cell->state = line == NULL ? none.state : VALUE_SHOWN;
	cell->text = shorthand_text(
		resolver, line == NULL ? words_state(&resolver->words, none.state) : line->words);
	if (line == NULL)
		note_state(&table->states, &none);
	else
		note_sparkline(&table->states, line);
}

/* True when the lines of every column begin with the period. */
static bool begin_together(const struct values_table *table, int first)
{
	int listed[CHART_PERIODS_MOST];

	for (size_t i = 0; i < table->figure_count; i++)
		if (table->figures[i].kind == FIGURE_SPARKLINE &&
		    (sparkline_periods(table->resolver, table->figures[i].scope, &table->view.key,
				       listed) < 2 ||
		     listed[0] != first))
			return false;
	return true;
}

/* Where the lines begin and what breaks them; true when it tells the editions of the groups. */
bool explain_sparklines(const struct values_table *table, struct text *notes)
{
	int listed[CHART_PERIODS_MOST];

	for (size_t i = 0; i < table->figure_count; i++) {
		const struct figure_column *figure = &table->figures[i];
		size_t count;

		if (figure->kind != FIGURE_SPARKLINE)
			continue;
		count = sparkline_periods(table->resolver, figure->scope, &table->view.key, listed);
		if (count > 1 && begin_together(table, listed[0]))
			append_sentence(table->resolver, notes,
					lines_begin(&table->resolver->words,
						    &table->resolver->dataset->periods[listed[0]]));
		return explain_series(table->resolver, figure->scope, &table->view.key, listed,
				      count, notes);
	}
	return false;
}
