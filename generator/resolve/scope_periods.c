/*
 * scope_periods.c - which period, or which of several, an element is about.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/suggest.h"
#include "resolve/series.h"

static bool unknown_period(struct resolver *resolver, const struct word *word)
{
	const struct dataset *dataset = resolver->dataset;
	const char **codes =
		arena_array(resolver->arena, dataset->period_count + 5, sizeof(*codes));
	size_t count = 0;

	codes[count++] = "latest";
	codes[count++] = "previous";
	codes[count++] = "first";
	codes[count++] = "all";
	codes[count++] = "last-2";
	for (size_t i = 0; i < dataset->period_count; i++)
		codes[count++] = dataset->periods[i].code;
	diag_add(resolver->diags, DIAG_PERIOD_UNKNOWN, word->at, word->text,
		 suggest_hint(resolver->arena, word->text, codes, count));
	return false;
}

enum { PERIODS_WANTED_MOST = 1000 };

/* "last-3": 3; 0 when it is no such word. */
static unsigned wanted_periods(const char *period)
{
	unsigned wanted = 0;

	if (strncmp(period, "last-", 5) != 0 ||
	    !number_parse_whole(period + 5, PERIODS_WANTED_MOST, &wanted))
		return 0;
	return wanted;
}

/* Every member of a list must be a period that some file has. */
static bool list_is_known(const struct resolver *resolver, const char *list)
{
	for (const char *at = list;;) {
		size_t length = strcspn(at, "|");

		if (period_find(resolver->dataset, arena_strndup(resolver->arena, at, length)) < 0)
			return false;
		if (at[length] == '\0')
			return true;
		at += length + 1;
	}
}

static bool names_several(const struct resolver *resolver, const char *period)
{
	return strcmp(period, "all") == 0 || wanted_periods(period) > 0 ||
	       (strchr(period, '|') != NULL && list_is_known(resolver, period));
}

/* True when an indicator has any figure of a body for a period, by whatever breakdown. */
static bool has_period(const struct resolver *resolver, const struct cell_key *key, int period)
{
	struct cell_key at = { .indicator = key->indicator,
			       .period = period,
			       .organisation = key->organisation,
			       .group = GROUP_ALL,
			       .sex = SEX_ALL };
	int classifications = (int)resolver->dataset->dimensions->classification_count;
	size_t count;

	for (at.classification = CLASSIFICATION_ALL; at.classification < classifications;
	     at.classification++)
		if (results_groups(resolver->results, &at, &count) != NULL)
			return true;
	return false;
}

/* A period that others have is easily taken for one that all have. */
static void warn_without_figures(struct resolver *resolver, const struct scope *scope,
				 const struct cell_key *key, int period)
{
	const struct dataset *dataset = resolver->dataset;
	const struct indicator *indicator = &dataset->indicators->items[key->indicator];
	struct buffer hint;

	if (scope->period_runs || scope->testing || has_period(resolver, key, period))
		return;
	buffer_init(&hint);
	for (int i = 0; i < (int)dataset->period_count; i++)
		if (has_period(resolver, key, i))
			buffer_printf(&hint, "%s%s", hint.length == 0 ? "its periods are: " : ", ",
				      dataset->periods[i].code);
	/* An indicator without any figure is said elsewhere. */
	if (hint.length > 0)
		diag_add(resolver->diags, DIAG_PERIOD_WITHOUT_FIGURES,
			 scope->reference.period.text != NULL ? scope->reference.period.at
							      : scope->reference.organisation.at,
			 arena_printf(resolver->arena, "%s for %s", indicator->id,
				      dataset->periods[period].code),
			 buffer_text(&hint));
	buffer_clear(&hint);
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

/*
 * The latest with figures by the breakdown; where there are none, by any: a body that is compared may have
 * totals alone.
 */
static int latest_period(const struct resolver *resolver, const struct cell_key *key)
{
	int classifications = (int)resolver->dataset->dimensions->classification_count;
	int latest = period_latest(resolver->results, key->indicator, key->organisation,
				   key->classification);

	for (int i = CLASSIFICATION_ALL; latest < 0 && i < classifications; i++)
		latest = period_latest(resolver->results, key->indicator, key->organisation, i);
	return latest;
}

/* The figures by which "latest" is told: those of the body around, where it has any. */
static struct cell_key home_key(const struct resolver *resolver, const struct scope *scope,
				const struct cell_key *key)
{
	struct cell_key home = *key;

	if (scope->home.text != NULL)
		home.organisation = organisation_find(resolver->dataset, scope->home.text);
	return home.organisation >= 0 && latest_period(resolver, &home) >= 0 ? home : *key;
}

bool scope_period(struct resolver *resolver, const struct scope *scope, struct cell_key *key)
{
	const struct word *word = &scope->reference.period;
	const char *text = word->text == NULL ? "latest" : word->text;
	struct cell_key home = home_key(resolver, scope, key);
	int latest = latest_period(resolver, &home);

	if (strcmp(text, "first") == 0)
		key->period = period_first(resolver->results, home.indicator, home.organisation,
					   home.classification);
	else if (strcmp(text, "previous") == 0)
		key->period = previous_period(resolver, &home, latest);
	else if (strcmp(text, "latest") == 0 || names_several(resolver, text))
		key->period = latest;
	else
		key->period = period_find(resolver->dataset, text);
	if (key->period >= 0 && (key->period != latest || home.organisation != key->organisation))
		warn_without_figures(resolver, scope, key, key->period);
	if (key->period >= 0)
		return true;
	/* An indicator without figures at all is said elsewhere; a period that no file has is a slip. */
	if (word->text != NULL && strcmp(text, "latest") != 0 && latest >= 0)
		return unknown_period(resolver, word);
	key->period =
		resolver->dataset->period_count > 0 ? (int)resolver->dataset->period_count - 1 : 0;
	return true;
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
	unsigned last = text == NULL ? 0 : wanted_periods(text);
	size_t count = 0, wanted = last > 0 && last < most ? last : most;

	for (int period = 0; period < (int)resolver->dataset->period_count; period++) {
		struct cell_key with = series_key(resolver, scope, key, period);
		size_t groups;

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
