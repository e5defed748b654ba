#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "indicator/figure.h"
#include "resolve/chart_parts.h"

/* Letters of the longest population that has room beside the boxes of a gradient. */
enum { SHARE_LABEL_MOST = 12 };

struct plot_value plot_value_of(struct chart *chart, const struct view *view,
				const struct view_group *group)
{
	struct value value = view_group_measure(view, group, chart->measure);
	int indicator = view->key.indicator;
	struct plot_value plotted = {
		.state = value.state,
		.text = words_value(chart->words, indicator, chart->measure, &value,
				    chart->block->decimals),
		.interval = words_interval(chart->words, indicator, chart->measure, &value,
					   chart->block->decimals),
	};

	note_printed(&chart->states, &value, plotted.text);
	if (words_rounds_to_zero(chart->words, indicator, chart->measure, &value,
				 chart->block->decimals))
		plotted.rounded = words_value_said(chart->words, indicator, chart->measure, &value,
						   chart->block->decimals);
	plotted.use = use_figure(chart->resolver, view, group,
				 (struct figure_use){ .choice = measure_plain(chart->measure),
						      .value = value,
						      .printed = plotted.text,
						      .at = chart->block->at });
	if (group != NULL && group->result != NULL)
		chart->source_count = add_source(chart->resolver, group->result, chart->sources,
						 chart->source_count);
	if (!value_is_shown(&value))
		return plotted;
	plotted.value = value.estimate;
	plotted.has_interval = value.limits.known && chart->block->intervals;
	if (plotted.has_interval) {
		plotted.lower = value.limits.lower;
		plotted.upper = value.limits.upper;
		chart->has_intervals = true;
	} else {
		plotted.interval = "";
	}
	return plotted;
}

/* What sums and differences of figures leave of a zero. */
static const double noise = 1e-9;

struct plot_value plot_worked_out(const struct chart *chart, enum measure measure,
				  struct value number, int decimals)
{
	const struct words *words = chart->words;
	int indicator = chart->view.key.indicator;
	struct plot_value plotted = { .state = VALUE_SHOWN, .interval = "" };

	number.state = VALUE_SHOWN;
	if (fabs(number.estimate) < noise)
		number.estimate = 0;
	plotted.value = number.estimate;
	plotted.text = words_value(words, indicator, measure, &number, decimals);
	if (words_rounds_to_zero(words, indicator, measure, &number, decimals))
		plotted.rounded = words_value_said(words, indicator, measure, &number, decimals);
	return plotted;
}

const char *plot_text_of(struct chart *chart, enum measure measure, struct value number,
			 int decimals)
{
	const char *text = plot_worked_out(chart, measure, number, decimals).text;

	number.state = VALUE_SHOWN;
	note_printed(&chart->states, &number, text);
	return text;
}

struct plot_value plot_value_of_group(struct chart *chart, const struct view *view, int group)
{
	const struct view_group none = { .value = value_without(VALUE_NOT_AVAILABLE,
								REASON_NOT_IN_DATA) };
	const struct view_group *found = view_find_group(view, group);

	return plot_value_of(chart, view, found == NULL ? &none : found);
}

/* -- reference line --------------------------------------------------------------------------- */

void set_reference(struct chart *chart)
{
	int comparator = scope_comparator(chart->resolver, chart->scope,
					  chart->view.key.organisation, chart->view.key.period);
	const struct method *method = method_find(chart->view.indicator->method);
	struct view view = chart->view;
	struct plot *plot = chart->plot;
	struct placeholder parts[] = { { "v", "" }, { "place", "" }, { "population", "" }, { 0 } };

	if (chart->measure != MEASURE_VALUE || comparator == COMPARATOR_NONE || !method->compares)
		return;
	if (comparator >= 0) {
		view.key.organisation = comparator;
		view.key.classification = CLASSIFICATION_ALL;
		view = view_of(chart->resolver->arena, chart->resolver->results, &view.key);
		parts[1].text = chart->resolver->dataset->organisations[comparator].short_name;
	}
	if (view.total == NULL || !value_is_shown(&view.total->value))
		return;
	plot->has_reference = true;
	plot->reference = view.total->value.estimate;
	parts[0].text = words_value(chart->words, view.key.indicator, MEASURE_VALUE,
				    &view.total->value, chart->block->decimals);
	note_printed(&chart->states, &view.total->value, parts[0].text);
	parts[2].text = view.indicator->population;
	plot->reference_label =
		words_fill(chart->words,
			   comparator >= 0 ? STRING_REFERENCE_PLACE : STRING_REFERENCE_ALL, parts);
	chart->has_comparisons = comparator == COMPARATOR_OWN_TOTAL;
	view.classification = NULL;
	use_values(chart->resolver, &view, NULL, chart->block->at);
}

