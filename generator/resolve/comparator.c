/*
 * comparator.c - the body, or the bodies, that figures are compared with.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/bodies.h"
#include "model/code_list.h"
#include "resolve/resolver.h"

/* Words for bodies around the one that reports. */
static const struct {
	const char *word, *kind;
} around[] = {
	{ "region", "region" },
	{ "icb", "icb" },
	{ "england", "national" },
	{ "national", "national" },
};

static const char *kind_of_word(const char *word)
{
	for (size_t i = 0; i < sizeof(around) / sizeof(around[0]); i++)
		if (strcasecmp(around[i].word, word) == 0)
			return around[i].kind;
	return NULL;
}

/* Names that a comparison may have: what the data hold, and the words for bodies around. */
static const char *comparator_hint(struct resolver *resolver, const char *asked)
{
	const struct dataset *dataset = resolver->dataset;
	const size_t words = sizeof(around) / sizeof(around[0]);
	const char **names =
		arena_array(resolver->arena,
			    dataset->organisation_count + words + resolver->report->peers_count + 2,
			    sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < dataset->organisation_count; i++)
		names[count++] = dataset->organisations[i].code;
	for (size_t i = 0; i < resolver->report->peers_count; i++)
		names[count++] = resolver->report->peers[i].id;
	for (size_t i = 0; i < words; i++)
		names[count++] = around[i].word;
	names[count++] = "all";
	names[count++] = "none";
	return suggest_hint(resolver->arena, asked, names, count);
}

enum { BODIES_TOLD_MOST = 12 };

static void no_figures(struct resolver *resolver, const struct word *word, const char *asked,
		       const struct known_organisation *known)
{
	const struct dataset *dataset = resolver->dataset;
	const char *hint = "the data have: ";

	for (size_t i = 0; i < dataset->organisation_count && i < BODIES_TOLD_MOST; i++)
		hint = arena_printf(resolver->arena, "%s%s%s", hint, i > 0 ? ", " : "",
				    dataset->organisations[i].code);
	if (known == NULL)
		diag_add(resolver->diags, DIAG_ORGANISATION_UNKNOWN, word->at, asked,
			 comparator_hint(resolver, asked));
	else
		diag_add(resolver->diags, DIAG_COMPARATOR_WITHOUT_FIGURES, word->at,
			 arena_printf(resolver->arena, "%s is %s (%s)", asked, known->short_name,
				      known->code),
			 hint);
}

/* The last day of a period; where it has none, that of the report. */
static struct date day_of(const struct resolver *resolver, int period)
{
	const struct dataset *dataset = resolver->dataset;

	if (period < 0 || period >= (int)dataset->period_count ||
	    dataset->periods[period].form == PERIOD_TEXT)
		return resolver->report->meta.period_to;
	return dataset->periods[period].last;
}

static int body_around_it(struct resolver *resolver, const struct word *word, const char *kind,
			  int organisation, int period)
{
	const struct dataset *dataset = resolver->dataset;
	const struct known_organisation *body =
		organisation < 0 ? NULL : dataset->organisations[organisation].known;
	const struct known_organisation *found =
		body == NULL ? NULL
			     : body_around(resolver->arena, resolver->reference, body, kind,
					   day_of(resolver, period));
	int number = found == NULL ? -1 : organisation_find(dataset, found->code);

	if (number >= 0)
		return number;
	no_figures(resolver, word, word->text, found);
	return COMPARATOR_NONE;
}

static const struct peers_spec *peers_of(const struct resolver *resolver, const struct word *word)
{
	for (size_t i = 0; word->text != NULL && i < resolver->report->peers_count; i++)
		if (strcmp(resolver->report->peers[i].id, word->text) == 0)
			return &resolver->report->peers[i];
	return NULL;
}

bool scope_has_peers(const struct resolver *resolver, const struct scope *scope)
{
	return peers_of(resolver, &scope->reference.compare) != NULL;
}

size_t scope_peers(struct resolver *resolver, const struct scope *scope, int organisation,
		   int *bodies, size_t most)
{
	const struct peers_spec *peers = peers_of(resolver, &scope->reference.compare);
	struct code_list list = code_list_of(peers == NULL ? "" : peers->of.text);
	size_t count = 0, left_out = 0;
	const char *code;

	while ((code = code_list_next(resolver->arena, &list)) != NULL) {
		int found = organisation_find(resolver->dataset, code);

		if (found < 0)
			no_figures(resolver, &peers->of, code,
				   known_organisation_find(resolver->reference, code));
		else if (found != organisation && count == most)
			left_out++;
		else if (found != organisation)
			bodies[count++] = found;
	}
	if (left_out > 0)
		diag_addf(resolver->diags, DIAG_PEERS_TOO_MANY, scope->reference.compare.at,
			  "compare=\"%s\" leaves out %zu of %zu bodies",
			  scope->reference.compare.text, left_out, count + left_out);
	return count;
}

int scope_comparator(struct resolver *resolver, const struct scope *scope, int organisation,
		     int period)
{
	const struct word *word = &scope->reference.compare;
	const char *kind;
	int found;

	if (word->text == NULL || strcmp(word->text, "all") == 0)
		return COMPARATOR_OWN_TOTAL;
	if (strcmp(word->text, "none") == 0)
		return COMPARATOR_NONE;
	if (scope_has_peers(resolver, scope)) {
		diag_add(resolver->diags, DIAG_COMPARED_WITH_SEVERAL, word->at, word->text, NULL);
		return COMPARATOR_NONE;
	}
	found = organisation_find(resolver->dataset, word->text);
	if (found >= 0)
		return found;
	kind = kind_of_word(word->text);
	if (kind != NULL)
		return body_around_it(resolver, word, kind, organisation, period);
	no_figures(resolver, word, word->text,
		   known_organisation_find(resolver->reference, word->text));
	return COMPARATOR_NONE;
}
