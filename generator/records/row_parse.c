#include "records/row_parse.h"

#include <string.h>

enum { CELLS_MOST = 16384 };

struct text {
	const char *bytes;
	size_t length;
	char delimiter;
};

static bool is_blank(const struct text *text, size_t at)
{
	char byte = text->bytes[at];

	return (byte == ' ' || byte == '\t') && byte != text->delimiter;
}

static bool ends_row(const struct text *text, size_t at)
{
	return at == text->length || text->bytes[at] == '\n' || text->bytes[at] == '\r';
}

static size_t skip_blanks(const struct text *text, size_t at)
{
	while (at < text->length && is_blank(text, at))
		at++;
	return at;
}

size_t row_find(const char *bytes, size_t at, size_t length, char delimiter, uint64_t *lines)
{
	struct text text = { .bytes = bytes, .length = length, .delimiter = delimiter };

	while (at < length) {
		size_t end = skip_blanks(&text, at);

		if (!ends_row(&text, end))
			return at;
		if (end == length)
			return length;
		at = end + 1;
		if (bytes[end] == '\r' && at < length && bytes[at] == '\n')
			at++;
		++*lines;
	}
	return at;
}

static bool fail(struct row_parse *row, enum diag_code code, size_t at, const char *detail)
{
	row->code = code;
	row->fault = at;
	row->detail = detail;
	return false;
}

/* Reads the cell whose opening quotation mark is at open, and moves *at to its end. */
static bool read_quoted(const struct text *text, size_t open, struct row_cell *cell, size_t *at,
			struct row_parse *row)
{
	const char *quote, *end = text->bytes + text->length;
	const char *from = text->bytes + open + 1;
	size_t after;

	cell->doubled = false;
	for (;;) {
		quote = from >= end ? NULL : memchr(from, '"', (size_t)(end - from));
		if (quote == NULL)
			return fail(row, DIAG_CSV_QUOTE_OPEN, open, NULL);
		if (quote + 1 == end || quote[1] != '"')
			break;
		cell->doubled = true;
		from = quote + 2;
	}
	cell->start = (uint32_t)(open + 1);
	cell->length = (uint32_t)((size_t)(quote - text->bytes) - open - 1);
	after = skip_blanks(text, (size_t)(quote - text->bytes) + 1);
	if (!ends_row(text, after) && text->bytes[after] != text->delimiter)
		return fail(row, DIAG_CSV_QUOTE_STRAY, after, "text follows the closing one");
	*at = after;
	return true;
}

static bool read_cell(const struct text *text, struct row_cell *cell, size_t *at,
		      struct row_parse *row)
{
	size_t begin = *at, end = begin;

	while (!ends_row(text, end) && text->bytes[end] != text->delimiter &&
	       text->bytes[end] != '"')
		end++;
	*cell = (struct row_cell){ .start = (uint32_t)begin, .length = (uint32_t)(end - begin) };
	*at = end;
	if (end == text->length || text->bytes[end] != '"')
		return true;
	if (skip_blanks(text, begin) != end)
		return fail(row, DIAG_CSV_QUOTE_STRAY, end, "the cell begins without one");
	return read_quoted(text, end, cell, at, row);
}

static bool is_filled(const char *bytes, const struct row_cell *cell)
{
	for (size_t i = 0; i < cell->length; i++)
		if (memchr(" \t\r\n", bytes[cell->start + i], 4) == NULL)
			return true;
	return false;
}

bool row_parse(const char *bytes, size_t at, size_t length, const struct row_format *format,
	       struct row_parse *row)
{
	struct text text = { .bytes = bytes, .length = length, .delimiter = format->delimiter };

	row->count = 0;
	row->filled_beyond = false;
	for (;; at++) {
		size_t place = row->count < format->cells ? row->count : format->cells;

		if (row->count == CELLS_MOST)
			return fail(row, DIAG_CSV_TOO_WIDE, at, NULL);
		if (!read_cell(&text, &row->cells[place], &at, row))
			return false;
		if (place == format->cells)
			row->filled_beyond |= is_filled(bytes, &row->cells[place]);
		row->count++;
		if (ends_row(&text, at))
			break;
	}
	row->end = at;
	return true;
}

void row_undouble(char *bytes, struct row_cell *cell)
{
	char *to = bytes + cell->start, *at = to, *end = to + cell->length;

	while (at < end) {
		char byte = *at++;

		*to++ = byte;
		at += byte == '"';
	}
	cell->length = (uint32_t)(to - (bytes + cell->start));
	cell->doubled = false;
}

uint64_t row_line_ends(const char *bytes, size_t length)
{
	uint64_t lines = 0;

	for (size_t i = 0; i < length; i++)
		lines += bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
	return lines;
}
