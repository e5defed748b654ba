/*
 * worker.h - one thread's share of the counting: pieces taken from the supply, and what was counted in them.
 *
 * Order of work in a batch of rows: entries of the columns that the condition for all rows needs; which rows are taken;
 * the other columns, for these alone; then keys of cells, and measures. Columns are gone through one after the other,
 * so that the processor has many rows under way at once.
 * Ownership: everything is the worker's own until worker_free(); workers are put together by merge.h.
 */
#ifndef GRADIENT_RECORDS_WORKER_H
#define GRADIENT_RECORDS_WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/count_query.h"
#include "records/cells.h"
#include "records/fault.h"
#include "records/group_texts.h"
#include "records/member_set.h"
#include "records/row_value.h"
#include "records/rows.h"
#include "records/text_cache.h"

struct arena;
struct plan;
struct row_format;
struct scan;
struct supply;

/* Words of a cell: its rows, the line of the first, then those of measures. */
enum { CELL_ROWS, CELL_LINE, CELL_MEASURES };

/* Words of a sum: how many numbers, and the sum in millionths, of 128 bits, low half first. */
enum { SUM_ROWS, SUM_LOW, SUM_HIGH, SUM_WORDS };

struct worker {
	struct arena *arena;
	const struct plan *plan;
	struct supply *supply;
	struct rows *rows;
	struct fault fault;

	struct text_cache *caches;  /* by column */
	struct group_texts *groups; /* by value */
	struct cells *cells;        /* by grouping */
	unsigned *layouts;          /* of cells, that the keys in the caches are made for */
	struct member_set *members; /* by grouping, then measure */
	size_t members_most;        /* bytes of all members; 0: any */
	bool crowded;               /* there were more */
	size_t *measure_words;      /* where those of a measure begin in a cell */
	struct count_tally *taken, *left_out; /* by value */
	struct count_tally *parts; /* by text of the query's split, then value; NULL without one */
	uint64_t row_count, taken_count;

	/* Of the batch, by row: */
	const struct row_batch *batch;
	uint32_t (*entries)[ROWS_MOST];                /* by column */
	struct row_value (*values)[ROWS_MOST];         /* of each row, by slot */
	uint64_t *bits;                                /* of conditions, words for each row */
	uint16_t selected[ROWS_MOST], left[ROWS_MOST]; /* rows that are taken, and that are not */
	size_t selected_count, left_count;
	uint64_t keys[ROWS_MOST]; /* by place in selected */
	uint32_t cell[ROWS_MOST];
	size_t offset[ROWS_MOST]; /* of the cell's words */
};

/* The plan, the format and the scan must outlive it. */
struct worker *worker_new(const struct plan *plan, const struct row_format *format,
			  const struct scan *scan, struct supply *supply);

/* Takes pieces until there are no more; stops all when there is a fault. */
void worker_run(struct worker *worker);

struct member_set *worker_members(const struct worker *worker, size_t grouping, size_t measure);

void worker_free(struct worker *worker);

/* -- parts of it ------------------------------------------------------------------------------------------ */

/* Values and conditions of the batch, and which rows are taken. */
void worker_evaluate(struct worker *worker);

/* The value of a row of the batch. */
const struct row_value *worker_value(const struct worker *worker, int value, size_t row);

/* Adds the rows of the batch to their cells. */
void worker_measure(struct worker *worker);

/* Entries that rows of the batch have for the first time, and rows in which a value lacks. */
void worker_look(struct worker *worker);

/* The same of the rows that are taken, for each text of the query's split, if there is one. */
void worker_look_at_split(struct worker *worker);

/* So many rows, the first of them in that line, in which a value lacks; from is what it is made from. */
void worker_tally(struct worker *worker, struct count_tally *tallies, int value,
		  const struct row_value *lacking, const struct row_value *from, uint64_t rows,
		  uint64_t line);

/* Adds up what a column's texts lacked. */
void worker_tally_texts(struct worker *worker, size_t column);

#endif
