#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/chart_parts.h"

static const struct words *words_of(const struct chart *chart)
{
	return &chart->resolver->words;
}

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

static const struct view_group *same_group(const struct view *view, int group)
{
	for (size_t i = 0; i < view->count; i++)
		if (view->groups[i].group == group)
			return &view->groups[i];
	return NULL;
}

static struct view view_with(struct chart *chart, struct cell_key key)
{
	return view_of(chart->resolver->arena, chart->resolver->results, &key);
}

/* The two views of a pair of series with their names; false after a diagnostic. */
static bool find_pair(struct chart *chart, struct view pair[2], const char *labels[2],
		      struct pair_labels *phrases)
{
	struct resolver *resolver = chart->resolver;
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	const char *series = chart->block->reference.series.text;
	struct cell_key key = chart->view.key;
	int periods[CHART_PERIODS_MOST];
	size_t count;

	if (series != NULL && strcmp(series, "sex") == 0) {
		int sexes = classification_find(dimensions, "sex");

		for (int i = 0; i < 2; i++) {
			key.sex = i;
			pair[i] = view_with(chart, key);
			labels[i] = words_group_short(&resolver->words,
						      dimensions->classifications[sexes], i);
		}
		phrases->first =
			words_group_phrase(&resolver->words, dimensions->classifications[sexes], 0);
		phrases->second =
			words_group_phrase(&resolver->words, dimensions->classifications[sexes], 1);
		return true;
	}
	if (series != NULL && strcmp(series, "organisation") == 0) {
		int comparator = scope_comparator(resolver, chart->scope);

		pair[0] = chart->view;
		labels[0] = resolver->dataset->organisations[key.organisation].short_name;
		if (comparator >= 0) {
			key.organisation = comparator;
			pair[1] = view_with(chart, key);
			labels[1] = resolver->dataset->organisations[comparator].short_name;
			*phrases = (struct pair_labels){ labels[0], labels[1], false };
			return true;
		}
	}
	if (series != NULL && strcmp(series, "period") == 0) {
		count = scope_periods(resolver, chart->scope, &key, periods, CHART_PERIODS_MOST);
		if (count >= 2) {
			int ends[] = { periods[0], periods[count - 1] };

			for (int i = 0; i < 2; i++) {
				key.period = ends[i];
				pair[i] = view_with(chart, key);
				labels[i] = words_period_short(
					&resolver->words, &resolver->dataset->periods[ends[i]]);
			}
			*phrases = (struct pair_labels){ labels[0], labels[1], true };
			return true;
		}
	}
	diag_add(resolver->diags, DIAG_CHART_SERIES, chart->block->at, chart->kind->name, NULL);
	return false;
}

bool plot_pair(struct chart *chart, const char **title)
{
	struct resolver *resolver = chart->resolver;
	struct plot *plot = chart->plot;
	struct view_group *groups;
	struct pair_labels phrases = { 0 };
	const char *labels[2];
	struct view pair[2];
	size_t count = 0;

	if (!find_pair(chart, pair, labels, &phrases))
		return false;
	groups = arena_array(resolver->arena, chart->view.count + pair[0].count, sizeof(*groups));
	for (size_t i = 0; i < pair[0].count; i++) {
		const struct view_group *other = same_group(&pair[1], pair[0].groups[i].group);

		/* A group without a figure in either series says nothing here; its table does. */
		if (value_is_shown(&pair[0].groups[i].value) ||
		    (i < pair[0].ordinary && pair[0].groups[i].result != NULL) ||
		    (other != NULL && value_is_shown(&other->value)))
			groups[count++] = pair[0].groups[i];
	}
	set_categories(chart, groups, count);
	plot->series_count = 2;
	plot->series = arena_array(resolver->arena, 2, sizeof(*plot->series));
	plot->values = arena_array(resolver->arena, 2 * count, sizeof(*plot->values));
	for (size_t s = 0; s < 2; s++) {
		plot->series[s].label = labels[s];
		plot->series[s].emphasis = s == 0 ? EMPHASIS_FIRST : EMPHASIS_LAST;
		for (size_t i = 0; i < count; i++) {
			const struct view_group none = {
				.value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA)
			};
			const struct view_group *group = same_group(&pair[s], groups[i].group);

			plot->values[s * count + i] =
				plot_value_of(chart, &pair[s], group == NULL ? &none : group);
		}
	}
	*title = title_of_pair(&resolver->words, &pair[0], &pair[1], phrases);
	return true;
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

		plot->categories[i].label = words_period_short(words_of(chart), period);
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
			view = view_with(chart, key);
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
				&resolver->words, chart->view.classification, groups[s].group);
		plot->series[s].emphasis = emphasis_of(chart, &groups[s], s, series);
	}
	for (size_t i = 0; i < count; i++) {
		struct cell_key key = chart->view.key;
		struct view view;

		key.period = periods[i];
		view = view_with(chart, key);
		for (size_t s = 0; s < series; s++) {
			const struct view_group none = {
				.value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA)
			};
			const struct view_group *group = same_group(&view, groups[s].group);

			plot->values[s * count + i] =
				plot_value_of(chart, &view, group == NULL ? &none : group);
			/* Only the lines in focus carry their intervals. */
			if (plot->series[s].emphasis == EMPHASIS_CONTEXT)
				plot->values[s * count + i].has_interval = false;
		}
	}
}

void plot_over_time(struct chart *chart, const char **title, const char **period)
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
	first = view_with(chart, key);
	*title = title_of_change(&resolver->words, &first, &chart->view);
	*period = words_period_span(&resolver->words, &resolver->dataset->periods[periods[0]],
				    &resolver->dataset->periods[periods[count - 1]]);
}
