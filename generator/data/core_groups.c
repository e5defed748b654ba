#include "data/core_groups.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "data/core_parts.h"

const char *core_classification(const struct report *report)
{
	const char *core = report->core.text == NULL ? "" : report->core.text;

	if (strcmp(core, "local-20") == 0)
		return "core20-local";
	return strcmp(core, "national-10") == 0 ? "core10" : "core20";
}

static bool same_cells(const struct cell_key *a, const struct cell_key *b)
{
	return a->indicator == b->indicator && a->period == b->period &&
	       a->organisation == b->organisation;
}

static const char *edition_of(const struct core *core, int classification)
{
	return core->dataset->dimensions->classifications[classification]->edition;
}

/* The rows from first on that are of one indicator, period and organisation. */
static size_t cells_from(const struct dataset *dataset, size_t first)
{
	size_t end = first + 1;

	while (end < dataset->count &&
	       same_cells(&dataset->observations[first].key, &dataset->observations[end].key))
		end++;
	return end;
}

/* The rows of one classification among those of one indicator, period and organisation. */
struct span {
	size_t from, to;
};

/* The first classification, of the edition if one is given, that makes up the core groups; empty if none. */
static struct span find_parts(const struct core *core, struct span cells, const char *edition)
{
	const struct observation *rows = core->dataset->observations;
	struct span parts = { cells.to, cells.to };

	for (size_t i = cells.from; i < cells.to; i++) {
		int classification = rows[i].key.classification;

		if (classification == core->classification)
			return (struct span){ cells.to, cells.to };
		if (parts.from == cells.to && classification != CLASSIFICATION_ALL &&
		    core_is_made_of(core, classification) &&
		    (edition == NULL || strcmp(edition_of(core, classification), edition) == 0))
			parts = (struct span){ i, i };
		if (parts.from < cells.to && classification == rows[parts.from].key.classification)
			parts.to = i + 1;
	}
	return parts;
}

/* Where the edition of an indicator and organisation stands. */
static const char **edition_at(const struct core *core, size_t row)
{
	const struct cell_key *key = &core->dataset->observations[row].key;

	return &core->editions[(size_t)key->indicator * core->dataset->organisation_count +
			       (size_t)key->organisation];
}

/*
 * Areas that one index calls the most deprived are not those of another: a series of core groups is made of
 * the edition of its latest period alone, and its earlier periods have none.
 */
static void find_editions(struct core *core)
{
	const struct dataset *dataset = core->dataset;
	size_t end;

	core->editions =
		arena_array(core->arena, dataset->indicators->count * dataset->organisation_count,
			    sizeof(*core->editions));
	/* Periods of an indicator follow each other, so that the last one seen is the latest. */
	for (size_t first = 0; first < dataset->count; first = end) {
		struct span parts;

		end = cells_from(dataset, first);
		parts = find_parts(core, (struct span){ first, end }, NULL);
		if (parts.from < parts.to)
			*edition_at(core, first) = edition_of(
				core, dataset->observations[parts.from].key.classification);
	}
}

static void add_of_cells(struct core *core, struct span cells)
{
	struct span parts = find_parts(core, cells, *edition_at(core, cells.from));

	if (parts.from < parts.to)
		core_add_up(core, &core->dataset->observations[parts.from], parts.to - parts.from);
}

static void append(struct core *core)
{
	struct dataset *dataset = core->dataset;

	for (size_t i = 0; i < core->added_count; i++) {
		dataset->observations =
			arena_grow(core->arena, dataset->observations, dataset->count,
				   &dataset->capacity, sizeof(*dataset->observations));
		dataset->observations[dataset->count++] = core->added[i];
	}
	if (core->added_count > 0)
		qsort(dataset->observations, dataset->count, sizeof(*dataset->observations),
		      observation_compare);
}

void core_groups_add(struct arena *arena, const struct report *report,
		     const struct reference *reference, struct dataset *dataset)
{
	struct core core = { .arena = arena, .dataset = dataset, .reference = reference };
	size_t end;

	core.classification = classification_find(dataset->dimensions, "core");
	if ((report->core.text == NULL && !report->asks_core) || core.classification < 0)
		return;
	core_find_present(&core);
	find_editions(&core);
	for (size_t first = 0; first < dataset->count; first = end) {
		end = cells_from(dataset, first);
		add_of_cells(&core, (struct span){ first, end });
	}
	append(&core);
}
