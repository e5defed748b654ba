#include "data/dialects_read.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "data/table.h"
#include "model/sql_dialect.h"

enum column { DIALECT, PART, SQL, COLUMNS };

/* Of the parts those without which nothing can be asked. */
static bool is_needed(enum sql_part part)
{
	return part != SQL_PART_BARRIER && part != SQL_PART_READ_ONLY &&
	       part != SQL_PART_TIME_LIMIT;
}

/* The dialect of a row; a new one begins as the portable one, the first. */
static struct sql_dialect *dialect_of(struct arena *arena, struct sql_dialects *dialects,
				      const char *name)
{
	struct sql_dialect dialect = { .name = name, .products = "" };

	for (size_t i = 0; i < dialects->count; i++)
		if (strcmp(dialects->items[i].name, name) == 0)
			return &dialects->items[i];
	for (int part = 0; part < SQL_PART_COUNT; part++)
		dialect.parts[part] = dialects->count == 0 ? "" : dialects->items[0].parts[part];
	dialects->items = arena_grow(arena, dialects->items, dialects->count, &dialects->capacity,
				     sizeof(dialect));
	dialects->items[dialects->count] = dialect;
	return &dialects->items[dialects->count++];
}

static int part_of(const char *word)
{
	for (int part = 0; part < SQL_PART_COUNT; part++)
		if (strcmp(sql_part_word((enum sql_part)part), word) == 0)
			return part;
	return -1;
}

static void read_row(struct arena *arena, const struct table *table, size_t row,
		     struct sql_dialects *dialects, struct diag_list *diags)
{
	const char *word = table_cell(table, row, PART);
	const char *sql = table_cell(table, row, SQL);
	struct sql_dialect *dialect = dialect_of(arena, dialects, table_cell(table, row, DIALECT));
	int part = part_of(word);

	if (strcmp(word, "products") == 0)
		dialect->products = sql;
	else if (part < 0)
		diag_addf(diags, DIAG_REFERENCE_ROW, table_location(table, row, PART),
			  "no such part of a dialect: %s", word);
	else if (part == SQL_PART_QUOTE && strlen(sql) != 1)
		diag_addf(diags, DIAG_REFERENCE_ROW, table_location(table, row, SQL),
			  "the quotation mark around names is one character");
	else
		dialect->parts[part] = sql;
}

static void check_first(const struct sql_dialects *dialects, const char *path,
			struct diag_list *diags)
{
	for (int part = 0; part < SQL_PART_COUNT; part++)
		if (is_needed((enum sql_part)part) && dialects->items[0].parts[part][0] == '\0')
			diag_addf(diags, DIAG_REFERENCE_ROW, (struct location){ .file = path },
				  "the first dialect lacks %s", sql_part_word((enum sql_part)part));
}

const struct sql_dialects *dialects_read(struct arena *arena, const char *folder,
					 struct diag_list *diags)
{
	static const char *const columns[COLUMNS] = { "dialect", "part", "sql" };
	const char *path = path_join(arena, folder, "sql-dialects.csv");
	const struct table *table =
		table_read(arena, path, (struct location){ 0 }, columns, COLUMNS, COLUMNS, diags);
	struct sql_dialects *dialects = arena_alloc(arena, sizeof(*dialects));
	size_t errors = diag_errors(diags);

	if (table == NULL)
		return NULL;
	for (size_t row = 0; row < table->row_count; row++)
		read_row(arena, table, row, dialects, diags);
	if (dialects->count == 0)
		diag_addf(diags, DIAG_REFERENCE_ROW, (struct location){ .file = path },
			  "the list is empty");
	else
		check_first(dialects, path, diags);
	return diag_errors(diags) == errors ? dialects : NULL;
}
