#include "data/csv.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "data/csv_reader.h"
#include "data/csv_text.h"

/* Bytes that end the text of an unquoted cell, and those among them that end a row. */
enum { ENDS_TEXT = 1, ENDS_ROW = 2 };

static bool is_blank(const struct csv_reader *reader, char character)
{
	return (character == ' ' || character == '\t') && character != reader->delimiter;
}

static bool ends_row(const struct csv_reader *reader, const char *at)
{
	return at == reader->end || (reader->classes[(unsigned char)*at] & ENDS_ROW) != 0;
}

static const char *skip_blanks(const struct csv_reader *reader, const char *at)
{
	while (at < reader->end && is_blank(reader, *at))
		at++;
	return at;
}

/* Where an unquoted text that goes on at this place ends. Nearly all time is spent here. */
static inline const char *skip_text(const struct csv_reader *reader, const char *at)
{
	const char *end = reader->end;

	while (at < end && reader->classes[(unsigned char)*at] == 0)
		at++;
	return at;
}

static void fail(struct csv_reader *reader, enum diag_code code, const char *at, const char *detail)
{
	diag_add(reader->diags, code, csv_location(reader, (size_t)(at - reader->begin)), detail,
		 NULL);
	reader->failed = true;
}

/* The end of the cell all the same where prose may hold quotation marks, otherwise NULL. */
static const char *stray_quote(struct csv_reader *reader, const char *at, const char *detail)
{
	if (!reader->in_preamble) {
		fail(reader, DIAG_CSV_QUOTE_STRAY, at, detail);
		return NULL;
	}
	while (at < reader->end && *at != reader->delimiter && !ends_row(reader, at))
		at++;
	return at;
}

/* A place for text that lives as long as the record; what it took from the arena is used again. */
static char *scratch_take(struct csv_reader *reader, size_t size)
{
	char *taken;

	if (reader->scratch_size - reader->scratch_used < size) {
		/* The cells before this one keep their text in the old piece. */
		reader->scratch_size *= 2;
		if (reader->scratch_size < size)
			reader->scratch_size = size;
		reader->scratch = arena_alloc(reader->arena, reader->scratch_size);
		reader->scratch_used = 0;
	}
	taken = reader->scratch + reader->scratch_used;
	reader->scratch_used += size;
	return taken;
}

static void undouble(struct csv_reader *reader, struct csv_cell *cell)
{
	const char *at = cell->text, *end = cell->text + cell->length;
	char *text = scratch_take(reader, cell->length), *to = text;

	while (at < end) {
		const char *quote = memchr(at, '"', (size_t)(end - at));
		const char *stop = quote == NULL ? end : quote + 1;

		memcpy(to, at, (size_t)(stop - at));
		to += stop - at;
		at = quote == NULL ? end : quote + 2;
	}
	cell->text = text;
	cell->length = (size_t)(to - text);
}

/* Reads the cell whose opening quotation mark is at open. Returns its end, NULL after a fault. */
static const char *quoted_cell(struct csv_reader *reader, const char *open, struct csv_cell *cell)
{
	const char *at = open + 1, *quote, *after;
	bool doubled = false;

	for (;;) {
		quote = memchr(at, '"', (size_t)(reader->end - at));
		if (quote == NULL) {
			fail(reader, DIAG_CSV_QUOTE_OPEN, open, NULL);
			return NULL;
		}
		if (quote + 1 == reader->end || quote[1] != '"')
			break;
		doubled = true;
		at = quote + 2;
	}
	*cell = (struct csv_cell){
		.text = open + 1,
		.length = (size_t)(quote - open - 1),
		.offset = (size_t)(open - reader->begin),
		.quoted = true,
	};
	if (doubled)
		undouble(reader, cell);
	after = skip_blanks(reader, quote + 1);
	if (ends_row(reader, after) || *after == reader->delimiter)
		return after;
	return stray_quote(reader, after, "text follows the closing one");
}

/* A place for the cell that begins here; NULL after a fault. */
static inline struct csv_cell *add_cell(struct csv_reader *reader, const char *at)
{
	struct csv_record *record = &reader->record;

	if (record->count == reader->capacity) {
		if (reader->capacity >= CSV_CELLS_MOST) {
			fail(reader, DIAG_CSV_TOO_WIDE, at, NULL);
			return NULL;
		}
		reader->cells = arena_grow(reader->arena, reader->cells, record->count,
					   &reader->capacity, sizeof(*reader->cells));
	}
	return &reader->cells[record->count++];
}

