/*
 * ends_fill.c - the rows of a plot of gaps: both ends, what stands between them, the gap as the results have it.
 */
#include "resolve/plots/ends.h"

#include <math.h>

#include "base/arena.h"
#include "base/number.h"
#include "document/plot_ends.h"
#include "indicator/figure.h"
#include "resolve/series.h"

/* One that is unreliable, hidden or missing is never called the highest or the lowest. */
static void find_extremes(const struct view *view, const struct view_group **highest,
			  const struct view_group **lowest)
{
	*highest = *lowest = NULL;
	for (size_t i = 0; i < view->ordinary; i++) {
		const struct view_group *group = &view->groups[i];

		if (group->value.state != VALUE_SHOWN)
			continue;
		if (*highest == NULL || group->value.estimate > (*highest)->value.estimate)
			*highest = group;
		if (*lowest == NULL || group->value.estimate < (*lowest)->value.estimate)
			*lowest = group;
	}
	if (*highest == *lowest)
		*lowest = NULL;
}

struct end_row end_row_of(struct chart *chart, const struct cell_key *key)
{
	struct end_row row = { .known = true };
	struct measure_choice choice = measure_plain(MEASURE_GAP);

	row.view = view_of(chart->resolver->arena, chart->resolver->results, key);
	row.gap = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	if (view_most(&chart->view) != NULL) {
		row.first = series_group(&chart->view, &row.view, view_most(&chart->view));
		row.second = series_group(&chart->view, &row.view, view_least(&chart->view));
		row.gap = view_measure(&row.view, MEASURE_GAP);
		use_measure(chart->resolver, &row.view, MEASURE_GAP, "", chart->block->at);
		return row;
	}
	find_extremes(&row.view, &row.first, &row.second);
	if (row.second == NULL)
		return row;
	choice.reference = row.second->group;
	row.gap = view_figure(&row.view, row.first, &choice);
	use_figure(chart->resolver, &row.view, row.first,
		   (struct figure_use){ .choice = choice,
					.value = row.gap,
					.printed = "",
					.at = chart->block->at });
	return row;
}

/* -- series ----------------------------------------------------------------------------------- */

/* Groups between the ends stand back: a tick each, without an interval, and no mark where none is known. */
static struct plot_value between(struct chart *chart, const struct view *view,
				 const struct view_group *group)
{
	const struct state_set before = chart->states;
	struct plot_value value;

	if (group == NULL || !value_is_shown(&group->value))
		return (struct plot_value){ .state = VALUE_NOT_APPLICABLE,
					    .text = "",
					    .interval = "" };
	value = plot_value_of(chart, view, group);
	value.has_interval = false;
	/* A tick has no words that the notes could explain. */
	chart->states = before;
	return value;
}

static struct plot_value at_end(struct chart *chart, const struct end_row *row,
				const struct view_group *group)
{
	return row->known && group != NULL ? plot_value_of(chart, &row->view, group)
					   : plot_left_out(chart);
}

static void fill_ordered(struct chart *chart, const struct end_row *rows, size_t count)
{
	const struct view *view = &chart->view;
	struct plot *plot = chart->plot;
	size_t last = view->ordinary - 1;

	plot_set_series(chart->resolver->arena, plot, view->ordinary);
	for (size_t s = 0; s <= last; s++) {
		plot->series[s].label =
			words_group(chart->words, view->classification, view->groups[s].group);
		plot->series[s].emphasis = s == 0      ? EMPHASIS_FIRST
					   : s == last ? EMPHASIS_LAST
						       : EMPHASIS_CONTEXT;
		for (size_t i = 0; i < count; i++)
			plot->values[s * count + i] =
				s == 0 ? at_end(chart, &rows[i], rows[i].first)
				: s == last
					? at_end(chart, &rows[i], rows[i].second)
					: between(chart, &rows[i].view,
						  rows[i].known ? series_group(view, &rows[i].view,
									       &view->groups[s])
								: NULL);
	}
}

/* The highest, the others as they come, the lowest. */
static void fill_extremes(struct chart *chart, const struct end_row *rows, size_t count)
{
	struct plot *plot = chart->plot;
	size_t most = 2;

	for (size_t i = 0; i < count; i++)
		most = rows[i].view.ordinary > most ? rows[i].view.ordinary : most;
	plot_set_series(chart->resolver->arena, plot, most);
	for (size_t s = 0; s < most; s++)
		plot->series[s].emphasis = EMPHASIS_CONTEXT;
	plot->series[0].emphasis = EMPHASIS_FIRST;
	plot->series[0].label = word_of(chart->resolver, STRING_ENDS_HIGHEST);
	plot->series[most - 1].emphasis = EMPHASIS_LAST;
	plot->series[most - 1].label = word_of(chart->resolver, STRING_ENDS_LOWEST);
	for (size_t i = 0; i < count; i++) {
		size_t series = 1;

		plot->values[i] = at_end(chart, &rows[i], rows[i].first);
		plot->values[(most - 1) * count + i] = at_end(chart, &rows[i], rows[i].second);
		for (size_t s = 1; s + 1 < most; s++)
			plot->values[s * count + i] = between(chart, &rows[i].view, NULL);
		for (size_t g = 0; rows[i].known && g < rows[i].view.ordinary; g++) {
			const struct view_group *group = &rows[i].view.groups[g];

			if (group != rows[i].first && group != rows[i].second && series + 1 < most)
				plot->values[series++ * count + i] =
					between(chart, &rows[i].view, group);
		}
	}
}

/* -- gaps ------------------------------------------------------------------------------------- */

