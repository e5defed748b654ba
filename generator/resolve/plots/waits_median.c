#include "resolve/plots/waits_median.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"

/* Per cent of waits that are no longer than the median; and what adding up shares leaves. */
static const double half = 50, noise = 1e-9;

enum { TOLD_MOST = 6 };

/* -- the indicator ------------------------------------------------------------------------------ */

static bool complain(const struct chart *chart, const struct indicator *indicator)
{
	diag_add(chart->resolver->diags, DIAG_WAITS_MEDIAN, chart->block->median.at,
		 arena_printf(chart->resolver->arena, "%s has the method %s and the unit \"%s\"",
			      indicator->id, indicator->method, indicator->unit),
		 "name an indicator with method=\"given\" and <unit>weeks</unit>");
	return false;
}

/* As the report's language has it, or as the vocabulary has. */
static bool is_in_weeks(const struct chart *chart, const struct indicator *indicator)
{
	return strcmp(indicator->unit, "weeks") == 0 ||
	       strcmp(indicator->unit, word_of(chart->resolver, STRING_WAITS_MEDIAN_UNIT)) == 0;
}

bool waits_median_find(const struct chart *chart, int *indicator)
{
	const struct word *name = &chart->block->median;
	const struct indicators *known = chart->resolver->dataset->indicators;
	const char **ids;

	*indicator = -1;
	if (name->text == NULL)
		return true;
	*indicator = indicator_find(known, name->text);
	if (*indicator >= 0) {
		const struct indicator *found = &known->items[*indicator];

		return (strcmp(found->method, "given") == 0 && is_in_weeks(chart, found)) ||
		       complain(chart, found);
	}
	ids = arena_array(chart->resolver->arena, known->count + 1, sizeof(*ids));
	for (size_t i = 0; i < known->count; i++)
		ids[i] = known->items[i].id;
	diag_add(chart->resolver->diags, DIAG_INDICATOR_UNKNOWN, name->at, name->text,
		 suggest_hint(chart->resolver->arena, name->text, ids, known->count));
	return false;
}

/* -- a known median ------------------------------------------------------------------------------- */

/* Classes beyond a year are drawn narrow, and an open one has no scale at all. */
static double place_of(const struct wait_classes *classes, const double *edges, double weeks)
{
	for (size_t i = 0; i < classes->count; i++) {
		const struct indicator_class *class = wait_class(classes, i);

		if (weeks >= class->to)
			continue;
		if (isinf(class->to))
			return (edges[i] + edges[i + 1]) / 2;
		return edges[i] + (fmax(weeks, class->from) - class->from) /
					  (class->to - class->from) * (edges[i + 1] - edges[i]);
	}
	return edges[classes->count];
}

static const char *in_weeks(const struct chart *chart, const char *number)
{
	return words_counted(chart->words, STRING_WAITS_MEDIAN_VALUE_OTHER,
			     strcmp(number, "1") == 0 ? 1 : 2,
			     (struct placeholder[]){ { "v", number }, { 0 } });
}

static struct plot_median known_median(struct chart *chart, const struct wait_classes *classes,
				       const double *edges, const struct view *view, int group)
{
	struct plot_value value = plot_value_of_group(chart, view, group);
	struct plot_median median = { .text = value.text };

	if (!value_state_is_shown(value.state))
		return median;
	median.placed = true;
	median.from = median.to = place_of(classes, edges, value.value);
	median.text = in_weeks(chart, value.text);
	if (value.state == VALUE_UNRELIABLE)
		median.text = arena_printf(chart->resolver->arena, "%s %s", median.text,
					   words_state(chart->words, value.state));
	return median;
}

/* -- the class that holds it ----------------------------------------------------------------------- */

/* How far a sum of so many shares may be off, that are rounded. */
static double slack(const struct chart *chart, const struct wait_classes *classes, size_t count,
		    bool coarse)
{
	unsigned decimals = results_decimals(chart->resolver->results,
					     classes->views[0].key.indicator, MEASURE_VALUE);

	return coarse ? (double)count * 0.5 * pow(10, -(double)decimals) + noise : noise;
}

/*
 * The classes in which the middle of all waits may lie: one, or two where half of them end with a class. False where a
 * class up to there is not shown, or the first does not begin with no weeks at all.
 */
static bool find_classes(const struct chart *chart, const struct wait_classes *classes,
			 const struct view_group *group, size_t *low, size_t *high)
{
	double share = 0;
	bool coarse = false, found = false;

	for (size_t i = 0; i < classes->count && wait_class(classes, 0)->from == 0; i++) {
		struct value value = wait_value(&classes->views[i], group);
		double off;

		if (!value_is_shown(&value))
			return false;
		share += value.estimate;
		coarse = coarse || value.coarse;
		off = slack(chart, classes, i + 1, coarse);
		if (!found && share >= half - off) {
			*low = i;
			found = true;
		}
		if (share > half + off) {
			*high = i;
			return true;
		}
	}
	return false;
}