/* Reads the row that begins here and moves to its end. */
static bool read_record(struct csv_reader *reader)
{
	const char *at = reader->at, *stop;

	reader->scratch_used = 0;
	reader->record.count = 0;
	reader->record.offset = (size_t)(at - reader->begin);
	for (;; at = stop + 1) {
		struct csv_cell *cell = add_cell(reader, at);

		if (cell == NULL)
			return false;
		stop = skip_text(reader, at);
		*cell = (struct csv_cell){
			.text = at,
			.length = (size_t)(stop - at),
			.offset = (size_t)(at - reader->begin),
		};
		if (stop < reader->end && *stop == '"')
			stop = skip_blanks(reader, at) == stop
				       ? quoted_cell(reader, stop, cell)
				       : stray_quote(reader, stop, "the cell begins without one");
		if (stop == NULL)
			return false;
		if (ends_row(reader, stop))
			break;
	}
	reader->record.cells = reader->cells;
	reader->at = stop;
	return true;
}

/* Moves behind the end of a row, and behind lines that hold nothing. */
static void skip_empty_lines(struct csv_reader *reader)
{
	while (reader->at < reader->end) {
		const char *at = skip_blanks(reader, reader->at);

		if (!ends_row(reader, at))
			return;
		reader->at = at == reader->end ? at : at + 1;
	}
}

const struct csv_record *csv_next(struct csv_reader *reader)
{
	if (reader->failed)
		return NULL;
	skip_empty_lines(reader);
	return reader->at < reader->end && read_record(reader) ? &reader->record : NULL;
}

bool csv_failed(const struct csv_reader *reader)
{
	return reader->failed;
}

size_t csv_offset(const struct csv_reader *reader)
{
	return (size_t)(reader->at - reader->begin);
}

static void classify(struct csv_reader *reader)
{
	reader->classes[(unsigned char)reader->delimiter] = ENDS_TEXT;
	reader->classes['"'] = ENDS_TEXT;
	reader->classes['\n'] = ENDS_TEXT | ENDS_ROW;
	reader->classes['\r'] = ENDS_TEXT | ENDS_ROW;
}

/* Moves to the row after the preamble; false after a diagnostic when there is none. */
static bool skip_preamble(struct csv_reader *reader, unsigned rows)
{
	struct location file = { .file = reader->source->name };
	unsigned skipped = 0;

	reader->in_preamble = true;
	skip_empty_lines(reader);
	if (reader->at == reader->end) {
		diag_add(reader->diags, DIAG_CSV_EMPTY, file, NULL, NULL);
		return false;
	}
	for (; skipped < rows && reader->at < reader->end; skipped++) {
		if (!read_record(reader))
			return false;
		skip_empty_lines(reader);
	}
	reader->in_preamble = false;
	if (reader->at < reader->end)
		return true;
	diag_addf(reader->diags, DIAG_CSV_HEADER_MISSING, file,
		  "the preamble is set to %u %s, the file has %u", rows, rows == 1 ? "row" : "rows",
		  skipped);
	return false;
}

struct csv_reader *csv_open(struct arena *arena, struct source *source,
			    const struct csv_options *options, struct diag_list *diags)
{
	static const struct csv_options plain = { 0 };
	struct csv_reader *reader;

	if (options == NULL)
		options = &plain;
	source = csv_text(arena, source, options->encoding, diags);
	if (source == NULL)
		return NULL;
	reader = arena_alloc(arena, sizeof(*reader));
	reader->arena = arena;
	reader->diags = diags;
	reader->source = source;
	reader->begin = source->bytes;
	reader->at = source->bytes + csv_text_start(source);
	reader->end = source->bytes + source->length;
	reader->delimiter = options->delimiter == '\0' ? ',' : options->delimiter;
	classify(reader);
	if (!skip_preamble(reader, options->preamble) || !read_record(reader))
		return NULL;
	csv_name_columns(reader, options->headerless);
	if (options->headerless)
		reader->at = reader->begin + reader->record.offset;
	return reader;
}

struct location csv_location(const struct csv_reader *reader, size_t offset)
{
	return source_location(reader->source, offset);
}

struct location csv_cell_location(const struct csv_reader *reader, const struct csv_cell *cell)
{
	return csv_location(reader, cell->offset);
}
