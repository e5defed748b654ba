/*
 * over_time.c - groups over periods, or the total of a body beside those of others.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/period_steps.h"
#include "resolve/plots/maker.h"
#include "resolve/series.h"

static enum plot_emphasis emphasis_of(const struct chart *chart, const struct view_group *group,
				      size_t position, size_t count)
{
	if (chart->block->emphasise.text != NULL)
		return is_emphasised(chart, group->group) ? EMPHASIS_FIRST : EMPHASIS_CONTEXT;
	if (position == 0 && (chart->view.classification->ordered || count <= 2))
		return EMPHASIS_FIRST;
	if (position + 1 == count && (chart->view.classification->ordered || count == 2))
		return EMPHASIS_LAST;
	return EMPHASIS_CONTEXT;
}

/* Two days of one month have the same short name. */
static bool share_a_name(const struct chart *chart, const struct period_step *steps, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (strcmp(words_period_short(chart->words, &steps[i - 1].period),
			   words_period_short(chart->words, &steps[i].period)) == 0)
			return true;
	return false;
}

static void set_periods(struct chart *chart, const struct period_step *steps, size_t count)
{
	struct plot *plot = chart->plot;
	bool in_full = share_a_name(chart, steps, count);

	plot_set_categories(chart->resolver->arena, plot, count);
	for (size_t i = 0; i < count; i++) {
		plot->categories[i].label = (in_full ? words_period : words_period_short)(
			chart->words, &steps[i].period);
		plot->categories[i].short_label = plot->categories[i].label;
		plot->categories[i].after_gap = steps[i].after_gap;
	}
}

/* Lines end before a period whose figures are not to be joined to those before it. */
static void break_series(struct chart *chart, const struct cell_key *key,
			 const struct period_step *steps, size_t count)
{
	int before = -1;

	for (size_t i = 0; i < count; i++) {
		struct plot_category *category = &chart->plot->categories[i];

		if (steps[i].number < 0)
			continue;
		category->after_break =
			category->after_break ||
			(before >= 0 && series_breaks(chart->resolver, chart->scope, key, before,
						      steps[i].number));
		before = steps[i].number;
	}
}

/* Breaks in the figures of a body, drawn and told. */
static void tell_series(struct chart *chart, int organisation, const struct period_step *steps,
			size_t count)
{
	struct cell_key key = chart->view.key;
	int listed[CHART_PERIODS_MOST];
	size_t known = 0;

	key.organisation = organisation;
	for (size_t i = 0; i < count; i++)
		if (steps[i].number >= 0 && known < CHART_PERIODS_MOST)
			listed[known++] = steps[i].number;
	break_series(chart, &key, steps, count);
	chart->told_editions = explain_series(chart->resolver, chart->scope, &key, listed, known,
					      &chart->kind_notes) ||
			       chart->told_editions;
}

/* The body itself and what it is compared with; returns how many. */
static size_t find_bodies(struct chart *chart, int *bodies)
{
	const struct cell_key *key = &chart->view.key;

	bodies[0] = key->organisation;
	if (scope_has_peers(chart->resolver, chart->scope))
		return 1 + scope_peers(chart->resolver, chart->scope, key->organisation, bodies + 1,
				       PEERS_MOST);
	bodies[1] = scope_comparator(chart->resolver, chart->scope, key->organisation, key->period);
	return bodies[1] >= 0 ? 2 : 1;
}

static enum plot_emphasis emphasis_of_body(const struct chart *chart, size_t position)
{
	if (position == 0)
		return EMPHASIS_FIRST;
	return scope_has_peers(chart->resolver, chart->scope) ? EMPHASIS_CONTEXT : EMPHASIS_LAST;
}

/* Lines of the total: the body's own, and those of the bodies it is compared with. */
static void plot_totals(struct chart *chart, const struct period_step *steps, size_t count)
{
	struct resolver *resolver = chart->resolver;
	struct plot *plot = chart->plot;
	int bodies[1 + PEERS_MOST];

	plot_set_series(resolver->arena, plot, find_bodies(chart, bodies));
	for (size_t s = 0; s < plot->series_count; s++) {
		/* One line alone is named by the subtitle. */
		plot->series[s].label =
			plot->series_count > 1
				? resolver->dataset->organisations[bodies[s]].short_name
				: "";
		plot->series[s].emphasis = emphasis_of_body(chart, s);
		for (size_t i = 0; i < count; i++) {
			struct cell_key key = chart->view.key;
			struct view view;

			if (steps[i].number < 0) {
				plot->values[s * count + i] = plot_left_out(chart);
				continue;
			}
			key.period = steps[i].number;
			key.organisation = bodies[s];
			view = view_of(resolver->arena, resolver->results, &key);
			plot->values[s * count + i] = plot_value_of(chart, &view, NULL);
			/* Only the lines in focus carry their intervals. */
			if (plot->series[s].emphasis == EMPHASIS_CONTEXT)
				plot->values[s * count + i].has_interval = false;
			if (view.total != NULL)
				chart->source_count = add_source(
					resolver, view.total, chart->sources, chart->source_count);
		}
		tell_series(chart, bodies[s], steps, count);
	}
}

