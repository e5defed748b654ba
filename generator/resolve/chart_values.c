#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "resolve/chart_parts.h"

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

	note_state(&chart->states, &value);
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

struct plot_value plot_value_of_group(struct chart *chart, const struct view *view, int group)
{
	const struct view_group none = { .value = value_without(VALUE_NOT_AVAILABLE,
								REASON_NOT_IN_DATA) };
	const struct view_group *found = view_find_group(view, group);

	return plot_value_of(chart, view, found == NULL ? &none : found);
}

/* -- order ------------------------------------------------------------------------------------ */

static bool by_value(const struct chart *chart)
{
	const struct classification *classification = chart->view.classification;
	const char *order = chart->block->order.text;

	if (order != NULL)
		return strcmp(order, "value") == 0;
	return chart->kind->by_value && !classification->ordered &&
	       classification->form != CLASSIFICATION_AGE_BANDS;
}

/* Highest first; what is not shown after that, in the order of the classification; unknown last. */
static bool stands_before(const struct chart *chart, const struct view_group *a,
			  const struct view_group *b)
{
	struct value first = view_group_measure(&chart->view, a, chart->measure);
	struct value second = view_group_measure(&chart->view, b, chart->measure);
	const struct group *groups = chart->view.classification->groups;

	if (groups[a->group].kind != groups[b->group].kind)
		return groups[a->group].kind == GROUP_ORDINARY;
	if (value_is_shown(&first) != value_is_shown(&second))
		return value_is_shown(&first);
	return value_is_shown(&first) && first.estimate > second.estimate;
}

static void sort_groups(const struct chart *chart, struct view_group *groups, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct view_group moved = groups[i];
		size_t at = i;

		for (; at > 0 && stands_before(chart, &moved, &groups[at - 1]); at--)
			groups[at] = groups[at - 1];
		groups[at] = moved;
	}
}

/* Unknown people have a place in lists of all groups; elsewhere only when there is a figure for them. */
static bool is_left_out(const struct chart *chart, size_t position, const struct value *value)
{
	if (value->state == VALUE_NOT_APPLICABLE)
		return true;
	if (position < chart->view.ordinary)
		return false;
	return chart->kind->needs_order || chart->kind->shape == SHAPE_GROUPS_OVER_TIME ||
	       (!chart->kind->lists_all && !value_is_shown(value));
}

size_t choose_groups(struct chart *chart, struct view_group *groups)
{
	const char *order = chart->block->order.text;
	size_t count = 0;

	for (size_t i = 0; i < chart->view.count; i++) {
		struct value value =
			view_group_measure(&chart->view, &chart->view.groups[i], chart->measure);

		if (!is_left_out(chart, i, &value))
			groups[count++] = chart->view.groups[i];
		else if (value.state == VALUE_NOT_APPLICABLE)
			note_state(&chart->states, &value);
	}
	if (by_value(chart))
		sort_groups(chart, groups, count);
	for (size_t i = 0; order != NULL && strcmp(order, "reverse") == 0 && i < count / 2; i++) {
		struct view_group moved = groups[i];

		groups[i] = groups[count - 1 - i];
		groups[count - 1 - i] = moved;
	}
	return count;
}

static bool is_listed(const char *list, const char *name)
{
	for (const char *at = list;;) {
		size_t length = strcspn(at, "|");

		if (strlen(name) == length && strncasecmp(at, name, length) == 0)
			return true;
		if (at[length] == '\0')
			return false;
		at += length + 1;
	}
}

bool is_emphasised(const struct chart *chart, int group)
{
	const struct group *facts = &chart->view.classification->groups[group];
	const char *list = chart->block->emphasise.text;

	return list != NULL &&
	       (is_listed(list, facts->code) || is_listed(list, facts->label) ||
		is_listed(list, words_group(chart->words, chart->view.classification, group)));
}

