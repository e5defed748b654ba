/*
 * panels_find.c - what has a panel each: groups, sexes, bodies, indicators, periods.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/plots/panels.h"
#include "resolve/series.h"

/* A count of all dwarfs those of its parts. */
static bool repeats_whole(const struct chart *chart)
{
	return chart->measure == MEASURE_VALUE &&
	       !method_find(chart->view.indicator->method)->is_count;
}

/* The line of a group, and the line of all in grey; whole NULL: without it. */
static struct plot *plot_of_line(const struct chart *chart, const struct plot *all, size_t series,
				 const struct plot_value *whole)
{
	struct arena *arena = chart->resolver->arena;
	struct plot *plot = arena_alloc(arena, sizeof(*plot));
	size_t count = all->category_count;

	*plot = *all;
	plot->categories = arena_array(arena, count, sizeof(*plot->categories));
	memcpy(plot->categories, all->categories, count * sizeof(*plot->categories));
	plot_set_series(arena, plot, whole == NULL ? 1 : 2);
	plot->series[0].emphasis = EMPHASIS_FIRST;
	for (size_t i = 0; i < count; i++) {
		plot->values[i] = *plot_value(all, series, i);
		/* Lines that stand back drop their intervals; in a panel of its own none does. */
		plot->values[i].has_interval = plot->values[i].upper > plot->values[i].lower;
	}
	if (whole != NULL) {
		plot->series[1].emphasis = EMPHASIS_CONTEXT;
		memcpy(plot->values + count, whole, count * sizeof(*whole));
	}
	return plot;
}

/* The figures of all in the periods of a plot. */
static struct plot_value *figures_of_all(struct chart *chart, const struct chart *part)
{
	size_t count = part->plot->category_count;
	struct plot_value *values = arena_array(chart->resolver->arena, count, sizeof(*values));

	for (size_t i = 0; i < count; i++) {
		struct cell_key key = part->view.key;
		struct view view;

		values[i] = (struct plot_value){ .state = VALUE_NOT_AVAILABLE,
						 .text = "",
						 .interval = "" };
		if (part->category_periods[i] < 0)
			continue;
		key.period = part->category_periods[i];
		view = view_of(chart->resolver->arena, chart->resolver->results, &key);
		values[i] = plot_value_of(chart, &view, NULL);
		values[i].has_interval = false;
	}
	return values;
}

static bool by_group(struct chart *chart)
{
	struct chart part = panels_part(chart, chart->scope, chart->view);
	struct plot_value *whole;

	if (part.kind->shape != SHAPE_GROUPS_OVER_TIME || chart->view.classification == NULL) {
		diag_add(
			chart->resolver->diags, DIAG_PANELS_UNFIT, chart->block->at,
			"panels=\"group\"",
			"write of-kind=\"trend\" and a breakdown, or panels=\"sex\", \"organisation\", \"indicator\" or \"period\"");
		return false;
	}
	part.draws_total = repeats_whole(chart);
	if (!plot_maker_find(part.kind->shape)->make(&part))
		return false;
	set_axis(&part);
	panels_take_words(chart, &part);
	chart->title = part.title;
	chart->title_rests_on = part.title_rests_on;
	whole = repeats_whole(chart) ? figures_of_all(chart, &part) : NULL;
	for (size_t s = 0; s < part.plot->series_count; s++)
		panels_add(chart, plot_of_line(chart, part.plot, s, whole),
			   part.plot->series[s].label);
	if (whole != NULL)
		panels_tell_whole(chart, panels_name_of_all(chart));
	return true;
}

static bool by_sex(struct chart *chart)
{
	const struct dimensions *dimensions = chart->resolver->dataset->dimensions;
	const struct classification *sexes =
		dimensions->classifications[classification_find(dimensions, "sex")];
	struct plot *whole = panels_make_part(chart, chart->scope, chart->view);

	for (int i = 0; i < 2 && whole != NULL; i++) {
		struct cell_key key = chart->view.key;
		struct plot *plot;

		key.sex = i;
		plot = panels_make_part(
			chart, chart->scope,
			view_of(chart->resolver->arena, chart->resolver->results, &key));
		if (plot == NULL)
			return false;
		if (repeats_whole(chart))
			panels_repeat_whole(chart, plot, whole);
		panels_add(chart, plot, words_group_short(chart->words, sexes, i));
	}
	if (whole == NULL)
		return false;
	if (repeats_whole(chart) && whole->series_count == 1)
		panels_tell_whole(chart, panels_name_of_all(chart));
	chart->by =
		words_fill(chart->words, STRING_BOTH,
			   (struct placeholder[]){
				   { "first", chart->by }, { "second", sexes->phrase }, { 0 } });
	return true;
}

/* A panel for what a scope means that differs from the one around in a word. */
static struct plot *panel_of_scope(struct chart *chart, struct scope scope)
{
	struct resolver *resolver = chart->resolver;
	struct scope *kept = arena_alloc(resolver->arena, sizeof(*kept));
	const struct plot_maker *maker = plot_maker_find(panels_kind(chart)->shape);
	struct cell_key key;

	*kept = scope;
	if (!scope_key(resolver, kept, chart->block->at, &key))
		return NULL;
	if (maker->shows_periods != NULL && maker->shows_periods(chart))
		key.period = chart->view.key.period;
	return panels_make_part(chart, kept, view_of(resolver->arena, resolver->results, &key));
}

