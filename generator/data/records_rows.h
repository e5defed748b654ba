/*
 * records_rows.h - counted cells as rows, each with the place of its first record; for the records*.c files of this
 * folder alone.
 */
#ifndef GRADIENT_DATA_RECORDS_ROWS_H
#define GRADIENT_DATA_RECORDS_ROWS_H

#include "data/records_plan.h"

/* A row, and the cell that it comes from: several of people who had as many events each are of one. */
struct records_row {
	struct observation observation;
	size_t cell;
	bool adds_up;       /* cells of one place may be added up: they count events */
	bool counts_people; /* its numerator is different people */
	bool of_total;      /* of the body that all records are of */
};

/* In place of a meaning: rows with the text are left out. */
enum { TEXT_SKIPPED = -100 };

/* A text of a role, and what it stands for: a number of the dataset's lists. */
struct records_text {
	const char *text;
	int meaning;
};

/* Texts of a role, or of a breakdown. */
struct records_texts {
	struct string_index *index;
	struct records_text *items;
	size_t count, capacity;
};

/* A text that is no group, or no age or sex. */
struct records_stranger {
	enum data_role role;
	int by;
	const char *text;
	double records;
	uint64_t line;
	size_t more; /* further such texts of the role */
};

struct records_rows {
	struct record_reader *reader;
	const struct records_plan *plan;
	int number;       /* of the source */
	const char *file; /* where its records are */
	struct source_plan place;
	struct series_plan series;
	struct records_row *items;
	size_t count, capacity;
	size_t cells;                /* so far */
	struct records_texts *texts; /* of roles, then of breakdowns */
	struct records_stranger *strangers;
	size_t stranger_count, stranger_capacity;
	double placeless;        /* records without period or organisation: in no figure */
	uint64_t placeless_line; /* of the first of them */
	double skipped;          /* labels say to leave them out */
};

/* Rows of all cells of an answer to the plan's query, or to it with other values of the same meaning. */
void records_rows_add(struct records_rows *rows, const struct count_result *result);

/* Where the texts of a breakdown are among the texts of rows. */
size_t records_by_texts(int by);

/* True when cells of different texts mean one figure, and cannot be added up. Sorts the rows by figure. */
bool records_rows_clash(struct records_rows *rows);

/* The query of the plan with one text for all texts of one meaning; those that mean nothing known are missing. */
struct count_query records_regrouped(const struct records_rows *rows);

/* The middle number: of an even count the mean of the two in the middle. pairs: one at least. */
double records_median(const struct count_pair *pairs, size_t count);

#endif
