#include "data/plan_check.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"

static bool role_missing(struct record_reader *reader, const struct source_plan *plan,
			 enum data_role role, const char *hint)
{
	diag_add(reader->diags, DIAG_ROLE_EMPTY, plan->source->at, data_role_name(role), hint);
	return false;
}

/* A constant "any" in a source that is not of populations. */
static bool is_any_period(const struct record_reader *reader, const struct series_plan *series)
{
	const char *period = series->roles[DATA_ROLE_PERIOD].constant;

	return period != NULL && strcmp(period, "any") == 0 &&
	       (series->roles[DATA_ROLE_INDICATOR].known || reader->only_indicator >= 0);
}

static bool check_roles(struct record_reader *reader, const struct source_plan *plan,
			const struct series_plan *series)
{
	const struct mapped_role *group = &series->roles[DATA_ROLE_GROUP];
	bool whole = true;

	if (is_any_period(reader, series)) {
		diag_add(reader->diags, DIAG_ROLE_EMPTY, series->roles[DATA_ROLE_PERIOD].rule->at,
			 data_role_name(DATA_ROLE_PERIOD), PERIOD_ANY_HINT);
		whole = false;
	}
	if (!series->roles[DATA_ROLE_PERIOD].known)
		whole = role_missing(reader, plan, DATA_ROLE_PERIOD,
				     "map a column to period, or set it for the whole file");
	if (!series->roles[DATA_ROLE_ORGANISATION].known && reader->default_organisation == NULL)
		whole = role_missing(
			reader, plan, DATA_ROLE_ORGANISATION,
			"map a column to organisation, set it, or give body an organisation");
	if (group->known && !series->roles[DATA_ROLE_DIMENSION].known &&
	    group->rule->classification.text == NULL)
		whole = role_missing(
			reader, plan, DATA_ROLE_DIMENSION,
			"map or set dimension, or give the map of group a classification");
	return whole;
}

static bool check_classification(struct record_reader *reader, const struct word *word)
{
	const struct dimensions *dimensions = reader->dataset->dimensions;
	const char **names;

	if (word->text == NULL || classification_find(dimensions, word->text) >= 0)
		return true;
	names = arena_array(reader->arena, dimensions->classification_count, sizeof(*names));
	for (size_t i = 0; i < dimensions->classification_count; i++)
		names[i] = dimensions->classifications[i]->id;
	diag_add(reader->diags, DIAG_BREAKDOWN_UNKNOWN, word->at,
		 arena_printf(reader->arena, "classification=\"%s\"", word->text),
		 suggest_hint(reader->arena, word->text, names, dimensions->classification_count));
	return false;
}

bool plan_check(struct record_reader *reader, const struct source_plan *plan)
{
	const struct source_spec *source = plan->source;
	bool whole = true;

	for (size_t i = 0; i < source->rule_count; i++)
		whole = check_classification(reader, &source->rules[i].classification) && whole;
	for (size_t i = 0; i < plan->series_count; i++)
		whole = check_roles(reader, plan, &plan->series[i]) && whole;
	return whole;
}
