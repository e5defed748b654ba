#include "data/glossary_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/string_index.h"
#include "base/text_list.h"
#include "data/table.h"

enum column { TERM, ABBREVIATION, ALSO, MEANING, CONFIDENCE, COLUMNS };

struct loader {
	struct arena *arena;
	const struct table *table;
	struct string_index *names; /* terms and abbreviations as they are written */
	struct diag_list *diags;
};

static void bad_row(struct loader *loader, size_t row, enum column column, const char *what)
{
	diag_add(loader->diags, DIAG_REFERENCE_ROW, table_location(loader->table, row, column),
		 what, NULL);
}

/* A name of one entry must not be that of another: readers would find two meanings. */
static void add_name(struct loader *loader, size_t row, enum column column, const char *name)
{
	if (name[0] == '\0')
		return;
	if (!string_index_add(loader->names, name, (int)row) &&
	    string_index_find(loader->names, name) != (int)row)
		bad_row(loader, row, column,
			arena_printf(loader->arena, "\"%s\" names two entries", name));
}

static void add_names(struct loader *loader, size_t row)
{
	const char *also = table_cell(loader->table, row, ALSO), *name;

	add_name(loader, row, TERM, table_cell(loader->table, row, TERM));
	add_name(loader, row, ABBREVIATION, table_cell(loader->table, row, ABBREVIATION));
	while ((name = list_next(loader->arena, &also, "|")) != NULL)
		add_name(loader, row, ALSO, name);
}

void glossary_read(struct arena *arena, const char *folder, struct reference *reference,
		   struct diag_list *diags)
{
	static const char *const columns[COLUMNS] = { "term", "abbreviation", "also", "meaning",
						      "confidence" };
	struct loader loader = {
		.arena = arena,
		.table = table_read(arena, path_join(arena, folder, "glossary.csv"),
				    (struct location){ 0 }, columns, COLUMNS, COLUMNS, diags),
		.names = string_index_new(arena),
		.diags = diags,
	};

	for (size_t row = 0; loader.table != NULL && row < loader.table->row_count; row++) {
		struct glossary_entry entry = {
			.term = table_cell(loader.table, row, TERM),
			.abbreviation = table_cell(loader.table, row, ABBREVIATION),
			.also = table_cell(loader.table, row, ALSO),
			.meaning = table_cell(loader.table, row, MEANING),
			.confidence = table_cell(loader.table, row, CONFIDENCE),
		};

		if (entry.term[0] == '\0' || entry.meaning[0] == '\0')
			bad_row(&loader, row, entry.term[0] == '\0' ? TERM : MEANING,
				"an entry needs a term and a meaning");
		add_names(&loader, row);
		reference->glossary =
			arena_grow(arena, reference->glossary, reference->glossary_count,
				   &reference->glossary_capacity, sizeof(entry));
		reference->glossary[reference->glossary_count++] = entry;
	}
}