/* What is left of a label once its short form is taken off: "most deprived" of "1 most deprived". */
static const char *rest_of_label(const struct plot_category *category)
{
	size_t length = strlen(category->short_label);

	if (strncmp(category->label, category->short_label, length) != 0)
		return "";
	return category->label + length + strspn(category->label + length, " ");
}

void set_fitted(const struct resolver *resolver, struct plot *plot,
		const struct breakdown_result *slope)
{
	plot->has_fitted = true;
	for (size_t i = 0; i < FITTED_POINTS; i++)
		plot->fitted[i] =
			figure_fitted(resolver->results, slope, (double)i / (FITTED_POINTS - 1));
}

/* Widths of the boxes and ends of the line of a gradient. */
void set_gradient(struct chart *chart, const struct view_group *groups, size_t count)
{
	const struct breakdown_result *slope =
		results_breakdown(chart->resolver->results, &chart->view.key, MEASURE_SII);
	struct plot *plot = chart->plot;
	struct placeholder parts[] = {
		{ "population", words_population(chart->words, chart->view.indicator) }, { 0 }
	};
	double people = 0;
	bool known = true;

	for (size_t i = 0; i < count; i++) {
		known = known && groups[i].result != NULL &&
			quantity_is_shown(&groups[i].result->denominator);
		people += known ? groups[i].result->denominator.number : 0;
	}
	plot->share_label = "";
	for (size_t i = 0; i < count; i++) {
		plot->categories[i].end_label = rest_of_label(&plot->categories[i]);
		if (!known || people <= 0)
			continue;
		plot->categories[i].share = groups[i].result->denominator.number / people;
		plot->categories[i].share_text = plot_text_of(
			chart, MEASURE_SHARE,
			(struct value){ .estimate = 100 * plot->categories[i].share }, 0);
	}
	if (known && people > 0)
		plot->share_label =
			words_fill(chart->words,
				   strlen(parts[0].text) <= SHARE_LABEL_MOST ? STRING_SHARE_OF
									     : STRING_SHARE_OF_ALL,
				   parts);
	if (slope == NULL || !value_is_shown(&slope->value) || chart->measure != MEASURE_VALUE)
		return;
	use_measure(chart->resolver, &chart->view, MEASURE_SII, "", chart->block->at);
	set_fitted(chart->resolver, plot, slope);
	plot->fitted_first_text =
		plot_text_of(chart, MEASURE_VALUE, (struct value){ .estimate = slope->fitted_most },
			     chart->block->decimals);
	plot->fitted_last_text = plot_text_of(chart, MEASURE_VALUE,
					      (struct value){ .estimate = slope->fitted_least },
					      chart->block->decimals);
	plot->fitted_label = word_of(chart->resolver, STRING_FITTED_LINE);
	set_slope(chart);
}

void set_axis(struct chart *chart)
{
	const struct indicator *indicator = chart->view.indicator;
	const struct method *method = method_find(indicator->method);
	struct plot *plot = chart->plot;
	enum string_id heading = STRING_HEADING_VALUE;
	const struct placeholder parts[] = { { "confidence", words_confidence(chart->words, 0) },
					     { 0 } };

	plot->percentage = chart->measure == MEASURE_SHARE ||
			   (chart->measure == MEASURE_VALUE && indicator_in_percent(indicator));
	if (chart->measure == MEASURE_COUNT || chart->measure == MEASURE_EXCESS)
		plot->axis_title = words_capital(chart->words, indicator->events);
	else if (chart->measure == MEASURE_DENOMINATOR)
		plot->axis_title = words_capital(chart->words, indicator->population);
	else
		/* "%" stands on the ticks; "% of the baseline year" says more. */
		plot->axis_title = plot->percentage && (chart->measure == MEASURE_SHARE ||
							indicator_is_percentage(indicator))
					   ? ""
					   : indicator->unit;
	if (chart->axis_title != NULL)
		plot->axis_title = chart->axis_title;
	if (plot->percentage)
		heading = STRING_HEADING_PERCENTAGE;
	else if (chart->measure != MEASURE_VALUE || method->is_count)
		heading = STRING_HEADING_NUMBER;
	else if (method->is_rate)
		heading = STRING_HEADING_RATE;
	plot->value_heading = word_of(chart->resolver, heading);
	plot->interval_heading = chart->has_intervals
					 ? words_fill(chart->words, STRING_HEADING_INTERVAL, parts)
					 : "";
	plot->empty_text = word_of(chart->resolver, STRING_NO_FIGURES);
}
