#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/suggest.h"
#include "resolve/resolver.h"

static void inherit(struct word *word, const struct word *around)
{
	if (word->text == NULL)
		*word = *around;
}

struct scope scope_within(const struct scope *around, const struct data_reference *own)
{
	struct scope scope = *around;

	scope.reference = *own;
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
	const char **ids;
	int found;

	if (word->text == NULL) {
		diag_add(resolver->diags, DIAG_SCOPE_INCOMPLETE, at, "indicator",
			 "write indicator=\"...\" here or on an element around it");
		return -1;
	}
	found = indicator_find(indicators, word->text);
	if (found >= 0)
		return found;
	ids = arena_array(resolver->arena, indicators->count, sizeof(*ids));
	for (size_t i = 0; i < indicators->count; i++)
		ids[i] = indicators->items[i].id;
	diag_add(resolver->diags, DIAG_INDICATOR_UNKNOWN, word->at, word->text,
		 suggest_hint(resolver->arena, word->text, ids, indicators->count));
	return -1;
}

static int unknown_organisation(struct resolver *resolver, const struct word *word)
{
	const struct dataset *dataset = resolver->dataset;
	const char **codes =
		arena_array(resolver->arena, dataset->organisation_count, sizeof(*codes));

	for (size_t i = 0; i < dataset->organisation_count; i++)
		codes[i] = dataset->organisations[i].code;
	diag_add(resolver->diags, DIAG_ORGANISATION_UNKNOWN, word->at, word->text,
		 suggest_hint(resolver->arena, word->text, codes, dataset->organisation_count));
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

int scope_comparator(struct resolver *resolver, const struct scope *scope)
{
	const struct word *word = &scope->reference.compare;
	int found;

	if (word->text == NULL || strcmp(word->text, "all") == 0)
		return COMPARATOR_OWN_TOTAL;
	if (strcmp(word->text, "none") == 0)
		return COMPARATOR_NONE;
	found = organisation_find(resolver->dataset, word->text);
	if (found >= 0)
		return found;
	unknown_organisation(resolver, word);
	return COMPARATOR_NONE;
}

static bool has_results(const struct resolver *resolver, int indicator, int organisation,
			int classification)
{
	return period_latest(resolver->results, indicator, organisation, classification) >= 0;
}

static void unknown_breakdown(struct resolver *resolver, const struct word *by)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	size_t count = 0;
	const char **names =
		arena_array(resolver->arena, dimensions->count + dimensions->classification_count,
			    sizeof(*names));

	for (size_t i = 0; i < dimensions->count; i++)
		names[count++] = dimensions->items[i].id;
	for (size_t i = 0; i < dimensions->classification_count; i++)
		names[count++] = dimensions->classifications[i]->id;
	diag_add(resolver->diags, DIAG_BREAKDOWN_UNKNOWN, by->at,
		 arena_printf(resolver->arena, "by=\"%s\"", by->text),
		 suggest_hint(resolver->arena, by->text, names, count));
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
	if (found < 0) {
		/* The first classification of the dimension that has figures, else its usual one. */
		found = classification_default(dimensions, by->text);
		for (size_t i = 0; i < dimensions->classification_count; i++)
			if (strcmp(dimensions->classifications[i]->dimension, by->text) == 0 &&
			    has_results(resolver, indicator, organisation, (int)i)) {
				found = (int)i;
				break;
			}
	}
	*classification = found;
	return true;
}

static bool unknown_period(struct resolver *resolver, const struct word *word)
{
	const struct dataset *dataset = resolver->dataset;
	const char **codes =
		arena_array(resolver->arena, dataset->period_count + 5, sizeof(*codes));
	size_t count = 0;

	codes[count++] = "latest";
	codes[count++] = "previous";
	codes[count++] = "first";
	for (size_t i = 0; i < dataset->period_count; i++)
		codes[count++] = dataset->periods[i].code;
	diag_add(resolver->diags, DIAG_PERIOD_UNKNOWN, word->at, word->text,
		 suggest_hint(resolver->arena, word->text, codes, count));
	return false;
}

static bool names_several(const char *period)
{
	return strcmp(period, "all") == 0 || strncmp(period, "last-", 5) == 0 ||
	       strchr(period, '|') != NULL;
}

/* The period before the latest that has figures. */
static int previous_period(const struct resolver *resolver, const struct cell_key *key, int latest)
{
	struct cell_key before = *key;
	size_t count;

	before.group = GROUP_ALL;
	for (before.period = latest - 1; before.period >= 0; before.period--)
		if (results_groups(resolver->results, &before, &count) != NULL)
			return before.period;
	return -1;
}

