#include "resolve/series.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

/* -- which figures ---------------------------------------------------------------------------- */

static bool has_figures(const struct resolver *resolver, const struct cell_key *key)
{
	size_t count;

	return results_groups(resolver->results, key, &count) != NULL;
}

/* Who names a classification wants no other. */
static bool is_by_dimension(const struct resolver *resolver, const struct scope *scope)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	const char *by = scope->reference.by.text;

	return by != NULL && classification_find(dimensions, by) < 0 &&
	       dimension_find(dimensions, by) >= 0;
}

struct cell_key series_key(const struct resolver *resolver, const struct scope *scope,
			   const struct cell_key *key, int period)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	struct cell_key then = *key, other;

	then.period = other.period = period;
	if (key->classification == CLASSIFICATION_ALL || has_figures(resolver, &then) ||
	    !is_by_dimension(resolver, scope))
		return then;
	other = then;
	for (size_t i = 0; i < dimensions->classification_count; i++) {
		other.classification = (int)i;
		if ((int)i != key->classification &&
		    classifications_are_editions(dimensions->classifications[key->classification],
						 dimensions->classifications[i]) &&
		    has_figures(resolver, &other))
			return other;
	}
	return then;
}

const struct view_group *series_group(const struct view *view, const struct view *other,
				      const struct view_group *group)
{
	if (group == NULL || view->classification == other->classification)
		return group == NULL ? NULL : view_find_group(other, group->group);
	for (size_t i = 0; i < other->count && other->classification != NULL; i++)
		if (strcmp(other->classification->groups[other->groups[i].group].code,
			   view->classification->groups[group->group].code) == 0)
			return &other->groups[i];
	return NULL;
}

bool series_breaks(const struct resolver *resolver, const struct scope *scope,
		   const struct cell_key *key, int earlier, int later)
{
	const struct period *periods = resolver->dataset->periods;

	return series_key(resolver, scope, key, earlier).classification !=
		       series_key(resolver, scope, key, later).classification ||
	       body_break(resolver->dataset, key->organisation, &periods[earlier],
			  &periods[later]) != NULL;
}

size_t series_since(const struct resolver *resolver, const struct scope *scope,
		    const struct cell_key *key, const int *listed, size_t count)
{
	size_t first = 0;

	while (first < count && series_breaks(resolver, scope, key, listed[first], key->period))
		first++;
	return first;
}

/* -- what is said of it ----------------------------------------------------------------------- */

static const char *edition_of(const struct resolver *resolver, int classification)
{
	return resolver->dataset->dimensions->classifications[classification]->edition;
}

static void explain_editions(struct resolver *resolver, int earlier, int later,
			     const struct cell_key *before, const struct cell_key *after,
			     struct text *notes)
{
	const struct period *periods = resolver->dataset->periods;
	const struct placeholder parts[] = {
		{ "before", words_period_short(&resolver->words, &periods[earlier]) },
		{ "first", edition_of(resolver, before->classification) },
		{ "after", words_period_short(&resolver->words, &periods[later]) },
		{ "second", edition_of(resolver, after->classification) },
		{ 0 },
	};

	append_sentence(resolver, notes, words_fill(&resolver->words, STRING_NOTE_EDITION, parts));
}

/* "North Central London and North West London"; with semicolons where names hold "and" or commas themselves. */
static const char *joined_names(struct resolver *resolver, const struct body_change *change)
{
	const char **names = arena_array(resolver->arena, change->former_count + 1, sizeof(*names));
	const char *list = "";
	bool plain = true;

	for (size_t i = 0; i < change->former_count; i++) {
		names[i] = change->former[i]->short_name;
		plain = plain && strstr(names[i], " and ") == NULL && strchr(names[i], ',') == NULL;
		list = arena_printf(resolver->arena, "%s%s%s", list, i > 0 ? "; " : "", names[i]);
	}
	return plain ? names_joined(&resolver->words, names, change->former_count) : list;
}

static const char *names_of_former(struct resolver *resolver, const struct body_change *change)
{
	const char *names = joined_names(resolver, change);

	if (!change->divided)
		return names;
	return words_fill(&resolver->words,
			  change->former_count == 1 ? STRING_NOTE_AREA_PART
						    : STRING_NOTE_AREA_PARTS,
			  (struct placeholder[]){ { "former", names }, { 0 } });
}

