/*
 * waits.c - the share of waits in every class of weeks, by group, and of all waits behind them.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "resolve/plots/maker.h"
#include "resolve/plots/waits_median.h"

static const char *class_label(const struct chart *chart, const struct indicator_class *class)
{
	const struct placeholder parts[] = {
		{ "from", words_number(chart->words, class->from, 0) },
		{ "to", isinf(class->to) ? "" : words_number(chart->words, class->to, 0) },
		{ 0 },
	};

	return words_fill(chart->words,
			  isinf(class->to) ? STRING_WAITS_CLASS_OPEN : STRING_WAITS_CLASS, parts);
}

static void set_classes(const struct chart *chart, const struct wait_classes *classes,
			double *edges)
{
	const struct indicator_class *first = wait_class(classes, 0);
	double usual = first->to - first->from;

	plot_set_categories(chart->resolver->arena, chart->plot, classes->count);
	edges[0] = first->from;
	for (size_t i = 0; i < classes->count; i++) {
		const struct indicator_class *class = wait_class(classes, i);
		double width = class->from < WAIT_YEAR && !isinf(class->to)
				       ? class->to - class->from
				       : usual;

		chart->plot->categories[i].label = class_label(chart, class);
		chart->plot->categories[i].short_label = chart->plot->categories[i].label;
		edges[i + 1] = edges[i] + width;
	}
}

/* One class that is not shown: none of the group is drawn. */
static void hide_series(struct plot *plot, size_t series)
{
	const struct plot_value *missing = NULL;

	for (size_t i = 0; i < plot->category_count && missing == NULL; i++)
		if (!value_state_is_shown(plot_value(plot, series, i)->state))
			missing = plot_value(plot, series, i);
	for (size_t i = 0; i < plot->category_count && missing != NULL; i++) {
		struct plot_value *value = &plot->values[series * plot->category_count + i];

		*value = (struct plot_value){ .state = missing->state,
					      .text = missing->text,
					      .interval = "",
					      .use = value->use };
	}
}

/* A class that is wider than the first is as much lower, so that areas are shares; beyond a year it is drawn narrow. */
static double height_of(const struct wait_classes *classes, size_t at)
{
	const struct indicator_class *first = wait_class(classes, 0),
				     *class = wait_class(classes, at);

	if (class->from >= WAIT_YEAR || isinf(class->to))
		return 1;
	return (first->to - first->from) / (class->to - class->from);
}

static void set_series(struct chart *chart, const struct wait_classes *classes, size_t series,
		       const struct view_group *group)
{
	struct plot *plot = chart->plot;

	plot->series[series].emphasis = group == NULL ? EMPHASIS_CONTEXT : EMPHASIS_PLAIN;
	plot->series[series].label =
		group == NULL ? words_whole(chart->words, chart->view.indicator)
			      : words_group(chart->words, chart->view.classification, group->group);
	for (size_t i = 0; i < classes->count; i++) {
		struct plot_value *value = &plot->values[series * plot->category_count + i];
		const struct state_set before = chart->states;

		*value = group == NULL
				 ? plot_value_of(chart, &classes->views[i], NULL)
				 : plot_value_of_group(chart, &classes->views[i], group->group);
		/* Steps carry no marks, so that there is nothing to explain. */
		if (value->state == VALUE_UNRELIABLE)
			chart->states = before;
		value->has_interval = false;
		value->value *= height_of(classes, i);
	}
	chart->has_intervals = false;
	hide_series(plot, series);
}

/* A figure of low reliability says so. */
static const char *marked_text(const struct chart *chart, const struct plot_value *value)
{
	return value->state == VALUE_UNRELIABLE
		       ? arena_printf(chart->resolver->arena, "%s [%s]", value->text,
				      value_state_letter(value->state))
		       : value->text;
}

/* "45.9% over 18 weeks", or that it is hidden. */
static const char *over_text(struct chart *chart, const struct wait_classes *classes,
			     const struct view_group *group)
{
	struct plot_value value;

	if (!classes->has_over_standard)
		return "";
	value = plot_value_of_group(chart, &classes->over_standard, group->group);
	chart->has_intervals = false;
	return words_fill(
		chart->words, STRING_WAITS_OVER,
		(struct placeholder[]){ { "v", marked_text(chart, &value) },
					{ "weeks", words_number(chart->words, WAIT_STANDARD, 0) },
					{ 0 } });
}

/* "% of waits in 4-week classes; last: 52 to 65, over 65" */
static const char *classes_text(const struct chart *chart, const struct wait_classes *classes)
{
	const struct indicator_class *first = wait_class(classes, 0);
	const char *last = "";

	for (size_t i = 0; i < classes->count; i++)
		if (wait_class(classes, i)->from >= WAIT_YEAR)
			last = arena_printf(chart->resolver->arena, "%s%s%s", last,
					    last[0] == '\0' ? "" : ", ",
					    chart->plot->categories[i].label);
	return words_fill(
		chart->words, last[0] == '\0' ? STRING_WAITS_CLASSES : STRING_WAITS_CLASSES_LAST,
		(struct placeholder[]){
			{ "whole", words_whole(chart->words, chart->view.indicator) },
			{ "width", words_number(chart->words, first->to - first->from, 0) },
			{ "last", last },
			{ 0 } });
}

