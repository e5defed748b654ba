/*
 * csv - the CSV reader on any bytes.
 *
 * The first byte chooses the options, the rest is the file. Beside what the sanitizers check: cells
 * are in order and of valid text, their places can be told, and a fault leaves exactly one error.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "base/source.h"
#include "data/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static struct csv_options options_of(uint8_t choice)
{
	return (struct csv_options){
		.delimiter = ",;\t|"[choice & 3],
		.encoding = encoding_names()[choice >> 2 & 3],
		.preamble = choice >> 4 & 3,
		.headerless = (choice & 64) != 0,
	};
}

static void check_record(const struct csv_reader *reader, const struct csv_record *record,
			 size_t *after)
{
	check(record->count >= 1 && record->count <= CSV_CELLS_MOST);
	for (size_t i = 0; i < record->count; i++) {
		struct csv_cell cell = record->cells[i], trimmed = csv_trim(cell);
		struct location at = csv_cell_location(reader, &cell);
		size_t bad;

		check(cell.offset >= *after);
		*after = cell.offset;
		check(at.line >= 1 && at.column >= 1);
		check(encoding_is_utf8(cell.text, cell.length, &bad));
		check(trimmed.length <= cell.length && trimmed.offset >= cell.offset);
	}
}

static void read_all(struct arena *arena, const struct csv_options *options, const char *text,
		     size_t length)
{
	struct diag_list *diags = diag_list_new(arena);
	struct source *source = source_of_text(arena, "fuzz.csv", text, length);
	struct csv_reader *reader = csv_open(arena, source, options, diags);
	const struct csv_record *record;
	size_t after = 0, errors;

	check((reader == NULL) == (diag_errors(diags) == 1));
	if (reader == NULL)
		return;
	for (size_t i = 0; i < csv_columns(reader) && i < 4; i++) {
		int column = csv_find_column(reader, csv_column_name(reader, i));

		check(column == (int)i || column == CSV_COLUMN_AMBIGUOUS ||
		      csv_column_name(reader, i)[0] == '\0');
		csv_column_location(reader, i);
	}
	errors = diag_errors(diags);
	while ((record = csv_next(reader)) != NULL)
		check_record(reader, record, &after);
	check(csv_next(reader) == NULL);
	check(diag_errors(diags) - errors == (csv_failed(reader) ? 1 : 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct csv_options options;
	struct arena *arena;
	char *text;

	if (size < 1)
		return 0;
	options = options_of(bytes[0]);
	/* A copy of the exact size, so that reading beyond it shows. */
	text = malloc(size - 1 == 0 ? 1 : size - 1);
	memcpy(text, bytes + 1, size - 1);
	arena = arena_new();
	read_all(arena, &options, text, size - 1);
	arena_free(arena);
	free(text);
	return 0;
}
