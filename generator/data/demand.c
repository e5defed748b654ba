#include "data/demand.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "data/catalogue.h"

struct demanding {
	struct arena *arena;
	const struct report *report;
	const struct statement_lists *lists;
	struct diag_list *diags;
};

/* -- sections ----------------------------------------------------------------------------------- */

static const char *section_hint(const struct demanding *demanding, const char *word)
{
	const struct statement_lists *lists = demanding->lists;

	return suggest_member(demanding->arena, word, lists->sections, lists->section_count,
			      sizeof(*lists->sections), offsetof(struct statement_section, id));
}

static void check_purposes(const struct demanding *demanding, const struct block *blocks)
{
	for (const struct block *block = blocks; block != NULL; block = block->next) {
		const char *rest = block->purpose.text, *word;

		while ((word = list_next(demanding->arena, &rest, " ")) != NULL)
			if (statement_section_find(demanding->lists, word) == NULL)
				diag_add(demanding->diags, DIAG_PURPOSE_UNKNOWN, block->purpose.at,
					 word, section_hint(demanding, word));
		check_purposes(demanding, block->children);
	}
}

/* -- edition and body --------------------------------------------------------------------------- */

static const struct statement_edition *find_edition(const struct demanding *demanding)
{
	const struct statement_lists *lists = demanding->lists;
	const struct word *word = &demanding->report->meta.statement.edition;
	const struct statement_edition *edition = statement_edition_find(lists, word->text);

	if (edition != NULL)
		return edition;
	diag_add(demanding->diags, DIAG_EDITION_UNKNOWN, word->at, word->text,
		 suggest_member(demanding->arena, word->text, lists->editions, lists->edition_count,
				sizeof(*lists->editions), offsetof(struct statement_edition, id)));
	return NULL;
}

static const char *period_words(struct arena *arena, struct date from, struct date to)
{
	return arena_printf(arena, "%s to %s",
			    from.year == 0 ? "the beginning" : date_text(arena, from),
			    to.year == 0 ? "now" : date_text(arena, to));
}

static void check_period(const struct demanding *demanding, const struct statement_edition *edition)
{
	const struct report_meta *meta = &demanding->report->meta;
	struct arena *arena = demanding->arena;
	const char *hint = "";

	if (meta->period_from.year == 0 ||
	    statement_edition_covers(edition, meta->period_from, meta->period_to))
		return;
	for (size_t i = 0; i < demanding->lists->edition_count; i++)
		if (statement_edition_covers(&demanding->lists->editions[i], meta->period_from,
					     meta->period_to))
			hint = arena_printf(arena, "edition=\"%s\" covers the period",
					    demanding->lists->editions[i].id);
	diag_add(demanding->diags, DIAG_EDITION_PERIOD, meta->statement.edition.at,
		 arena_printf(arena, "%s is for %s, the report for %s", edition->id,
			      period_words(arena, edition->from, edition->to),
			      period_words(arena, meta->period_from, meta->period_to)),
		 hint);
}

/* A word of the author on the body beside that of the list, which is "" when it does not say. */
static void check_fact(const struct demanding *demanding, const struct word *word, const char *name,
		       const char *listed)
{
	struct arena *arena = demanding->arena;
	const char *code = demanding->report->meta.statement.body.text;

	if (word->text == NULL || listed[0] == '\0' || strcmp(word->text, listed) == 0)
		return;
	diag_add(demanding->diags, DIAG_BODY_FACT_DIFFERS, word->at,
		 arena_printf(arena, "%s=\"%s\" of %s", name, word->text, code),
		 arena_printf(arena, "%s is %s=\"%s\" in the list of organisations", code, name,
			      listed));
}

/* What the author says of the body, else what the list of organisations does. */
static bool find_kind(const struct demanding *demanding, const struct reference *reference,
		      struct statement_demand *demand)
{
	const struct statement_spec *spec = &demanding->report->meta.statement;
	const struct known_organisation *known =
		known_organisation_find(reference, spec->body.text);

	if (known != NULL) {
		check_fact(demanding, &spec->kind, "kind", known->kind);
		check_fact(demanding, &spec->form, "form", known->form);
	}
	demand->kind = body_kind_find(spec->kind.text != NULL ? spec->kind.text
				      : known != NULL         ? known->kind
							      : "");
	demand->form = body_form_find(spec->form.text != NULL ? spec->form.text
				      : known != NULL         ? known->form
							      : "");
	if (demand->kind == BODY_ICB && demand->form == FORM_UNKNOWN)
		demand->form = FORM_ICB;
	if (demand->kind != BODY_UNKNOWN)
		return true;
	diag_add(demanding->diags, DIAG_BODY_KIND_UNKNOWN, spec->body.at, spec->body.text,
		 "write kind=\"...\": one of icb, acute, mental-health, community, ambulance");
	return false;
}