static void plot_groups_over_time(struct chart *chart, const struct period_step *steps,
				  size_t count)
{
	struct resolver *resolver = chart->resolver;
	struct plot *plot = chart->plot;
	struct view_group *groups =
		arena_array(resolver->arena, chart->view.count + 1, sizeof(*groups));
	size_t series = choose_groups(chart, groups);

	plot_set_series(resolver->arena, plot, series);
	plot->series_short = arena_array(resolver->arena, series + 1, sizeof(*plot->series_short));
	for (size_t s = 0; s < series; s++) {
		/* "1 most deprived" says more than "1". */
		plot->series[s].label =
			(chart->view.classification->ordered ? words_group : words_group_short)(
				chart->words, chart->view.classification, groups[s].group);
		plot->series_short[s] = words_group_short(chart->words, chart->view.classification,
							  groups[s].group);
		plot->series[s].emphasis = emphasis_of(chart, &groups[s], s, series);
	}
	for (size_t i = 0; i < count; i++) {
		struct cell_key key = chart->view.key;
		struct view view;

		for (size_t s = 0; s < series && steps[i].number < 0; s++)
			plot->values[s * count + i] = plot_left_out(chart);
		if (steps[i].number < 0)
			continue;
		key = series_key(resolver, chart->scope, &key, steps[i].number);
		view = view_of(resolver->arena, resolver->results, &key);
		for (size_t s = 0; s < series; s++) {
			const struct view_group *then =
				series_group(&chart->view, &view, &groups[s]);

			plot->values[s * count + i] = plot_value_of_group(
				chart, &view, then == NULL ? GROUP_ALL : then->group);
			/* Only the lines in focus carry their intervals. */
			if (plot->series[s].emphasis == EMPHASIS_CONTEXT)
				plot->values[s * count + i].has_interval = false;
		}
	}
	tell_series(chart, chart->view.key.organisation, steps, count);
}

/* One period, not several of them. */
static bool is_single(const char *period)
{
	return period != NULL && strcmp(period, "all") != 0 && strncmp(period, "last-", 5) != 0 &&
	       strchr(period, '|') == NULL;
}

size_t chart_periods(struct resolver *resolver, const struct scope *scope,
		     const struct cell_key *key, int *listed)
{
	size_t count = scope_periods(resolver, scope, key, listed, CHART_PERIODS_MOST);
	struct cell_key single = *key;

	if (is_single(scope->reference.period.text) && scope_period(resolver, scope, &single))
		while (count > 0 && listed[count - 1] > single.period)
			count--;
	return count;
}

static const int *period_numbers(const struct chart *chart, const struct period_step *steps,
				 size_t count)
{
	int *numbers = arena_array(chart->resolver->arena, count, sizeof(*numbers));

	for (size_t i = 0; i < count; i++)
		numbers[i] = steps[i].number;
	return numbers;
}

/* Lines that stand back carry no intervals, so a chart of nothing else has none to speak of. */
static bool draws_intervals(const struct plot *plot)
{
	for (size_t i = 0; i < plot->series_count * plot->category_count; i++)
		if (plot->values[i].has_interval)
			return true;
	return false;
}

static bool plot_over_time(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	int listed[CHART_PERIODS_MOST];
	size_t count = chart_periods(resolver, chart->scope, &chart->view.key, listed);
	size_t step_count;
	struct cell_key key = chart->view.key;
	struct period_step *steps;
	struct view first;
	size_t since;

	if (count < 3)
		diag_addf(resolver->diags, DIAG_CHART_PERIODS, chart->block->at, "%s has %zu",
			  chart->view.indicator->id, count);
	if (count == 0)
		return true;
	step_count = period_steps(resolver->arena, resolver->dataset, listed, count,
				  CHART_PERIODS_MOST, &steps);
	set_periods(chart, steps, step_count);
	chart->category_periods = period_numbers(chart, steps, step_count);
	if (chart->view.classification == NULL)
		plot_totals(chart, steps, step_count);
	else
		plot_groups_over_time(chart, steps, step_count);
	chart->has_intervals = draws_intervals(chart->plot);
	/* What happened behind a break is not what the whole chart shows. */
	since = series_since(resolver, chart->scope, &key, listed, count);
	key.period = listed[0];
	first = view_of(resolver->arena, resolver->results, &key);
	chart->title =
		since > 0 ? title_neutral(chart->words, &chart->view, MEASURE_VALUE)
			  : title_of_change(chart->words, &first, &chart->view, chart->draws_total);
	chart->period = words_period_span(chart->words, &resolver->dataset->periods[listed[0]],
					  &resolver->dataset->periods[listed[count - 1]]);
	return true;
}

const struct plot_maker plot_maker_over_time = {
	.shape = SHAPE_GROUPS_OVER_TIME,
	.without_breakdown = true,
	.shows_periods = plot_shows_periods,
	.make = plot_over_time,
};
