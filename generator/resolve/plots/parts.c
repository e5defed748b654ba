/*
 * parts.c - shares that make up a whole. Parts are the indicators that the author lists, or the groups of a
 * breakdown; rows are groups, periods or bodies.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/plots/parting.h"
#include "resolve/series.h"

/* -- parts -------------------------------------------------------------------------------------------- */

static enum part_side side_of(const struct indicator *indicator)
{
	static const char *const names[] = { [PART_SIDE_NEGATIVE] = "negative",
					     [PART_SIDE_NEUTRAL] = "neutral",
					     [PART_SIDE_POSITIVE] = "positive" };

	for (int side = PART_SIDE_NEGATIVE; side <= PART_SIDE_POSITIVE; side++)
		if (strcmp(indicator->side, names[side]) == 0)
			return (enum part_side)side;
	return PART_SIDE_NONE;
}

static void find_indicators(struct chart *chart, struct parting *parting)
{
	struct resolver *resolver = chart->resolver;
	int listed[PARTS_LISTED_MOST];

	parting->part_count =
		scope_indicators(resolver, chart->scope, chart->block, listed, PARTS_LISTED_MOST);
	for (size_t i = 0; i < parting->part_count; i++) {
		const struct indicator *indicator =
			&resolver->dataset->indicators->items[listed[i]];

		parting->parts[i] =
			(struct part){ .indicator = listed[i],
				       .group = GROUP_ALL,
				       .label = words_capital(chart->words, indicator->short_name),
				       .side = side_of(indicator) };
	}
}

/* Groups that nobody is in the data of have no part; those not known are the last. */
static void find_group_parts(struct chart *chart, struct parting *parting)
{
	const struct classification *classification = chart->view.classification;

	parting->ordered = classification->ordered;
	for (size_t i = 0; i < chart->view.count && parting->part_count < PARTS_LISTED_MOST; i++) {
		int group = chart->view.groups[i].group;
		bool unknown = classification->groups[group].kind == GROUP_UNKNOWN;

		if (unknown && chart->view.groups[i].result == NULL)
			continue;
		parting->parts[parting->part_count++] = (struct part){
			.indicator = -1,
			.group = group,
			.label = words_group(chart->words, classification, group),
			.unknown = unknown,
		};
	}
}

static bool check_parts(const struct chart *chart, const struct parting *parting)
{
	size_t known = 0, most;

	if (parting->part_count == 0 && chart->block->indicators.text != NULL)
		return false; /* told: they are not known */
	for (size_t i = 0; i < parting->part_count; i++)
		known += !parting->parts[i].unknown;
	most = parting->ordered || parting_has_sides(parting) ? PARTS_MOST_ORDERED
							      : PARTS_MOST_NAMED;
	if (known >= 2 && known <= most)
		return true;
	return parting_complain(chart, DIAG_CHART_PARTS,
				arena_printf(chart->resolver->arena,
					     "%zu %s; 2 to %zu can be drawn", known,
					     known == 1 ? "part" : "parts", most));
}

/* -- rows --------------------------------------------------------------------------------------------- */

static void add_row(struct parting *parting, const struct cell_key *key, int group,
		    const char *label)
{
	if (parting->row_count < ROWS_MOST)
		parting->rows[parting->row_count++] =
			(struct row){ .key = *key, .group = group, .label = label };
}

static void add_periods(struct chart *chart, struct parting *parting)
{
	int listed[CHART_PERIODS_MOST];
	size_t count = chart_periods(chart->resolver, chart->scope, &chart->view.key, listed);
	const struct period *periods = chart->resolver->dataset->periods;

	for (size_t i = 0; i < count; i++) {
		struct cell_key key =
			series_key(chart->resolver, chart->scope, &chart->view.key, listed[i]);

		key.period = listed[i];
		add_row(parting, &key, GROUP_ALL,
			words_period_short(chart->words, &periods[listed[i]]));
	}
	if (count > 1)
		chart->period = words_period_span(chart->words, &periods[listed[0]],
						  &periods[listed[count - 1]]);
	explain_series(chart->resolver, chart->scope, &chart->view.key, listed, count,
		       &chart->kind_notes);
}

static void add_bodies(struct chart *chart, struct parting *parting)
{
	const struct organisation *organisations = chart->resolver->dataset->organisations;
	struct cell_key key = chart->view.key;
	int bodies[1 + PEERS_MOST] = { key.organisation };
	size_t count = 1;
	int comparator =
		scope_comparator(chart->resolver, chart->scope, key.organisation, key.period);

	if (scope_has_peers(chart->resolver, chart->scope))
		count += scope_peers(chart->resolver, chart->scope, key.organisation, bodies + 1,
				     PEERS_MOST);
	else if (comparator >= 0)
		bodies[count++] = comparator;
	for (size_t i = 0; i < count; i++) {
		key.organisation = bodies[i];
		add_row(parting, &key, GROUP_ALL, organisations[bodies[i]].short_name);
	}
}

