/*
 * table_parts.h - a data table on its way from a node of the document to columns and cells; shared by the files of
 * this folder that make them.
 */
#ifndef GRADIENT_SHEETS_TABLE_PARTS_H
#define GRADIENT_SHEETS_TABLE_PARTS_H

#include "document/data_table.h"
#include "document/document.h"
#include "words/format.h"

/* The columns of the long format, in their order. */
enum long_column {
#define LONG_COLUMN(symbol, name, type, use, key) LONG_##symbol,
#include "sheets/long_columns.def"
#undef LONG_COLUMN
	LONG_COLUMNS,
};

/* A figure as it stands in the document; cells with a text of NULL are not set. */
struct long_row {
	struct cell_key key; /* meaningful with has_key */
	struct measure_choice choice;
	bool has_key;
	bool dropped; /* said by another row */
	size_t place; /* before rows are put in order */
	struct data_cell cells[LONG_COLUMNS];
};

/* Rows of one table, before they are put into columns. */
struct long_rows {
	struct long_row *items;
	size_t count;
};

struct table_maker {
	struct arena *arena;
	struct words words;
	const struct document *document;
	bool *claimed; /* of every use of the document: a cell of some table is that figure */
	unsigned states;
	struct long_row *rows;
	size_t row_count, row_capacity;
};

/* -- long_rows.c ------------------------------------------------------------------------------------------- */

/* Adds a row with nothing in it. */
struct long_row *rows_add_empty(struct table_maker *maker);

/*
 * Adds the row of a figure of the document, unless it is there; state and text are those of the place where it
 * stands, which may hide it where the figure alone need not be. printed NULL: as the figure's own. Returns the row.
 */
struct long_row *rows_add_figure(struct table_maker *maker, const struct figure_use *use,
				 const char *printed);

/* Adds a row of a number that was worked out for a picture: only what is printed of it is known. */
struct long_row *rows_add_printed(struct table_maker *maker, enum value_state state, double number,
				  const char *printed);

void row_set_text(struct long_row *row, enum long_column column, const char *text);

/* Measure and unit. */
void row_set_measure(struct table_maker *maker, struct long_row *row, const struct figure_use *use);

/* The words of a key: indicator, period, area, breakdown, group, sex. */
void row_set_key(struct table_maker *maker, struct long_row *row, const struct cell_key *key);

/*
 * Reads what was printed: "1,234", "−45.9%", "45.9% [u]". False when it is no number; *number is rounded as printed.
 */
bool data_read_printed(const char *text, double *number, unsigned *decimals);

/* -- the rest ------------------------------------------------------------------------------------------------ */

/* Rows of what a figure or a table of figures shows. */
void rows_find_in_plot(struct table_maker *maker, const struct node *node);
void rows_find_in_table(struct table_maker *maker, const struct node *node);

/* Columns and cells of the rows that were found. */
void data_table_from_rows(struct table_maker *maker, struct data_table *table);

/* Rows and columns as they are printed. */
void data_table_as_printed(struct table_maker *maker, const struct table *printed,
			   struct data_table *table);

/* What else the picture prints, and the notes, a sentence each; what the rows hold is left out. */
void data_table_add_lines(struct table_maker *maker, const struct node *node,
			  struct data_table *table);

/* Of a table that is gathered: what each part is, and its lines, each once. */
void data_table_gather_lines(struct table_maker *maker, struct data_table *table);

/*
 * One table of the words of that at a position and of all behind it that are without caption and have the same columns;
 * marks them done. False, with nothing done, where there is no second one. before: names that are taken.
 */
bool data_table_join(struct table_maker *maker, const struct data_tables *tables, size_t at,
		     bool *done, const struct data_tables *before, struct data_table *table);

/* Numerators and denominators in words, where all rows are of one indicator; "" else. */
const char *rows_counts_words(const struct table_maker *maker);

/* What a table is about: in words, and where these have no room, with the code of its indicator. */
struct table_subjects {
	const char *full, *brief;
};

/* "Table_3_Waits_by_ethnicity": of label and subject, at most 31 letters, other than all names before. */
const char *data_table_name(struct arena *arena, const struct data_tables *before,
			    const char *label, const struct table_subjects *subjects);

#endif
