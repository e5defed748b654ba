#include "records/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "base/fatal.h"
#include "records/plan.h"
#include "records/row_parse.h"
#include "records/scan.h"
#include "records/supply.h"

/* Bytes that are scanned before rows are taken from them: small enough for what is found to stay at hand. */
enum { WINDOW = 16 * 1024 };

struct rows {
	const struct plan *plan;
	const struct row_format *format;
	const struct scan *scan;
	struct arena *arena;
	struct row_batch batch;
	struct row_parse parse;
	struct fault fault;
	uint64_t
		header_begin; /* the first bytes of the header's first name, and which of eight they are */
	uint64_t header_mask;

	struct piece *piece;
	size_t at; /* the next row begins here, in this line: */
	uint64_t line;
	size_t scanned, parse_to; /* up to parse_to rows are read byte by byte */
	struct scan_places places;
	size_t used, capacity; /* places taken already; room */
	size_t regular;        /* rows that the places tell */
	bool quoted;           /* they may have quoted cells */
	bool lines_inside_rest;
};

static uint64_t load(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return word;
}

/* A row is looked at more closely when it begins as the header does. */
static void note_header(struct rows *rows)
{
	char begin[8] = { 0 }, mask[8] = { 0 };
	const char *name = rows->format->names == NULL ? "" : rows->format->names[0];
	size_t length = strlen(name) < 8 ? strlen(name) : 8;

	memcpy(begin, name, length);
	memset(mask, 0xff, length);
	rows->header_begin = load(begin);
	rows->header_mask = load(mask);
}

struct rows *rows_new(struct arena *arena, const struct plan *plan, const struct row_format *format,
		      const struct scan *scan)
{
	struct rows *rows = arena_alloc(arena, sizeof(*rows));
	size_t columns = plan->column_count + 1;

	rows->arena = arena;
	rows->plan = plan;
	rows->format = format;
	rows->scan = scan;
	rows->batch.start = arena_array(arena, columns, sizeof(*rows->batch.start));
	rows->batch.length = arena_array(arena, columns, sizeof(*rows->batch.length));
	rows->batch.longest = arena_array(arena, columns, sizeof(*rows->batch.longest));
	rows->parse.cells = arena_array(arena, format->cells + 1, sizeof(*rows->parse.cells));
	note_header(rows);
	return rows;
}

void rows_start(struct rows *rows, struct piece *piece)
{
	rows->piece = piece;
	rows->batch.bytes = piece->bytes;
	rows->at = rows->scanned = rows->parse_to = 0;
	rows->line = piece->line;
	rows->places = (struct scan_places){ .at = rows->places.at };
	rows->used = rows->regular = 0;
	rows->lines_inside_rest = false;
	/* Nothing ends a row that is too long, so that it is read as if the file ended there. */
	if (piece->too_long)
		rows->parse_to = piece->length;
}

/* -- faults ----------------------------------------------------------------------------------------------- */

static bool fail(struct rows *rows, enum diag_code code, size_t at, uint64_t line,
		 const char *detail)
{
	const char *bytes = rows->piece->bytes;
	size_t begin = at;
	struct fault fault = { .found = true,
			       .offset = rows->piece->offset + at,
			       .line = line,
			       .code = code,
			       .detail = detail };

	while (begin > 0 && bytes[begin - 1] != '\n' && bytes[begin - 1] != '\r')
		begin--;
	fault.column = (unsigned)encoding_characters(bytes + begin, at - begin) + 1;
	fault_keep_first(&rows->fault, &fault);
	return false;
}

static bool fail_in_row(struct rows *rows, size_t begin)
{
	const struct row_parse *row = &rows->parse;
	uint64_t line = rows->line + row_line_ends(rows->piece->bytes + begin, row->fault - begin);

	if (rows->piece->too_long && row->code == DIAG_CSV_QUOTE_OPEN)
		return fail(rows, DIAG_RECORDS_ROW_LENGTH, row->fault, line,
			    "a quotation mark opens here and none closes it");
	return fail(rows, row->code, row->fault, line, row->detail);
}

static bool check_cells(struct rows *rows, size_t begin)
{
	const struct row_parse *row = &rows->parse;

	if (row->count == rows->format->cells ||
	    (row->count > rows->format->cells && !row->filled_beyond))
		return true;
	return fail(rows, DIAG_RECORDS_ROW_CELLS, begin, rows->line,
		    arena_printf(rows->arena, "%zu %s, the header has %zu", row->count,
				 row->count == 1 ? "cell" : "cells", rows->format->cells));
}

