/*
 * table_measures_rows.c - what a table of measures has rows and columns of.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/chart_parts.h"
#include "resolve/inline_parts.h"
#include "resolve/matrix.h"
#include "resolve/series.h"
#include "resolve/table_measures.h"

enum { UPRIGHT_COLUMNS = 8 };

/* -- rows ------------------------------------------------------------------------------------- */

static void add_row(struct measures_table *table, const struct cell_key *key, const char *name)
{
	struct resolver *resolver = table->resolver;

	if (table->row_count < MEASURE_ROWS_MOST)
		table->rows[table->row_count++] = (struct measure_row){
			.view = view_of(resolver->arena, resolver->results, key), .name = name
		};
}

static bool has_figures(const struct resolver *resolver, const struct cell_key *key)
{
	return period_latest(resolver->results, key->indicator, key->organisation,
			     key->classification) >= 0;
}

/* Differences of rows in one unit need no word of it; those of several do. */
static void name_units(const struct measures_table *table)
{
	const struct words *words = &table->resolver->words;
	bool differ = false;

	for (size_t i = 1; i < table->row_count; i++)
		differ = differ || !has_same_unit(&table->rows[0].view, &table->rows[i].view);
	for (size_t i = 0; differ && i < table->row_count; i++) {
		struct measure_row *row = &table->rows[i];
		const char *unit = unit_in_brackets(words, &row->view);

		if (unit[0] != '\0')
			row->name = arena_printf(words->arena, "%s %s", row->name, unit);
	}
}

static bool rows_of_indicators(struct measures_table *table)
{
	struct resolver *resolver = table->resolver;
	const struct indicator *items = resolver->dataset->indicators->items;
	int indicators[MEASURE_ROWS_MOST];
	size_t count = scope_indicators(resolver, table->scope, table->block, indicators,
					MEASURE_ROWS_MOST);

	for (size_t i = 0; i < count; i++) {
		const struct indicator *facts = &items[indicators[i]];
		const struct data_reference own = { .indicator = { facts->id, table->block->at } };
		struct scope scope = scope_within(table->scope, &own);
		struct cell_key key;

		/* What one of many indicators lacks needs no warning. */
		scope.testing = true;
		if (!scope_key(resolver, &scope, table->block->at, &key))
			return false;
		if (has_figures(resolver, &key))
			add_row(table, &key, words_capital(&resolver->words, facts->short_name));
	}
	name_units(table);
	return count > 0;
}

static void rows_of_periods(struct measures_table *table, const struct cell_key *key)
{
	struct resolver *resolver = table->resolver;
	int listed[CHART_PERIODS_MOST];
	size_t count = chart_periods(resolver, table->scope, key, listed);

	for (size_t i = 0; i < count; i++) {
		struct cell_key then = series_key(resolver, table->scope, key, listed[i]);

		add_row(table, &then,
			words_period_short(&resolver->words,
					   &resolver->dataset->periods[listed[i]]));
	}
}

/* Every breakdown whose groups run from most to least deprived: the others have no such measures. */
static void rows_of_breakdowns(struct measures_table *table, const struct cell_key *key)
{
	struct resolver *resolver = table->resolver;
	const struct dimensions *dimensions = resolver->dataset->dimensions;

	for (size_t i = 0; i < dimensions->classification_count; i++) {
		struct cell_key other = *key;
		size_t groups;

		other.classification = (int)i;
		if (dimensions->classifications[i]->ordered &&
		    results_groups(resolver->results, &other, &groups) != NULL)
			add_row(table, &other,
				words_capital(&resolver->words,
					      dimensions->classifications[i]->label));
	}
}

bool measures_find_rows(struct measures_table *table)
{
	const struct block *block = table->block;
	struct cell_key key;

	table->rows = arena_array(table->resolver->arena, MEASURE_ROWS_MOST, sizeof(*table->rows));
	table->by_period = block->reference.series.text != NULL &&
			   strcmp(block->reference.series.text, "period") == 0;
	if (block->indicators.text != NULL)
		return rows_of_indicators(table);
	table->by_breakdown = !table->by_period;
	if (!scope_key(table->resolver, table->scope, block->at, &key))
		return false;
	if (table->by_period)
		rows_of_periods(table, &key);
	else
		rows_of_breakdowns(table, &key);
	return true;
}

/* -- measures --------------------------------------------------------------------------------- */

static void add_choice(struct measures_table *table, struct measure_choice choice, int decimals,
		       const char *heading)
{
	if (table->choice_count == MEASURES_MOST)
		return;
	table->choices[table->choice_count] = choice;
	table->headings[table->choice_count] = heading;
	table->decimals[table->choice_count++] = decimals;
}

bool measures_find_choices(struct measures_table *table)
{
	static const enum measure usual[] = { MEASURE_GAP, MEASURE_RATIO, MEASURE_SII,
					      MEASURE_RII };
	struct resolver *resolver = table->resolver;
	struct measure_choice choice;

	for (const struct block *column = table->block->children; column != NULL;
	     column = column->next) {
		if (!choice_of(resolver, &column->reference, &table->rows[0].view, false,
			       column->at, &choice))
			return false;
		if (measure_kind(choice.measure)->scope == MEASURE_SCOPE_GROUP) {
			diag_add(resolver->diags, DIAG_MEASURE_OF_GROUPS, column->at,
				 column->reference.of.text, NULL);
			return false;
		}
		add_choice(table, choice, column->decimals, column->heading.text);
	}
	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]) && table->block->children == NULL;
	     i++)
		add_choice(table, measure_plain(usual[i]), DECIMALS_BY_RULE, NULL);
	/* An author who wants an upright page has values alone where their limits have no room. */
	table->intervals = table->block->orientation.text == NULL || is_landscape(table->block) ||
			   1 + 3 * table->choice_count <= UPRIGHT_COLUMNS;
	return true;
}
