/*
 * ends.c - the gap between two ends: over the years, or across indicators of one unit.
 *
 * Where groups have an order the ends are the most and the least deprived; elsewhere the highest and the
 * lowest reliable figure of each row. Gaps come from the results and are never subtracted from what is printed.
 */
#include "resolve/plots/ends.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/compute.h"
#include "resolve/period_steps.h"
#include "resolve/series.h"

/* -- over the years --------------------------------------------------------------------------- */

/* without_sign: where words beside it say which end is the higher. */
static const char *gap_in_words(const struct chart *chart, const struct end_row *row,
				bool without_sign)
{
	struct value gap = row->gap;

	if (without_sign)
		gap.estimate = fabs(gap.estimate);
	return words_value_said(chart->words, row->view.key.indicator, MEASURE_GAP, &gap,
				chart->block->decimals);
}

/* Of a gap below 0, which end has the higher figure; none of other gaps. */
static enum comparison side_of(const struct end_row *row)
{
	const struct view_group *most = view_most(&row->view), *least = view_least(&row->view);

	if (row->gap.estimate >= 0 || most == NULL || !value_is_shown(&most->value) ||
	    !value_is_shown(&least->value) || most->value.estimate == least->value.estimate)
		return COMPARISON_NONE;
	return most->value.estimate > least->value.estimate ? COMPARISON_HIGHER : COMPARISON_LOWER;
}

/* ", lower in the most deprived areas" of two gaps below 0, which need no sign then; "" of others. */
static const char *side_in_words(const struct chart *chart, const struct end_row *first,
				 const struct end_row *last)
{
	enum comparison side = side_of(last);

	if (side == COMPARISON_NONE || side != side_of(first))
		return "";
	return words_fill(
		chart->words,
		side == COMPARISON_HIGHER ? STRING_GAP_SIDE_HIGHER : STRING_GAP_SIDE_LOWER,
		(struct placeholder[]){ { "most", chart->view.classification->most }, { 0 } });
}

/* The first and the last row with a gap since the last break; false when these are not two. */
static bool ends_of_series(const struct chart *chart, const struct end_row *rows, size_t count,
			   size_t *first, size_t *last)
{
	*last = count;
	for (size_t i = count; i-- > 0;) {
		if (rows[i].known && value_is_shown(&rows[i].gap)) {
			*first = i;
			*last = *last == count ? i : *last;
		}
		/* What lies behind a break is another gap. */
		if (chart->plot->categories[i].after_break)
			break;
	}
	return *last < count && *first < *last;
}

/* Where the gap was and where it is; that it narrowed or widened is for the rules of a trend to say. */
static void set_title_over_time(struct chart *chart, const struct end_row *rows, size_t count,
				const struct period_step *steps)
{
	size_t first = 0, last = 0;
	const char *side, *gap;
	bool same;

	chart->title = title_neutral(chart->words, &chart->view, MEASURE_VALUE);
	/* Of a figure of low reliability no comparison is told. */
	if (!ends_of_series(chart, rows, count, &first, &last) ||
	    rows[first].gap.state != VALUE_SHOWN || rows[last].gap.state != VALUE_SHOWN)
		return;
	side = side_in_words(chart, &rows[first], &rows[last]);
	gap = gap_in_words(chart, &rows[last], side[0] != '\0');
	{
		struct placeholder parts[] = {
			{ "a", gap_in_words(chart, &rows[first], side[0] != '\0') },
			{ "start", words_period_short(chart->words, &steps[first].period) },
			{ "b", phrase_with_unit(chart->words, &rows[last].view, gap) },
			{ "end", words_period_short(chart->words, &steps[last].period) },
			{ "side", side },
			{ 0 },
		};

		same = strcmp(parts[0].text, gap) == 0;
		chart->title = words_fill(chart->words,
					  same ? STRING_TITLE_GAP_SAME : STRING_TITLE_GAP_OVER_TIME,
					  parts);
		chart->spoken = words_fill(chart->words, STRING_ALT_GAP_OVER_TIME, parts);
	}
}

static bool plot_years(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	const struct period *periods = resolver->dataset->periods;
	int listed[CHART_PERIODS_MOST];
	size_t count = chart_periods(resolver, chart->scope, &chart->view.key, listed), step_count;
	struct period_step *steps;
	struct end_row *rows;

	if (count == 0)
		return true;
	step_count = period_steps(resolver->arena, resolver->dataset, listed, count,
				  CHART_PERIODS_MOST, &steps);
	rows = arena_array(resolver->arena, step_count, sizeof(*rows));
	for (size_t i = 0; i < step_count; i++) {
		struct cell_key key =
			series_key(resolver, chart->scope, &chart->view.key, steps[i].number);

		rows[i].gap = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
		if (steps[i].number >= 0)
			rows[i] = end_row_of(chart, &key);
	}
	plot_set_periods(chart, steps, step_count);
	fill_ends(chart, rows, step_count);
	chart->told_editions = explain_series(resolver, chart->scope, &chart->view.key, listed,
					      count, &chart->kind_notes);
	set_title_over_time(chart, rows, step_count, steps);
	chart->period =
		words_period_span(chart->words, &periods[listed[0]], &periods[listed[count - 1]]);
	return true;
}

/* -- across indicators ------------------------------------------------------------------------ */

