/*
 * sql_compiler.h - a statement under construction; shared by the sql_*.c files of this folder alone.
 *
 * Expressions are texts in the arena. In them a parameter is a mark with its number, so that one can be written
 * before, behind or twice; the question marks and their order come last.
 */
#ifndef GRADIENT_ODBC_SQL_COMPILER_H
#define GRADIENT_ODBC_SQL_COMPILER_H

#include "base/buffer.h"
#include "model/sql_dialect.h"
#include "odbc/sql_text.h"

/* A column of a step: an expression over columns of the step before. */
struct sql_column {
	const char *name, *expression;
	int level; /* number of the step */
};

/* A step takes what a lookup has for the texts of a column. */
struct sql_join {
	int level;
	int value;        /* made by it */
	const char *from; /* column of the step before */
};

struct sql_made {
	const char *name;    /* of the column that holds the value */
	int level;           /* the step in which it is there */
	const char *date[3]; /* of dates: columns with year, month, day, in a step before */
	const char *days;    /* of dates: column that numbers its days, NULL if nobody asks; ... */
	int days_level;      /* ... and its step */
	const char
		*empty; /* of lookups: column that is 1 where a key has nothing; NULL if none can */
	const char *unlimited; /* of ages and the like: the number before its range is looked at */
	bool is_late;          /* known after the answer has come alone */
	int root;              /* of late ones: the value in whose place they come */
};

struct sql_compiler {
	struct arena *arena;
	const struct sql_question *question;
	struct diag_list *diags;
	struct sql_parameter *parameters;
	size_t parameter_count, parameter_capacity;
	struct sql_column *columns;
	size_t column_count, column_capacity;
	struct sql_join *joins;
	size_t join_count, join_capacity;
	struct sql_made *made; /* one for each value */
	struct sql_lack *lacks;
	size_t lack_count, lack_capacity;
	struct sql_rows *parts;
	size_t part_count, part_capacity;
	int top; /* the last step */
	bool failed;
};

/* A part of the dialect applied to names of columns, numbers or expressions in parentheses; y, z may be NULL. */
const char *sql_fill(struct sql_compiler *compiler, enum sql_part part, const char *x,
		     const char *y, const char *z);

const char *sql_text_parameter(struct sql_compiler *compiler, const char *text);
const char *sql_number_parameter(struct sql_compiler *compiler, long long number);

/* Parameters with commas between them. */
const char *sql_text_list(struct sql_compiler *compiler, const char *const *texts, size_t count);

/* A name of a column as it stands in a statement. */
const char *sql_name(struct sql_compiler *compiler, const char *name);

/* Adds a column to a step; returns its name, a letter and the number of the value. */
const char *sql_add(struct sql_compiler *compiler, int level, char letter, int value,
		    const char *expression);

/* The least whole number of a value that is not below a limit, and the greatest that is not above it. */
long long sql_least(const struct sql_compiler *compiler, int value, double limit);
long long sql_most(const struct sql_compiler *compiler, int value, double limit);

/* Works out how values come about: the columns of the steps. */
void sql_make_values(struct sql_compiler *compiler);

/* Columns that a date is read into, and the numbering of its days. */
void sql_make_date(struct sql_compiler *compiler, int value);
const char *sql_number_days(struct sql_compiler *compiler, int value);
long long sql_days_of(struct date date);

/* An expression that is true, false or not known; the latter two are the same. */
const char *sql_condition(struct sql_compiler *compiler, int condition);

/* What keeps a step apart from the next in some systems. */
void sql_write_barrier(struct sql_compiler *compiler, struct buffer *out);

/* What the rows of "counted" hold, and the parts of the answer. */
void sql_write_counted(struct sql_compiler *compiler, struct buffer *out);
void sql_write_parts(struct sql_compiler *compiler, struct sql_statement *statement,
		     struct buffer *out);

/*
 * Why a value is missing: a condition over the columns of the last step, NULL when it never is for that reason, and
 * the text that then stands there.
 */
const char *sql_lack(struct sql_compiler *compiler, int value, enum count_lack lack,
		     const char **text, bool *is_millionths);

#endif