static void fill_gaps(struct chart *chart, const struct end_row *rows, size_t count)
{
	struct arena *arena = chart->resolver->arena;
	struct plot_ends *ends = arena_alloc(arena, sizeof(*ends));
	struct plot_ends_row *filled = arena_array(arena, count, sizeof(*filled));
	bool ordered = view_most(&chart->view) != NULL, intervals = false, others = false;
	struct placeholder parts[] = { { "confidence", words_confidence(chart->words, 0) }, { 0 } };

	for (size_t i = 0; i < count; i++) {
		const struct end_row *row = &rows[i];
		int indicator = row->known ? row->view.key.indicator : chart->view.key.indicator;

		chart->plot->categories[i].note = words_value(chart->words, indicator, MEASURE_GAP,
							      &row->gap, chart->block->decimals);
		note_printed(&chart->states, &row->gap, chart->plot->categories[i].note);
		filled[i] = (struct plot_ends_row){ "", "", "" };
		if (chart->block->intervals && value_is_shown(&row->gap))
			filled[i].interval = words_interval(chart->words, indicator, MEASURE_GAP,
							    &row->gap, chart->block->decimals);
		intervals = intervals || filled[i].interval[0] != '\0';
		others = others || (row->known && row->view.ordinary > 2);
		if (ordered || row->first == NULL || row->second == NULL)
			continue;
		filled[i].first_name = words_group_short(chart->words, row->view.classification,
							 row->first->group);
		filled[i].second_name = words_group_short(chart->words, row->view.classification,
							  row->second->group);
	}
	*ends = (struct plot_ends){
		.rows = filled,
		.interval_heading =
			intervals ? words_fill(chart->words, STRING_HEADING_INTERVAL, parts) : "",
		.others = others ? word_of(chart->resolver, STRING_ENDS_OTHERS) : "",
		.break_label = word_of(chart->resolver, STRING_ENDS_BREAK),
	};
	chart->plot->ends = ends;
	chart->plot->note_heading = word_of(chart->resolver, STRING_ENDS_GAP);
}

/* The figure as it is printed. */
static double printed(const struct chart *chart, int indicator, enum measure measure, double figure)
{
	int decimals = chart->block->decimals;

	return number_round(figure,
			    decimals == DECIMALS_BY_RULE
				    ? results_decimals(chart->resolver->results, indicator, measure)
				    : (unsigned)decimals);
}

/* Whether what is printed of both ends does not give the gap as printed; its sign may be turned. */
static bool parts_disagree(const struct chart *chart, const struct end_row *row)
{
	int indicator = row->view.key.indicator;
	double first, second, gap;

	if (!row->known || row->first == NULL || row->second == NULL ||
	    !value_is_shown(&row->gap) || !value_is_shown(&row->first->value) ||
	    !value_is_shown(&row->second->value))
		return false;
	first = printed(chart, indicator, MEASURE_VALUE, row->first->value.estimate);
	second = printed(chart, indicator, MEASURE_VALUE, row->second->value.estimate);
	gap = printed(chart, indicator, MEASURE_GAP, row->gap.estimate);
	return printed(chart, indicator, MEASURE_GAP, fabs(first - second)) != fabs(gap);
}

static bool hides_an_end(const struct end_row *row)
{
	for (size_t i = 0; row->known && i < row->view.ordinary; i++)
		if (row->view.groups[i].value.state != VALUE_SHOWN &&
		    row->view.groups[i].value.state != VALUE_NOT_APPLICABLE)
			return true;
	return false;
}

/* What a gap above zero means, for the indicators of all rows. */
static enum string_id sign_note(const struct chart *chart, const struct end_row *rows, size_t count)
{
	bool judged = false, unjudged = false;

	for (size_t i = 0; i < count; i++) {
		const struct indicator *indicator =
			rows[i].known ? rows[i].view.indicator : chart->view.indicator;

		judged = judged || indicator->polarity != POLARITY_NONE;
		unjudged = unjudged || indicator->polarity == POLARITY_NONE;
	}
	if (!judged)
		return STRING_NOTE_GAPS_HIGHER;
	return unjudged ? STRING_NOTE_GAPS_WORSE_OR_HIGHER : STRING_NOTE_GAPS_WORSE;
}

static void add_gap_notes(struct chart *chart, const struct end_row *rows, size_t count)
{
	struct resolver *resolver = chart->resolver;
	bool ordered = view_most(&chart->view) != NULL, rounded = false, some = false, gaps = false;

	for (size_t i = 0; i < count; i++) {
		rounded = rounded || parts_disagree(chart, &rows[i]);
		some = some || hides_an_end(&rows[i]);
		gaps = gaps || value_is_shown(&rows[i].gap);
	}
	if (gaps && indicator_is_percentage(chart->view.indicator))
		append_sentence(resolver, &chart->kind_notes,
				word_of(resolver, STRING_NOTE_GAPS_POINTS));
	if (ordered && gaps)
		append_sentence(resolver, &chart->kind_notes,
				word_of(resolver, sign_note(chart, rows, count)));
	if (!ordered && some)
		append_sentence(resolver, &chart->kind_notes,
				word_of(resolver, STRING_NOTE_ENDS_SHOWN));
	if (rounded)
		append_sentence(resolver, &chart->kind_notes,
				word_of(resolver, STRING_NOTE_DIFFERENCES_ROUNDED));
}

void fill_ends(struct chart *chart, const struct end_row *rows, size_t count)
{
	if (view_most(&chart->view) != NULL)
		fill_ordered(chart, rows, count);
	else
		fill_extremes(chart, rows, count);
	fill_gaps(chart, rows, count);
	add_gap_notes(chart, rows, count);
	chart->plot->may_leave_zero = true;
}
