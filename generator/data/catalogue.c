#include "data/catalogue.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "data/catalogue_parts.h"
#include "data/table.h"

/* A file of which rows of another one take what they do not say. */
struct used_set {
	const char *name;
	struct indicators indicators;
};

struct reading {
	struct catalogue_cells cells;
	const struct catalogue_file *file;
	struct used_set *used;
	size_t used_count, used_capacity;
	bool is_used; /* the file is read since another one uses it */
};

struct indicator *indicators_add(struct arena *arena, struct indicators *indicators)
{
	indicators->items = arena_grow(arena, indicators->items, indicators->count,
				       &indicators->capacity, sizeof(*indicators->items));
	return &indicators->items[indicators->count++];
}

static bool read_file(struct reading *reading, struct indicators *indicators);

/* Says that there is no set of that name. */
static void tell_sets(struct reading *reading, size_t row, const struct catalogue_sets *sets)
{
	catalogue_bad_cell(&reading->cells, row, FIELD_USE,
			   suggest_member(reading->cells.arena,
					  table_cell(reading->cells.table, row, FIELD_USE),
					  sets->items, sets->count, sizeof(*sets->items),
					  offsetof(struct catalogue_set, id)));
}

static struct indicators *add_used(struct reading *reading, const char *name)
{
	struct used_set *used;

	reading->used = arena_grow(reading->cells.arena, reading->used, reading->used_count,
				   &reading->used_capacity, sizeof(*reading->used));
	used = &reading->used[reading->used_count++];
	*used = (struct used_set){ .name = name };
	return &used->indicators;
}

/* The rows of a set of the program that rows of this one use. NULL after a diagnostic. */
static const struct indicators *used_set(struct reading *reading, size_t row)
{
	struct arena *arena = reading->cells.arena;
	const char *name = table_cell(reading->cells.table, row, FIELD_USE);
	struct catalogue_file file = {
		.path = path_join(arena, reading->file->folder,
				  arena_printf(arena, "%s.csv", name)),
		.set = name,
		.folder = reading->file->folder,
		.core = reading->file->core,
		.from = table_location(reading->cells.table, row, FIELD_USE),
	};
	struct reading inner = { .cells = { .arena = arena, .diags = reading->cells.diags },
				 .file = &file,
				 .is_used = true };
	struct catalogue_sets sets = { 0 };
	struct indicators *indicators;

	for (size_t i = 0; i < reading->used_count; i++)
		if (strcmp(reading->used[i].name, name) == 0)
			return &reading->used[i].indicators;
	catalogue_sets_read(arena, file.folder, &sets, reading->cells.diags);
	if (catalogue_set_find(&sets, name) == NULL) {
		tell_sets(reading, row, &sets);
		return NULL;
	}
	indicators = add_used(reading, name);
	read_file(&inner, indicators);
	return indicators;
}

/* Begins an indicator with what another set says of it. False after a diagnostic. */
static bool take_used(struct reading *reading, size_t row, struct indicator *indicator)
{
	const struct indicators *used = used_set(reading, row);
	const char *id = table_cell(reading->cells.table, row, FIELD_ID);
	int found;

	if (used == NULL)
		return false;
	found = indicator_find(used, id);
	if (found >= 0) {
		*indicator = used->items[found];
		return true;
	}
	catalogue_bad_cell(&reading->cells, row, FIELD_ID,
			   suggest_member(reading->cells.arena, id, used->items, used->count,
					  sizeof(*used->items), offsetof(struct indicator, id)));
	return false;
}

static void read_row(struct reading *reading, size_t row, struct indicators *indicators)
{
	const char *id = table_cell(reading->cells.table, row, FIELD_ID);
	bool uses = table_cell(reading->cells.table, row, FIELD_USE)[0] != '\0';
	struct indicator indicator = indicator_blank();

	/* A set that is used stands on its own feet, so that there are no rings. */
	if (uses && reading->is_used)
		return;
	if (id[0] == '\0' || indicator_find(indicators, id) >= 0) {
		catalogue_bad_cell(&reading->cells, row, FIELD_ID,
				   "every indicator needs an id of its own");
		return;
	}
	if (uses && !take_used(reading, row, &indicator))
		return;
	if (!uses)
		indicator.origin = reading->file->set;
	catalogue_fill(&reading->cells, row, &indicator);
	indicator.set = reading->file->set;
	indicator.at = table_location(reading->cells.table, row, FIELD_ID);
	*indicators_add(reading->cells.arena, indicators) = indicator;
}

static bool read_file(struct reading *reading, struct indicators *indicators)
{
	if (!catalogue_open(&reading->cells, reading->file))
		return false;
	for (size_t row = 0; row < reading->cells.table->row_count; row++)
		read_row(reading, row, indicators);
	if (!reading->is_used)
		catalogue_check_relations(&reading->cells);
	return true;
}

bool catalogue_read(struct arena *arena, const struct catalogue_file *file,
		    struct indicators *indicators, struct diag_list *diags)
{
	struct reading reading = { .cells = { .arena = arena, .diags = diags }, .file = file };
	size_t errors = diag_errors(diags);

	return read_file(&reading, indicators) && diag_errors(diags) == errors;
}