static struct plot_median class_of_median(const struct chart *chart,
					  const struct wait_classes *classes, const double *edges,
					  const struct view_group *group)
{
	struct plot_median median = { .text = "" };
	size_t low, high;
	double to;

	if (!find_classes(chart, classes, group, &low, &high))
		return median;
	to = wait_class(classes, high)->to;
	median.placed = true;
	median.from = edges[low];
	median.to = edges[high + 1];
	median.text = words_fill(
		chart->words, isinf(to) ? STRING_WAITS_MEDIAN_OPEN : STRING_WAITS_MEDIAN_CLASS,
		(struct placeholder[]){
			{ "from", words_number(chart->words, wait_class(classes, low)->from, 0) },
			{ "to", isinf(to) ? "" : words_number(chart->words, to, 0) },
			{ 0 } });
	return median;
}

/* A class that is not shown hides all steps of its group. */
static bool has_steps(const struct plot *plot, size_t series)
{
	return plot->category_count > 0 && value_state_is_shown(plot_value(plot, series, 0)->state);
}

/* -- what is said of it --------------------------------------------------------------------------- */

static void set_line(const struct chart *chart, struct plot_median *median)
{
	const struct placeholder parts[] = { { "v", median->text }, { 0 } };

	median->line =
		median->text[0] == '\0' ? "" : words_fill(chart->words, STRING_WAITS_MEDIAN, parts);
}

/* Medians of the groups; of many those of the first and the last. NULL when nothing is known of them. */
static const char *told(const struct chart *chart, const struct plot_median *medians, size_t count)
{
	const char *values = NULL;

	for (size_t i = 0; i < count; i++) {
		const char *value;

		if (medians[i].text[0] == '\0' || (count > TOLD_MOST && i != 0 && i != count - 1))
			continue;
		value = words_fill(
			chart->words, STRING_LONG_VALUE,
			(struct placeholder[]){ { "group", chart->plot->series[i].label },
						{ "value", medians[i].text },
						{ 0 } });
		values = values == NULL ? value
					: words_fill(chart->words, STRING_LONG_VALUES_MORE,
						     (struct placeholder[]){ { "values", values },
									     { "value", value },
									     { 0 } });
	}
	return values == NULL ? NULL
			      : words_fill(chart->words, STRING_LONG_MEDIANS,
					   (struct placeholder[]){ { "values", values }, { 0 } });
}

void waits_median_set(struct chart *chart, const struct wait_classes *classes,
		      const struct view_group *groups, size_t count, int indicator,
		      struct plot_waits *waits)
{
	struct plot_median *medians =
		arena_array(chart->resolver->arena, count + 1, sizeof(*medians));
	struct cell_key key = chart->view.key;
	struct view view = { 0 };
	bool any = false;

	key.indicator = indicator;
	if (indicator >= 0)
		view = view_of(chart->resolver->arena, chart->resolver->results, &key);
	for (size_t i = 0; i < count; i++) {
		if (indicator >= 0)
			medians[i] =
				known_median(chart, classes, waits->edges, &view, groups[i].group);
		else if (has_steps(chart->plot, i))
			medians[i] = class_of_median(chart, classes, waits->edges, &groups[i]);
		else
			medians[i].text = "";
		set_line(chart, &medians[i]);
		any = any || medians[i].placed;
	}
	chart->has_intervals = false;
	medians[count] = (struct plot_median){ .text = "", .line = "" };
	waits->medians = medians;
	chart->medians = told(chart, medians, count);
	waits->median_label = "";
	if (!any)
		return;
	waits->median_label =
		word_of(chart->resolver,
			indicator >= 0 ? STRING_WAITS_MEDIAN_MARK : STRING_WAITS_MEDIAN_CLASS_MARK);
	append_sentence(chart->resolver, &chart->kind_notes,
			word_of(chart->resolver, indicator >= 0 ? STRING_NOTE_WAITS_MEDIAN
								: STRING_NOTE_WAITS_MEDIAN_CLASS));
}

const char *waits_median_sentence(const struct chart *chart, const struct plot_waits *waits,
				  size_t count)
{
	const struct plot *plot = chart->plot;

	if (count < 2 || !waits->medians[0].placed || !waits->medians[count - 1].placed)
		return "";
	return words_fill(chart->words, STRING_WAITS_MEDIAN_BOTH,
			  (struct placeholder[]){ { "a", waits->medians[0].text },
						  { "b", waits->medians[count - 1].text },
						  { "first", plot->series[0].label },
						  { "last", plot->series[count - 1].label },
						  { 0 } });
}
