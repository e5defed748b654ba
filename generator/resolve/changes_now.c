/*
 * changes_now.c - the results of the report as those of another statement are read.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "indicator/recipe.h"
#include "resolve/changes_parts.h"
#include "resolve/series.h"

static struct published_figure figure_of(const struct resolver *resolver,
					 const struct cell_key *key)
{
	struct published_figure figure = published_figure_of(resolver->dataset, key);

	figure.method = resolver->dataset->indicators->items[key->indicator].method;
	figure.confidence = resolver->results->confidence;
	return figure;
}

static void add_result(struct resolver *resolver, const struct result *result,
		       struct published *published)
{
	struct published_figure figure = figure_of(resolver, &result->key);

	if (result->value.origin == VALUE_GIVEN && value_is_shown(&result->value))
		figure.method = "given";
	figure.measure = measure_kind(MEASURE_VALUE)->name;
	figure.value = result->value;
	figure.numerator = result->numerator;
	figure.denominator = result->denominator;
	figure.compared = result->against_all != COMPARISON_NONE;
	figure.printed = words_value(&resolver->words, result->key.indicator, MEASURE_VALUE,
				     &result->value, DECIMALS_BY_RULE);
	published_add(published, &figure,
		      resolver->dataset->indicators->items[result->key.indicator].name);
}

static void add_breakdown(struct resolver *resolver, const struct breakdown_result *measured,
			  struct published *published)
{
	struct published_figure figure = figure_of(resolver, &measured->key);
	struct buffer parameters;

	buffer_init(&parameters);
	recipe_of_measure(resolver->results, measured, &parameters);
	figure.parameters = buffer_finish(&parameters, published->arena);
	figure.measure = measure_kind(measured->choice.measure)->name;
	figure.value = measured->value;
	figure.numerator.state = figure.denominator.state = VALUE_NOT_AVAILABLE;
	if (measured->choice.confidence > 0)
		figure.confidence = measured->choice.confidence;
	figure.printed = words_value(&resolver->words, measured->key.indicator,
				     measured->choice.measure, &measured->value, DECIMALS_BY_RULE);
	published_add(published, &figure,
		      resolver->dataset->indicators->items[measured->key.indicator].name);
}

const struct published *published_of_results(struct resolver *resolver, struct arena *arena)
{
	const struct results *results = resolver->results;
	struct published *published = published_new(arena, resolver->report->file);

	for (size_t i = 0; i < results->count; i++)
		add_result(resolver, &results->items[i], published);
	for (size_t i = 0; i < results->breakdown_count; i++)
		add_breakdown(resolver, &results->breakdowns[i], published);
	return published;
}

/* -- where a figure of a file is in the report ---------------------------------------------------- */

static bool key_of(const struct news *news, const struct published_figure *figure,
		   struct cell_key *key)
{
	const struct dataset *dataset = news->resolver->dataset;

	*key = (struct cell_key){
		.indicator = indicator_find(dataset->indicators, figure->indicator),
		.period = period_find(dataset, figure->period.code),
		.organisation = organisation_find(dataset, figure->organisation),
		.classification =
			strcmp(figure->dimension, "all") == 0
				? CLASSIFICATION_ALL
				: classification_find(dataset->dimensions, figure->dimension),
		.group = GROUP_ALL,
		.sex = SEX_ALL,
	};
	return key->indicator >= 0 && key->period >= 0 && key->organisation >= 0;
}

bool news_breaks(const void *context, const struct published_figure *before,
		 const struct published_figure *now)
{
	const struct news *news = context;
	struct cell_key then, key;

	return key_of(news, before, &then) && key_of(news, now, &key) &&
	       series_breaks(news->resolver, news->scope, &key, then.period, key.period);
}

/* One class of many says nothing alone; "over 18 weeks", of which fewer is better, is a measure of its own. */
static bool is_part_of_a_distribution(const struct indicator *indicator)
{
	return indicator->class.known &&
	       (isfinite(indicator->class.to) || indicator->polarity == POLARITY_NONE);
}

bool news_tells(const struct news *news, const struct change *change)
{
	const struct indicators *indicators = news->resolver->dataset->indicators;
	int found = indicator_find(indicators, change->indicator);

	return found < 0 || !is_part_of_a_distribution(&indicators->items[found]);
}

const char *news_name(const struct news *news, const struct change *change)
{
	const struct indicators *indicators = news->resolver->dataset->indicators;
	int found = indicator_find(indicators, change->indicator);

	if (found >= 0)
		return words_capital(&news->resolver->words, indicators->items[found].short_name);
	return change->former_name[0] != '\0' ? change->former_name : change->indicator;
}

const char *news_period(const struct news *news, const struct published_figure *figure)
{
	return words_period_short(&news->resolver->words, &figure->period);
}
