#include "data/organisations_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/string_index.h"
#include "base/suggest.h"
#include "data/table.h"
#include "model/code_list.h"
#include "model/reference.h"

enum {
	CODE,
	OTHER_CODE,
	NAME,
	SHORT_NAME,
	KIND,
	FORM,
	WITHIN,
	FROM,
	TO,
	SUCCESSORS,
	CONFIDENCE,
	NOTE,
	COLUMNS
};
enum { REQUIRED_COLUMNS = KIND };

static const char *const columns[COLUMNS] = {
	"code",   "other_code", "name",     "short_name", "kind",       "form",
	"within", "valid_from", "valid_to", "successors", "confidence", "note",
};

static const char *const kinds[] = { "icb",       "acute",  "mental-health", "community",
				     "ambulance", "region", "national" };
static const char *const forms[] = { "icb", "nhs-trust", "foundation-trust" };

struct reader {
	struct arena *arena;
	struct diag_list *diags;
	const struct table *table;
	size_t row;
	struct string_index *codes; /* every code of the list, to its row */
};

static void bad_cell(struct reader *reader, size_t column, const char *why, const char *hint)
{
	diag_add(reader->diags, DIAG_REFERENCE_ROW,
		 table_location(reader->table, reader->row, column),
		 arena_printf(reader->arena, "%s=\"%s\" %s", columns[column],
			      table_cell(reader->table, reader->row, column), why),
		 hint);
}

/* A cell of a few known words; it may be empty. */
static const char *word_cell(struct reader *reader, size_t column, const char *const *words,
			     size_t count)
{
	const char *text = table_cell(reader->table, reader->row, column);

	for (size_t i = 0; i < count; i++)
		if (strcmp(text, words[i]) == 0)
			return words[i];
	if (text[0] != '\0')
		bad_cell(reader, column, "is not known",
			 suggest_hint(reader->arena, text, words, count));
	return "";
}

static struct date date_cell(struct reader *reader, size_t column)
{
	const char *text = table_cell(reader->table, reader->row, column);
	struct date date = { 0 };

	if (text[0] != '\0' && !date_parse(text, strlen(text), &date))
		bad_cell(reader, column, "is no date", "write it as 2026-04-01");
	return date;
}

static struct known_organisation read_row(struct reader *reader)
{
	const struct table *table = reader->table;
	size_t row = reader->row;
	struct known_organisation body = {
		.code = table_cell(table, row, CODE),
		.other_code = table_cell(table, row, OTHER_CODE),
		.name = table_cell(table, row, NAME),
		.short_name = table_cell(table, row, SHORT_NAME),
		.kind = word_cell(reader, KIND, kinds, sizeof(kinds) / sizeof(kinds[0])),
		.form = word_cell(reader, FORM, forms, sizeof(forms) / sizeof(forms[0])),
		.within = table_cell(table, row, WITHIN),
		.successors = table_cell(table, row, SUCCESSORS),
		.confidence = table_cell(table, row, CONFIDENCE),
		.note = table_cell(table, row, NOTE),
		.valid_from = date_cell(reader, FROM),
		.valid_to = date_cell(reader, TO),
	};

	if (body.short_name[0] == '\0')
		body.short_name = body.name;
	if (body.valid_from.year > 0 && body.valid_to.year > 0 &&
	    date_compare(body.valid_to, body.valid_from) < 0)
		bad_cell(reader, TO, "is before the day on which it opened", NULL);
	return body;
}

/* Codes of one body, under which no other may be found. */
static void index_codes(struct reader *reader, size_t column)
{
	struct code_list list = code_list_of(table_cell(reader->table, reader->row, column));
	const char *code;

	while ((code = code_list_next(reader->arena, &list)) != NULL)
		if (!string_index_add(reader->codes, code, (int)reader->row))
			bad_cell(reader, column, "stands for two bodies", NULL);
}

/* Bodies that others are within or were followed by must be on the list. */
static void check_codes(struct reader *reader, size_t column)
{
	struct code_list list = code_list_of(table_cell(reader->table, reader->row, column));
	const char *code;

	while ((code = code_list_next(reader->arena, &list)) != NULL)
		if (string_index_find(reader->codes, code) == STRING_INDEX_NONE)
			bad_cell(reader, column, "names a body that is not on the list", NULL);
}

void organisations_read(struct arena *arena, const char *folder, struct reference *reference,
			struct diag_list *diags)
{
	struct reader reader = { .arena = arena, .diags = diags };

	reader.table =
		table_read(arena, path_join(arena, folder, "organisations.csv"),
			   (struct location){ 0 }, columns, COLUMNS, REQUIRED_COLUMNS, diags);
	if (reader.table == NULL)
		return;
	reader.codes = string_index_new(arena);
	for (reader.row = 0; reader.row < reader.table->row_count; reader.row++) {
		reference->organisations = arena_grow(
			arena, reference->organisations, reference->organisation_count,
			&reference->organisation_capacity, sizeof(*reference->organisations));
		reference->organisations[reference->organisation_count++] = read_row(&reader);
		index_codes(&reader, CODE);
		index_codes(&reader, OTHER_CODE);
	}
	for (reader.row = 0; reader.row < reader.table->row_count; reader.row++) {
		check_codes(&reader, WITHIN);
		check_codes(&reader, SUCCESSORS);
	}
}
