/*
 * chart_sentences.c - what can be told of any plot, from what it prints alone.
 *
 * Where all figures are few enough to be told one by one they are, so that nobody has to do with the highest and the
 * lowest. Figures of rows that may be in different units have no highest one.
 */
#include "resolve/chart_sentences.h"
#include "base/arena.h"
#include "document/plot_ends.h"
#include "document/plot_heat.h"
#include "words/phrases.h"

enum { NAMES_MOST = 3, LISTED_MOST = 6 };

struct telling {
	const struct chart *chart;
	const struct words *words;
	const struct plot *plot;
	const char **sentences;
};

/* "1 most deprived", with the name of the series where there are several. */
static const char *place_of(const struct telling *telling, size_t at)
{
	const struct plot *plot = telling->plot;
	const char *category = plot->categories[at % plot->category_count].label;

	if (plot->series_count < 2)
		return category;
	return words_fill(
		telling->words, STRING_LONG_OF_SERIES,
		(struct placeholder[]){ { "category", category },
					{ "series", plot->series[at / plot->category_count].label },
					{ 0 } });
}

static enum string_id axis_words(const struct chart *chart, size_t count)
{
	if (count == 1)
		return STRING_LONG_AXIS_ONE;
	switch (chart->kind->shape) {
	case SHAPE_GROUPS_OVER_TIME:
	case SHAPE_PROCESS:
		return STRING_LONG_AXIS_PERIODS;
	case SHAPE_GROUPS:
	case SHAPE_GROUPS_BY_PAIR:
	case SHAPE_AGES_BY_SEX:
	case SHAPE_MATRIX:
		return STRING_LONG_AXIS_GROUPS;
	case SHAPE_BODIES:
		return STRING_LONG_AXIS_BODIES;
	case SHAPE_PLACES:
	case SHAPE_FUNNEL:
		return STRING_LONG_AXIS_PLACES;
	case SHAPE_PANELS:
		return STRING_LONG_AXIS_PANELS;
	case SHAPE_RUNNING_SHARE:
	case SHAPE_ENDS:
	case SHAPE_WAITS:
	case SHAPE_WAITS_CUMULATIVE:
	case SHAPE_PARTS:
	case SHAPE_SHARES:
		break;
	}
	return STRING_LONG_AXIS;
}

static void tell_axis(struct telling *telling)
{
	const struct plot *plot = telling->plot;
	const bool panels = plot->panel_count > 0;
	size_t count = panels ? plot->panel_count : plot->category_count;

	telling->sentences[TELL_AXIS] = words_fill(
		telling->words, axis_words(telling->chart, count),
		(struct placeholder[]){ { "n", words_number(telling->words, (double)count, 0) },
					{ "first", panels ? plot->panels[0]->panel_title
							  : plot->categories[0].label },
					{ "last", panels ? plot->panels[count - 1]->panel_title
							 : plot->categories[count - 1].label },
					{ 0 } });
}

static void tell_series(struct telling *telling)
{
	const struct plot *plot = telling->plot;
	struct arena *arena = telling->words->arena;
	const char **names = arena_array(arena, plot->series_count, sizeof(*names));

	for (size_t i = 0; i < plot->series_count; i++)
		names[i] = plot->series[i].label;
	telling->sentences[TELL_SERIES] = words_fill(
		telling->words,
		telling->chart->kind->shape == SHAPE_GROUPS_OVER_TIME ? STRING_LONG_LINES
								      : STRING_LONG_SERIES,
		(struct placeholder[]){
			{ "n", words_number(telling->words, (double)plot->series_count, 0) },
			{ "names", names_joined(telling->words, names, plot->series_count) },
			{ 0 } });
}

/* "5 least deprived: 0.12%, low reliability". */
static const char *told_value(const struct telling *telling, size_t at)
{
	const struct plot_value *value = &telling->plot->values[at];
	const char *state = heard_state(telling->chart->resolver, value->state);
	bool printed = value->state == VALUE_SHOWN || value->state == VALUE_UNRELIABLE;

	return words_fill(
		telling->words,
		printed && state[0] != '\0' ? STRING_LONG_VALUE_OF_STATE : STRING_LONG_VALUE,
		(struct placeholder[]){ { "group", place_of(telling, at) },
					{ "value", printed ? plot_value_said(value) : state },
					{ "state", state },
					{ 0 } });
}

static void tell_values(struct telling *telling)
{
	const struct plot *plot = telling->plot;
	const char *values = "";

	if (plot->category_count > LISTED_MOST)
		return;
	for (size_t i = 0; i < plot->category_count; i++) {
		const char *value = told_value(telling, i);

		values = i == 0 ? value
				: words_fill(telling->words, STRING_LONG_VALUES_MORE,
					     (struct placeholder[]){ { "values", values },
								     { "value", value },
								     { 0 } });
	}
	telling->sentences[TELL_VALUES] =
		words_fill(telling->words, STRING_LONG_VALUES,
			   (struct placeholder[]){ { "values", values }, { 0 } });
}

/* Of the lines that stand out, from the first period to the last. */
static void tell_changes(struct telling *telling)
{
	const struct plot *plot = telling->plot;
	const char *text = "";

	for (size_t i = 0; i < plot->series_count; i++) {
		const struct plot_value *values = &plot->values[i * plot->category_count];
		const struct plot_value *last = &values[plot->category_count - 1];

		if (plot->category_count < 2 || values[0].state != VALUE_SHOWN ||
		    last->state != VALUE_SHOWN ||
		    (plot->series[i].emphasis != EMPHASIS_FIRST &&
		     plot->series[i].emphasis != EMPHASIS_LAST))
			continue;
		text = arena_printf(
			telling->words->arena, "%s%s%s", text, text[0] == '\0' ? "" : " ",
			words_fill(telling->words, STRING_LONG_CHANGE,
				   (struct placeholder[]){ { "group", plot->series[i].label },
							   { "first", plot_value_said(&values[0]) },
							   { "last", plot_value_said(last) },
							   { 0 } }));
	}
	telling->sentences[TELL_CHANGES] = text;
}

