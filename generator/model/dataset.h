/*
 * dataset.h - the figures of a report as they came: one observation for every indicator, period,
 * organisation and group, with age bands and sex beneath where a file gives them.
 *
 * Ownership: everything lives in the arena of the run. The reader (data/) fills a dataset, everybody
 * else reads it. Numbers are as in the file, after the scale that the source declares.
 */
#ifndef GRADIENT_MODEL_DATASET_H
#define GRADIENT_MODEL_DATASET_H

#include <stddef.h>

#include "base/location.h"
#include "model/dimension.h"
#include "model/indicator.h"
#include "model/period.h"
#include "model/value.h"

enum { AGE_ALL = -1, SEX_ALL = -1 };

/* Where a figure belongs. Numbers are positions in the lists of the dataset. */
struct cell_key {
	int indicator, period, organisation;
	int classification, group; /* CLASSIFICATION_ALL and GROUP_ALL for the total */
	int sex;                   /* group of the classification "sex", or SEX_ALL */
};

/* People who had the same number of events each. */
struct repeats {
	double events, people;
	struct repeats *next; /* NULL for the last; those with more events come later */
};

struct observation {
	struct cell_key key;
	int age; /* group of the dataset's age bands, or AGE_ALL */
	struct quantity numerator, denominator, value, lower, upper;
	struct quantity deviation; /* standard deviation of what the value is the mean of */
	/* Of whom the numerator, in events, is made up, where the data tell that; else NULL. */
	struct repeats *repeats;
	int source;
	unsigned line;
	unsigned more;  /* rows that were put together with the one of that line */
	double records; /* of counted records: how many, the first of that line; else 0 */
};

/* How figures from before a body had its present area stand in its series. */
enum body_history {
	HISTORY_BROKEN,   /* they are those of another area: never joined to later ones */
	HISTORY_COMBINED, /* counts of all bodies that were there were added up */
	HISTORY_RECAST,   /* the data are worked out for the present area throughout */
};

/* A day from which a body has another area, because it took the place of others. */
struct body_change {
	struct date on;
	const struct known_organisation **former; /* those that closed then */
	size_t former_count;
	bool was_there; /* the body itself was there before, for a smaller area */
	bool divided;   /* some of the others went to several bodies */
	enum body_history history;
	bool has_figures_before; /* figures under its own code, as they came */
};

struct earlier_statement;
struct known_organisation;

struct organisation {
	const char *code, *name, *short_name;
	const char *other_code;                 /* several with ";"; "" if none */
	const char *file_name;                  /* as the data call it; "" if they give no name */
	const struct known_organisation *known; /* in the list of bodies; NULL if it is not */
	struct body_change *changes;            /* earliest first */
	size_t change_count;
};

/* Rows of a source that say what another source has said. */
struct source_overlap {
	size_t rows;
	bool of_groups;            /* not totals alone, which many files have in common */
	int with, indicator;       /* of the first of them: the other source, what both are of */
	struct location at, other; /* of the first of them, here and there */
};

/* Of records that are counted: what a value lacks, in how many of the rows that were taken. */
struct value_lacks {
	const char *name; /* of the column, or as the author names what is derived */
	double empty, unreadable, outside, unmatched;
};

/* What the report says about a file of data, and what became of its rows. */
struct data_source {
	const char *id, *file;
	const char *title;      /* short name for source lines; the id when none is given */
	const char *citation;   /* whole sentence; "" if none */
	const char *rule;       /* id of its disclosure rule; "" if none is set */
	const char *retrieved;  /* ISO date; "" if not given */
	const char *population; /* whom it counts: "registered", "resident"; "" if not said */
	bool adds_up;           /* counts of rows for one cell are added */
	struct location at;
	size_t rows, rows_used, rows_filtered, rows_other_indicator, rows_skipped, rows_repeated;
	struct source_overlap overlap;
	bool counted; /* its rows are records; then: */
	const char
		*total; /* code of the body that all rows are of, beside their own; NULL if none */
	struct value_lacks *lacks;
	size_t lack_count;
};

struct dataset {
	const struct indicators *indicators;
	struct dimensions *dimensions;
	struct classification *ages; /* open; the bands beneath a standardised rate */
	struct period *periods;      /* in the order of period_compare() */
	size_t period_count, period_capacity;
	struct organisation *organisations;
	size_t organisation_count, organisation_capacity;
	struct observation *observations; /* sorted by observation_compare() */
	size_t count, capacity;
	struct data_source *sources;
	size_t source_count, source_capacity;
	struct earlier_statement *earlier; /* model/earlier.h */
	size_t earlier_count;
	struct map_file *maps; /* model/map.h */
	size_t map_count, map_capacity;
	struct tile_file *tiles;
	size_t tile_count, tile_capacity;
};

/* Order: indicator, period, organisation, classification, group, sex. */
int cell_key_compare(const struct cell_key *a, const struct cell_key *b);

/* People who had at least one event; -1 where the data do not tell. */
double observation_people(const struct observation *observation);

/* Order of the key, then age, then events of each person (rows that do not tell those last). */
int observation_compare(const void *a, const void *b);

/* Where a row stands, for messages. */
struct location observation_location(const struct dataset *dataset,
				     const struct observation *observation);

/* The observations of a cell, all ages first; *count 0 and NULL when there are none. */
const struct observation *dataset_find(const struct dataset *dataset, const struct cell_key *key,
				       size_t *count);

/*
 * The last day between two periods, earlier first, from which figures of a body are of another area and not
 * to be compared with those before; NULL when there is none.
 */
const struct body_change *body_break(const struct dataset *dataset, int organisation,
				     const struct period *earlier, const struct period *later);

/* True of a period that ends before a day; a period without dates never does. */
bool period_is_before(const struct period *period, struct date day);

/* By either code or either name; -1 when there is none. */
int organisation_find(const struct dataset *dataset, const char *name);
int period_find(const struct dataset *dataset, const char *code);
int source_find(const struct dataset *dataset, const char *id);

#endif
