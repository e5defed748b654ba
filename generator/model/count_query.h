/*
 * count_query.h - what is counted of records (a row for each event or person), and what came of it.
 *
 * Purpose:   one question for two that answer: records/ counts the rows of files, odbc/ asks a database. Both
 *            give the same cells with the same texts in the same order, so that their answers can be compared
 *            cell by cell. Neither knows groups, periods, labels or disclosure; whoever asks does.
 * Meaning:   a text has the blanks around it cut. It is missing when nothing is left, when it is one of the
 *            value's missing texts, when it cannot be read as what it should be, lies outside the value's range
 *            or is no key of its lookup. A value made from a missing one is missing. Texts are compared byte by
 *            byte. A condition on a missing value does not hold, but for CONDITION_MISSING; so a CONDITION_NOT_IN
 *            does not hold either.
 * Ownership: a query and all it points to live as long as the run; results live in the arena of who asks.
 */
#ifndef GRADIENT_MODEL_COUNT_QUERY_H
#define GRADIENT_MODEL_COUNT_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/location.h"

struct arena;
struct diag_list;

enum { VALUE_NONE = -1, CONDITION_NONE = -1 };

/* -- values: columns, and what is derived from them ------------------------------------------------------- */

enum count_value_kind {
	VALUE_COLUMN, /* text of a column */
	VALUE_NUMBER, /* from a text: sign, digits, point, at most 6 digits after it */
	VALUE_DATE,   /* from a text, in one form for all rows */
	VALUE_AGE, /* number: whole years from a date to another; on 1 March for those born on 29 February */
	VALUE_DAYS,           /* number: days from a date to another */
	VALUE_WEEKS,          /* number: whole weeks from a date to another */
	VALUE_FINANCIAL_YEAR, /* text: "2024/25" of a date, from April */
	VALUE_CALENDAR_YEAR,  /* text: "2024" */
	VALUE_MONTH,          /* text: "2024-05" */
	VALUE_BAND,   /* text: name of the band in which a number lies; missing outside all */
	VALUE_PREFIX, /* text: the first characters of a text */
	VALUE_LOOKUP, /* text: what a lookup has for a text */
};

enum date_form {
	DATE_FORM_ISO,
	DATE_FORM_DAY_FIRST,
	DATE_FORM_COMPACT
}; /* 2024-05-31, 31/05/2024, 20240531 */

struct count_band {
	double least, below; /* least <= number < below; below is INFINITY for the last, open one */
	const char *name;
};

/* Keys ascend by strcmp() and are unique. */
struct count_lookup {
	const char *id;
	const char *const *keys, *const *texts;
	size_t count;
	const char *table, *key_column,
		*text_column; /* the same list in a database; NULL if it is not there */
};

struct count_value {
	enum count_value_kind kind;
	const char *name;   /* as the author names it; of columns the heading */
	struct location at; /* in the spec */
	int from;  /* the value it is made from, earlier in the list; VALUE_NONE for columns */
	int until; /* of ages, days and weeks: the later date, a value earlier in the list, ... */
	struct date day; /* ... or where until is VALUE_NONE, this day */
	enum date_form form;
	double least,
		most;  /* of numbers, ages, days, weeks: both included; -INFINITY, INFINITY: any */
	size_t length; /* of prefixes: characters */
	const struct count_band *bands;
	size_t band_count;
	const struct count_lookup *lookup;
	const char *const *missing; /* of columns: texts that stand for no value, beside "" */
	size_t missing_count;
};

/* -- conditions ------------------------------------------------------------------------------------------- */

enum count_condition_kind {
	CONDITION_ALL, /* of its parts; holds without any */
	CONDITION_ANY, /* of its parts; does not hold without any */
	CONDITION_IN,
	CONDITION_NOT_IN,
	CONDITION_STARTS_WITH, /* one of the texts */
	CONDITION_BETWEEN,     /* numbers: least <= number <= most */
	CONDITION_DATES,       /* dates: first <= date <= last, either may be no date */
	CONDITION_MISSING,
	CONDITION_PRESENT,
};

struct count_condition {
	enum count_condition_kind kind;
	struct location at;
	int value; /* of all kinds but ALL and ANY */
	const char *const *texts;
	size_t text_count;
	double least, most;
	struct date first, last;
	const int *parts; /* conditions earlier in the list */
	size_t part_count;
};