static const char *all_label(const struct chart *chart)
{
	const struct placeholder parts[] = {
		{ "whole", words_population(chart->words, chart->view.indicator) }, { 0 }
	};

	return words_capital(chart->words, words_fill(chart->words, STRING_PARTS_ALL, parts));
}

/* The total first, then the groups. */
static void add_groups(struct chart *chart, struct parting *parting)
{
	struct view_group *groups =
		arena_array(chart->resolver->arena, chart->view.count + 1, sizeof(*groups));
	struct cell_key key = chart->view.key;
	size_t count = choose_groups(chart, groups);

	if (chart->view.total != NULL)
		add_row(parting, &key, GROUP_ALL, all_label(chart));
	for (size_t i = 0; i < count; i++) {
		add_row(parting, &key, groups[i].group,
			words_group(chart->words, chart->view.classification, groups[i].group));
		parting->rows[parting->row_count - 1].unknown =
			chart->view.classification->groups[groups[i].group].kind == GROUP_UNKNOWN;
	}
}

static void find_rows(struct chart *chart, struct parting *parting)
{
	const char *series = chart->block->reference.series.text;

	if (series != NULL && strcmp(series, "period") == 0)
		add_periods(chart, parting);
	else if (series != NULL && strcmp(series, "organisation") == 0)
		add_bodies(chart, parting);
	else if (parting->of_indicators && chart->view.classification != NULL)
		add_groups(chart, parting);
	else
		add_row(parting, &chart->view.key, GROUP_ALL,
			parting->of_indicators ? all_label(chart) : chart->place);
}

/* -- values ------------------------------------------------------------------------------------------- */

static struct plot_value value_of(struct chart *chart, const struct parting *parting,
				  const struct row *row, const struct part *part)
{
	struct cell_key key = row->key;
	struct plot_value value;
	struct view view;

	if (parting->of_indicators)
		key.indicator = part->indicator;
	view = view_of(chart->resolver->arena, chart->resolver->results, &key);
	if (!parting->of_indicators)
		value = plot_value_of_group(chart, &view, part->group);
	else if (row->group == GROUP_ALL)
		value = plot_value_of(chart, &view, NULL);
	else
		value = plot_value_of_group(chart, &view, row->group);
	value.has_interval = false;
	value.interval = "";
	return value;
}

/* One part that is not shown would be what the others leave: none is. */
static void hide_row(struct plot *plot, size_t category)
{
	const struct plot_value *missing = NULL;

	for (size_t s = 0; s < plot->series_count; s++) {
		const struct plot_value *value = plot_value(plot, s, category);

		if (!value_state_is_shown(value->state) &&
		    (missing == NULL || value->state == VALUE_SUPPRESSED))
			missing = value;
	}
	for (size_t s = 0; s < plot->series_count && missing != NULL; s++) {
		struct plot_value *value = &plot->values[s * plot->category_count + category];

		*value = (struct plot_value){ .state = missing->state,
					      .text = missing->text,
					      .interval = "",
					      .use = value->use };
	}
}

static void set_values(struct chart *chart, const struct parting *parting)
{
	struct plot *plot = chart->plot;

	plot_set_categories(chart->resolver->arena, plot, parting->row_count);
	plot_set_series(chart->resolver->arena, plot, parting->part_count);
	for (size_t s = 0; s < parting->part_count; s++)
		plot->series[s].label = parting->parts[s].label;
	for (size_t i = 0; i < parting->row_count; i++) {
		plot->categories[i].label = parting->rows[i].label;
		plot->categories[i].short_label = parting->rows[i].label;
		plot->categories[i].unknown = parting->rows[i].unknown;
		for (size_t s = 0; s < parting->part_count; s++)
			plot->values[s * plot->category_count + i] =
				value_of(chart, parting, &parting->rows[i], &parting->parts[s]);
		hide_row(plot, i);
	}
	chart->has_intervals = false;
}

static bool plot_parts_of(struct chart *chart)
{
	struct parting *parting = arena_alloc(chart->resolver->arena, sizeof(*parting));

	*parting = (struct parting){ .of_indicators = chart->block->indicators.text != NULL };
	if (parting->of_indicators) {
		find_indicators(chart, parting);
	} else if (chart->view.classification != NULL) {
		chart->measure = MEASURE_SHARE;
		find_group_parts(chart, parting);
	}
	if (!check_parts(chart, parting))
		return false;
	find_rows(chart, parting);
	if (parting->row_count == 0)
		return true;
	set_values(chart, parting);
	if (!parting_is_whole(chart, parting))
		return false;
	parting_set_sides(chart, parting);
	parting_words(chart, parting);
	return true;
}

static bool shows_periods(const struct chart *chart)
{
	const char *series = chart->block->reference.series.text;

	return series != NULL && strcmp(series, "period") == 0;
}

const struct plot_maker plot_maker_parts = {
	.shape = SHAPE_PARTS,
	.without_breakdown = true,
	.shows_periods = shows_periods,
	.make = plot_parts_of,
};