enum { INDICATORS_MOST = 64 };

/* Lengths along one axis are compared: figures of another unit have no place on it. */
static bool share_a_unit(const struct chart *chart, const int *indicators, size_t count)
{
	const struct indicator *all = chart->resolver->dataset->indicators->items;

	for (size_t i = 1; i < count; i++) {
		if (strcmp(all[indicators[i]].unit, all[indicators[0]].unit) == 0)
			continue;
		diag_addf(chart->resolver->diags, DIAG_CHART_UNITS, chart->block->indicators.at,
			  "%s is in \"%s\", %s in \"%s\"", all[indicators[0]].id,
			  all[indicators[0]].unit, all[indicators[i]].id, all[indicators[i]].unit);
		return false;
	}
	return true;
}

/* In how many rows the ends differ by the interval of their difference, and which way. */
static void set_title_across(struct chart *chart, const struct end_row *rows, size_t count)
{
	size_t higher = 0, lower = 0, compared = 0;
	struct placeholder parts[] = { { "n", "" },    { "h", "" },     { "l", "" },
				       { "most", "" }, { "least", "" }, { 0 } };

	chart->title = words_counted(
		chart->words, STRING_TITLE_GAPS_ACROSS_OTHER, count,
		(struct placeholder[]){ { "phrase", chart->view.classification->phrase }, { 0 } });
	if (view_most(&chart->view) == NULL)
		return;
	for (size_t i = 0; i < count; i++) {
		enum comparison comparison =
			rows[i].first == NULL || rows[i].second == NULL
				? COMPARISON_NONE
				: values_compare(&rows[i].first->value, &rows[i].second->value);

		compared += comparison != COMPARISON_NONE;
		higher += comparison == COMPARISON_HIGHER;
		lower += comparison == COMPARISON_LOWER;
	}
	if (compared < count)
		return;
	parts[0].text = words_number(chart->words, (double)count, 0);
	parts[1].text = words_number(chart->words, (double)higher, 0);
	parts[2].text = words_number(chart->words, (double)lower, 0);
	parts[3].text = chart->view.classification->most;
	parts[4].text = chart->view.classification->least;
	chart->title = words_fill(chart->words, STRING_TITLE_GAPS_COUNTED, parts);
	chart->title_rests_on = COMPARED_PAIR;
}

/* What the title by rule says, the subtitle below it need not repeat. */
static void set_subtitle_across(struct chart *chart, size_t count)
{
	const struct placeholder parts[] = {
		{ "unit", chart->view.indicator->unit },
		{ "phrase", chart->view.classification->phrase },
		{ "place", chart->place },
		{ "period", chart->period },
		{ 0 },
	};
	bool told = !chart->block->parts.has_title && chart->title_rests_on != COMPARED_PAIR;

	chart->subtitle =
		told && chart->view.indicator->unit[0] != '\0'
			? words_fill(chart->words, STRING_SUBTITLE_ACROSS_UNIT, parts)
			: words_counted(chart->words, STRING_SUBTITLE_ACROSS_OTHER, count, parts);
}

static bool plot_across(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	int indicators[INDICATORS_MOST];
	size_t found = scope_indicators(resolver, chart->scope, chart->block, indicators,
					INDICATORS_MOST),
	       count = 0;
	struct end_row *rows = arena_array(resolver->arena, found, sizeof(*rows));

	if (found == 0 || !share_a_unit(chart, indicators, found))
		return false;
	plot_set_categories(resolver->arena, chart->plot, found);
	for (size_t i = 0; i < found; i++) {
		const struct indicator *indicator =
			&resolver->dataset->indicators->items[indicators[i]];
		struct scope scope = *chart->scope;
		struct cell_key key;

		scope.reference.indicator.text = indicator->id;
		if (!scope_key(resolver, &scope, chart->block->at, &key))
			return false;
		key.classification = chart->view.key.classification;
		rows[count] = end_row_of(chart, &key);
		chart->plot->categories[count].label =
			words_capital(chart->words, indicator->short_name);
		chart->plot->categories[count].short_label = chart->plot->categories[count].label;
		count++;
	}
	fill_ends(chart, rows, count);
	set_title_across(chart, rows, count);
	set_subtitle_across(chart, count);
	return true;
}

/* Always false. */
static bool say_one_group(const struct chart *chart)
{
	struct resolver *resolver = chart->resolver;

	diag_add(resolver->diags, DIAG_CHART_ENDS, chart->block->at, chart->view.classification->id,
		 NULL);
	say_instead(resolver, chart->parent, chart->block->at,
		    words_fill(chart->words, STRING_NO_CHART_REASON,
			       (struct placeholder[]){
				       { "name", chart->view.indicator->short_name },
				       { "phrase", chart->view.classification->phrase },
				       { "reason", word_of(resolver, STRING_ONE_GROUP) },
				       { 0 } }));
	return false;
}

static bool plot_ends(struct chart *chart)
{
	if (chart->view.ordinary < 2)
		return say_one_group(chart);
	return chart->block->indicators.text == NULL ? plot_years(chart) : plot_across(chart);
}

static bool shows_years(const struct chart *chart)
{
	return chart->block->indicators.text == NULL;
}

const struct plot_maker plot_maker_ends = {
	.shape = SHAPE_ENDS,
	.shows_periods = shows_years,
	.make = plot_ends,
};
