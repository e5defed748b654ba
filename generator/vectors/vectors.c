#include "vectors/vectors.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/path.h"
#include "base/source.h"
#include "data/csv.h"
#include "vectors/vectors_file.h"

int vectors_column(const struct vectors *vectors, const char *column)
{
	for (size_t i = 0; i < vectors->columns; i++)
		if (strcmp(csv_column_name(vectors->reader, i), column) == 0)
			return (int)i;
	return CSV_COLUMN_MISSING;
}

struct location vectors_location(const struct vectors *vectors, size_t row, const char *column)
{
	int at = vectors_column(vectors, column);
	size_t first = row * vectors->columns;
	struct location place =
		csv_location(vectors->reader, vectors->offsets[first + (at < 0 ? 0 : (size_t)at)]);

	if (at < 0)
		place.column = 0;
	return place;
}

/* Rows as wide as the header; anything else would move cells under the wrong heading. */
static bool read_rows(struct vectors *vectors)
{
	size_t cell_capacity = 0, offset_capacity = 0;
	struct arena *arena = vectors->run->arena;
	const struct csv_record *record;

	while ((record = csv_next(vectors->reader)) != NULL) {
		size_t first = vectors->rows * vectors->columns;

		if (record->count != vectors->columns) {
			diag_addf(vectors->run->diags, DIAG_VECTORS_ROW,
				  csv_location(vectors->reader, record->offset),
				  "the row has %zu cells, the header %zu", record->count,
				  vectors->columns);
			return false;
		}
		vectors->cells = arena_grow(arena, vectors->cells, vectors->rows, &cell_capacity,
					    vectors->columns * sizeof(*vectors->cells));
		vectors->offsets =
			arena_grow(arena, vectors->offsets, vectors->rows, &offset_capacity,
				   vectors->columns * sizeof(*vectors->offsets));
		for (size_t i = 0; i < vectors->columns; i++) {
			struct csv_cell cell = csv_trim(record->cells[i]);

			vectors->cells[first + i] = arena_strndup(arena, cell.text, cell.length);
			vectors->offsets[first + i] = cell.offset;
		}
		vectors->rows++;
	}
	return !csv_failed(vectors->reader);
}

/* Says in one message which columns the header lacks. */
static bool find_columns(struct vectors *vectors, const char *const *const lists[2])
{
	const char *missing = "";

	for (size_t list = 0; list < 2; list++)
		for (size_t i = 0; lists[list] != NULL && lists[list][i] != NULL; i++)
			if (vectors_column(vectors, lists[list][i]) < 0)
				missing = arena_printf(vectors->run->arena, "%s%s\"%s\"", missing,
						       missing[0] == '\0' ? "" : ", ",
						       lists[list][i]);
	if (missing[0] == '\0')
		return true;
	diag_addf(vectors->run->diags, DIAG_VECTORS_COLUMN, csv_column_location(vectors->reader, 0),
		  "the header lacks %s", missing);
	return false;
}

static bool is_missing(const char *text)
{
	return text[0] == '\0' || strcmp(text, "NA") == 0 || strcmp(text, "NaN") == 0;
}

static bool parse(const char *text, double *out)
{
	double sign = text[0] == '-' ? -1 : 1;

	if (strcasecmp(text + (text[0] == '-' || text[0] == '+'), "inf") == 0) {
		*out = sign * HUGE_VAL;
		return true;
	}
	if (strcmp(text, "TRUE") == 0 || strcmp(text, "FALSE") == 0) {
		*out = text[0] == 'T';
		return true;
	}
	return number_parse(text, strlen(text), out);
}

static bool check_numbers(struct vectors *vectors, const char *const *columns)
{
	bool readable = true;
	double number;

	for (size_t i = 0; columns != NULL && columns[i] != NULL; i++)
		for (size_t row = 0;
		     row < vectors->rows && vectors_column(vectors, columns[i]) >= 0; row++) {
			const char *text = vectors_text(vectors, row, columns[i]);

			if (is_missing(text) || parse(text, &number))
				continue;
			readable = false;
			diag_addf(vectors->run->diags, DIAG_VECTORS_CELL,
				  vectors_location(vectors, row, columns[i]), "%s: \"%s\"",
				  columns[i], text);
		}
	return readable;
}

/* As R writes tables for countries with a decimal comma; else the quotation marks would be found fault with. */
static bool has_semicolons(struct vectors_run *run, struct source *source)
{
	size_t end = strcspn(source->bytes, ",;\r\n");

	if (source->bytes[end] != ';')
		return false;
	diag_addf(run->diags, DIAG_VECTORS_COLUMN, source_location(source, end),
		  "the header has semicolons where commas are expected");
	return true;
}

struct vectors *vectors_open(struct vectors_run *run, struct vectors_result *result,
			     const char *name, const struct vectors_columns *columns)
{
	const char *path = path_join(run->arena, run->folder, name);
	struct vectors *vectors = arena_alloc(run->arena, sizeof(*vectors));
	struct source *source = source_read(run->arena, path, path, (struct location){ 0 },
					    DIAG_DATA_UNREADABLE, run->diags);

	*vectors = (struct vectors){ .run = run, .result = result, .name = path };
	if (source == NULL || has_semicolons(run, source) ||
	    (vectors->reader = csv_open(run->arena, source, NULL, run->diags)) == NULL)
		return NULL;
	vectors->columns = csv_columns(vectors->reader);
	if (!find_columns(vectors,
			  (const char *const *const[]){ columns->texts, columns->numbers }) ||
	    !read_rows(vectors))
		return NULL;
	if (vectors->rows == 0)
		diag_addf(run->diags, DIAG_VECTORS_ROW, (struct location){ .file = path },
			  "no row follows the header");
	return vectors->rows > 0 && check_numbers(vectors, columns->numbers) &&
			       check_numbers(vectors, columns->optional)
		       ? vectors
		       : NULL;
}

const char *vectors_share(const struct vectors *vectors)
{
	return vectors->run->share;
}

struct arena *vectors_arena(const struct vectors *vectors)
{
	return vectors->run->arena;
}

size_t vectors_rows(const struct vectors *vectors)
{
	return vectors->rows;
}

bool vectors_has(const struct vectors *vectors, const char *column)
{
	return vectors_column(vectors, column) >= 0;
}

const char *vectors_text(const struct vectors *vectors, size_t row, const char *column)
{
	int at = vectors_column(vectors, column);

	return at < 0 ? "" : vectors->cells[row * vectors->columns + (size_t)at];
}

bool vectors_is(const struct vectors *vectors, size_t row, const char *column, const char *text)
{
	return strcmp(vectors_text(vectors, row, column), text) == 0;
}

bool vectors_missing(const struct vectors *vectors, size_t row, const char *column)
{
	return is_missing(vectors_text(vectors, row, column));
}

bool vectors_number(const struct vectors *vectors, size_t row, const char *column, double *out)
{
	const char *text = vectors_text(vectors, row, column);

	return !is_missing(text) && parse(text, out);
}

double vectors_number_or(const struct vectors *vectors, size_t row, const char *column,
			 double other)
{
	vectors_number(vectors, row, column, &other);
	return other;
}
