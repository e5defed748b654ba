/*
 * table_series.c - tables that set the same figure side by side: for every period, or for every body.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/period_steps.h"
#include "resolve/table_parts.h"

enum { PERIODS_MOST = 12, BODIES_MOST = 6 };
enum { COLUMNS_MOST = 1 + PEERS_MOST };

static void add_value_column(struct values_table *table, enum figure_kind kind, const char *heading,
			     bool strong, int period, int organisation)
{
	add_column(table, COLUMN_NUMBER, heading, strong,
		   (struct figure_column){ .kind = kind,
					   .choice = measure_plain(MEASURE_VALUE),
					   .period = period,
					   .organisation = organisation,
					   .decimals = DECIMALS_BY_RULE });
}

/* -- periods ---------------------------------------------------------------------------------- */

/* Periods that the author lists are complete as they are. */
static bool are_listed(const struct values_table *table)
{
	const char *text = table->scope->reference.period.text;

	return text != NULL && strchr(text, '|') != NULL;
}

void period_columns(struct values_table *table)
{
	struct resolver *resolver = table->resolver;
	const struct dataset *dataset = resolver->dataset;
	struct period_step *steps;
	int listed[PERIODS_MOST];
	int *all = arena_array(resolver->arena, dataset->period_count + 1, sizeof(*all));
	size_t wanted = scope_periods(resolver, table->scope, &table->view.key, all,
				      dataset->period_count + 1);
	size_t count =
		scope_periods(resolver, table->scope, &table->view.key, listed, PERIODS_MOST);
	size_t most = are_listed(table) ? count : PERIODS_MOST;

	if (wanted > count)
		table->periods_wanted = wanted;
	table->periods_shown = count;
	count = period_steps(resolver->arena, dataset, listed, count, most, &steps);
	for (size_t i = 0; i < count; i++)
		add_value_column(table, steps[i].number < 0 ? FIGURE_MISSING : FIGURE_MEASURE,
				 words_period_short(&resolver->words, &steps[i].period),
				 i + 1 == count, steps[i].number, -1);
}

/* -- bodies ----------------------------------------------------------------------------------- */

/* The body itself and the one it is compared with; without one, all that have figures. */
static size_t find_bodies(const struct values_table *table, int *bodies)
{
	struct resolver *resolver = table->resolver;
	const struct cell_key *key = &table->view.key;
	size_t count = 0;

	bodies[count++] = key->organisation;
	if (scope_has_peers(resolver, table->scope))
		return 1 + scope_peers(resolver, table->scope, key->organisation, bodies + 1,
				       PEERS_MOST);
	if (table->has_other) {
		bodies[count++] = table->other.key.organisation;
		return count;
	}
	for (int i = 0; i < (int)resolver->dataset->organisation_count && count < BODIES_MOST; i++)
		if (i != key->organisation &&
		    period_latest(resolver->results, key->indicator, i, key->classification) >= 0)
			bodies[count++] = i;
	return count;
}

void organisation_columns(struct values_table *table)
{
	struct resolver *resolver = table->resolver;
	const struct organisation *organisations = resolver->dataset->organisations;
	int bodies[COLUMNS_MOST];
	size_t count = find_bodies(table, bodies);

	for (size_t i = 0; i < count; i++) {
		const char *name = organisations[bodies[i]].short_name;
		struct placeholder parts[] = { { "first", table->place },
					       { "second", name },
					       { 0 } };

		add_value_column(table, FIGURE_MEASURE, name, i == 0, -1, bodies[i]);
		if (i == 0)
			table->place = name;
		else if (i + 1 < count)
			table->place = arena_printf(resolver->arena, "%s, %s", table->place, name);
		else
			table->place = words_fill(&resolver->words, STRING_BOTH, parts);
	}
}
