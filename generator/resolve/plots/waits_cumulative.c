/*
 * waits_cumulative.c - share of waits of no more than so many weeks: the first and the last group, or those with
 * the most and the fewest waits over the standard.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "resolve/plots/maker.h"
#include "resolve/wait_classes.h"

/* Percentage points that a line hides behind it. */
static const double line_width = 0.5;

/* Groups whose lines may be drawn, each with its share up to every number of weeks. */
struct lines {
	struct view_group *groups;
	size_t count;
	double *weeks;
	size_t points;
	int standard;              /* place among weeks; -1 = none */
	struct plot_value *values; /* group by group */
	size_t ends[2];            /* which groups stand in front */
};

static struct plot_value *value_at(const struct lines *lines, size_t group, size_t point)
{
	return &lines->values[group * lines->points + point];
}

static bool is_known(const struct lines *lines, size_t group)
{
	for (size_t i = 0; i < lines->points; i++)
		if (!value_state_is_shown(value_at(lines, group, i)->state))
			return false;
	return true;
}

/* -- where the lines have points -------------------------------------------------------------------- */

static void add_weeks(struct lines *lines, double weeks)
{
	if (weeks == WAIT_STANDARD)
		lines->standard = (int)lines->points;
	lines->weeks[lines->points++] = weeks;
}

static void find_weeks(const struct wait_classes *classes, struct lines *lines)
{
	double from = wait_class(classes, 0)->from;

	add_weeks(lines, from);
	for (size_t i = 0; i < classes->count; i++) {
		const struct indicator_class *class = wait_class(classes, i);

		if (class->to > WAIT_YEAR)
			break;
		if (classes->has_over_standard &&
		    class->from<WAIT_STANDARD &&class->to> WAIT_STANDARD)
			add_weeks(lines, WAIT_STANDARD);
		add_weeks(lines, class->to);
	}
}

/* -- shares ------------------------------------------------------------------------------------------ */

static struct plot_value printed(const struct chart *chart, double share)
{
	return plot_worked_out(chart, MEASURE_VALUE, (struct value){ .estimate = share },
			       chart->block->decimals);
}

/* Nothing is drawn of a group of which a class is not shown: it would be the difference of two points. */
static void hide_group(const struct lines *lines, size_t group, const struct plot_value *missing)
{
	for (size_t i = 0; i < lines->points; i++)
		*value_at(lines, group, i) = (struct plot_value){ .state = missing->state,
								  .text = missing->text,
								  .interval = "" };
}

static void add_shares(struct chart *chart, const struct wait_classes *classes,
		       const struct lines *lines, size_t group)
{
	double share = 0;
	size_t point = 0;

	*value_at(lines, group, point++) = printed(chart, 0);
	for (size_t i = 0; i < classes->count && point < lines->points; i++) {
		struct plot_value value =
			plot_value_of_group(chart, &classes->views[i], lines->groups[group].group);

		if (value_state_is_shown(value.state) && lines->weeks[point] == WAIT_STANDARD &&
		    wait_class(classes, i)->to > WAIT_STANDARD) {
			struct plot_value over = plot_value_of_group(chart, &classes->over_standard,
								     lines->groups[group].group);

			if (value_state_is_shown(over.state))
				*value_at(lines, group, point++) = printed(chart, 100 - over.value);
			else
				value = over;
		}
		if (!value_state_is_shown(value.state)) {
			hide_group(lines, group, &value);
			return;
		}
		share += value.value;
		*value_at(lines, group, point++) = printed(chart, fmin(share, 100));
	}
}

/* -- which lines ------------------------------------------------------------------------------------- */

/* In an order its ends; else the groups with the smallest and the largest share, of those that are known. */
static void choose_ends(const struct chart *chart, struct lines *lines)
{
	size_t at = lines->standard >= 0 ? (size_t)lines->standard : lines->points / 2;
	bool any = false;

	lines->ends[1] = lines->count - 1;
	for (size_t i = 0; i < lines->count && !chart->view.classification->ordered; i++) {
		if (!is_known(lines, i))
			continue;
		if (!any ||
		    value_at(lines, i, at)->value < value_at(lines, lines->ends[0], at)->value)
			lines->ends[0] = i;
		if (!any ||
		    value_at(lines, i, at)->value > value_at(lines, lines->ends[1], at)->value)
			lines->ends[1] = i;
		any = true;
	}
}