static bool by_organisation(struct chart *chart)
{
	const struct organisation *organisations = chart->resolver->dataset->organisations;
	int bodies[1 + PEERS_MOST] = { chart->view.key.organisation };
	const struct plot *own = NULL;
	size_t count = 1;

	if (scope_has_peers(chart->resolver, chart->scope))
		count += scope_peers(chart->resolver, chart->scope, bodies[0], bodies + 1,
				     PEERS_MOST);
	else if ((bodies[1] = scope_comparator(chart->resolver, chart->scope, bodies[0],
					       chart->view.key.period)) >= 0)
		count = 2;
	for (size_t i = 0; i < count; i++) {
		struct scope scope = *chart->scope;
		struct plot *plot;

		scope.reference.organisation.text = organisations[bodies[i]].code;
		scope.reference.compare.text = "all";
		plot = panel_of_scope(chart, scope);
		if (plot == NULL)
			return false;
		if (i == 0)
			own = plot;
		else
			panels_repeat_whole(chart, plot, own);
		panels_add(chart, plot, organisations[bodies[i]].short_name);
	}
	if (count > 1)
		panels_tell_whole(chart, organisations[bodies[0]].short_name);
	if (count > 2)
		chart->place = words_counted(chart->words, STRING_PANELS_BODIES_OTHER, count,
					     (struct placeholder[]){ { 0 } });
	else if (count == 2)
		chart->place = words_fill(
			chart->words, STRING_BOTH,
			(struct placeholder[]){ { "first", organisations[bodies[0]].short_name },
						{ "second", organisations[bodies[1]].short_name },
						{ 0 } });
	return true;
}

/* A figure per 100,000 people and one per 1,000, days and kilograms: not to be read off one scale. */
static bool same_unit(const struct indicator *a, const struct indicator *b)
{
	return indicator_is_percentage(a) == indicator_is_percentage(b) &&
	       a->multiplier == b->multiplier && strcmp(a->method, b->method) == 0 &&
	       strcmp(a->unit, b->unit) == 0;
}

/* Percentages share a scale however they came about; other figures do when they are alike in all. */
static bool share_scales(const struct indicator *a, const struct indicator *b)
{
	return (indicator_is_percentage(a) && indicator_is_percentage(b)) || same_unit(a, b);
}

/* "Falls (per 1,000 people)": the unit is part of the title, for a cell has no title of its axis. */
static const char *indicator_title(const struct chart *chart, const struct indicator *indicator,
				   const struct plot *plot)
{
	const char *name = words_capital(chart->words, indicator->short_name);

	if (plot->axis_title[0] == '\0')
		return name;
	return words_fill(
		chart->words, STRING_PANELS_UNIT,
		(struct placeholder[]){ { "name", name }, { "unit", plot->axis_title }, { 0 } });
}

/* What the title by rule says, the subtitle below it need not repeat. */
static void set_indicator_words(struct chart *chart, size_t count)
{
	const struct placeholder parts[] = {
		{ "by", chart->by },
		{ "phrase", chart->by },
		{ "place", chart->place },
		{ "period", chart->period },
		{ 0 },
	};

	chart->axis_title = "";
	if (count > 1 && chart->view.classification != NULL) {
		chart->title =
			words_counted(chart->words, STRING_TITLE_GAPS_ACROSS_OTHER, count, parts);
		if (!chart->block->parts.has_title) {
			chart->subtitle = words_fill(chart->words, STRING_TABLE_SUBTITLE, parts);
			return;
		}
	}
	chart->subtitle = words_counted(chart->words,
					chart->by[0] == '\0' ? STRING_PANELS_INDICATORS_ALL_OTHER
							     : STRING_PANELS_INDICATORS_OTHER,
					count, parts);
}

static bool by_indicator(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	int indicators[PANELS_MOST];
	size_t count =
		scope_indicators(resolver, chart->scope, chart->block, indicators, PANELS_MOST);

	for (size_t i = 0; i < count; i++) {
		const struct indicator *indicator =
			&resolver->dataset->indicators->items[indicators[i]];
		struct scope scope = *chart->scope;
		struct plot *plot;

		scope.reference.indicator.text = indicator->id;
		plot = panel_of_scope(chart, scope);
		if (plot == NULL)
			return false;
		panels_add(chart, plot, indicator_title(chart, indicator, plot));
		chart->plot->own_scale =
			chart->plot->own_scale ||
			!share_scales(&resolver->dataset->indicators->items[indicators[0]],
				      indicator);
	}
	set_indicator_words(chart, count);
	return count > 0;
}

static bool by_period(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	const struct period *periods = resolver->dataset->periods;
	int listed[CHART_PERIODS_MOST];
	size_t count = chart_periods(resolver, chart->scope, &chart->view.key, listed);

	for (size_t i = 0; i < count; i++) {
		struct cell_key key =
			series_key(resolver, chart->scope, &chart->view.key, listed[i]);
		struct plot *plot = panels_make_part(
			chart, chart->scope, view_of(resolver->arena, resolver->results, &key));

		if (plot == NULL)
			return false;
		panels_add(chart, plot, words_period_short(chart->words, &periods[listed[i]]));
	}
	if (count > 0)
		chart->period = words_period_span(chart->words, &periods[listed[0]],
						  &periods[listed[count - 1]]);
	return true;
}

static const struct {
	const char *panels;
	bool (*make)(struct chart *chart);
} finders[] = {
	{ "group", by_group },         { "sex", by_sex },       { "organisation", by_organisation },
	{ "indicator", by_indicator }, { "period", by_period },
};

bool panels_find(struct chart *chart, const char *what)
{
	for (size_t i = 0; i < sizeof(finders) / sizeof(finders[0]); i++)
		if (strcmp(finders[i].panels, what) == 0)
			return finders[i].make(chart);
	return false;
}
