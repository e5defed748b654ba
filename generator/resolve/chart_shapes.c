#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/chart_parts.h"

void plot_groups(struct chart *chart)
{
	struct plot *plot = chart->plot;
	struct view_group *groups =
		arena_array(chart->resolver->arena, chart->view.count, sizeof(*groups));
	size_t count = choose_groups(chart, groups);

	set_categories(chart, groups, count);
	plot->series_count = 1;
	plot->series = arena_array(chart->resolver->arena, 1, sizeof(*plot->series));
	plot->series[0].label = "";
	plot->values = arena_array(chart->resolver->arena, count, sizeof(*plot->values));
	for (size_t i = 0; i < count; i++)
		plot->values[i] = plot_value_of(chart, &chart->view, &groups[i]);
	set_reference(chart);
	if (chart->kind->needs_order)
		set_gradient(chart, groups, count);
}

static enum plot_emphasis emphasis_of(const struct chart *chart, const struct view_group *group,
				      size_t position, size_t count)
{
	if (chart->block->emphasise.text != NULL)
		return is_emphasised(chart, group->group) ? EMPHASIS_FIRST : EMPHASIS_CONTEXT;
	if (position == 0 && (chart->view.classification->ordered || count == 2))
		return EMPHASIS_FIRST;
	if (position + 1 == count && (chart->view.classification->ordered || count == 2))
		return EMPHASIS_LAST;
	return EMPHASIS_CONTEXT;
}

static void set_periods(struct chart *chart, const int *periods, size_t count)
{
	const struct dataset *dataset = chart->resolver->dataset;
	struct plot *plot = chart->plot;

	plot->category_count = count;
	plot->categories = arena_array(chart->resolver->arena, count, sizeof(*plot->categories));
	for (size_t i = 0; i < count; i++) {
		const struct period *period = &dataset->periods[periods[i]];

		plot->categories[i].label = words_period_short(chart->words, period);
		plot->categories[i].short_label = plot->categories[i].label;
		plot->categories[i].after_gap =
			i > 0 && period->form != PERIOD_TEXT &&
			!period_follows(&dataset->periods[periods[i - 1]], period);
	}
}

/* Lines of the total: the body's own, and that of the body it is compared with. */
static void plot_totals(struct chart *chart, const int *periods, size_t count)
{
	struct resolver *resolver = chart->resolver;
	struct plot *plot = chart->plot;
	int comparator = scope_comparator(resolver, chart->scope);
	int bodies[] = { chart->view.key.organisation, comparator };

	plot->series_count = comparator >= 0 ? 2 : 1;
	plot->series = arena_array(resolver->arena, plot->series_count, sizeof(*plot->series));
	plot->values =
		arena_array(resolver->arena, plot->series_count * count, sizeof(*plot->values));
	for (size_t s = 0; s < plot->series_count; s++) {
		plot->series[s].label = resolver->dataset->organisations[bodies[s]].short_name;
		plot->series[s].emphasis = s == 0 ? EMPHASIS_FIRST : EMPHASIS_LAST;
		for (size_t i = 0; i < count; i++) {
			struct cell_key key = chart->view.key;
			struct view view;

			key.period = periods[i];
			key.organisation = bodies[s];
			view = view_of(resolver->arena, resolver->results, &key);
			plot->values[s * count + i] = plot_value_of(chart, &view, NULL);
			if (view.total != NULL)
				chart->source_count = add_source(
					resolver, view.total, chart->sources, chart->source_count);
		}
	}
}

static void plot_groups_over_time(struct chart *chart, const int *periods, size_t count)
{
	struct resolver *resolver = chart->resolver;
	struct plot *plot = chart->plot;
	struct view_group *groups =
		arena_array(resolver->arena, chart->view.count + 1, sizeof(*groups));
	size_t series = choose_groups(chart, groups);

	plot->series_count = series;
	plot->series = arena_array(resolver->arena, series, sizeof(*plot->series));
	plot->values = arena_array(resolver->arena, series * count, sizeof(*plot->values));
	for (size_t s = 0; s < series; s++) {
		/* "1 most deprived" says more than "1". */
		plot->series[s].label =
			(chart->view.classification->ordered ? words_group : words_group_short)(
				chart->words, chart->view.classification, groups[s].group);
		plot->series[s].emphasis = emphasis_of(chart, &groups[s], s, series);
	}
	for (size_t i = 0; i < count; i++) {
		struct cell_key key = chart->view.key;
		struct view view;

		key.period = periods[i];
		view = view_of(resolver->arena, resolver->results, &key);
		for (size_t s = 0; s < series; s++) {
			plot->values[s * count + i] =
				plot_value_of_group(chart, &view, groups[s].group);
			/* Only the lines in focus carry their intervals. */
			if (plot->series[s].emphasis == EMPHASIS_CONTEXT)
				plot->values[s * count + i].has_interval = false;
		}
	}
}

void plot_over_time(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	int periods[CHART_PERIODS_MOST];
	size_t count = scope_periods(resolver, chart->scope, &chart->view.key, periods,
				     CHART_PERIODS_MOST);
	struct cell_key key = chart->view.key;
	struct view first;

	if (count < 3)
		diag_addf(resolver->diags, DIAG_CHART_PERIODS, chart->block->at, "%s has %zu",
			  chart->view.indicator->id, count);
	set_periods(chart, periods, count);
	if (chart->view.classification == NULL)
		plot_totals(chart, periods, count);
	else
		plot_groups_over_time(chart, periods, count);
	if (count == 0)
		return;
	key.period = periods[0];
	first = view_of(resolver->arena, resolver->results, &key);
	chart->title = title_of_change(chart->words, &first, &chart->view);
	chart->period = words_period_span(chart->words, &resolver->dataset->periods[periods[0]],
					  &resolver->dataset->periods[periods[count - 1]]);
}
