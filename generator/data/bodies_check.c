/*
 * bodies_check.c - codes and names of bodies that do not agree, and figures from a time when a body was not
 * open.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "data/bodies.h"
#include "model/bodies.h"

enum { CODES_TOLD_MOST = 8 };

/* -- codes ------------------------------------------------------------------------------------ */

/*
 * Codes of boards and regions (Q.., Y.., E54.., E40..) and of trusts (R..) can be told from those of places
 * that the list does not hold: practices, neighbourhoods, councils.
 */
static bool should_be_listed(const char *code)
{
	size_t length = strlen(code);

	if (length == 3)
		return strchr("QRY", code[0]) != NULL && isalnum((unsigned char)code[1]) &&
		       isalnum((unsigned char)code[2]);
	return length == 9 && (strncmp(code, "E54", 3) == 0 || strncmp(code, "E40", 3) == 0);
}

/* Codes that the list lacks, all of them in one note: old files hold trusts that closed long ago. */
struct unlisted {
	const struct observation *first;
	const char *codes;
	size_t count;
};

static void note_code(struct arena *arena, const struct report *report,
		      const struct dataset *dataset, const struct observation *row,
		      struct unlisted *unlisted)
{
	const struct organisation *body = &dataset->organisations[row->key.organisation];

	if (body->known != NULL || !should_be_listed(body->code) ||
	    organisation_spec_of(report, body) != NULL)
		return;
	if (unlisted->count++ == 0)
		unlisted->first = row;
	if (unlisted->count > CODES_TOLD_MOST)
		return;
	unlisted->codes = arena_printf(arena, "%s%s%s", unlisted->count == 1 ? "" : unlisted->codes,
				       unlisted->count == 1 ? "" : ", ", body->code);
}

static const char *nearest_code(struct arena *arena, const struct reference *reference,
				const char *code)
{
	const char **codes =
		arena_array(arena, 2 * reference->organisation_count + 1, sizeof(*codes));
	size_t count = 0;

	for (size_t i = 0; i < reference->organisation_count; i++) {
		codes[count++] = reference->organisations[i].code;
		codes[count++] = reference->organisations[i].other_code;
	}
	return suggest_nearest(code, codes, count);
}

static void tell_codes(struct arena *arena, const struct reference *reference,
		       const struct dataset *dataset, const struct unlisted *unlisted,
		       struct diag_list *diags)
{
	const char *near =
		unlisted->count == 1 ? nearest_code(arena, reference, unlisted->codes) : NULL;
	const char *codes = unlisted->codes;

	if (unlisted->count == 0)
		return;
	if (unlisted->count > CODES_TOLD_MOST)
		codes = arena_printf(arena, "%s and %zu more", codes,
				     unlisted->count - CODES_TOLD_MOST);
	diag_add(diags, DIAG_BODY_UNKNOWN, observation_location(dataset, unlisted->first), codes,
		 near == NULL ? NULL : arena_printf(arena, "did you mean \"%s\"?", near));
}

/* -- names ------------------------------------------------------------------------------------ */

/* Words that many names have say nothing about which body is meant. */
static bool is_common(const char *word, size_t length)
{
	static const char *const common[] = { "nhs",        "trust",    "foundation", "integrated",
					      "care",       "board",    "icb",        "the",
					      "and",        "of",       "hospital",   "hospitals",
					      "university", "teaching", "health",     "healthcare",
					      "ft",         "st",       "s",          "partnership",
					      "services",   "service",  "region",     "group" };

	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		if (strlen(common[i]) == length && strncasecmp(common[i], word, length) == 0)
			return true;
	return false;
}

/* The next word of a name that tells bodies apart; its length is 0 at the end. */
static const char *next_word(const char **rest, size_t *length)
{
	for (;;) {
		const char *word = *rest;

		while (*word != '\0' && !isalnum((unsigned char)*word))
			word++;
		*length = 0;
		while (isalnum((unsigned char)word[*length]))
			(*length)++;
		*rest = word + *length;
		if (*length == 0 || !is_common(word, *length))
			return word;
	}
}

static bool has_word(const char *name, const char *word, size_t length)
{
	size_t own;

	for (;;) {
		const char *at = next_word(&name, &own);

		if (own == 0)
			return false;
		if (own == length && strncasecmp(at, word, length) == 0)
			return true;
	}
}

