/*
 * pair.c - two bars a group: two sexes, two periods, or a body and the one it is compared with.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/plots/maker.h"
#include "resolve/series.h"

struct pair {
	struct view views[2];
	const char *labels[2];
	struct pair_labels phrases;
};

static void add_view(struct chart *chart, struct pair *pair, int which, const struct cell_key *key,
		     const char *label)
{
	pair->views[which] = view_of(chart->resolver->arena, chart->resolver->results, key);
	pair->labels[which] = label;
}

static const char *both(const struct chart *chart, const char *first, const char *second)
{
	const struct placeholder parts[] = { { "first", first }, { "second", second }, { 0 } };

	return words_fill(chart->words, STRING_BOTH, parts);
}

/* Always false. */
static bool complain(const struct chart *chart, const char *detail)
{
	const struct word *series = &chart->block->reference.series;

	diag_add(chart->resolver->diags, DIAG_CHART_SERIES,
		 series->text == NULL ? chart->block->at : series->at, detail, NULL);
	return false;
}

/* Nothing wrong with the report: other bodies may have more. Always false. */
static bool say_one_period(const struct chart *chart, size_t count, bool broken)
{
	struct resolver *resolver = chart->resolver;
	const struct classification *classification = chart->view.classification;

	diag_addf(resolver->diags, DIAG_CHART_PERIODS, chart->block->at, "%s has %zu",
		  chart->view.indicator->id, count);
	say_instead(resolver, chart->parent, chart->block->at,
		    words_fill(chart->words, STRING_NO_CHART_REASON,
			       (struct placeholder[]){
				       { "name", chart->view.indicator->short_name },
				       { "phrase", classification->phrase },
				       { "reason",
					 word_of(resolver, broken ? STRING_REASON_SERIES_BROKEN
								  : STRING_ONE_PERIOD) },
				       { 0 } }));
	return false;
}

static bool by_sex(struct chart *chart, struct pair *pair)
{
	const struct dimensions *dimensions = chart->resolver->dataset->dimensions;
	const struct classification *sexes =
		dimensions->classifications[classification_find(dimensions, "sex")];
	struct cell_key key = chart->view.key;

	for (int i = 0; i < 2; i++) {
		key.sex = i;
		add_view(chart, pair, i, &key, words_group_short(chart->words, sexes, i));
	}
	chart->by = both(chart, chart->by, sexes->phrase);
	pair->phrases = (struct pair_labels){
		words_people_phrase(chart->words, chart->view.indicator, sexes, 0),
		words_people_phrase(chart->words, chart->view.indicator, sexes, 1), false
	};
	return true;
}

static bool by_organisation(struct chart *chart, struct pair *pair)
{
	const struct organisation *organisations = chart->resolver->dataset->organisations;
	struct cell_key key = chart->view.key;
	int comparator =
		scope_comparator(chart->resolver, chart->scope, key.organisation, key.period);

	if (comparator < 0 && scope_has_peers(chart->resolver, chart->scope))
		return false;
	if (comparator < 0)
		return complain(chart, "series=\"organisation\" needs compare=\"...\"");
	if (comparator == key.organisation)
		return complain(chart,
				arena_printf(chart->resolver->arena, "%s is compared with itself",
					     organisations[comparator].code));
	add_view(chart, pair, 0, &key, organisations[key.organisation].short_name);
	key.organisation = comparator;
	add_view(chart, pair, 1, &key, organisations[comparator].short_name);
	explain_other_edition(chart->resolver, &chart->view.key, comparator, chart->block->at,
			      &chart->kind_notes);
	pair->phrases = (struct pair_labels){ pair->labels[0], pair->labels[1], false };
	chart->place = both(chart, pair->labels[0], pair->labels[1]);
	return true;
}

static bool by_period(struct chart *chart, struct pair *pair)
{
	const struct period *periods = chart->resolver->dataset->periods;
	struct cell_key key = chart->view.key;
	int listed[CHART_PERIODS_MOST];
	size_t count = chart_periods(chart->resolver, chart->scope, &key, listed);
	size_t since = series_since(chart->resolver, chart->scope, &key, listed, count);
	const struct period *first, *last;

	if (count < since + 2)
		return say_one_period(chart, count - since, since > 0);
	explain_series(chart->resolver, chart->scope, &key, listed + since, count - since,
		       &chart->kind_notes);
	first = &periods[listed[since]];
	last = &periods[listed[count - 1]];
	key.period = listed[since];
	add_view(chart, pair, 0, &key, words_period_short(chart->words, first));
	key.period = listed[count - 1];
	add_view(chart, pair, 1, &key, words_period_short(chart->words, last));
	pair->phrases = (struct pair_labels){ words_period_phrase(chart->words, first),
					      words_period_phrase(chart->words, last), true };
	chart->period =
		both(chart, words_period(chart->words, first), words_period(chart->words, last));
	return true;
}

static const struct {
	const char *series;
	bool (*find)(struct chart *chart, struct pair *pair);
} finders[] = {
	{ "sex", by_sex },
	{ "organisation", by_organisation },
	{ "period", by_period },
};

/* False after a diagnostic. */
static bool find_pair(struct chart *chart, struct pair *pair)
{
	const char *series = chart->block->reference.series.text;

	for (size_t i = 0; series != NULL && i < sizeof(finders) / sizeof(finders[0]); i++)
		if (strcmp(series, finders[i].series) == 0)
			return finders[i].find(chart, pair);
	return complain(chart, chart->kind->name);
}

/* A group without a figure in either series says nothing here; its table does. */
static bool has_figure(const struct pair *pair, size_t position)
{
	const struct view_group *group = &pair->views[0].groups[position];
	const struct view_group *other = view_find_group(&pair->views[1], group->group);

	return value_is_shown(&group->value) ||
	       (position < pair->views[0].ordinary && group->result != NULL) ||
	       (other != NULL && value_is_shown(&other->value));
}

static bool plot_of_two_periods(const struct chart *chart)
{
	const char *series = chart->block->reference.series.text;

	return series != NULL && strcmp(series, "period") == 0;
}

static bool plot_pair(struct chart *chart)
{
	struct arena *arena = chart->resolver->arena;
	struct plot *plot = chart->plot;
	struct view_group *groups;
	struct pair pair = { 0 };
	size_t count = 0;

	if (!find_pair(chart, &pair))
		return false;
	groups = arena_array(arena, pair.views[0].count, sizeof(*groups));
	for (size_t i = 0; i < pair.views[0].count; i++)
		if (has_figure(&pair, i))
			groups[count++] = pair.views[0].groups[i];
	set_categories(chart, groups, count);
	plot_set_series(arena, plot, 2);
	for (size_t s = 0; s < 2; s++) {
		plot->series[s].label = pair.labels[s];
		plot->series[s].emphasis = s == 0 ? EMPHASIS_FIRST : EMPHASIS_LAST;
		for (size_t i = 0; i < count; i++)
			plot->values[s * count + i] =
				plot_value_of_group(chart, &pair.views[s], groups[i].group);
	}
	chart->title = title_of_pair(chart->words, &pair.views[0], &pair.views[1], pair.phrases);
	chart->title_rests_on = COMPARED_PAIR;
	return true;
}

const struct plot_maker plot_maker_pair = {
	.shape = SHAPE_GROUPS_BY_PAIR,
	.shows_periods = plot_of_two_periods,
	.make = plot_pair,
};
