/*
 * report_body.c - whether the body that a report is of was there in its period, and is the one that
 * publishes it.
 */
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/bodies.h"
#include "resolve/series.h"

static void check_closed(struct resolver *resolver, const struct word *word,
			 const struct known_organisation *body)
{
	const struct date from = resolver->report->meta.period_from;
	const char *next = body_successors(resolver->arena, resolver->reference, body);

	if (from.year == 0 || !body_is_closed(body, from))
		return;
	diag_add(resolver->diags, DIAG_BODY_CLOSED, word->at,
		 arena_printf(resolver->arena, "%s closed on %s", body->code,
			      date_text(resolver->arena, body->valid_to)),
		 next == NULL ? NULL : arena_printf(resolver->arena, "its successor is %s", next));
}

/* The start of "NHS" says nothing; boards are called with and without it. */
static const char *plain_name(const char *name)
{
	return strncasecmp(name, "NHS ", 4) == 0 ? name + 4 : name;
}

static bool is_named(const struct known_organisation *body, const char *name)
{
	return strcasecmp(plain_name(body->name), plain_name(name)) == 0;
}

static void check_publisher(struct resolver *resolver, const struct scope *scope,
			    const struct word *word, const struct known_organisation *body)
{
	const struct inline_part *publisher = resolver->report->meta.publisher;
	const char *name = publisher == NULL ? "" : resolve_words(resolver, scope, publisher);

	if (name[0] == '\0' || is_named(body, name))
		return;
	for (size_t i = 0; i < resolver->reference->organisation_count; i++) {
		const struct known_organisation *other = &resolver->reference->organisations[i];

		if (strcmp(other->kind, body->kind) != 0 || !is_named(other, name))
			continue;
		diag_add(resolver->diags, DIAG_PUBLISHER_DIFFERS, word->at,
			 arena_printf(resolver->arena, "%s is %s", body->code, body->name),
			 arena_printf(resolver->arena, "\"%s\" is %s", name, other->code));
		return;
	}
}

/*
 * The body that a statement says it is of is one that the list or the data have: under a code that is
 * misspelt every indicator would be missing, and nothing would say why.
 */
static void check_statement_body(struct resolver *resolver)
{
	const struct word *word = &resolver->report->meta.statement.body;
	const struct dataset *dataset = resolver->dataset;

	if (word->text == NULL || dataset->organisation_count == 0 ||
	    known_organisation_find(resolver->reference, word->text) != NULL)
		return;
	for (size_t i = 0; i < dataset->organisation_count; i++)
		if (strcmp(dataset->organisations[i].code, word->text) == 0)
			return;
	diag_add(resolver->diags, DIAG_ORGANISATION_UNKNOWN, word->at, word->text,
		 suggest_member(resolver->arena, word->text, dataset->organisations,
				dataset->organisation_count, sizeof(*dataset->organisations),
				offsetof(struct organisation, code)));
}

void check_report_body(struct resolver *resolver, const struct scope *scope)
{
	const struct word *word = &scope->reference.organisation;
	const struct known_organisation *body =
		word->text == NULL ? NULL
				   : known_organisation_find(resolver->reference, word->text);

	check_statement_body(resolver);
	if (body == NULL)
		return;
	check_closed(resolver, word, body);
	check_publisher(resolver, scope, word, body);
}