bool rows_is_header(struct rows *rows, size_t row)
{
	const struct row_format *format = rows->format;
	const struct row_batch *batch = &rows->batch;
	size_t same = 0;

	if (format->names == NULL ||
	    !row_parse(batch->bytes, batch->begin[row], rows->piece->length, format, &rows->parse))
		return false;
	for (size_t i = 0; i < format->cells && i < rows->parse.count; i++) {
		const struct row_cell *cell = &rows->parse.cells[i];
		const char *text = batch->bytes + cell->start;
		size_t length = cell->length;

		while (length > 0 && (text[0] == ' ' || text[0] == '\t')) {
			text++;
			length--;
		}
		while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\r'))
			length--;
		same += length > 0 && strlen(format->names[i]) == length &&
			memcmp(text, format->names[i], length) == 0;
	}
	if (same < 2 || same * 2 <= format->cells)
		return false;
	fail(rows, DIAG_RECORDS_HEADER_AGAIN, batch->begin[row], batch->line[row],
	     same == format->cells
		     ? "it is the same"
		     : arena_printf(rows->arena, "%zu of %zu columns have the same name", same,
				    format->cells));
	return true;
}

/* Rows of the batch before the first that repeats the header. */
static void check_headers(struct rows *rows)
{
	struct row_batch *batch = &rows->batch;

	if (rows->header_mask == 0)
		return;
	for (size_t i = 0; i < batch->count; i++) {
		const char *begin = batch->bytes + batch->begin[i];

		if (((load(begin + (*begin == '"')) ^ rows->header_begin) & rows->header_mask) ==
			    0 &&
		    rows_is_header(rows, i))
			batch->count = i;
	}
}

/* -- byte by byte ----------------------------------------------------------------------------------------- */

static void keep_cells(struct rows *rows, size_t begin)
{
	struct row_batch *batch = &rows->batch;
	size_t row = batch->count++;

	batch->begin[row] = (uint32_t)begin;
	batch->line[row] = rows->line;
	for (size_t i = 0; i < rows->plan->column_count; i++) {
		struct row_cell *cell = &rows->parse.cells[rows->plan->columns[i].place];

		if (cell->doubled)
			row_undouble(rows->piece->bytes, cell);
		batch->start[i][row] = cell->start;
		batch->length[i][row] = cell->length;
		if (row == 0 || cell->length > batch->longest[i])
			batch->longest[i] = cell->length;
	}
}

static bool parse_one(struct rows *rows)
{
	const char *bytes = rows->piece->bytes;
	size_t begin = row_find(bytes, rows->at, rows->piece->length, rows->format->delimiter,
				&rows->line);
	uint64_t lines;

	rows->at = begin;
	if (begin == rows->piece->length)
		return true;
	if (!row_parse(bytes, begin, rows->piece->length, rows->format, &rows->parse))
		return fail_in_row(rows, begin);
	if (rows->piece->too_long)
		return fail(rows, DIAG_RECORDS_ROW_LENGTH, begin, rows->line, NULL);
	if (!check_cells(rows, begin))
		return false;
	rows->at = rows->parse.end;
	if (rows->at < rows->piece->length)
		rows->at += bytes[rows->at] == '\r' && bytes[rows->at + 1] == '\n' ? 2 : 1;
	/* Counted now, for a cell with doubled marks is about to be changed. */
	lines = row_line_ends(bytes + begin, rows->at - begin);
	keep_cells(rows, begin);
	rows->line += lines;
	return true;
}

/* Up to the end of what is to be read so. False after a fault. */
static bool parse_rows(struct rows *rows)
{
	rows->batch.count = 0;
	while (rows->at < rows->parse_to && rows->batch.count < ROWS_MOST)
		if (!parse_one(rows))
			return false;
	return true;
}

/* -- by places -------------------------------------------------------------------------------------------- */

/* The places that were not used move to the front, and the scan goes on behind them. */
static void scan_window(struct rows *rows)
{
	size_t left = rows->places.count - rows->used;
	size_t to = rows->scanned + WINDOW;

	if (to > rows->piece->length)
		to = rows->piece->length;
	if (rows->capacity < left + WINDOW + 2 * 64) {
		rows->capacity = 2 * (left + WINDOW + 2 * 64);
		rows->places.at =
			realloc(rows->places.at, rows->capacity * sizeof(*rows->places.at));
		if (rows->places.at == NULL)
			fatal_out_of_memory();
	}
	memmove(rows->places.at, rows->places.at + rows->used, left * sizeof(*rows->places.at));
	rows->places.count = left;
	rows->used = 0;
	rows->places.rows = 0;
	rows->places.lines_inside = rows->lines_inside_rest;
	rows->scan->index(rows->piece->bytes, rows->scanned, to, rows->format->delimiter,
			  &rows->places);
	rows->scanned = to;
}

/* Whether row ends are where those of rows like the header would be. */
static bool is_regular(const struct rows *rows, size_t count)
{
	size_t cells = rows->format->cells;
	const char *bytes = rows->piece->bytes;
	bool regular =
		count == rows->places.rows * cells && cells > 1 && !rows->places.lines_inside;

	for (size_t i = cells - 1; regular && i < count; i += cells)
		regular = bytes[rows->places.at[i]] != rows->format->delimiter;
	return regular;
}