/* -- indicators --------------------------------------------------------------------------------- */

static const struct indicators *read_indicators(const struct demanding *demanding,
						const struct statement_edition *edition,
						const char *folder)
{
	struct indicators *indicators = arena_alloc(demanding->arena, sizeof(*indicators));
	const struct catalogue_file file = {
		.path = path_join(demanding->arena, folder,
				  arena_printf(demanding->arena, "%s.csv", edition->set)),
		.set = edition->set,
		.folder = folder,
		.from = edition->at,
	};

	return catalogue_read(demanding->arena, &file, indicators, demanding->diags) ? indicators
										     : NULL;
}

static void check_used(const struct demanding *demanding, const struct statement_demand *demand,
		       const struct indicators *used)
{
	for (size_t i = 0; i < used->count; i++) {
		int listed = indicator_find(demand->indicators, used->items[i].id);
		const struct indicator *indicator;

		if (listed < 0)
			continue;
		indicator = &demand->indicators->items[listed];
		if (!statement_asks(demand, indicator))
			diag_add(demanding->diags, DIAG_INDICATOR_NOT_FOR_BODY,
				 report_indicator_place(demanding->report, indicator->id,
							demand->edition->set, demand->at),
				 arena_printf(demanding->arena, "%s, asked of: %s", indicator->id,
					      indicator->reporters),
				 NULL);
	}
}

/* -- reasons ------------------------------------------------------------------------------------ */

static const char *const *ids_of(struct arena *arena, const struct indicators *indicators)
{
	const char **ids = arena_array(arena, indicators->count, sizeof(*ids));

	for (size_t i = 0; i < indicators->count; i++)
		ids[i] = indicators->items[i].id;
	return ids;
}

static void check_word(const struct demanding *demanding, enum diag_code code,
		       const struct word *list, const char *const *allowed, size_t count)
{
	const char *rest = list->text, *word;

	while ((word = list_next(demanding->arena, &rest, " ")) != NULL) {
		bool known = false;

		for (size_t i = 0; i < count; i++)
			known = known || strcmp(allowed[i], word) == 0;
		if (!known)
			diag_add(demanding->diags, code, list->at, word,
				 suggest_hint(demanding->arena, word, allowed, count));
	}
}

static void check_reasons(const struct demanding *demanding, const struct statement_demand *demand,
			  const struct dimensions *dimensions)
{
	const struct report *report = demanding->report;
	const char *const *ids = ids_of(demanding->arena, demand->indicators);
	const char **names = arena_array(demanding->arena, dimensions->count, sizeof(*names));

	for (size_t i = 0; i < dimensions->count; i++)
		names[i] = dimensions->items[i].id;
	for (size_t i = 0; i < report->not_reported_count; i++) {
		check_word(demanding, DIAG_INDICATOR_UNKNOWN, &report->not_reported[i].indicators,
			   ids, demand->indicators->count);
		check_word(demanding, DIAG_BREAKDOWN_UNKNOWN, &report->not_reported[i].by, names,
			   dimensions->count);
	}
}

const struct statement_demand *demand_build(struct arena *arena, const struct report *report,
					    const struct statement_lists *lists,
					    const struct reference *reference,
					    const struct indicators *used, const char *folder,
					    struct diag_list *diags)
{
	const struct demanding demanding = { arena, report, lists, diags };
	struct statement_demand *demand = arena_alloc(arena, sizeof(*demand));

	check_purposes(&demanding, report->blocks);
	if (report->meta.statement.edition.text == NULL)
		return NULL;
	demand->lists = lists;
	demand->at = report->meta.statement.at;
	demand->body = report->meta.statement.body.text;
	demand->edition = find_edition(&demanding);
	if (demand->edition == NULL || !find_kind(&demanding, reference, demand))
		return NULL;
	check_period(&demanding, demand->edition);
	demand->indicators = read_indicators(&demanding, demand->edition, folder);
	if (demand->indicators == NULL)
		return NULL;
	check_used(&demanding, demand, used);
	check_reasons(&demanding, demand, &reference->dimensions);
	return demand;
}
