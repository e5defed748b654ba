/*
 * explain_key.c - which figures are to be explained, by the options of the command.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/view.h"
#include "run/explain_parts.h"

bool explain_unknown(struct command_line *line, const char *option, const char *value,
		     const char *hint)
{
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(line->arena, "%s %s", option, value), hint);
	return false;
}

/* Figures by a classification that the option names, itself or by its dimension. */
static bool is_meant(const struct explainer *explainer, int number, const char *by)
{
	const struct dimensions *dimensions = explainer->run->dataset->dimensions;
	const struct classification *classification = dimensions->classifications[number];

	if (period_latest(explainer->run->results, explainer->key.indicator,
			  explainer->key.organisation, number) < 0)
		return false;
	return by == NULL || strcmp(classification->id, by) == 0 ||
	       strcmp(classification->dimension, by) == 0;
}

static bool find_breakdown(struct explainer *explainer)
{
	struct command_line *line = explainer->line;
	const struct dimensions *dimensions = explainer->run->dataset->dimensions;
	struct cell_key *key = &explainer->key;
	const char **names;
	size_t count = 0;

	key->classification = CLASSIFICATION_ALL;
	if (line->by == NULL)
		return true;
	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (is_meant(explainer, (int)i, line->by)) {
			key->classification = (int)i;
			return true;
		}
	names = arena_array(line->arena, dimensions->classification_count, sizeof(*names));
	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (is_meant(explainer, (int)i, NULL))
			names[count++] = dimensions->classifications[i]->id;
	return explain_unknown(line, "--by", line->by,
			       count == 0 ? "it has no figures by any breakdown"
					  : suggest_hint(line->arena, line->by, names, count));
}

static bool find_organisation(struct explainer *explainer)
{
	struct command_line *line = explainer->line;
	const struct dataset *dataset = explainer->run->dataset;
	const struct word *own = &explainer->run->report->reference.organisation;
	const char *asked = line->organisation == NULL ? own->text : line->organisation;
	const char **codes = arena_array(line->arena, dataset->organisation_count, sizeof(*codes));

	explainer->key.organisation = asked == NULL ? 0 : organisation_find(dataset, asked);
	if (explainer->key.organisation >= 0)
		return true;
	for (size_t i = 0; i < dataset->organisation_count; i++)
		codes[i] = dataset->organisations[i].code;
	if (line->organisation == NULL)
		return explain_unknown(line, "organisation", asked, "no row of the data is of it");
	return explain_unknown(
		line, "--organisation", asked,
		suggest_hint(line->arena, asked, codes, dataset->organisation_count));
}

static bool find_measure(const struct explainer *explainer)
{
	struct command_line *line = explainer->line;
	const char *names[MEASURE_COUNT_OF];
	size_t count = 0;
	enum measure measure;

	if (line->measure == NULL)
		return true;
	measure = measure_find(line->measure);
	for (int m = 0; m < MEASURE_COUNT_OF; m++)
		if (measure_kind((enum measure)m)->scope == MEASURE_SCOPE_PAIR ||
		    measure_kind((enum measure)m)->scope == MEASURE_SCOPE_DIMENSION)
			names[count++] = measure_kind((enum measure)m)->name;
	if (line->by == NULL)
		return explain_unknown(line, "--of", line->measure,
				       "a measure of groups needs --by");
	if (measure != MEASURE_COUNT_OF &&
	    (measure_kind(measure)->scope == MEASURE_SCOPE_PAIR ||
	     measure_kind(measure)->scope == MEASURE_SCOPE_DIMENSION))
		return true;
	return explain_unknown(line, "--of", line->measure,
			       suggest_hint(line->arena, line->measure, names, count));
}

bool explain_find_key(struct explainer *explainer)
{
	struct command_line *line = explainer->line;
	const struct dataset *dataset = explainer->run->dataset;
	const struct indicators *indicators = dataset->indicators;
	struct cell_key *key = &explainer->key;
	const char **ids = arena_array(line->arena, indicators->count, sizeof(*ids));

	*key = (struct cell_key){ .group = GROUP_ALL, .sex = SEX_ALL };
	key->indicator = indicator_find(indicators, line->operands[1]);
	for (size_t i = 0; i < indicators->count; i++)
		ids[i] = indicators->items[i].id;
	if (key->indicator < 0)
		return explain_unknown(
			line, "explain", line->operands[1],
			suggest_hint(line->arena, line->operands[1], ids, indicators->count));
	explainer->indicator = &indicators->items[key->indicator];
	if (!find_organisation(explainer) || !find_breakdown(explainer) || !find_measure(explainer))
		return false;
	key->period = line->period == NULL ? period_latest(explainer->run->results, key->indicator,
							   key->organisation, key->classification)
					   : period_find(dataset, line->period);
	return key->period >= 0 ||
	       explain_unknown(line, "--period", line->period == NULL ? "latest" : line->period,
			       "no figures of that period");
}
