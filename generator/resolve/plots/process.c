/*
 * process.c - a series over time as a control chart: of the total of a body, or of the group that is emphasised.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/process_series.h"
#include "resolve/period_steps.h"
#include "resolve/plots/maker.h"
#include "resolve/plots/process_words.h"
#include "resolve/series.h"

/* -- which figures -------------------------------------------------------------------------------------- */

/* The group that the author emphasises; GROUP_ALL for the total. */
static int find_group(const struct chart *chart)
{
	if (chart->view.classification == NULL || chart->block->emphasise.text == NULL)
		return GROUP_ALL;
	for (size_t i = 0; i < chart->view.count; i++)
		if (is_emphasised(chart, chart->view.groups[i].group))
			return chart->view.groups[i].group;
	return GROUP_ALL;
}

static struct plot_value value_in(struct chart *chart, int group, const struct period_step *step)
{
	struct cell_key key = chart->view.key;
	struct plot_value value;
	struct view view;

	if (step->number < 0)
		return plot_left_out(chart);
	key = series_key(chart->resolver, chart->scope, &key, step->number);
	key.period = step->number;
	view = view_of(chart->resolver->arena, chart->resolver->results, &key);
	if (group == GROUP_ALL && view.total != NULL)
		chart->source_count = add_source(chart->resolver, view.total, chart->sources,
						 chart->source_count);
	value = group == GROUP_ALL ? plot_value_of(chart, &view, NULL)
				   : plot_value_of_group(chart, &view, group);
	/* Limits of variation stand in the place of intervals. */
	value.has_interval = false;
	return value;
}

/* True when the author begins new limits with a period. */
static bool begins_anew(const struct chart *chart, const struct period_step *step)
{
	const char *code = step->period.code;

	for (const char *at = chart->block->rebase.text; at != NULL;) {
		size_t length = strcspn(at, "|");

		if (code != NULL && strlen(code) == length && strncmp(at, code, length) == 0)
			return true;
		at = at[length] == '\0' ? NULL : at + length + 1;
	}
	return false;
}

/* A period that begins new limits and is not in the data is a slip. */
static void check_rebase(const struct chart *chart, const struct period_step *steps, size_t count)
{
	const struct word *list = &chart->block->rebase;

	for (const char *at = list->text; at != NULL;) {
		size_t length = strcspn(at, "|");
		bool known = false;

		for (size_t i = 0; i < count && !known; i++)
			known = steps[i].period.code != NULL &&
				strlen(steps[i].period.code) == length &&
				strncmp(at, steps[i].period.code, length) == 0;
		if (!known)
			diag_addf(chart->resolver->diags, DIAG_REBASE_UNKNOWN, list->at, "%.*s",
				  (int)length, at);
		at = at[length] == '\0' ? NULL : at + length + 1;
	}
}

/* -- limits --------------------------------------------------------------------------------------------- */

/* The figures that are shown, in order. */
struct series_values {
	double *values;
	size_t *categories, count;
	size_t *starts, start_count; /* of further stretches, by place among values */
};

static void collect(const struct chart *chart, const struct period_step *steps,
		    struct series_values *series)
{
	const struct plot *plot = chart->plot;
	bool anew = false;

	for (size_t i = 0; i < plot->category_count; i++) {
		anew = anew || plot->categories[i].after_break || begins_anew(chart, &steps[i]);
		if (!value_state_is_shown(plot->values[i].state))
			continue;
		if (anew && series->count > 0)
			series->starts[series->start_count++] = series->count;
		anew = false;
		series->values[series->count] = plot->values[i].value;
		series->categories[series->count++] = i;
	}
}

/* Parts of the series, by the periods that they hold. */
static void set_stretches(const struct chart *chart, const struct series_values *series,
			  const struct process_series *found, struct plot_process *process)
{
	struct process_stretch *stretches =
		arena_array(chart->resolver->arena, found->part_count, sizeof(*stretches));

	for (size_t i = 0; i < found->part_count; i++) {
		const struct process_part *part = &found->parts[i];

		stretches[i] = (struct process_stretch){
			.first = series->categories[part->first],
			.last = series->categories[part->last],
			.mean = part->mean,
			.low = part->low,
			.high = part->high,
			.trial = part->trial,
		};
	}
	process->stretches = stretches;
	process->stretch_count = found->part_count;
}

/* Draws no limits when there are too few figures for them. */
static void set_process(struct chart *chart, const struct series_values *series,
			struct plot_process *process)
{
	struct arena *arena = chart->resolver->arena;
	enum verdict *verdicts =
		arena_array(arena, chart->plot->category_count + 1, sizeof(*verdicts));
	struct process_series found;
	double target;

	for (size_t i = 0; i < chart->plot->category_count; i++)
		verdicts[i] = VERDICT_SIMILAR;
	process->verdicts = verdicts;
	if (!process_series(arena, chart->view.indicator, series->values, series->count,
			    series->starts, series->start_count,
			    chart_target(chart, &target) ? &target : NULL, &found))
		return;
	for (size_t i = 0; i < series->count; i++)
		verdicts[series->categories[i]] = found.verdicts[i];
	set_stretches(chart, series, &found, process);
	process_words(chart, process, &found,
		      chart->plot->categories[series->categories[series->count - 1]].label);
}

static bool plot_process_of(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	struct plot_process *process = arena_alloc(resolver->arena, sizeof(*process));
	const struct period *periods = resolver->dataset->periods;
	int listed[CHART_PERIODS_MOST];
	size_t count = chart_periods(resolver, chart->scope, &chart->view.key, listed), step_count;
	struct series_values series = { 0 };
	struct period_step *steps;
	int group = find_group(chart);

	if (count == 0)
		return true;
	step_count = period_steps(resolver->arena, resolver->dataset, listed, count,
				  CHART_PERIODS_MOST, &steps);
	plot_set_periods(chart, steps, step_count);
	check_rebase(chart, steps, step_count);
	plot_set_series(resolver->arena, chart->plot, 1);
	for (size_t i = 0; i < step_count; i++)
		chart->plot->values[i] = value_in(chart, group, &steps[i]);
	chart->has_intervals = false;
	chart->period =
		words_period_span(chart->words, &periods[listed[0]], &periods[listed[count - 1]]);
	if (chart->view.classification != NULL)
		chart->by = group == GROUP_ALL
				    ? ""
				    : words_group(chart->words, chart->view.classification, group);
	series.values = arena_array(resolver->arena, step_count, sizeof(double));
	series.categories = arena_array(resolver->arena, step_count, sizeof(size_t));
	series.starts = arena_array(resolver->arena, step_count, sizeof(size_t));
	collect(chart, steps, &series);
	*process = (struct plot_process){ .variation = { .letter = "", .words = "" },
					  .assurance = { .letter = "", .words = "" },
					  .mean_label = "",
					  .limit_label = "" };
	chart->plot->process = process;
	if (series.count < PROCESS_VALUES_LEAST)
		diag_addf(resolver->diags, DIAG_CONTROL_SHORT, chart->block->at, "%s has %zu",
			  chart->view.indicator->id, series.count);
	process_title(chart);
	set_process(chart, &series, process);
	explain_series(resolver, chart->scope, &chart->view.key, listed, count, &chart->kind_notes);
	return true;
}

const struct plot_maker plot_maker_process = {
	.shape = SHAPE_PROCESS,
	.without_breakdown = true,
	.shows_periods = plot_shows_periods,
	.make = plot_process_of,
};
