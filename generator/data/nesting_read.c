#include "data/nesting_read.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "data/table.h"
#include "model/reference.h"

enum { CLASSIFICATION, GROUP, WITHIN, WITHIN_GROUP, COLUMNS };

static const char *const columns[COLUMNS] = { "classification", "group", "within", "within_group" };

/* False when a row names what is in neither list. */
static bool find(const struct dimensions *dimensions, const char *classification, const char *group,
		 int *found, int *found_group)
{
	*found = classification_find(dimensions, classification);
	*found_group = *found < 0 ? -1 : group_find(dimensions->classifications[*found], group);
	return *found_group >= 0;
}

void nesting_read(struct arena *arena, const char *folder, struct reference *reference,
		  struct diag_list *diags)
{
	const char *path = path_join(arena, folder, "nesting.csv");
	const struct table *table =
		table_read(arena, path, (struct location){ 0 }, columns, COLUMNS, COLUMNS, diags);
	const struct dimensions *dimensions = &reference->dimensions;

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		struct nesting nesting;

		if (!find(dimensions, table_cell(table, row, CLASSIFICATION),
			  table_cell(table, row, GROUP), &nesting.classification, &nesting.group) ||
		    !find(dimensions, table_cell(table, row, WITHIN),
			  table_cell(table, row, WITHIN_GROUP), &nesting.within,
			  &nesting.within_group)) {
			diag_add(diags, DIAG_REFERENCE_ROW, table_location(table, row, 0),
				 "no such group in groups.csv", NULL);
			continue;
		}
		reference->nestings =
			arena_grow(arena, reference->nestings, reference->nesting_count,
				   &reference->nesting_capacity, sizeof(nesting));
		reference->nestings[reference->nesting_count++] = nesting;
	}
}