/* True when every telling word of a is one of b. */
static bool is_within(const char *a, const char *b)
{
	size_t length;

	for (;;) {
		const char *word = next_word(&a, &length);

		if (length == 0)
			return true;
		if (!has_word(b, word, length))
			return false;
	}
}

static bool has_telling_word(const char *name)
{
	size_t length;

	next_word(&name, &length);
	return length > 0;
}

/* The body of the list, other than the one meant, that bears exactly that name; NULL when none does. */
static const struct known_organisation *other_of_name(const struct reference *reference,
						      const struct known_organisation *meant,
						      const char *name)
{
	for (size_t i = 0; i < reference->organisation_count; i++) {
		const struct known_organisation *body = &reference->organisations[i];

		if (body != meant && strcmp(body->kind, meant->kind) == 0 &&
		    is_within(name, body->name) && is_within(body->name, name))
			return body;
	}
	return NULL;
}

/* Names change and are shortened: only one that is another body's is told. */
static void check_name(struct arena *arena, const struct reference *reference,
		       const struct dataset *dataset, const struct observation *first,
		       struct diag_list *diags)
{
	const struct organisation *body = &dataset->organisations[first->key.organisation];
	const char *name = body->file_name;
	const struct known_organisation *other;

	if (body->known == NULL || !has_telling_word(name) ||
	    !has_telling_word(body->known->name) ||
	    (is_within(name, body->known->name) && is_within(body->known->name, name)))
		return;
	other = other_of_name(reference, body->known, name);
	if (other == NULL)
		return;
	diag_add(diags, DIAG_BODY_NAME_DIFFERS, observation_location(dataset, first),
		 arena_printf(arena, "%s is called \"%s\" here; the list has \"%s\"", body->code,
			      name, body->known->name),
		 arena_printf(arena, "\"%s\" is %s", other->name, other->code));
}

/* -- times ------------------------------------------------------------------------------------ */

/* False also of a body that opened later but took no other's place: boards had areas before. */
static bool was_open(const struct organisation *body, const struct period *period)
{
	if (body->known == NULL || period->form == PERIOD_TEXT)
		return true;
	if (body_is_closed(body->known, period->first))
		return false;
	for (size_t i = 0; i < body->change_count; i++)
		if (!body->changes[i].was_there && body->changes[i].history == HISTORY_BROKEN &&
		    period_is_before(period, body->changes[i].on))
			return false;
	return true;
}

static void tell_closed(struct arena *arena, const struct reference *reference,
			const struct dataset *dataset, const struct observation *row,
			struct diag_list *diags)
{
	const struct organisation *body = &dataset->organisations[row->key.organisation];
	const struct period *period = &dataset->periods[row->key.period];
	bool closed = body_is_closed(body->known, period->first);
	const struct date day = closed ? body->known->valid_to : body->changes[0].on;
	const char *next = body_successors(arena, reference, body->known);
	const char *hint =
		arena_printf(arena,
			     "if they are worked out for its later area: <organisation code=\"%s\" "
			     "before=\"recast\"/>",
			     body->code);

	if (closed)
		hint = next == NULL ? NULL : arena_printf(arena, "its successor is %s", next);
	diag_add(diags, DIAG_BODY_NOT_OPEN, observation_location(dataset, row),
		 arena_printf(arena, "%s in %s: it %s on %s", body->code, period->code,
			      closed ? "closed" : "opened", date_text(arena, day)),
		 hint);
}

/* -- all of them ------------------------------------------------------------------------------ */

void bodies_check(struct arena *arena, const struct report *report,
		  const struct reference *reference, const struct dataset *dataset,
		  struct diag_list *diags)
{
	bool *seen = arena_array(arena, dataset->organisation_count + 1, sizeof(*seen));
	bool *told = arena_array(arena, dataset->organisation_count + 1, sizeof(*told));
	struct unlisted unlisted = { 0 };

	for (size_t i = 0; i < dataset->count; i++) {
		const struct observation *row = &dataset->observations[i];
		int organisation = row->key.organisation;

		if (!seen[organisation]) {
			note_code(arena, report, dataset, row, &unlisted);
			check_name(arena, reference, dataset, row, diags);
		}
		seen[organisation] = true;
		if (told[organisation] || was_open(&dataset->organisations[organisation],
						   &dataset->periods[row->key.period]))
			continue;
		tell_closed(arena, reference, dataset, row, diags);
		told[organisation] = true;
	}
	tell_codes(arena, reference, dataset, &unlisted, diags);
}