/* What is of low reliability or of people of no known group is neither the highest nor the lowest. */
static void tell_extremes(struct telling *telling)
{
	const struct plot *plot = telling->plot;
	size_t count = plot->series_count * plot->category_count, high = count, low = count;
	bool uncertain = false;

	for (size_t i = 0; i < count; i++) {
		uncertain = uncertain || plot->values[i].state == VALUE_UNRELIABLE;
		if (plot->values[i].state != VALUE_SHOWN ||
		    plot->categories[i % plot->category_count].unknown)
			continue;
		if (high == count || plot->values[i].value > plot->values[high].value)
			high = i;
		if (low == count || plot->values[i].value < plot->values[low].value)
			low = i;
	}
	if (high == low || plot->values[high].value <= plot->values[low].value)
		return;
	telling->sentences[TELL_EXTREMES] = words_fill(
		telling->words, uncertain ? STRING_LONG_EXTREMES_RELIABLE : STRING_LONG_EXTREMES,
		(struct placeholder[]){ { "high", plot_value_said(&plot->values[high]) },
					{ "a", place_of(telling, high) },
					{ "low", plot_value_said(&plot->values[low]) },
					{ "b", place_of(telling, low) },
					{ 0 } });
}

static void tell_missing(struct telling *telling)
{
	const struct plot *plot = telling->plot;
	size_t count = plot->series_count * plot->category_count, found = 0;
	const char *names[NAMES_MOST + 1];

	for (size_t i = 0; i < count; i++) {
		enum value_state state = plot->values[i].state;

		if (state == VALUE_SHOWN || state == VALUE_UNRELIABLE ||
		    state == VALUE_NOT_APPLICABLE)
			continue;
		if (found < NAMES_MOST)
			names[found] = words_fill(
				telling->words, STRING_LONG_MISSING_ONE,
				(struct placeholder[]){
					{ "group", place_of(telling, i) },
					{ "state", heard_state(telling->chart->resolver, state) },
					{ 0 } });
		found++;
	}
	if (found == 0)
		return;
	telling->sentences[TELL_MISSING_COUNT] = words_fill(
		telling->words, STRING_LONG_MISSING_COUNT,
		(struct placeholder[]){ { "n", words_number(telling->words, (double)found, 0) },
					{ "all", words_number(telling->words, (double)count, 0) },
					{ 0 } });
	if (found > NAMES_MOST)
		names[NAMES_MOST] =
			words_fill(telling->words, STRING_LONG_MISSING_REST,
				   (struct placeholder[]){
					   { "n", words_number(telling->words,
							       (double)(found - NAMES_MOST), 0) },
					   { 0 } });
	telling->sentences[TELL_MISSING] = words_fill(
		telling->words, STRING_LONG_MISSING,
		(struct placeholder[]){
			{ "names", names_joined(telling->words, names,
						found > NAMES_MOST ? NAMES_MOST + 1 : found) },
			{ 0 } });
}

static void tell_lines(struct telling *telling)
{
	const struct plot *plot = telling->plot;

	if (plot->has_fitted)
		telling->sentences[TELL_FITTED] =
			words_fill(telling->words, STRING_LONG_FITTED,
				   (struct placeholder[]){ { "a", plot->fitted_first_text },
							   { "b", plot->fitted_last_text },
							   { "slope", plot->slope_text },
							   { 0 } });
	if (plot->has_reference)
		telling->sentences[TELL_REFERENCE] = words_fill(
			telling->words, STRING_LONG_REFERENCE,
			(struct placeholder[]){ { "label", plot->reference_label }, { 0 } });
}

/* Only what can have all its figures told is told by a list: one figure a group, in one unit. */
static void tell_figures(struct telling *telling)
{
	const struct plot *plot = telling->plot;

	/* Indicators have commas in their names, and stand in the table of the figure. */
	if (plot->series_count > 1 && plot->heat == NULL)
		tell_series(telling);
	if (plot->heat == NULL && plot->ends == NULL) {
		if (plot->series_count == 1)
			tell_values(telling);
		if (telling->chart->kind->shape == SHAPE_GROUPS_OVER_TIME)
			tell_changes(telling);
		tell_extremes(telling);
	}
	if (telling->chart->medians != NULL)
		telling->sentences[TELL_MEDIANS] = telling->chart->medians;
	tell_lines(telling);
	tell_missing(telling);
}

void chart_sentences(const struct chart *chart, const char *kind, const char *sentences[TELL_COUNT])
{
	const struct plot *plot = chart->plot;
	struct telling telling = { chart, chart->words, plot, sentences };

	for (size_t i = 0; i < TELL_COUNT; i++)
		sentences[i] = "";
	sentences[TELL_KIND] = words_fill(chart->words, STRING_ALT_BESIDE_SHORT,
					  (struct placeholder[]){ { "kind", kind }, { 0 } });
	if (plot->axis_title[0] != '\0')
		sentences[TELL_UNIT] =
			words_fill(chart->words, STRING_LONG_UNIT,
				   (struct placeholder[]){ { "unit", plot->axis_title }, { 0 } });
	tell_axis(&telling);
	if (plot->panel_count > 0)
		sentences[TELL_EXTREMES] = panels_extremes(chart);
	else if (plot->series_count > 0)
		tell_figures(&telling);
}