bool scope_period(struct resolver *resolver, const struct scope *scope, struct cell_key *key)
{
	const struct word *word = &scope->reference.period;
	const char *text = word->text == NULL ? "latest" : word->text;
	int latest = period_latest(resolver->results, key->indicator, key->organisation,
				   key->classification);

	if (strcmp(text, "first") == 0)
		key->period = period_first(resolver->results, key->indicator, key->organisation,
					   key->classification);
	else if (strcmp(text, "previous") == 0)
		key->period = previous_period(resolver, key, latest);
	else if (strcmp(text, "latest") == 0 || names_several(text))
		key->period = latest;
	else
		key->period = period_find(resolver->dataset, text);
	if (key->period >= 0)
		return true;
	/* An indicator without figures at all is said elsewhere; a period that no file has is a slip. */
	if (word->text != NULL && strcmp(text, "latest") != 0 && latest >= 0)
		return unknown_period(resolver, word);
	key->period =
		resolver->dataset->period_count > 0 ? (int)resolver->dataset->period_count - 1 : 0;
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
	return key->organisation >= 0 &&
	       scope_classification(resolver, scope, key->indicator, key->organisation,
				    &key->classification) &&
	       scope_period(resolver, scope, key);
}

static bool is_named(const char *list, const char *code, const struct resolver *resolver,
		     int period)
{
	for (const char *at = list;;) {
		size_t length = strcspn(at, "|");
		const char *name = arena_strndup(resolver->arena, at, length);

		if (strcasecmp(name, code) == 0 || period_find(resolver->dataset, name) == period)
			return true;
		if (at[length] == '\0')
			return false;
		at += length + 1;
	}
}

size_t scope_periods(struct resolver *resolver, const struct scope *scope,
		     const struct cell_key *key, int *periods, size_t most)
{
	const char *text = scope->reference.period.text;
	size_t count = 0, wanted = most;
	unsigned last;
	struct cell_key with = *key;

	if (text != NULL && strncmp(text, "last-", 5) == 0 &&
	    number_parse_whole(text + 5, (unsigned)most, &last) && last > 0)
		wanted = last;
	for (int period = 0; period < (int)resolver->dataset->period_count; period++) {
		size_t groups;

		with.period = period;
		if (results_groups(resolver->results, &with, &groups) == NULL)
			continue;
		if (text != NULL && strchr(text, '|') != NULL &&
		    !is_named(text, resolver->dataset->periods[period].code, resolver, period))
			continue;
		if (count == wanted) {
			memmove(periods, periods + 1, (count - 1) * sizeof(*periods));
			count--;
		}
		periods[count++] = period;
	}
	return count;
}

static const struct view_group *extreme(const struct view *view, bool highest)
{
	const struct view_group *found = NULL;

	for (size_t i = 0; i < view->ordinary; i++) {
		const struct view_group *group = &view->groups[i];

		if (!value_is_shown(&group->value))
			continue;
		if (found == NULL || (highest ? group->value.estimate > found->value.estimate
					      : group->value.estimate < found->value.estimate))
			found = group;
	}
	return found;
}

static bool unknown_group(struct resolver *resolver, const struct word *word,
			  const struct view *view)
{
	const char **names = arena_array(resolver->arena, view->count + 5, sizeof(*names));
	size_t count = 0;

	names[count++] = "all";
	if (view_most(view) != NULL) {
		names[count++] = "most";
		names[count++] = "least";
	}
	names[count++] = "highest";
	names[count++] = "lowest";
	for (size_t i = 0; i < view->count; i++)
		names[count++] =
			words_group(&resolver->words, view->classification, view->groups[i].group);
	diag_add(resolver->diags, DIAG_SCOPE_GROUP_UNKNOWN, word->at,
		 arena_printf(resolver->arena, "group=\"%s\"", word->text),
		 suggest_hint(resolver->arena, word->text, names, count));
	return false;
}

bool scope_group(struct resolver *resolver, const struct word *word, const struct view *view,
		 const struct view_group **found)
{
	int group;

	*found = NULL;
	if (word->text == NULL || strcmp(word->text, "all") == 0)
		return true;
	if (view->classification == NULL) {
		diag_add(resolver->diags, DIAG_SCOPE_INCOMPLETE, word->at, "by",
			 "a group needs by=\"...\" here or on an element around it");
		return false;
	}
	if (strcmp(word->text, "most") == 0 || strcmp(word->text, "least") == 0) {
		*found = word->text[0] == 'm' ? view_most(view) : view_least(view);
		if (*found != NULL)
			return true;
		diag_addf(resolver->diags, DIAG_NOT_ORDERED, word->at, "group=\"%s\" by %s",
			  word->text, view->classification->id);
		return false;
	}
	if (strcmp(word->text, "highest") == 0 || strcmp(word->text, "lowest") == 0) {
		*found = extreme(view, word->text[0] == 'h');
		/* Without any figure there is no highest: any group says so. */
		if (*found == NULL && view->count > 0)
			*found = &view->groups[0];
		return true;
	}
	group = group_find(view->classification, word->text);
	*found = group < 0 ? NULL : view_find_group(view, group);
	return *found != NULL || unknown_group(resolver, word, view);
}