/* Every mark opens a cell or closes it, and nothing stands before or behind. */
static bool are_quotes_plain(const struct rows *rows, size_t count, uint64_t quotes)
{
	const char *bytes = rows->piece->bytes;
	size_t begin = rows->at;
	uint64_t seen = 0;

	for (size_t i = 0; i < count; i++) {
		size_t end = rows->places.at[i];

		if (bytes[begin] == '"') {
			size_t last = end - 1;

			last -= bytes[last] == '\r';
			if (last <= begin || bytes[last] != '"')
				return false;
			seen += 2;
		}
		begin = rows->places.at[i] + 1;
	}
	return seen == quotes;
}

static uint64_t count_quotes(const char *bytes, size_t from, size_t to)
{
	uint64_t quotes = 0;

	for (size_t i = from; i < to; i++)
		quotes += bytes[i] == '"';
	return quotes;
}

/* Decides how the rows that end in the window are read. */
static void look_at_window(struct rows *rows)
{
	const char *bytes = rows->piece->bytes;
	size_t count = rows->places.count, end;
	uint64_t quotes = rows->places.quotes, behind = 0;

	rows->lines_inside_rest = rows->places.lines_inside;
	if (rows->places.rows == 0)
		return;
	while (bytes[rows->places.at[count - 1]] == rows->format->delimiter)
		count--;
	end = (size_t)rows->places.at[count - 1] + 1;
	if (quotes > 0)
		behind = count_quotes(bytes, end, rows->scanned);
	rows->quoted = quotes > behind;
	if (is_regular(rows, count) &&
	    (!rows->quoted || are_quotes_plain(rows, count, quotes - behind))) {
		rows->regular = rows->places.rows;
	} else {
		rows->parse_to = end;
		rows->used = count;
	}
	/* Those behind the last row end belong to the next window. */
	rows->places.quotes = behind;
	rows->lines_inside_rest &= end < rows->scanned;
}

/* The last cell of a row may have the CR of its line end, a quoted one its marks. */
static void strip_cells(const struct rows *rows, bool last, uint32_t *start, uint32_t *length,
			size_t count)
{
	const char *bytes = rows->piece->bytes;

	for (size_t i = 0; last && i < count; i++)
		length[i] -= length[i] > 0 && bytes[start[i] + length[i] - 1] == '\r';
	for (size_t i = 0; rows->quoted && i < count; i++) {
		uint32_t marked = length[i] > 0 && bytes[start[i]] == '"';

		start[i] += marked;
		length[i] -= 2 * marked;
	}
}

static void take_column(struct rows *rows, size_t column, size_t count)
{
	const uint32_t *places = rows->places.at + rows->used;
	size_t cells = rows->format->cells, place = rows->plan->columns[column].place;
	uint32_t *start = rows->batch.start[column], *length = rows->batch.length[column];
	const uint32_t *at = places + place;
	/* The bits of all lengths are at least the largest; asking which is took 5% of the time. */
	uint32_t longest = 0;

	if (place > 0)
		for (size_t i = 0; i < count; i++, at += cells) {
			start[i] = at[-1] + 1;
			longest |= length[i] = at[0] - at[-1] - 1;
		}
	else
		for (size_t i = 0; i < count; i++, at += cells) {
			start[i] = rows->batch.begin[i];
			longest |= length[i] = at[0] - start[i];
		}
	if (rows->quoted || place + 1 == cells)
		strip_cells(rows, place + 1 == cells, start, length, count);
	rows->batch.longest[column] = longest;
}

static void take_rows(struct rows *rows)
{
	struct row_batch *batch = &rows->batch;
	size_t cells = rows->format->cells;
	size_t count = rows->regular < ROWS_MOST ? rows->regular : ROWS_MOST;
	const uint32_t *places = rows->places.at + rows->used;

	batch->begin[0] = (uint32_t)rows->at;
	for (size_t i = 1; i < count; i++)
		batch->begin[i] = places[i * cells - 1] + 1;
	for (size_t i = 0; i < count; i++)
		batch->line[i] = rows->line + i;
	for (size_t i = 0; i < rows->plan->column_count; i++)
		take_column(rows, i, count);
	batch->count = count;
	rows->used += count * cells;
	rows->at = (size_t)places[count * cells - 1] + 1;
	rows->line += count;
	rows->regular -= count;
}

const struct row_batch *rows_next(struct rows *rows)
{
	while (!rows->fault.found) {
		if (rows->regular > 0)
			take_rows(rows);
		else if (rows->at < rows->parse_to)
			/* A fault leaves the rows before it, of which one may be the first fault. */
			parse_rows(rows);
		else if (rows->scanned < rows->piece->length) {
			scan_window(rows);
			look_at_window(rows);
			continue;
		} else if (rows->at < rows->piece->length) {
			/* The last row of the file, without a line end. */
			rows->parse_to = rows->piece->length;
			continue;
		} else {
			return NULL;
		}
		check_headers(rows);
		if (rows->batch.count > 0)
			return &rows->batch;
	}
	return NULL;
}

const struct fault *rows_fault(const struct rows *rows)
{
	return &rows->fault;
}

void rows_free(struct rows *rows)
{
	free(rows->places.at);
}
