/*
 * csv.h - the rows and cells of a CSV file in memory.
 *
 * Purpose:   RFC 4180 and what real files do beside it: a UTF-8 byte order mark; rows that end at
 *            LF, CR LF or CR alone, also mixed; line ends and doubled quotation marks inside quoted
 *            cells; blanks around a quoted cell; no line end after the last row. Lines that hold
 *            nothing but blanks are skipped. Anything else that is odd is refused, not guessed at.
 * Ownership: the reader lives in the arena. The source and the list of diagnostics must outlive it,
 *            for cells point into the text of the one and faults go to the other.
 * Errors:    the first fault of the form ends the reading with one diagnostic: no text at all, not
 *            text, bytes that do not fit the encoding, quotation marks that do not match, more than
 *            CSV_CELLS_MOST cells in a row. Whether rows are as long as the header, and what cells
 *            mean, is for the caller to judge.
 * Cost:      time grows with the bytes alone, whatever they hold; memory with the longest row, and
 *            with the whole text when its encoding has to be converted.
 */
#ifndef GRADIENT_DATA_CSV_H
#define GRADIENT_DATA_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"

struct arena;
struct csv_reader;
struct diag_list;
struct source;

enum { CSV_CELLS_MOST = 16384 };

/* What csv_find_column() says instead of a column. */
enum { CSV_COLUMN_MISSING = -1, CSV_COLUMN_AMBIGUOUS = -2 };

/* All zero is a plain CSV file in UTF-8 that begins with its header. */
struct csv_options {
	char delimiter;       /* ',', '\t', ';' or '|'; 0 = ',' */
	const char *encoding; /* one of encoding_names(); NULL = utf-8; a byte order mark wins */
	unsigned preamble;    /* rows before the header; blank lines do not count */
	bool headerless;      /* the first row is data; columns are named "1", "2", ... */
};

struct csv_cell {
	const char *text; /* valid UTF-8 as written, blanks included; not ended by a zero byte */
	size_t length;    /* bytes */
	size_t offset;    /* of its first character or opening quotation mark, for csv_location() */
	bool quoted;
};

struct csv_record {
	const struct csv_cell *cells;
	size_t count;  /* from 1; may differ from csv_columns() */
	size_t offset; /* of the row's first character */
};

/*
 * Prepares the text and reads the header. In the preamble, which is prose, a stray quotation mark
 * is no fault. options may be NULL. Returns NULL after a diagnostic.
 */
struct csv_reader *csv_open(struct arena *arena, struct source *source,
			    const struct csv_options *options, struct diag_list *diags);

/*
 * The next row after the header. It belongs to the reader and is valid until the next call, its
 * text included. NULL at the end of the file and after a fault; csv_failed() tells which.
 */
const struct csv_record *csv_next(struct csv_reader *reader);
bool csv_failed(const struct csv_reader *reader);

/* Up to where the text was read, for csv_location(): before the first row, the end of the header without its line end. */
size_t csv_offset(const struct csv_reader *reader);

/* Columns of the header; of the first row when there is none. */
size_t csv_columns(const struct csv_reader *reader);

/* The name without blanks around it; "" when the header leaves it empty. column < csv_columns(). */
const char *csv_column_name(const struct csv_reader *reader, size_t column);
struct location csv_column_location(const struct csv_reader *reader, size_t column);

/*
 * The column of that name, blanks around it aside. When none is the same, the one that differs in
 * case or in the kind of blanks between words only. CSV_COLUMN_AMBIGUOUS after a diagnostic when
 * several fit equally well; CSV_COLUMN_MISSING, without one, when none does.
 */
int csv_find_column(struct csv_reader *reader, const char *name);

/* Where a person finds a byte of the text, from an offset that a cell or a record gives. */
struct location csv_location(const struct csv_reader *reader, size_t offset);
struct location csv_cell_location(const struct csv_reader *reader, const struct csv_cell *cell);

/* The cell without spaces, no-break spaces, tabs and line ends around its text, quoted or not. */
struct csv_cell csv_trim(struct csv_cell cell);

#endif
