#include "data/avoided_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "data/table.h"

enum column { KIND, WORDS, EXCEPT, WHY, INSTEAD, COLUMNS };

/* True of a row that can be used. */
static bool check_row(const struct table *table, size_t row, struct diag_list *diags)
{
	const char *kind = table_cell(table, row, KIND);

	if (strcmp(kind, "cause") != 0 && strcmp(kind, "avoid") != 0) {
		diag_add(diags, DIAG_REFERENCE_ROW, table_location(table, row, KIND),
			 "kind is cause or avoid", NULL);
		return false;
	}
	for (enum column column = WORDS; column < COLUMNS; column++)
		if (column != EXCEPT && table_cell(table, row, column)[0] == '\0') {
			diag_add(diags, DIAG_REFERENCE_ROW, table_location(table, row, column),
				 "an entry needs words, why, and what to write instead", NULL);
			return false;
		}
	return true;
}

void avoided_read(struct arena *arena, const char *folder, struct reference *reference,
		  struct diag_list *diags)
{
	static const char *const columns[COLUMNS] = { "kind", "words", "except", "why", "instead" };
	const struct table *table =
		table_read(arena, path_join(arena, folder, "words-to-avoid.csv"),
			   (struct location){ 0 }, columns, COLUMNS, COLUMNS, diags);

	for (size_t row = 0; table != NULL && row < table->row_count; row++) {
		if (!check_row(table, row, diags))
			continue;
		reference->avoided =
			arena_grow(arena, reference->avoided, reference->avoided_count,
				   &reference->avoided_capacity, sizeof(*reference->avoided));
		reference->avoided[reference->avoided_count++] = (struct avoided_words){
			.is_cause = strcmp(table_cell(table, row, KIND), "cause") == 0,
			.words = table_cell(table, row, WORDS),
			.except = table_cell(table, row, EXCEPT),
			.why = table_cell(table, row, WHY),
			.instead = table_cell(table, row, INSTEAD),
		};
	}
}