static enum string_id string_of_change(const struct body_change *change, bool has_before)
{
	if (change->history == HISTORY_RECAST)
		return STRING_NOTE_AREA_RECAST;
	if (change->history == HISTORY_COMBINED)
		return change->was_there ? STRING_NOTE_AREA_COMBINED_OWN
					 : STRING_NOTE_AREA_COMBINED;
	if (!has_before)
		return STRING_NOTE_AREA_FORMED;
	return change->was_there ? STRING_NOTE_AREA_CHANGED : STRING_NOTE_AREA_NEW;
}

const char *sentence_of_change(struct resolver *resolver, int organisation,
			       const struct body_change *change, bool has_before)
{
	const struct placeholder parts[] = {
		{ "place", resolver->dataset->organisations[organisation].short_name },
		{ "former", names_of_former(resolver, change) },
		{ "date", words_date(&resolver->words, change->on) },
		{ 0 },
	};

	return words_fill(&resolver->words, string_of_change(change, has_before), parts);
}

/* Of a body that is new in the first period of a series, a reader may look for what came before. */
enum { STILL_NEW_YEARS = 5 };

static bool concerns(const struct body_change *change, const struct period *first,
		     const struct period *last, bool *has_before)
{
	*has_before = period_is_before(first, change->on);
	if (*has_before && change->history == HISTORY_COMBINED)
		return true;
	if (*has_before)
		return last->form != PERIOD_TEXT && !period_is_before(last, change->on);
	return !change->was_there && !change->has_figures_before && first->form != PERIOD_TEXT &&
	       first->last.year - change->on.year < STILL_NEW_YEARS;
}

static void explain_changes(struct resolver *resolver, const struct cell_key *key,
			    const struct period *first, const struct period *last,
			    struct text *notes)
{
	const struct organisation *body = &resolver->dataset->organisations[key->organisation];
	bool has_before;

	for (size_t i = 0; i < body->change_count; i++)
		if (concerns(&body->changes[i], first, last, &has_before))
			append_sentence(resolver, notes,
					sentence_of_change(resolver, key->organisation,
							   &body->changes[i], has_before));
}

bool explain_series(struct resolver *resolver, const struct scope *scope,
		    const struct cell_key *key, const int *listed, size_t count, struct text *notes)
{
	const struct period *periods = resolver->dataset->periods;
	bool has_editions = false;

	for (size_t i = 1; i < count; i++) {
		struct cell_key before = series_key(resolver, scope, key, listed[i - 1]);
		struct cell_key after = series_key(resolver, scope, key, listed[i]);

		if (before.classification == after.classification)
			continue;
		explain_editions(resolver, listed[i - 1], listed[i], &before, &after, notes);
		has_editions = true;
	}
	if (count > 0)
		explain_changes(resolver, key, &periods[listed[0]], &periods[listed[count - 1]],
				notes);
	return has_editions;
}

/* A classification with figures of another body that differs from that of the key; -1 when there is none. */
static int other_edition(const struct resolver *resolver, const struct cell_key *key, int other)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	struct cell_key there = *key;

	there.organisation = other;
	if (key->classification == CLASSIFICATION_ALL || has_figures(resolver, &there))
		return -1;
	for (size_t i = 0; i < dimensions->classification_count; i++) {
		there.classification = (int)i;
		if (classifications_differ(dimensions->classifications[key->classification],
					   dimensions->classifications[i]) &&
		    has_figures(resolver, &there))
			return (int)i;
	}
	return -1;
}

void explain_other_edition(struct resolver *resolver, const struct cell_key *key, int other,
			   struct location at, struct text *notes)
{
	int classification = other_edition(resolver, key, other);
	const struct placeholder parts[] = {
		{ "place", resolver->dataset->organisations[other].short_name },
		{ "edition", classification < 0 ? "" : edition_of(resolver, classification) },
		{ 0 },
	};

	if (classification < 0)
		return;
	diag_addf(resolver->diags, DIAG_CLASSIFICATIONS_MIXED, at, "%s by %s, %s by %s",
		  resolver->dataset->organisations[key->organisation].code,
		  edition_of(resolver, key->classification),
		  resolver->dataset->organisations[other].code, parts[1].text);
	append_sentence(resolver, notes,
			words_fill(&resolver->words, STRING_NOTE_OTHER_EDITION, parts));
}
