#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/series.h"

static void inherit(struct word *word, const struct word *around)
{
	if (word->text == NULL)
		*word = *around;
}

struct scope scope_within(const struct scope *around, const struct data_reference *own)
{
	struct scope scope = *around;

	scope.reference = *own;
	/* Bodies are compared in one period: another body takes over that of the one around it. */
	if (own->period.text != NULL)
		scope.home = own->organisation;
	else if (own->organisation.text != NULL)
		inherit(&scope.home, &around->reference.organisation);
	scope.period_runs = around->period_runs && own->period.text == NULL;
	inherit(&scope.reference.indicator, &around->reference.indicator);
	inherit(&scope.reference.by, &around->reference.by);
	inherit(&scope.reference.period, &around->reference.period);
	inherit(&scope.reference.organisation, &around->reference.organisation);
	inherit(&scope.reference.compare, &around->reference.compare);
	return scope;
}

int scope_indicator(struct resolver *resolver, const struct scope *scope, struct location at)
{
	const struct indicators *indicators = resolver->dataset->indicators;
	const struct word *word = &scope->reference.indicator;
	int found;

	if (word->text == NULL) {
		diag_add(resolver->diags, DIAG_SCOPE_INCOMPLETE, at, "indicator",
			 "write indicator=\"...\" here or on an element around it");
		return -1;
	}
	found = indicator_find(indicators, word->text);
	if (found >= 0)
		return found;
	diag_add(resolver->diags, DIAG_INDICATOR_UNKNOWN, word->at, word->text,
		 suggest_member(resolver->arena, word->text, indicators->items, indicators->count,
				sizeof(*indicators->items), offsetof(struct indicator, id)));
	return -1;
}

static int unknown_organisation(struct resolver *resolver, const struct word *word)
{
	const struct dataset *dataset = resolver->dataset;

	diag_add(resolver->diags, DIAG_ORGANISATION_UNKNOWN, word->at, word->text,
		 suggest_member(resolver->arena, word->text, dataset->organisations,
				dataset->organisation_count, sizeof(*dataset->organisations),
				offsetof(struct organisation, code)));
	return -1;
}

int scope_organisation(struct resolver *resolver, const struct scope *scope, struct location at)
{
	const struct word *word = &scope->reference.organisation;
	int found;

	if (word->text == NULL && resolver->dataset->organisation_count == 1)
		return 0;
	if (word->text == NULL) {
		diag_add(resolver->diags, DIAG_SCOPE_INCOMPLETE, at, "organisation",
			 "write organisation=\"...\" on the body");
		return -1;
	}
	found = organisation_find(resolver->dataset, word->text);
	return found >= 0 ? found : unknown_organisation(resolver, word);
}

static bool has_results(const struct resolver *resolver, int indicator, int organisation,
			int classification)
{
	return period_latest(resolver->results, indicator, organisation, classification) >= 0;
}

static void unknown_breakdown(struct resolver *resolver, const struct word *by)
{
	size_t count;
	const char **names =
		breakdown_names(resolver->arena, resolver->dataset->dimensions, &count);

	diag_add(resolver->diags, DIAG_BREAKDOWN_UNKNOWN, by->at,
		 arena_printf(resolver->arena, "by=\"%s\"", by->text),
		 suggest_hint(resolver->arena, by->text, names, count));
}

/* Of several editions of one classification the one with the latest figures. */
static int latest_edition(const struct resolver *resolver, int first, int indicator,
			  int organisation)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	int found = first,
	    latest = period_latest(resolver->results, indicator, organisation, first);

	for (int i = 0; i < (int)dimensions->classification_count; i++) {
		int period;

		if (!classifications_are_editions(dimensions->classifications[first],
						  dimensions->classifications[i]))
			continue;
		period = period_latest(resolver->results, indicator, organisation, i);
		if (period > latest) {
			found = i;
			latest = period;
		}
	}
	return found;
}

/* The first classification of a dimension that has figures; -1 when none has. */
static int with_results(const struct resolver *resolver, const char *dimension, int indicator,
			int organisation)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;

	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (strcmp(dimensions->classifications[i]->dimension, dimension) == 0 &&
		    has_results(resolver, indicator, organisation, (int)i))
			return latest_edition(resolver, (int)i, indicator, organisation);
	return -1;
}

bool scope_classification(struct resolver *resolver, const struct scope *scope, int indicator,
			  int organisation, int *classification)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	const struct word *by = &scope->reference.by;
	int found;

	*classification = CLASSIFICATION_ALL;
	if (by->text == NULL || strcmp(by->text, "all") == 0)
		return true;
	found = classification_find(dimensions, by->text);
	if (found < 0 && dimension_find(dimensions, by->text) < 0) {
		unknown_breakdown(resolver, by);
		return false;
	}
	*classification = found >= 0 && has_results(resolver, indicator, organisation, found)
				  ? found
				  : with_results(resolver, by->text, indicator, organisation);
	if (*classification < 0)
		*classification = found >= 0 ? found : classification_default(dimensions, by->text);
	return true;
}

bool scope_key(struct resolver *resolver, const struct scope *scope, struct location at,
	       struct cell_key *key)
{
	*key = (struct cell_key){ .group = GROUP_ALL, .sex = SEX_ALL };
	key->indicator = scope_indicator(resolver, scope, at);
	if (key->indicator < 0)
		return false;
	key->organisation = scope_organisation(resolver, scope, at);
	if (key->organisation < 0 ||
	    !scope_classification(resolver, scope, key->indicator, key->organisation,
				  &key->classification) ||
	    !scope_period(resolver, scope, key))
		return false;
	*key = series_key(resolver, scope, key, key->period);
	return true;
}
