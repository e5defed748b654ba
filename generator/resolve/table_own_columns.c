/*
 * table_own_columns.c - the columns of a table of values as its author asks for them.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/inline_parts.h"
#include "resolve/series.h"
#include "resolve/table_parts.h"

/* What a column holds. False after a diagnostic. */
static bool own_choice(struct values_table *table, const struct block *column,
		       const struct view *view, struct measure_choice *choice)
{
	struct resolver *resolver = table->resolver;

	if (!choice_of(resolver, &column->reference, view, true, column->at, choice))
		return false;
	if (measure_kind(choice->measure)->scope != MEASURE_SCOPE_DIMENSION)
		return true;
	diag_add(resolver->diags, DIAG_MEASURE_FOR_GROUPS, column->at, column->reference.of.text,
		 "ask for value, count, denominator, share, gap or ratio; one figure for all "
		 "groups has its place in a tile or in <value>");
	return false;
}

/* One column as the author asks for it. False after a diagnostic. */
static bool own_column(struct values_table *table, const struct block *column)
{
	struct resolver *resolver = table->resolver;
	struct figure_column figure = { .heading = column->heading.text,
					.period = -1,
					.organisation = -1,
					.decimals = column->decimals };
	const char *heading = NULL;
	struct view view = table->view;

	if (column->as.text != NULL && strcmp(column->as.text, "sparkline") == 0) {
		if (!own_choice(table, column, &view, &figure.choice))
			return false;
		add_sparkline_column(table, column, figure);
		return true;
	}
	if (column->reference.period.text != NULL) {
		struct scope within = scope_within(table->scope, &column->reference);
		struct cell_key key = table->view.key;

		if (!scope_period(resolver, &within, &key))
			return false;
		figure.period = key.period;
		heading = words_period_short(&resolver->words,
					     &resolver->dataset->periods[key.period]);
		/* The best group of that period need not be that of the table's own. */
		key = series_key(resolver, table->scope, &key, key.period);
		view = view_of(resolver->arena, resolver->results, &key);
	}
	if (!own_choice(table, column, &view, &figure.choice))
		return false;
	if (heading == NULL)
		heading = measure_heading(table, figure.choice.measure);
	add_column(table, COLUMN_NUMBER,
		   column->heading.text != NULL ? column->heading.text : heading,
		   figure.choice.measure == MEASURE_VALUE, figure);
	return true;
}

bool own_columns(struct values_table *table)
{
	for (const struct block *column = table->block->children; column != NULL;
	     column = column->next)
		if (!own_column(table, column))
			return false;
	return true;
}