/* -- what is counted -------------------------------------------------------------------------------------- */

enum count_measure_kind {
	COUNT_EVENTS,  /* rows */
	COUNT_PEOPLE,  /* different texts of a value; rows where it is missing count nobody */
	COUNT_REPEATS, /* the same, told apart by how many rows each has */
	COUNT_SUM, /* of a number, exact to the millionth; rows where it is missing add nothing */
	COUNT_SPREAD, /* how many rows have which number */
};

struct count_measure {
	enum count_measure_kind kind;
	int value;     /* who, or the number; VALUE_NONE for events */
	int condition; /* only rows for which it holds; CONDITION_NONE: all that are taken */
};

/* Every combination of texts of these values that rows have is a cell; without values there is one cell. */
struct count_grouping {
	const int *values; /* texts: of VALUE_NUMBER and the like only through bands */
	size_t value_count;
};

/*
 * One question for several askers, who differ in the texts of a value alone: for each text what the rows with it lack.
 * Of files alone. All rows that are taken have one of the texts.
 */
struct count_split {
	int value;
	const char *const *texts; /* ascending by strcmp(), each once */
	size_t text_count;
};

struct count_query {
	const struct count_value *values; /* in an order in which each needs earlier ones alone */
	size_t value_count;
	const struct count_condition *conditions;
	size_t condition_count;
	int taken; /* the condition for all rows, CONDITION_NONE: every row */
	const struct count_measure *measures;
	size_t measure_count;
	const struct count_grouping *groupings;
	size_t grouping_count;
	const struct count_split *split; /* NULL: nobody asks for parts */
};

/* -- the answer ------------------------------------------------------------------------------------------- */

/* So many rows, or people, have the number. */
struct count_pair {
	double number;
	uint64_t count;
};

struct counted_figure {
	double number; /* events, people or sum; of repeats all rows, of spreads all rows with a number */
	const struct count_pair *pairs; /* of repeats and spreads, ascending; else NULL */
	size_t pair_count;
};

struct count_cell {
	const char *const *texts; /* one for each value of the grouping; NULL: missing */
	const struct counted_figure *figures; /* one for each measure */
	uint64_t rows;
	uint64_t line; /* of its first row in the file, from 1; 0 from a database */
};

/* Ascending by texts, value for value; missing comes last. Cells that no taken row is in are not there. */
struct count_cells {
	const struct count_cell *items;
	size_t count;
};

/* Why a value is missing in rows. */
enum count_lack {
	LACK_EMPTY,      /* nothing there, or a text that stands for nothing */
	LACK_UNREADABLE, /* no number or date of the form */
	LACK_RANGE, /* outside its range: an age of 130, a date after the one it should precede */
	LACK_UNMATCHED, /* no key of its lookup, in no band */
	LACK_COUNT
};

/* Of the value's own making: what it is made from is tallied there alone. */
struct count_tally {
	uint64_t rows[LACK_COUNT];
	uint64_t line[LACK_COUNT]; /* of the first such row; 0 if none, or from a database */
	const char *text
		[LACK_COUNT]; /* what stood there; from a database the least such text; "" if none */
};

struct count_result {
	uint64_t rows, rows_taken;
	const struct count_cells *groupings; /* one for each of the query */
	const struct count_tally *taken;     /* one for each value, over the rows that were taken */
	const struct count_tally
		*left_out; /* the same over the others, of values that `taken` reads; else 0 */
	const struct count_tally *const *
		parts; /* `taken` of the rows with each text of the query's split; NULL without one */
};

/* -- who answers ------------------------------------------------------------------------------------------ */

/* Where the records are: a file, or a connection with a table or query. */
struct count_place {
	struct location at;            /* the source in the spec */
	const char *path, *shown_path; /* to open, to print; NULL for databases */
	const char *encoding;          /* as csv_options */
	char delimiter;
	bool headerless;
	unsigned preamble;
	const char *connection, *table, *query; /* NULL for files; one of table and query */
	unsigned seconds;                       /* how long a database may take; 0: no limit */
};

/* False after diagnostics that name the place. */
typedef bool count_answer(void *context, struct arena *arena, const struct count_query *query,
			  const struct count_place *place, struct count_result *result,
			  struct diag_list *diags);

struct count_source {
	count_answer *answer;
	void *context;
};

#endif
