/*
 * ages_by_sex.c - how many females and males there are of each age, beside the shares of another body.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/plots/maker.h"

enum { SEXES = 2 };

static const struct classification *sexes_of(const struct resolver *resolver)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;

	return dimensions->classifications[classification_find(dimensions, "sex")];
}

static struct view view_of_sex(const struct chart *chart, int organisation, int sex)
{
	struct cell_key key = chart->view.key;

	key.organisation = organisation;
	key.sex = sex;
	return view_of(chart->resolver->arena, chart->resolver->results, &key);
}

static bool has_figures(const struct view *view)
{
	for (size_t i = 0; i < view->count; i++)
		if (view->groups[i].result != NULL)
			return true;
	return false;
}

/* Always false. */
static bool complain(const struct chart *chart, const char *what)
{
	diag_add(chart->resolver->diags, DIAG_CHART_AGE_SEX, chart->block->at, what, NULL);
	return false;
}

static bool settle(struct chart *chart)
{
	const struct classification *ages = chart->view.classification;
	bool is_count = method_find(chart->view.indicator->method)->is_count;

	if (chart->block->reference.of.text == NULL && !is_count)
		chart->measure = MEASURE_COUNT;
	if (chart->measure == MEASURE_VALUE && !is_count)
		return complain(chart, "of=\"value\"");
	if (ages->form != CLASSIFICATION_AGE_BANDS)
		return complain(chart, arena_printf(chart->resolver->arena, "by=\"%s\"", ages->id));
	for (int sex = 0; sex < SEXES; sex++) {
		struct view view = view_of_sex(chart, chart->view.key.organisation, sex);

		if (!has_figures(&view))
			return complain(
				chart,
				arena_printf(chart->resolver->arena, "no figures of %s by age",
					     words_group_phrase(chart->words,
								sexes_of(chart->resolver), sex)));
	}
	return true;
}

/* The body whose outline is drawn; -1 for none. */
static int outlined(struct chart *chart)
{
	int found = scope_comparator(chart->resolver, chart->scope, chart->view.key.organisation,
				     chart->view.key.period);

	if (found < 0 || found == chart->view.key.organisation)
		return -1;
	if (chart->measure == MEASURE_SHARE)
		return found;
	diag_add(chart->resolver->diags, DIAG_CHART_OUTLINE, chart->block->at,
		 chart->resolver->dataset->organisations[found].code, NULL);
	return -1;
}

static void fill_sex(struct chart *chart, size_t series, int organisation, int sex)
{
	struct plot *plot = chart->plot;
	struct view view = view_of_sex(chart, organisation, sex);

	plot->series[series].label =
		words_group_short(chart->words, sexes_of(chart->resolver), sex);
	for (size_t i = 0; i < plot->category_count; i++) {
		struct plot_value *value = &plot->values[series * plot->category_count + i];

		*value = plot_value_of_group(chart, &view, chart->category_groups[i].group);
		value->has_interval = false;
	}
}

/* The largest of all bars; nothing is said where a larger one may be hidden, or another one is as large. */
static void set_title(struct chart *chart)
{
	const struct plot *plot = chart->plot;
	const struct classification *sexes = sexes_of(chart->resolver);
	const struct plot_value *largest = NULL;
	size_t at = 0;
	bool shared = false;

	chart->title = title_neutral(chart->words, &chart->view, chart->measure);
	for (size_t i = 0; i < SEXES * plot->category_count; i++) {
		if (!value_state_is_shown(plot->values[i].state))
			return;
		shared = largest != NULL && (plot->values[i].value == largest->value ||
					     (shared && plot->values[i].value < largest->value));
		if (largest == NULL || plot->values[i].value > largest->value) {
			largest = &plot->values[i];
			at = i;
		}
	}
	if (largest == NULL || shared)
		return;
	chart->title = words_fill(
		chart->words, STRING_TITLE_PYRAMID,
		(struct placeholder[]){
			{ "sex", words_people_phrase(chart->words, chart->view.indicator, sexes,
						     (int)(at / plot->category_count)) },
			{ "age", words_group_phrase(
					 chart->words, chart->view.classification,
					 chart->category_groups[at % plot->category_count].group) },
			{ "v", largest->text },
			{ 0 } });
	chart->own_title = true;
}

static void draw_outline(struct chart *chart, int organisation)
{
	struct resolver *resolver = chart->resolver;
	const char *place = resolver->dataset->organisations[organisation].short_name;

	for (int sex = 0; sex < SEXES; sex++) {
		fill_sex(chart, (size_t)(SEXES + sex), organisation, sex);
		chart->plot->series[SEXES + sex].label = place;
		chart->plot->series[SEXES + sex].emphasis = EMPHASIS_CONTEXT;
	}
	append_sentence(resolver, &chart->kind_notes,
			words_fill(chart->words, STRING_NOTE_PYRAMID_OUTLINE,
				   (struct placeholder[]){ { "place", place }, { 0 } }));
}

/* Data of each sex alone have no figures of both together: the ages are then those of the one that has more. */
static void set_ages(struct chart *chart)
{
	struct view ages = chart->view;

	for (int sex = 0; sex < SEXES && chart->view.ordinary == 0; sex++) {
		struct view view = view_of_sex(chart, chart->view.key.organisation, sex);

		if (view.ordinary > ages.ordinary)
			ages = view;
	}
	set_categories(chart, ages.groups, ages.ordinary);
}

static bool plot_ages_by_sex(struct chart *chart)
{
	const struct classification *sexes = sexes_of(chart->resolver);
	struct plot *plot = chart->plot;
	int comparator;

	if (!settle(chart))
		return false;
	comparator = outlined(chart);
	set_ages(chart);
	plot_set_series(chart->resolver->arena, plot, comparator < 0 ? SEXES : 2 * SEXES);
	for (int sex = 0; sex < SEXES; sex++)
		fill_sex(chart, (size_t)sex, chart->view.key.organisation, sex);
	chart->has_intervals = false;
	if (comparator >= 0)
		draw_outline(chart, comparator);
	chart->has_intervals = false;
	chart->by =
		words_fill(chart->words, STRING_BOTH,
			   (struct placeholder[]){
				   { "first", chart->by }, { "second", sexes->phrase }, { 0 } });
	set_title(chart);
	return true;
}

const struct plot_maker plot_maker_ages_by_sex = {
	.shape = SHAPE_AGES_BY_SEX,
	.make = plot_ages_by_sex,
};
