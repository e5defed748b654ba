/*
 * data_table.h - the figures behind a figure or a table of the document, as a table in long format: for workbooks,
 * for CSV files, and to be attached to other editions.
 *
 * A figure, and a table of figures, has a row for every cell that it shows: indicator, period, area, breakdown,
 * group, sex, measure, unit, value, interval, counts, status. A table of words has the rows and columns that are
 * printed. Nothing is in here that the results file does not hold: a hidden figure is its shorthand, counts and full
 * precision are those that disclosure control leaves.
 * Units:     values are in the unit of the indicator, as everywhere.
 * Ownership: lives in the arena of the run; made by sheets/tables.h.
 */
#ifndef GRADIENT_DOCUMENT_DATA_TABLE_H
#define GRADIENT_DOCUMENT_DATA_TABLE_H

#include <stdbool.h>
#include <stddef.h>

struct buffer;
struct long_rows;
struct node;

enum data_type { DATA_TEXT, DATA_NUMBER, DATA_DATE };

/* Which outputs have a column: what only programs need is not for people to read. */
enum data_column_use { COLUMN_FOR_ALL, COLUMN_FOR_PROGRAMS };

struct data_column {
	const char *name;        /* for programs, in ASCII: "breakdown", "lower_limit" */
	const char *heading;     /* for people; unique in its table */
	const char *description; /* one sentence; "" if none */
	enum data_type type;
	enum data_column_use use;
	bool is_key; /* the keys together tell rows apart, where the table says so */
};

struct data_cell {
	const char *text;  /* as printed: words, "45.9%", "[c]"; of a date "2025-03-31" */
	bool is_number;    /* else there is none, and text says why */
	double number;     /* as precise as disclosure control leaves it */
	unsigned decimals; /* with which it is printed */
};

struct data_table {
	const char *name;  /* of sheet, table and file: "Table_3_Waits_by_ethnicity"; unique */
	const char *file;  /* name of the files of the figure, such as its SVG; "" of a table */
	size_t place;      /* among the figures and tables of the report, from 0 */
	const char *label; /* "Table 3"; "" if none */
	const char *title, *subtitle;
	const char *subject; /* what its rows are about: "Waits by deprivation"; NULL of words */
	const char *section; /* title of the section that it stands in; "" if none */
	const char *alternative; /* what the picture shows, in words; "" of a table */
	const char **lines;      /* what else the picture prints: averages, targets; notes */
	size_t line_count;
	const char *source;      /* "" if none */
	const struct node *node; /* the figure or table */
	bool is_printed;         /* has the rows and columns of the document, not the long format */
	bool keys_are_unique;
	struct data_column *columns;
	size_t column_count;
	struct data_cell *cells; /* row by row */
	size_t row_count;
	unsigned
		states; /* which shorthand letters stand in it: 1 << enum value_state, VALUE_LETTER_ROUNDED */
	/* The tables of single figures and tables that are gathered in it; none: it is of one. */
	const struct data_table **parts;
	size_t part_count;
	const struct long_rows *rows; /* what it was made of; NULL when printed */
};

struct data_tables {
	struct data_table *items; /* in reading order */
	size_t count;
};

const struct data_cell *data_cell_at(const struct data_table *table, size_t row, size_t column);

/* NULL when the node has none. */
const struct data_table *data_table_of(const struct data_tables *tables, const struct node *node);

/*
 * Appends the table as CSV (RFC 4180, UTF-8, lines end with CR LF): a row of names, then columns for all and for
 * programs. A number has all its digits, a hyphen for minus and no unit; what is not shown is an empty cell, whose
 * status says why. Text is as it is, whatever it begins with.
 */
void data_table_csv(const struct data_table *table, struct buffer *out);

#endif
