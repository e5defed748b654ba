/*
 * titles_neutral.c - what a figure shows, without what it says.
 */
#include "indicator/figure.h"
#include "indicator/method.h"
#include "words/phrase_parts.h"

const char *measure_in_words(const struct words *words, const struct indicator *indicator,
			     enum measure measure)
{
	const char *events = indicator->events[0] != '\0'
				     ? indicator->events
				     : strings_text(words->strings, STRING_EVENTS);
	const char *counted =
		measure == MEASURE_DENOMINATOR ? words_population(words, indicator) : events;

	if (measure == MEASURE_VALUE ||
	    (measure == MEASURE_COUNT && method_find(indicator->method)->is_count))
		return "";
	if (measure == MEASURE_EXCESS)
		return words_fill(words, STRING_EXCESS_OF,
				  (struct placeholder[]){ { "events", events }, { 0 } });
	return words_fill(words,
			  measure == MEASURE_SHARE ? STRING_SHARE_OF_EVENTS : STRING_NUMBER_OF,
			  (struct placeholder[]){ { "events", counted }, { 0 } });
}

const char *title_neutral(const struct words *words, const struct view *view, enum measure measure)
{
	const char *shown = measure_in_words(words, view->indicator, measure);
	const char *name =
		words_capital(words, shown[0] == '\0' ? view->indicator->short_name : shown);
	struct placeholder parts[] = {
		{ "Name", name },
		{ "name", name },
		{ "phrase", view->classification == NULL ? "" : view->classification->phrase },
		{ 0 },
	};

	return words_fill(
		words, view->classification == NULL ? STRING_TABLE_TITLE_ALL : STRING_TITLE_NEUTRAL,
		parts);
}

/* "White", "White and Asian", "4 ethnic groups": those that have a figure, which may be relied on. */
static const char *groups_with(const struct words *words, const struct view *view,
			       enum measure measure, double figure)
{
	enum { NAMES_MOST = 3 };
	const char *names[NAMES_MOST];
	size_t count = 0;
	struct placeholder parts[] = { { "n", "" }, { "nouns", "" }, { 0 } };

	for (size_t i = 0; i < view->ordinary; i++) {
		struct value value = view_group_measure(view, &view->groups[i], measure);

		if (value.state != VALUE_SHOWN || value.estimate != figure)
			continue;
		if (count < NAMES_MOST)
			names[count] = title_group(words, view, &view->groups[i]);
		count++;
	}
	if (count <= NAMES_MOST)
		return names_joined(words, names, count);
	parts[0].text = words_number(words, (double)count, 0);
	parts[1].text = view->classification->group_nouns;
	return words_fill(words, STRING_GROUPS_COUNTED, parts);
}

const char *range_of_view(const struct words *words, const struct view *view, enum measure measure,
			  int decimals)
{
	struct value most = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA), least = most;
	bool uncertain = false;

	for (size_t i = 0; i < view->ordinary; i++) {
		struct value value = view_group_measure(view, &view->groups[i], measure);

		uncertain = uncertain || value.state == VALUE_UNRELIABLE;
		if (value.state != VALUE_SHOWN)
			continue;
		if (!value_is_shown(&most) || value.estimate > most.estimate)
			most = value;
		if (!value_is_shown(&least) || value.estimate < least.estimate)
			least = value;
	}
	if (!value_is_shown(&most) || most.estimate == least.estimate)
		return "";
	return words_fill(
		words, uncertain ? STRING_RANGE_OF_RELIABLE_GROUPS : STRING_RANGE_OF_GROUPS,
		(struct placeholder[]){
			{ "a",
			  words_value_said(words, view->key.indicator, measure, &least, decimals) },
			{ "low", groups_with(words, view, measure, least.estimate) },
			{ "b",
			  words_value_said(words, view->key.indicator, measure, &most, decimals) },
			{ "high", groups_with(words, view, measure, most.estimate) },
			{ 0 } });
}