static void explain_panels(const struct chart *chart, const struct wait_classes *classes,
			   struct plot_waits *waits)
{
	const struct placeholder parts[] = {
		{ "noun", chart->view.classification->group_noun },
		{ "whole", words_whole(chart->words, chart->view.indicator) },
		{ "weeks", words_number(chart->words, WAIT_STANDARD, 0) },
		{ 0 },
	};

	waits->reading = word_of(chart->resolver, STRING_WAITS_READING);
	waits->group_label = words_fill(chart->words, STRING_WAITS_GROUP, parts);
	waits->all_label = words_fill(chart->words, STRING_WAITS_ALL, parts);
	waits->over_label = words_fill(chart->words, STRING_WAITS_PART_OVER, parts);
	waits->classes = classes_text(chart, classes);
	waits->weeks_label = "";
	waits->standard = -1;
}

/* What is told in place of the panels: the shares, and the medians where there is room for them. */
static const char *spoken(const struct chart *chart, const char *standard, const char *year,
			  const char *median)
{
	struct arena *arena = chart->resolver->arena;
	const char *shares = arena_printf(arena, "%s%s%s", standard,
					  standard[0] != '\0' && year[0] != '\0' ? ". " : "", year);
	const char *all = arena_printf(arena, "%s%s%s", shares,
				       shares[0] != '\0' && median[0] != '\0' ? ". " : "", median);
	const char *whole =
		figure_alternative(chart->words, chart->kind->alt, chart->subtitle, all, "");

	all = strstr(whole, all) != NULL ? all : shares;
	return all[0] == '\0' ? NULL : all;
}

static void set_words(struct chart *chart, const struct wait_classes *classes,
		      const struct view_group *groups, size_t count)
{
	const struct placeholder parts[] = {
		{ "standard", words_number(chart->words, WAIT_STANDARD, 0) },
		{ "year", words_number(chart->words, WAIT_YEAR, 0) },
		{ "whole",
		  words_capital(chart->words, words_whole(chart->words, chart->view.indicator)) },
		{ "phrase", chart->by },
		{ "place", chart->place },
		{ "period", chart->period },
		{ 0 },
	};
	const char *standard = "", *year = "";

	chart->subtitle = words_fill(chart->words, STRING_SUBTITLE_WAITS, parts);
	append_sentence(chart->resolver, &chart->kind_notes,
			words_fill(chart->words, STRING_NOTE_WAITS_RULES, parts));
	if (!classes->has_over_standard) {
		chart->title = words_fill(chart->words, STRING_TITLE_WAITS, parts);
	} else {
		chart->title = wait_title(chart, &classes->over_standard);
		chart->title_rests_on = COMPARED_PAIR;
	}
	if (count < 2)
		return;
	if (classes->has_over_standard)
		standard = wait_sentence(chart, &classes->over_standard, WAIT_STANDARD, &groups[0],
					 &groups[count - 1]);
	if (classes->has_over_year)
		year = wait_sentence(chart, &classes->over_year, WAIT_YEAR, &groups[0],
				     &groups[count - 1]);
	chart->spoken = spoken(chart, standard, year,
			       waits_median_sentence(chart, chart->plot->waits, count));
}

static bool plot_waits(struct chart *chart)
{
	struct arena *arena = chart->resolver->arena;
	struct wait_classes *classes = arena_alloc(arena, sizeof(*classes));
	struct plot_waits *waits = arena_alloc(arena, sizeof(*waits));
	struct view_group *groups;
	const char **over;
	double *edges;
	size_t count;
	int median;

	if (!wait_classes_find(chart, classes) || !waits_median_find(chart, &median))
		return false;
	groups = arena_array(arena, chart->view.count + 1, sizeof(*groups));
	count = wait_groups(chart, groups);
	edges = arena_array(arena, classes->count + 1, sizeof(*edges));
	over = arena_array(arena, count + 1, sizeof(*over));
	set_classes(chart, classes, edges);
	plot_set_series(arena, chart->plot, count + 1);
	for (size_t i = 0; i < count; i++) {
		set_series(chart, classes, i, &groups[i]);
		over[i] = over_text(chart, classes, &groups[i]);
	}
	set_series(chart, classes, count, NULL);
	over[count] = "";
	*waits = (struct plot_waits){ .edges = edges, .over = over };
	explain_panels(chart, classes, waits);
	waits_median_set(chart, classes, groups, count, median, waits);
	chart->plot->waits = waits;
	set_words(chart, classes, groups, count);
	return true;
}

const struct plot_maker plot_maker_waits = {
	.shape = SHAPE_WAITS,
	.make = plot_waits,
};
