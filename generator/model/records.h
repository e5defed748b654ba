/*
 * records.h - what an author writes of records (a row for each event or person): how they are counted.
 *
 * The words as they stand in the spec, with their places; data/records_compile.h makes a query of them.
 * Ownership: the arena of the run.
 */
#ifndef GRADIENT_MODEL_RECORDS_H
#define GRADIENT_MODEL_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/word.h"

/* <lookup>: a list of keys with a text for each, such as areas and their fifths. */
struct lookup_spec {
	const char *id;
	struct word href, key, value, table, encoding, delimiter;
	struct location at;
};

/* <derive>: what follows from a column or from another derived value. */
struct derive_spec {
	struct word name, as, from, until, day, bands, standard, length, in, form, least, most;
	struct location at;
};

enum where_kind {
	WHERE_IS,
	WHERE_IS_NOT,
	WHERE_BETWEEN,
	WHERE_STARTS_WITH,
	WHERE_MISSING,
	WHERE_ALL, /* <all>: of its parts */
	WHERE_ANY,
};

/* <where>, <all>, <any>; children follow each other by next. */
struct where_spec {
	enum where_kind kind;
	struct word column, value; /* alternatives separated by "|"; "18 to 64"; "true", "false" */
	struct where_spec *children, *next;
	int series; /* -1: applies to all series of the source */
	struct location at;
};

/* <by>: groups that the records are counted by. */
struct by_spec {
	struct word column, dimension; /* dimension: or one of its classifications */
	struct location at;
};

/* <count>: of what an indicator is made. */
struct count_spec {
	struct word indicator;                      /* ids with "|" between them */
	struct word as;                             /* "numerator", "denominator" */
	struct word people, events_of, sum, median; /* at most one is written */
	struct where_spec *where;
	struct location at;
};

/* The parts of a source of records. */
struct records_spec {
	struct derive_spec *derives;
	size_t derive_count, derive_capacity;
	struct by_spec *bys;
	size_t by_count, by_capacity;
	struct count_spec *counts;
	size_t count_count, count_capacity;
};

#endif
