/*
 * sql_text.h - a count query as one statement of SQL; a pure function that needs no driver.
 *
 * One statement, so that all counts are of one state of the data. It works in steps (WITH): read0 has the texts
 * of columns, read1 and so on what is derived from them, each from the step before; "counted" has what is
 * counted; the parts of the answer are put together by UNION ALL.
 *
 * Exactness: dates and numbers are read from texts, as from files, and reckoned with as whole numbers: a date as
 *            20240531, a number in millionths. So no two systems differ by their functions of dates, by
 *            rounding or by settings of the session. Days between dates: years begin in March.
 * Safety:    texts and numbers of the spec are parameters; names are in quotation marks, doubled inside; the
 *            author's query has passed author_query_check(). What stands in the statement beside them is from
 *            here and from the dialect.
 */
#ifndef GRADIENT_ODBC_SQL_TEXT_H
#define GRADIENT_ODBC_SQL_TEXT_H

#include "model/count_query.h"

struct sql_dialect;

/* Lists of up to so many keys stand in the statement as parameters. */
enum { SQL_KEYS_MOST = 100 };

struct sql_question {
	const struct count_query *query;
	const struct count_place *place;
	const struct sql_dialect *dialect;
	const char *quote; /* around names */
	const char *const
		*columns; /* what the columns among the values are called; NULL: as they are */
};

struct sql_parameter {
	const char *text; /* NULL: a number */
	long long number;
};

/* What a row of the answer tells; its first column is the number of its part. */
enum sql_rows_kind {
	SQL_ROWS_ALL,   /* rows, rows that are taken */
	SQL_ROWS_CELLS, /* texts of the grouping; rows, a number for each measure */
	SQL_ROWS_PAIRS, /* texts of the grouping; number, how often */
	SQL_ROWS_LACKS, /* a least text for each lack; whether taken, how often each */
	SQL_ROWS_KEYS,  /* a key; whether taken, rows */
	SQL_ROWS_TWICE  /* the least key of a lookup with two texts; how many keys have */
};

struct sql_rows {
	enum sql_rows_kind kind;
	int grouping, measure;
	int value; /* whose keys, or whose lookup */
};

/* A lack that is tallied: its place among the texts and numbers of SQL_ROWS_LACKS. */
struct sql_lack {
	int value;
	enum count_lack lack;
	bool is_millionths; /* its text is a number so many times as large */
};

struct sql_statement {
	const char *text;
	const struct sql_parameter *parameters; /* in the order of the question marks */
	size_t parameter_count;
	const struct sql_rows *parts;
	size_t part_count;
	const struct sql_lack *lacks;
	size_t lack_count;
	size_t texts, numbers; /* columns behind the first */
	/* For each value: the one whose texts come in its place, to be looked up afterwards; VALUE_NONE if none. */
	const int *roots;
};

/*
 * False after a diagnostic: a value that only a lookup afterwards can tell is needed in the database, or a name
 * cannot be written.
 */
bool sql_compile(struct arena *arena, const struct sql_question *question,
		 struct sql_statement *statement, struct diag_list *diags);

/* What numbers of a value are multiplied with: a million or 1. */
long long sql_scale(const struct count_query *query, int value);

#endif
