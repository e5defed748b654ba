#include "data/bodies.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "model/bodies.h"
#include "model/code_list.h"

static bool is_code_of(const struct organisation *body, const char *code)
{
	return strcasecmp(body->code, code) == 0 || code_list_holds(body->other_code, code);
}

const struct organisation_spec *organisation_spec_of(const struct report *report,
						     const struct organisation *body)
{
	for (size_t i = 0; i < report->organisation_count; i++)
		if (is_code_of(body, report->organisations[i].code.text))
			return &report->organisations[i];
	return NULL;
}

static enum body_history history_of(const struct organisation_spec *spec)
{
	if (spec == NULL || spec->before.text == NULL || strcmp(spec->before.text, "broken") == 0)
		return HISTORY_BROKEN;
	return strcmp(spec->before.text, "combined") == 0 ? HISTORY_COMBINED : HISTORY_RECAST;
}

/* -- days on which an area changed ------------------------------------------------------------ */

/* The change of that day, put among the others by its day. */
static struct body_change *change_on(struct arena *arena, struct organisation *body,
				     struct date day)
{
	size_t at = body->change_count;
	struct body_change *changes;

	for (size_t i = 0; i < body->change_count; i++)
		if (date_compare(body->changes[i].on, day) == 0)
			return &body->changes[i];
	changes = arena_array(arena, body->change_count + 1, sizeof(*changes));
	if (body->change_count > 0)
		memcpy(changes, body->changes, body->change_count * sizeof(*changes));
	for (; at > 0 && date_compare(changes[at - 1].on, day) > 0; at--)
		changes[at] = changes[at - 1];
	changes[at] = (struct body_change){ .on = day };
	body->changes = changes;
	body->change_count++;
	return &changes[at];
}

static void add_former(struct arena *arena, struct body_change *change,
		       const struct known_organisation *former)
{
	const struct known_organisation **all =
		arena_array(arena, change->former_count + 1, sizeof(const void *));

	if (change->former_count > 0)
		memcpy(all, change->former, change->former_count * sizeof(const void *));
	all[change->former_count++] = former;
	change->former = all;
	change->divided = change->divided || body_was_divided(former);
}

static void find_changes(struct arena *arena, const struct reference *reference,
			 struct organisation *body, enum body_history history)
{
	const struct known_organisation *former;
	size_t at = 0;

	if (body->known == NULL)
		return;
	while ((former = body_next_former(reference, body->known->code, &at)) != NULL) {
		struct date day = body_day_after(former), from = body->known->valid_from;
		struct body_change *change;

		if (day.year == 0)
			continue;
		change = change_on(arena, body, day);
		change->history = history;
		change->was_there = from.year == 0 || date_compare(from, day) < 0;
		add_former(arena, change, former);
	}
}

static void note_figures_before(struct dataset *dataset)
{
	for (size_t i = 0; i < dataset->count; i++) {
		const struct cell_key *key = &dataset->observations[i].key;
		struct organisation *body = &dataset->organisations[key->organisation];

		for (size_t c = 0; c < body->change_count; c++)
			if (period_is_before(&dataset->periods[key->period], body->changes[c].on))
				body->changes[c].has_figures_before = true;
	}
}

/* -- what the report says of bodies ----------------------------------------------------------- */

static void name_bodies(const struct report *report, struct dataset *dataset)
{
	for (size_t i = 0; i < dataset->organisation_count; i++) {
		struct organisation *body = &dataset->organisations[i];
		const struct organisation_spec *spec = organisation_spec_of(report, body);

		if (spec != NULL && spec->name.text != NULL)
			body->name = body->short_name = spec->name.text;
	}
}

/* A code that neither the data nor the list have, and a merger that never was, are slips. */
static void check_specs(struct arena *arena, const struct report *report,
			const struct dataset *dataset, struct diag_list *diags)
{
	for (size_t i = 0; i < report->organisation_count; i++) {
		const struct organisation_spec *spec = &report->organisations[i];
		int found = organisation_find(dataset, spec->code.text);

		if (found < 0)
			diag_add(diags, DIAG_ORGANISATION_UNKNOWN, spec->code.at, spec->code.text,
				 suggest_member(arena, spec->code.text, dataset->organisations,
						dataset->organisation_count,
						sizeof(*dataset->organisations),
						offsetof(struct organisation, code)));
		else if (spec->before.text != NULL &&
			 dataset->organisations[found].change_count == 0)
			diag_addf(diags, DIAG_BODY_WITHOUT_MERGER, spec->before.at,
				  "before=\"%s\" of %s", spec->before.text, spec->code.text);
	}
}

static bool has_former(const struct reference *reference, const struct dataset *dataset,
		       const struct known_organisation *body)
{
	const struct known_organisation *former;
	size_t at = 0;

	while ((former = body_next_former(reference, body->code, &at)) != NULL)
		if (organisation_find(dataset, former->code) >= 0)
			return true;
	return false;
}

/* In its first year a body reports on the bodies before it: the data have no figures of its own yet. */
static void add_new_bodies(struct arena *arena, const struct report *report,
			   const struct reference *reference, struct dataset *dataset)
{
	for (size_t i = 0; i < report->organisation_count; i++) {
		const struct organisation_spec *spec = &report->organisations[i];
		const struct known_organisation *known =
			known_organisation_find(reference, spec->code.text);

		if (known == NULL || history_of(spec) != HISTORY_COMBINED ||
		    organisation_find(dataset, known->code) >= 0 ||
		    !has_former(reference, dataset, known))
			continue;
		dataset->organisations = arena_grow(
			arena, dataset->organisations, dataset->organisation_count,
			&dataset->organisation_capacity, sizeof(*dataset->organisations));
		dataset->organisations[dataset->organisation_count++] = (struct organisation){
			.code = known->code,
			.name = known->name,
			.short_name = known->short_name,
			.other_code = known->other_code,
			.file_name = "",
			.known = known,
		};
	}
}

void bodies_prepare(struct arena *arena, const struct report *report,
		    const struct reference *reference, struct dataset *dataset,
		    struct diag_list *diags)
{
	add_new_bodies(arena, report, reference, dataset);
	for (size_t i = 0; i < dataset->organisation_count; i++) {
		struct organisation *body = &dataset->organisations[i];

		find_changes(arena, reference, body,
			     history_of(organisation_spec_of(report, body)));
	}
	name_bodies(report, dataset);
	note_figures_before(dataset);
	check_specs(arena, report, dataset, diags);
	bodies_check(arena, report, reference, dataset, diags);
	for (size_t i = 0; i < dataset->organisation_count; i++) {
		struct organisation *body = &dataset->organisations[i];

		for (size_t c = 0; c < body->change_count; c++)
			if (body->changes[c].history == HISTORY_COMBINED)
				bodies_combine(arena, reference, dataset, (int)i, &body->changes[c],
					       organisation_spec_of(report, body), diags);
	}
}
