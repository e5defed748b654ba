/*
 * chart_described.c - a description of any plot in sentences, from what it prints alone.
 *
 * Sentences are added in their order as long as all of them together stay short enough. Figures of rows that
 * may be in different units have no highest one.
 */
#include "document/plot_ends.h"
#include "document/plot_heat.h"
#include "resolve/chart_parts.h"
#include "words/phrases.h"

#include "base/arena.h"

enum { WORDS_MOST = 80, NAMES_MOST = 3 };

static size_t words_in(const char *text)
{
	size_t count = 0;

	for (bool inside = false; *text != '\0'; text++) {
		count += *text != ' ' && !inside;
		inside = *text != ' ';
	}
	return count;
}

static void add(const struct words *words, const char **text, const char *sentence)
{
	const char *both = arena_printf(words->arena, "%s%s%s", *text,
					(*text)[0] == '\0' ? "" : " ", sentence);

	if (words_in(both) <= WORDS_MOST)
		*text = both;
}

/* "1 most deprived", with the name of the series where there are several. */
static const char *place_of(const struct words *words, const struct plot *plot, size_t at)
{
	const char *category = plot->categories[at % plot->category_count].label;

	if (plot->series_count < 2)
		return category;
	return words_fill(
		words, STRING_LONG_OF_SERIES,
		(struct placeholder[]){ { "category", category },
					{ "series", plot->series[at / plot->category_count].label },
					{ 0 } });
}

static void add_axis(const struct words *words, const struct plot *plot, const char *kind,
		     const char **text)
{
	size_t count = plot->panel_count > 0 ? plot->panel_count : plot->category_count;
	const bool panels = plot->panel_count > 0;
	const struct placeholder parts[] = {
		{ "kind", kind },
		{ "n", words_number(words, (double)count, 0) },
		{ "first", panels ? plot->panels[0]->panel_title : plot->categories[0].label },
		{ "last", panels ? plot->panels[count - 1]->panel_title
				 : plot->categories[count - 1].label },
		{ 0 },
	};

	add(words, text,
	    words_fill(words, count == 1 ? STRING_LONG_AXIS_ONE : STRING_LONG_AXIS, parts));
}

static void add_series(const struct words *words, const struct plot *plot, const char **text)
{
	const char **names = arena_array(words->arena, plot->series_count, sizeof(*names));

	for (size_t i = 0; i < plot->series_count; i++)
		names[i] = plot->series[i].label;
	add(words, text,
	    words_fill(words, STRING_LONG_SERIES,
		       (struct placeholder[]){
			       { "n", words_number(words, (double)plot->series_count, 0) },
			       { "names", names_joined(words, names, plot->series_count) },
			       { 0 } }));
}

static const char *said(const struct plot_value *value)
{
	return value->rounded == NULL ? value->text : value->rounded;
}

/* What is of low reliability or of people of no known group is neither the highest nor the lowest. */
static void add_extremes(const struct words *words, const struct plot *plot, const char **text)
{
	size_t count = plot->series_count * plot->category_count, high = count, low = count;

	for (size_t i = 0; i < count; i++) {
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
	add(words, text,
	    words_fill(words, STRING_LONG_EXTREMES,
		       (struct placeholder[]){ { "high", said(&plot->values[high]) },
					       { "a", place_of(words, plot, high) },
					       { "low", said(&plot->values[low]) },
					       { "b", place_of(words, plot, low) },
					       { 0 } }));
}

static void add_missing(const struct words *words, const struct plot *plot, const char **text)
{
	const char *names[NAMES_MOST];
	size_t found = 0;

	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];

		if (value->state == VALUE_SHOWN || value->state == VALUE_UNRELIABLE ||
		    value->state == VALUE_NOT_APPLICABLE)
			continue;
		if (found < NAMES_MOST)
			names[found] = arena_printf(words->arena, "%s %s", place_of(words, plot, i),
						    value->text);
		found++;
	}
	if (found == 0)
		return;
	add(words, text,
	    words_fill(words, found > NAMES_MOST ? STRING_LONG_MISSING_MORE : STRING_LONG_MISSING,
		       (struct placeholder[]){
			       { "names", names_joined(words, names,
						       found > NAMES_MOST ? NAMES_MOST : found) },
			       { "n", words_number(words, (double)found - NAMES_MOST, 0) },
			       { 0 } }));
}

static void add_lines(const struct words *words, const struct plot *plot, const char **text)
{
	if (plot->has_fitted)
		add(words, text,
		    words_fill(words, STRING_LONG_FITTED,
			       (struct placeholder[]){ { "a", plot->fitted_first_text },
						       { "b", plot->fitted_last_text },
						       { 0 } }));
	if (plot->has_reference)
		add(words, text,
		    words_fill(
			    words, STRING_LONG_REFERENCE,
			    (struct placeholder[]){ { "label", plot->reference_label }, { 0 } }));
}

const char *chart_described(const struct words *words, const struct plot *plot, const char *kind)
{
	const char *text = "";

	if (plot->category_count == 0 && plot->panel_count == 0)
		return text;
	add_axis(words, plot, kind, &text);
	if (plot->panel_count > 0 || plot->series_count == 0)
		return text;
	/* Indicators have commas in their names, and stand in the table of the figure. */
	if (plot->series_count > 1 && plot->heat == NULL)
		add_series(words, plot, &text);
	if (plot->heat == NULL && plot->ends == NULL)
		add_extremes(words, plot, &text);
	add_lines(words, plot, &text);
	add_missing(words, plot, &text);
	return text;
}
