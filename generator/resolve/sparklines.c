#include "resolve/sparklines.h"

#include <string.h>

#include "base/arena.h"
#include "indicator/figure.h"
#include "resolve/chart_parts.h"
#include "resolve/period_steps.h"
#include "resolve/series.h"

/* The view of another period, and the same group there. */
static struct value value_then(struct resolver *resolver, const struct sparkline_request *request,
			       int period)
{
	struct cell_key key = series_key(resolver, request->scope, &request->view->key, period);
	struct view view = view_of(resolver->arena, resolver->results, &key);
	const struct view_group *group = series_group(request->view, &view, request->group);
	struct figure_use use = { .choice = request->choice, .printed = "", .at = request->at };

	if (request->group != NULL && group == NULL)
		return value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);
	use.value = view_figure(&view, group, &request->choice);
	use_figure(resolver, &view, group, use);
	return use.value;
}

static const char *text_of(struct resolver *resolver, const struct sparkline_request *request,
			   const struct value *value)
{
	const char *text = words_value(&resolver->words, request->view->key.indicator,
				       request->choice.measure, value, request->decimals);

	return value->state == VALUE_UNRELIABLE
		       ? arena_printf(resolver->arena, "%s\xc2\xa0%s", text,
				      words_state(&resolver->words, value->state))
		       : text;
}

/* A line without any figure says why: a figure that is hidden rather than one that is not there. */
static const char *none_text(const struct words *words, const struct sparkline *line)
{
	enum value_state state = line->points[line->count - 1].state;
	double low, high;

	if (sparkline_extent(line, &low, &high))
		return "";
	for (size_t i = 0; i < line->count; i++)
		if (line->points[i].state == VALUE_SUPPRESSED)
			state = VALUE_SUPPRESSED;
	return words_state(words, state);
}

/* A figure at an end as it is read: the long form in place of its shorthand. */
static const char *heard(const struct resolver *resolver, const char *text, enum value_state state)
{
	const char *words = heard_state(resolver, state);
	const char *blank = strstr(text, "\xc2\xa0["), *figure = text;

	if (!value_state_is_shown(state))
		return words;
	if (blank != NULL)
		figure = arena_strndup(resolver->arena, text, (size_t)(blank - text));
	if (strcmp(figure, VALUE_ROUNDED) == 0)
		figure = word_of(resolver, STRING_HEARD_ROUNDED);
	return blank == NULL ? figure : arena_printf(resolver->arena, "%s, %s", figure, words);
}

static void set_words(const struct resolver *resolver, struct sparkline *line,
		      const struct period_step *steps)
{
	const struct words *words = &resolver->words;
	const struct sparkline_point *last = &line->points[line->count - 1];
	const struct placeholder parts[] = {
		{ "first", heard(resolver, line->first_text, line->points[0].state) },
		{ "start", words_period_short(words, &steps[0].period) },
		{ "last", heard(resolver, line->last_text, last->state) },
		{ "end", words_period_short(words, &steps[line->count - 1].period) },
		{ 0 },
	};

	line->none_text = none_text(words, line);
	line->words = line->none_text[0] != '\0' ? line->none_text
						 : words_fill(words, STRING_SPARKLINE_WORDS, parts);
}

size_t sparkline_periods(struct resolver *resolver, const struct scope *scope,
			 const struct cell_key *key, int *listed)
{
	size_t count = chart_periods(resolver, scope, key, listed);

	while (count > 0 && listed[count - 1] > key->period)
		count--;
	return count;
}

struct sparkline *sparkline_make(struct resolver *resolver, const struct sparkline_request *request,
				 int *first)
{
	const struct cell_key *key = &request->view->key;
	int listed[CHART_PERIODS_MOST], before = -1;
	size_t count = sparkline_periods(resolver, request->scope, key, listed);
	struct period_step *steps;
	struct sparkline *line;

	if (count < 2)
		return NULL;
	*first = listed[0];
	line = arena_alloc(resolver->arena, sizeof(*line));
	line->count = period_steps(resolver->arena, resolver->dataset, listed, count,
				   CHART_PERIODS_MOST, &steps);
	line->points = arena_array(resolver->arena, line->count, sizeof(*line->points));
	for (size_t i = 0; i < line->count; i++) {
		struct value value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);

		if (steps[i].number >= 0) {
			value = value_then(resolver, request, steps[i].number);
			line->points[i].apart =
				steps[i].after_gap ||
				(before >= 0 && series_breaks(resolver, request->scope, key, before,
							      steps[i].number));
			before = steps[i].number;
		}
		line->points[i].state = value.state;
		if (value_is_shown(&value))
			line->points[i].value = value.estimate;
		if (i == 0)
			line->first_text = text_of(resolver, request, &value);
		line->last_text = text_of(resolver, request, &value);
	}
	set_words(resolver, line, steps);
	return line;
}

void note_sparkline(struct state_set *set, const struct sparkline *line)
{
	const struct value first = { .state = line->points[0].state };
	const struct value last = { .state = line->points[line->count - 1].state };

	note_printed(set, &first, line->first_text);
	note_printed(set, &last, line->last_text);
}

const char *lines_begin(const struct words *words, const struct period *first)
{
	return words_fill(
		words, STRING_NOTE_LINES_BEGIN,
		(struct placeholder[]){ { "period", words_period_short(words, first) }, { 0 } });
}
