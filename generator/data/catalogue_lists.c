#include "data/catalogue_lists.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "data/table.h"

enum set_column { SET, TITLE, ISSUER, ABOUT, VERSION, DATE, CHANGE, CONFIDENCE, SET_COLUMNS };

static const char *const set_columns[SET_COLUMNS] = {
	"set", "title", "issuing_body", "about", "version", "date", "change", "confidence",
};

enum threshold_column { THRESHOLD, WORDS, VALUE, UNIT, NOTE, SURE, THRESHOLD_COLUMNS };

static const char *const threshold_columns[THRESHOLD_COLUMNS] = {
	"threshold", "words", "value", "unit", "note", "confidence",
};

static void needs_id(const struct table *table, size_t row, struct diag_list *diags)
{
	diag_addf(diags, DIAG_REFERENCE_ROW, table_location(table, row, 0), "%s=\"%s\"",
		  table->columns[0], table_cell(table, row, 0));
}

bool catalogue_sets_read(struct arena *arena, const char *folder, struct catalogue_sets *sets,
			 struct diag_list *diags)
{
	size_t errors = diag_errors(diags);
	const struct table *table =
		table_read(arena, path_join(arena, folder, "sets.csv"), (struct location){ 0 },
			   set_columns, SET_COLUMNS, TITLE + 1, diags);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		const char *id = table_cell(table, row, SET);

		if (id[0] == '\0' || catalogue_set_find(sets, id) != NULL) {
			needs_id(table, row, diags);
			continue;
		}
		sets->items = arena_grow(arena, sets->items, sets->count, &sets->capacity,
					 sizeof(*sets->items));
		sets->items[sets->count++] = (struct catalogue_set){
			.id = id,
			.title = table_cell(table, row, TITLE),
			.issuer = table_cell(table, row, ISSUER),
			.about = table_cell(table, row, ABOUT),
			.version = table_cell(table, row, VERSION),
			.date = table_cell(table, row, DATE),
			.change = table_cell(table, row, CHANGE),
			.confidence = table_cell(table, row, CONFIDENCE),
			.at = table_location(table, row, SET),
		};
	}
	return table != NULL && diag_errors(diags) == errors;
}

const struct catalogue_set *catalogue_set_find(const struct catalogue_sets *sets, const char *id)
{
	for (size_t i = 0; i < sets->count; i++)
		if (strcmp(sets->items[i].id, id) == 0)
			return &sets->items[i];
	return NULL;
}

static void read_threshold(struct arena *arena, const struct table *table, size_t row,
			   struct thresholds *thresholds, struct diag_list *diags)
{
	const char *value = table_cell(table, row, VALUE);
	struct threshold threshold = {
		.id = table_cell(table, row, THRESHOLD),
		.words = table_cell(table, row, WORDS),
		.unit = table_cell(table, row, UNIT),
		.note = table_cell(table, row, NOTE),
		.confidence = table_cell(table, row, SURE),
		.at = table_location(table, row, THRESHOLD),
	};

	if (threshold.id[0] == '\0' || threshold_find(thresholds, threshold.id) != NULL) {
		needs_id(table, row, diags);
		return;
	}
	if (threshold.words[0] == '\0')
		diag_add(diags, DIAG_REFERENCE_ROW, table_location(table, row, WORDS), "words=\"\"",
			 "say how the threshold is worded: 18 weeks");
	if (!number_parse(value, strlen(value), &threshold.value))
		diag_add(diags, DIAG_REFERENCE_ROW, table_location(table, row, VALUE),
			 arena_printf(arena, "value=\"%s\"", value), "use a number");
	thresholds->items = arena_grow(arena, thresholds->items, thresholds->count,
				       &thresholds->capacity, sizeof(*thresholds->items));
	thresholds->items[thresholds->count++] = threshold;
}

bool thresholds_read(struct arena *arena, const char *folder, struct thresholds *thresholds,
		     struct diag_list *diags)
{
	const char *path = path_join(arena, folder, "thresholds.csv");
	size_t errors = diag_errors(diags);
	const struct table *table;

	if (!path_exists(path))
		return true;
	table = table_read(arena, path, (struct location){ 0 }, threshold_columns,
			   THRESHOLD_COLUMNS, VALUE + 1, diags);
	for (size_t row = 0; table != NULL && row < table->row_count; row++)
		read_threshold(arena, table, row, thresholds, diags);
	return table != NULL && diag_errors(diags) == errors;
}

const struct threshold *threshold_find(const struct thresholds *thresholds, const char *id)
{
	for (size_t i = 0; i < thresholds->count; i++)
		if (strcmp(thresholds->items[i].id, id) == 0)
			return &thresholds->items[i];
	return NULL;
}
