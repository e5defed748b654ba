/*
 * shares.c - concentration curves: of a breakdown in order, in one period, in two, or of two sexes.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "document/plot_shares.h"
#include "indicator/figure.h"
#include "indicator/share_curve.h"
#include "resolve/plots/maker.h"
#include "resolve/series.h"

struct curve {
	struct view view;
	const char *label;
	struct share_point *points;       /* a point more than groups */
	const struct plot_value *missing; /* of the first group that is not shown; NULL = none */
};

struct curves {
	struct curve items[CURVES_MOST];
	size_t count;
};

/* -- which curves ------------------------------------------------------------------------------------------ */

static void add_curve(const struct chart *chart, struct curves *curves, const struct cell_key *key,
		      const char *label)
{
	curves->items[curves->count++] = (struct curve){
		.view = view_of(chart->resolver->arena, chart->resolver->results, key),
		.label = label,
	};
}

static void add_periods(struct chart *chart, struct curves *curves)
{
	const struct period *periods = chart->resolver->dataset->periods;
	int listed[CHART_PERIODS_MOST];
	struct cell_key key = chart->view.key;
	size_t count = chart_periods(chart->resolver, chart->scope, &key, listed);
	size_t since = series_since(chart->resolver, chart->scope, &key, listed, count);

	if (since < count && listed[since] != listed[count - 1]) {
		key.period = listed[since];
		add_curve(chart, curves, &key,
			  words_period_short(chart->words, &periods[key.period]));
		chart->period = words_period_span(chart->words, &periods[listed[since]],
						  &periods[listed[count - 1]]);
	}
	key.period = count > 0 ? listed[count - 1] : key.period;
	add_curve(chart, curves, &key, words_period_short(chart->words, &periods[key.period]));
}

static void add_sexes(const struct chart *chart, struct curves *curves)
{
	const struct dimensions *dimensions = chart->resolver->dataset->dimensions;
	const struct classification *sexes =
		dimensions->classifications[classification_find(dimensions, "sex")];
	struct cell_key key = chart->view.key;

	for (int sex = 0; sex < 2; sex++) {
		key.sex = sex;
		add_curve(chart, curves, &key, words_group_short(chart->words, sexes, sex));
	}
}

static void find_curves(struct chart *chart, struct curves *curves)
{
	const char *series = chart->block->reference.series.text;

	if (series != NULL && strcmp(series, "period") == 0)
		add_periods(chart, curves);
	else if (series != NULL && strcmp(series, "sex") == 0)
		add_sexes(chart, curves);
	else
		add_curve(chart, curves, &chart->view.key,
			  words_capital(chart->words, chart->view.indicator->short_name));
}

/* -- points ------------------------------------------------------------------------------------------------ */

/* False with the first figure that is missing. Shares of the others would give a hidden one away. */
static bool collect(struct chart *chart, struct curve *curve, struct share_group *groups)
{
	for (size_t i = 0; i < curve->view.ordinary; i++) {
		const struct view_group *group = &curve->view.groups[i];
		struct plot_value value = plot_value_of(chart, &curve->view, group);

		if (!value_state_is_shown(value.state) || group->result == NULL ||
		    !quantity_is_shown(&group->result->denominator)) {
			struct plot_value *missing =
				arena_alloc(chart->resolver->arena, sizeof(*missing));

			if (value_state_is_shown(value.state)) {
				value.state = VALUE_NOT_AVAILABLE;
				value.text = words_state(chart->words, value.state);
			}
			*missing = value;
			curve->missing = missing;
			return false;
		}
		groups[i] = (struct share_group){ value.value, group->result->denominator.number };
	}
	return true;
}

static bool work_out(struct chart *chart, struct curve *curve)
{
	struct arena *arena = chart->resolver->arena;
	size_t count = curve->view.ordinary;
	struct share_group *groups = arena_array(arena, count + 1, sizeof(*groups));

	curve->points = arena_array(arena, count + 1, sizeof(*curve->points));
	return collect(chart, curve, groups) && share_curve(arena, groups, count, curve->points);
}

static void set_curve(struct chart *chart, const struct curve *curve, size_t series, bool known,
		      double *people)
{
	struct plot *plot = chart->plot;

	plot->series[series].label = curve->label;
	for (size_t i = 0; i < plot->category_count; i++) {
		size_t at = series * plot->category_count + i;

		if (known) {
			people[at] = curve->points[i].people;
			plot->values[at] = plot_worked_out(
				chart, MEASURE_SHARE,
				(struct value){ .estimate = curve->points[i].events }, 1);
		} else if (curve->missing != NULL) {
			plot->values[at].state = curve->missing->state;
			plot->values[at].text = curve->missing->text;
		} else {
			plot->values[at].text = words_state(chart->words, VALUE_NOT_AVAILABLE);
		}
	}
}