void set_categories(struct chart *chart, const struct view_group *groups, size_t count)
{
	const struct classification *classification = chart->view.classification;
	struct plot *plot = chart->plot;

	plot->category_count = count;
	plot->categories = arena_array(chart->resolver->arena, count, sizeof(*plot->categories));
	for (size_t i = 0; i < count; i++) {
		struct plot_category *category = &plot->categories[i];

		category->label = words_group(chart->words, classification, groups[i].group);
		category->short_label =
			words_group_short(chart->words, classification, groups[i].group);
		category->share_text = category->end_label = "";
		category->unknown = classification->groups[groups[i].group].kind == GROUP_UNKNOWN;
		category->emphasised = is_emphasised(chart, groups[i].group);
		plot->has_emphasis = plot->has_emphasis || category->emphasised;
	}
}

/* -- reference line --------------------------------------------------------------------------- */

void set_reference(struct chart *chart)
{
	int comparator = scope_comparator(chart->resolver, chart->scope);
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
	parts[0].text = words_figure(chart->words, view.key.indicator, MEASURE_VALUE,
				     plot->reference, chart->block->decimals);
	parts[2].text = view.indicator->population;
	plot->reference_label =
		words_fill(chart->words,
			   comparator >= 0 ? STRING_REFERENCE_PLACE : STRING_REFERENCE_ALL, parts);
	chart->has_comparisons = comparator == COMPARATOR_OWN_TOTAL;
}

/* What is left of a label once its short form is taken off: "most deprived" of "1 most deprived". */
static const char *rest_of_label(const struct plot_category *category)
{
	size_t length = strlen(category->short_label);

	if (strncmp(category->label, category->short_label, length) != 0)
		return "";
	return category->label + length + strspn(category->label + length, " ");
}

/* Widths of the boxes and ends of the line of a gradient. */
void set_gradient(struct chart *chart, const struct view_group *groups, size_t count)
{
	const struct breakdown_result *slope =
		results_breakdown(chart->resolver->results, &chart->view.key, MEASURE_SII);
	struct plot *plot = chart->plot;
	int indicator = chart->view.key.indicator;
	struct placeholder parts[] = { { "population", chart->view.indicator->population }, { 0 } };
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
		plot->categories[i].share_text = words_figure(
			chart->words, indicator, MEASURE_SHARE, 100 * plot->categories[i].share, 0);
	}
	if (known && people > 0)
		plot->share_label = words_fill(chart->words, STRING_SHARE_OF, parts);
	if (slope == NULL || !value_is_shown(&slope->value) || chart->measure != MEASURE_VALUE)
		return;
	plot->has_fitted = true;
	plot->fitted_first = slope->fitted_most;
	plot->fitted_last = slope->fitted_least;
	plot->fitted_first_text = words_figure(chart->words, indicator, MEASURE_VALUE,
					       slope->fitted_most, chart->block->decimals);
	plot->fitted_last_text = words_figure(chart->words, indicator, MEASURE_VALUE,
					      slope->fitted_least, chart->block->decimals);
	plot->fitted_label = word_of(chart->resolver, STRING_FITTED_LINE);
}

void set_axis(struct chart *chart)
{
	const struct indicator *indicator = chart->view.indicator;
	const struct method *method = method_find(indicator->method);
	struct plot *plot = chart->plot;
	enum string_id heading = STRING_HEADING_VALUE;

	plot->percentage = chart->measure == MEASURE_SHARE ||
			   (chart->measure == MEASURE_VALUE && indicator_is_percentage(indicator));
	if (chart->measure == MEASURE_COUNT)
		plot->axis_title = words_capital(chart->words, indicator->events);
	else if (chart->measure == MEASURE_DENOMINATOR)
		plot->axis_title = words_capital(chart->words, indicator->population);
	else
		plot->axis_title = plot->percentage ? "" : indicator->unit;
	if (plot->percentage)
		heading = STRING_HEADING_PERCENTAGE;
	else if (chart->measure != MEASURE_VALUE || method->is_count)
		heading = STRING_HEADING_NUMBER;
	else if (method->is_rate)
		heading = STRING_HEADING_RATE;
	plot->value_heading = word_of(chart->resolver, heading);
	plot->interval_heading =
		chart->has_intervals ? word_of(chart->resolver, STRING_HEADING_INTERVAL) : "";
	plot->empty_text = word_of(chart->resolver, STRING_NO_FIGURES);
}
