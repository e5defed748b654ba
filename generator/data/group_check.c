/*
 * group_check.c - ordered groups that the data of a body lack: no area of it may be among the most deprived.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/dataset_merge.h"

/* A block is what one table by group shows: the rows of an indicator, period, body and classification. */
struct absence {
	struct cell_key first; /* of the first block that lacks the group */
	int source;
	size_t lacking, blocks;
};

struct absences {
	struct arena *arena;
	const struct dataset *dataset;
	struct absence *items;
	size_t count, capacity;
};

static bool same_block(const struct observation *a, const struct observation *b)
{
	return a->key.indicator == b->key.indicator && a->key.period == b->key.period &&
	       a->key.organisation == b->key.organisation &&
	       a->key.classification == b->key.classification;
}

static bool has_group(const struct observation *rows, size_t count, int group)
{
	for (size_t i = 0; i < count; i++)
		if (rows[i].key.group == group)
			return true;
	return false;
}

static void add_absence(struct absences *absences, const struct observation *row, int group)
{
	struct absence *absence = absences->items;
	const struct absence *end = absence + absences->count;

	for (; absence < end; absence++)
		if (absence->first.organisation == row->key.organisation &&
		    absence->first.classification == row->key.classification &&
		    absence->first.group == group) {
			absence->lacking++;
			return;
		}
	absences->items = arena_grow(absences->arena, absences->items, absences->count,
				     &absences->capacity, sizeof(*absences->items));
	absence = &absences->items[absences->count++];
	*absence = (struct absence){ .first = row->key, .source = row->source, .lacking = 1 };
	absence->first.group = group;
}

static const struct classification *ordered_list(const struct dataset *dataset,
						 const struct cell_key *key)
{
	const struct classification *classification;

	if (key->classification == CLASSIFICATION_ALL)
		return NULL;
	classification = dataset->dimensions->classifications[key->classification];
	return classification->ordered && classification->form == CLASSIFICATION_LISTED
		       ? classification
		       : NULL;
}

static void check_block(struct absences *absences, const struct observation *rows, size_t count)
{
	const struct classification *list = ordered_list(absences->dataset, &rows[0].key);

	for (size_t group = 0; list != NULL && group < list->count; group++)
		if (list->groups[group].kind != GROUP_UNKNOWN &&
		    !has_group(rows, count, (int)group))
			add_absence(absences, &rows[0], (int)group);
}

/* How many blocks of the body could have the group; the first pass does not know yet which to count. */
static void count_blocks(struct absences *absences, const struct observation *row)
{
	for (size_t i = 0; i < absences->count; i++)
		if (absences->items[i].first.organisation == row->key.organisation &&
		    absences->items[i].first.classification == row->key.classification)
			absences->items[i].blocks++;
}

static void each_block(struct absences *absences, int own, bool counting)
{
	const struct dataset *dataset = absences->dataset;

	for (size_t i = 0, end; i < dataset->count; i = end) {
		const struct observation *rows = &dataset->observations[i];

		for (end = i + 1; end < dataset->count; end++)
			if (!same_block(&dataset->observations[end], rows))
				break;
		if (own >= 0 && rows->key.organisation != own)
			continue;
		if (counting)
			count_blocks(absences, rows);
		else
			check_block(absences, rows, end - i);
	}
}

/* One message for a group of a body, however many indicators and periods lack it. */
static void say_absence(const struct absences *absences, const struct absence *absence,
			struct diag_list *diags)
{
	const struct dataset *dataset = absences->dataset;
	const struct cell_key *key = &absence->first;
	const char *label =
		dataset->dimensions->classifications[key->classification]->groups[key->group].label;
	const char *body = dataset->organisations[key->organisation].code;
	const struct location at = { .file = dataset->sources[absence->source].file };

	if (absence->lacking > 1 && absence->lacking == absence->blocks) {
		diag_add(diags, DIAG_GROUP_MISSING, at,
			 arena_printf(absences->arena,
				      "\"%s\" of %s: none of %zu breakdowns has it", label, body,
				      absence->blocks),
			 "where nobody lives in such areas nothing needs to be done: measures that "
			 "need all groups are not available and say so");
		return;
	}
	diag_addf(diags, DIAG_GROUP_MISSING, at,
		  absence->lacking > 1 ? "\"%s\" for %s, %s, %s, and %zu more"
				       : "\"%s\" for %s, %s, %s",
		  label, dataset->indicators->items[key->indicator].id,
		  dataset->periods[key->period].code, body, absence->lacking - 1);
}

void groups_check(const struct report *report, const struct dataset *dataset,
		  struct diag_list *diags)
{
	struct absences absences = { .arena = arena_new(), .dataset = dataset };
	const char *body = report->reference.organisation.text;
	int own = body == NULL ? -1 : organisation_find(dataset, body);

	each_block(&absences, own, false);
	each_block(&absences, own, true);
	for (size_t i = 0; i < absences.count; i++)
		say_absence(&absences, &absences.items[i], diags);
	arena_free(absences.arena);
}