static bool lies_between(const struct lines *lines, size_t group)
{
	for (size_t i = 0; i < lines->points; i++) {
		double a = value_at(lines, lines->ends[0], i)->value;
		double b = value_at(lines, lines->ends[1], i)->value;
		double value = value_at(lines, group, i)->value;

		if (value < fmin(a, b) - line_width || value > fmax(a, b) + line_width)
			return false;
	}
	return true;
}

static bool is_end(const struct lines *lines, size_t group)
{
	return group == lines->ends[0] || group == lines->ends[1];
}

/* Other groups are drawn when one of them leaves the room between the two. */
static bool draws_others(const struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		if (!is_end(lines, i) && is_known(lines, i) &&
		    !(is_known(lines, lines->ends[0]) && is_known(lines, lines->ends[1]) &&
		      lies_between(lines, i)))
			return true;
	return false;
}

static void add_series(const struct chart *chart, const struct lines *lines, size_t group,
		       enum plot_emphasis emphasis)
{
	struct plot *plot = chart->plot;
	size_t series = plot->series_count++;

	plot->series[series] = (struct plot_series){
		.label = words_group(chart->words, chart->view.classification,
				     lines->groups[group].group),
		.emphasis = emphasis,
	};
	memcpy(&plot->values[series * lines->points], value_at(lines, group, 0),
	       lines->points * sizeof(*plot->values));
}

static void set_lines(struct chart *chart, const struct lines *lines)
{
	struct plot *plot = chart->plot;
	bool others = draws_others(lines);

	plot_set_series(chart->resolver->arena, plot, lines->count);
	plot->series_count = 0;
	add_series(chart, lines, lines->ends[0], EMPHASIS_FIRST);
	if (lines->ends[1] != lines->ends[0])
		add_series(chart, lines, lines->ends[1], EMPHASIS_LAST);
	for (size_t i = 0; i < lines->count && others; i++)
		if (!is_end(lines, i))
			add_series(chart, lines, i, EMPHASIS_CONTEXT);
}

/* -- words ------------------------------------------------------------------------------------------- */

static const char *gap_title(const struct chart *chart, const struct wait_classes *classes)
{
	const struct view *over = &classes->over_standard;
	const struct breakdown_result *gap =
		results_breakdown(chart->resolver->results, &over->key, MEASURE_GAP);
	struct placeholder parts[] = {
		{ "weeks", words_number(chart->words, WAIT_STANDARD, 0) },
		{ "d", "" },
		{ "gap", "" },
		{ 0 },
	};
	struct value size;

	if (gap == NULL || view_most(over) == NULL || !value_is_shown(&gap->value) ||
	    !gap->value.limits.known ||
	    (gap->value.limits.lower <= 0 && gap->value.limits.upper >= 0))
		return wait_title(chart, over);
	size = gap->value;
	size.estimate = fabs(size.estimate);
	parts[1].text = words_value_said(chart->words, over->key.indicator, MEASURE_GAP, &size,
					 chart->block->decimals);
	parts[2].text = words_fill(chart->words, STRING_UNIT_POINTS, parts);
	return words_fill(chart->words, STRING_TITLE_WAITS_GAP, parts);
}

/* Which groups are not drawn, and why. */
static void tell_others(struct chart *chart, const struct lines *lines)
{
	struct resolver *resolver = chart->resolver;
	const struct classification *classification = chart->view.classification;
	struct placeholder parts[] = { { "nouns", classification->group_nouns },
				       { "groups", "" },
				       { 0 } };
	size_t known = 0;

	for (size_t i = 0; i < lines->count; i++) {
		if (is_known(lines, i))
			known += !is_end(lines, i);
		else
			parts[1].text = arena_printf(
				resolver->arena, "%s%s%s", parts[1].text,
				parts[1].text[0] == '\0' ? "" : ", ",
				words_group(chart->words, classification, lines->groups[i].group));
	}
	if (known > 0)
		append_sentence(resolver, &chart->kind_notes,
				words_fill(chart->words,
					   draws_others(lines) ? STRING_NOTE_WAITS_GREY
							       : STRING_NOTE_WAITS_BETWEEN,
					   parts));
	if (parts[1].text[0] != '\0')
		append_sentence(resolver, &chart->kind_notes,
				words_fill(chart->words, STRING_NOTE_WAITS_NOT_DRAWN, parts));
}

