/*
 * tables.h - the data tables of a document, made of the figures that stand in it.
 */
#ifndef GRADIENT_SHEETS_TABLES_H
#define GRADIENT_SHEETS_TABLES_H

#include "document/data_table.h"

struct arena;
struct document;
struct results;
struct strings;

/*
 * One for every figure and table of a report that has a row; of an extract, which shows parts of its report, there
 * are none of its own. Words of rows and columns are those of strings;
 * all of it lives in the arena.
 */
const struct data_tables *data_tables_make(struct arena *arena, const struct document *document,
					   const struct results *results,
					   const struct strings *strings);

/*
 * The same tables for workbooks and CSV files: those that show the same indicators by the same breakdowns are put
 * together, with a column that says which figure or table shows a row. Two stay apart where one hides or says
 * what the other does not. Tables of words without caption that have the same columns, such as actions, are put
 * together under the names of their sections.
 */
const struct data_tables *data_tables_gather(struct arena *arena, const struct data_tables *tables,
					     const struct results *results,
					     const struct strings *strings);

#endif