static const char *index_text(const struct chart *chart, const struct curve *curve)
{
	struct value index = view_measure(&curve->view, MEASURE_RELATIVE_CONCENTRATION_INDEX);
	struct placeholder parts[] = { { "v", "" }, { "interval", "" }, { 0 } };
	int indicator = curve->view.key.indicator;

	if (!value_is_shown(&index))
		return "";
	use_measure(chart->resolver, &curve->view, MEASURE_RELATIVE_CONCENTRATION_INDEX, "",
		    chart->block->at);
	parts[0].text =
		words_value_said(chart->words, indicator, MEASURE_RELATIVE_CONCENTRATION_INDEX,
				 &index, DECIMALS_BY_RULE);
	parts[1].text =
		words_interval(chart->words, indicator, MEASURE_RELATIVE_CONCENTRATION_INDEX,
			       &index, DECIMALS_BY_RULE);
	return words_fill(chart->words,
			  parts[1].text[0] == '\0' ? STRING_CONCENTRATION_INDEX
						   : STRING_CONCENTRATION_INDEX_INTERVAL,
			  parts);
}

/* -- words ------------------------------------------------------------------------------------------------- */

static const char *events_of(const struct chart *chart)
{
	const struct indicator *indicator = chart->view.indicator;

	return indicator->events[0] != '\0' ? indicator->events
					    : word_of(chart->resolver, STRING_EVENTS);
}

static void set_words(struct chart *chart, const struct curves *curves, const double *people,
		      const char *const *indices)
{
	const struct plot *plot = chart->plot;
	const size_t first = 1, last = curves->count - 1;
	size_t at = last * plot->category_count + first;
	const struct plot_value *share = &plot->values[at];
	const struct plot_value of_people =
		plot_worked_out(chart, MEASURE_SHARE, (struct value){ .estimate = people[at] }, 1);
	struct placeholder parts[] = {
		{ "events", events_of(chart) },
		{ "whole", words_population(chart->words, chart->view.indicator) },
		{ "noun", chart->view.classification->group_noun },
		{ "a", plot_value_said(share) },
		{ "b", plot_value_said(&of_people) },
		{ 0 },
	};

	chart->axis_title = words_capital(
		chart->words, words_fill(chart->words,
					 method_find(chart->view.indicator->method)->standardised
						 ? STRING_CONCENTRATION_EVENTS_ADJUSTED
						 : STRING_CONCENTRATION_EVENTS,
					 parts));
	if (!value_state_is_shown(share->state))
		return;
	if (indices[last][0] != '\0')
		append_sentence(
			chart->resolver, &chart->kind_notes,
			word_of(chart->resolver, chart->view.indicator->polarity == POLARITY_NONE
							 ? STRING_NOTE_CONCENTRATION_MORE
							 : STRING_NOTE_CONCENTRATION_WORSE));
	chart->title = words_fill(chart->words, STRING_TITLE_CONCENTRATION, parts);
	chart->own_title = true;
	if (indices[last][0] != '\0')
		chart->spoken =
			arena_printf(chart->resolver->arena, "%s. %s",
				     words_capital(chart->words, indices[last]), chart->title);
}

static bool shows_two_periods(const struct chart *chart)
{
	const char *series = chart->block->reference.series.text;

	return series != NULL && strcmp(series, "period") == 0;
}

static bool plot_shares_of(struct chart *chart)
{
	struct arena *arena = chart->resolver->arena;
	struct plot_shares *shares = arena_alloc(arena, sizeof(*shares));
	struct plot *plot = chart->plot;
	struct curves curves = { 0 };
	const char **indices;
	double *people;
	const struct placeholder parts[] = {
		{ "whole", words_population(chart->words, chart->view.indicator) }, { 0 }
	};

	find_curves(chart, &curves);
	plot->share_label = "";
	plot_set_categories(arena, plot, chart->view.ordinary + 1);
	plot_set_series(arena, plot, curves.count);
	people = arena_array(arena, curves.count * plot->category_count, sizeof(*people));
	indices = arena_array(arena, curves.count, sizeof(*indices));
	for (size_t s = 0; s < curves.count; s++) {
		bool known = curves.items[s].view.ordinary == chart->view.ordinary &&
			     work_out(chart, &curves.items[s]);

		set_curve(chart, &curves.items[s], s, known, people);
		indices[s] = known ? index_text(chart, &curves.items[s]) : "";
	}
	chart->has_intervals = false;
	*shares = (struct plot_shares){
		.people = people,
		.indices = indices,
		.people_title = words_fill(chart->words, STRING_CONCENTRATION_PEOPLE, parts),
		.diagonal = word_of(chart->resolver, STRING_CONCENTRATION_DIAGONAL),
	};
	plot->shares = shares;
	set_words(chart, &curves, people, indices);
	return true;
}

const struct plot_maker plot_maker_shares = {
	.shape = SHAPE_SHARES,
	.shows_periods = shows_two_periods,
	.make = plot_shares_of,
};