static void set_words(struct chart *chart, const struct wait_classes *classes,
		      const struct lines *lines)
{
	const struct placeholder parts[] = {
		{ "whole", words_whole(chart->words, chart->view.indicator) },
		{ "phrase", chart->by },
		{ "place", chart->place },
		{ "period", chart->period },
		{ 0 },
	};
	const struct view_group *first = &lines->groups[lines->ends[0]];
	const struct view_group *last = &lines->groups[lines->ends[1]];
	const char *standard = "";
	const char *year =
		classes->has_over_year && first->group != last->group
			? wait_sentence(chart, &classes->over_year, WAIT_YEAR, first, last)
			: "";

	chart->subtitle = words_fill(chart->words, STRING_SUBTITLE_WAITS_CUMULATIVE, parts);
	chart->title = classes->has_over_standard
			       ? gap_title(chart, classes)
			       : words_fill(chart->words, STRING_TITLE_WAITS, parts);
	if (classes->has_over_standard)
		chart->title_rests_on = COMPARED_PAIR;
	tell_others(chart, lines);
	for (size_t i = 0; i < 2 && lines->standard >= 0; i++)
		note_printed(&chart->states, &(struct value){ .state = VALUE_SHOWN },
			     value_at(lines, lines->ends[i], (size_t)lines->standard)->text);
	if (year[0] != '\0')
		append_sentence(chart->resolver, &chart->kind_notes,
				arena_printf(chart->resolver->arena, "%s.", year));
	if (classes->has_over_standard && first->group != last->group)
		standard =
			wait_sentence(chart, &classes->over_standard, WAIT_STANDARD, first, last);
	if (standard[0] != '\0')
		chart->spoken = standard;
	chart->axis_title =
		words_capital(chart->words, words_fill(chart->words, STRING_WAITS_NO_MORE, parts));
}

static bool plot_cumulative(struct chart *chart)
{
	struct arena *arena = chart->resolver->arena;
	struct wait_classes *classes = arena_alloc(arena, sizeof(*classes));
	struct plot_waits *waits = arena_alloc(arena, sizeof(*waits));
	struct lines lines = { .standard = -1 };

	if (!wait_classes_find(chart, classes))
		return false;
	lines.groups = arena_array(arena, chart->view.count + 1, sizeof(*lines.groups));
	lines.count = wait_groups(chart, lines.groups);
	lines.weeks = arena_array(arena, 2 * classes->count + 2, sizeof(*lines.weeks));
	find_weeks(classes, &lines);
	lines.values = arena_array(arena, (lines.count + 1) * lines.points, sizeof(*lines.values));
	for (size_t i = 0; i < lines.count; i++)
		add_shares(chart, classes, &lines, i);
	chart->has_intervals = false;
	plot_set_categories(arena, chart->plot, lines.points);
	for (size_t i = 0; i < lines.points; i++)
		chart->plot->categories[i].label = words_number(chart->words, lines.weeks[i], 0);
	if (lines.count == 0)
		return true;
	choose_ends(chart, &lines);
	set_lines(chart, &lines);
	*waits = (struct plot_waits){ .edges = lines.weeks,
				      .standard = lines.standard,
				      .weeks_label = word_of(chart->resolver, STRING_WAITS_WEEKS) };
	chart->plot->waits = waits;
	set_words(chart, classes, &lines);
	return true;
}

const struct plot_maker plot_maker_waits_cumulative = {
	.shape = SHAPE_WAITS_CUMULATIVE,
	.make = plot_cumulative,
};
