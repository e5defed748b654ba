/*
 * catalogue_columns.h - the columns of a catalogue of indicators, and what their cells may hold.
 */
#ifndef GRADIENT_DATA_CATALOGUE_COLUMNS_H
#define GRADIENT_DATA_CATALOGUE_COLUMNS_H

#include "model/indicator.h"

struct arena;

enum cell_form {
	CELL_TEXT,
	CELL_ID,
	CELL_METHOD,
	CELL_NUMBER,     /* above 0 */
	CELL_AGE,        /* in years or other units, from 0 */
	CELL_DECIMALS,   /* a whole number from 0 to DECIMALS_MOST */
	CELL_WORD,       /* one of the allowed words */
	CELL_WORDS,      /* several of them, with ";" between two */
	CELL_AGES,       /* ages, or words */
	CELL_DIMENSIONS, /* of inputs/reference/dimensions.csv, with ";" between two */
	CELL_STANDARD,   /* of inputs/reference/standards.csv */
	CELL_RULE,       /* of inputs/reference/disclosure-rules.csv */
	CELL_THRESHOLD,  /* of inputs/catalogue/thresholds.csv */
	CELL_SET,        /* of inputs/catalogue/sets.csv */
	CELL_INDICATOR,  /* an id of the same file */
};

enum catalogue_column {
#define CATALOGUE_TEXT(symbol, name, member, form, words, help) FIELD_##symbol,
#define CATALOGUE_OTHER(symbol, name, form, words, help) FIELD_##symbol,
#include "data/catalogue_columns.def"
#undef CATALOGUE_TEXT
#undef CATALOGUE_OTHER
	CATALOGUE_COLUMNS
};

struct catalogue_column_rule {
	const char *name;
	enum cell_form form;
	const char *words; /* allowed ones, separated by "|"; "" when the form says it */
	const char *help;
};

const struct catalogue_column_rule *catalogue_column(enum catalogue_column column);

/* The names in the order of the list, for table_read(). */
const char *const *catalogue_column_names(void);

/* The text of an indicator that a column fills; NULL for a column that is no text. */
const char **catalogue_text(struct indicator *indicator, enum catalogue_column column);

/* The names of the methods of figures. */
const char *const *catalogue_methods(size_t *count);

#endif
