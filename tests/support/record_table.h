/*
 * record_table.h - random records of a few bodies and a total of all of them, by fifth, and what somebody knows who
 * wants the small numbers of them.
 *
 * A table is one period of one source. What he knows beside the figures: that bodies add up to the total and fifths to
 * all; where people are of several bodies, that the total is no more than the sum, and no less than each of them. He
 * uses nothing of the program.
 */
#ifndef GRADIENT_TESTS_RECORD_TABLE_H
#define GRADIENT_TESTS_RECORD_TABLE_H

#include <stdbool.h>

#include "support/attacker.h"

struct arena;
struct buffer;

enum {
	RECORD_BODIES = 4,
	RECORD_FIFTHS = 5,
	RECORD_TOTAL = 0,                  /* then the bodies */
	RECORD_STRAYS = RECORD_BODIES + 1, /* records of no body, which are of the total */
	RECORD_PLACES = RECORD_BODIES + 2,
};

enum record_kind { RECORD_EVENTS, RECORD_PEOPLE, RECORD_KINDS };

/* Of every place; the total first and "" for records of no body. */
extern const char *const record_codes[RECORD_PLACES];
/* Words of results.csv for all and for each fifth. */
extern const char *const record_fifths[RECORD_FIFTHS + 1];
/* Of the indicators that count events and people. */
extern const char *const record_indicators[RECORD_KINDS];

struct record_table {
	const char *period;
	bool mixed;  /* people are of several bodies and fifths */
	bool strays; /* there are records of no body */
	double counts[RECORD_KINDS][RECORD_PLACES][RECORD_FIFTHS + 1];
};

/* Adds the rows of a table: period, body, fifth, person. Equal seeds give equal rows. */
struct record_table record_table_make(struct arena *arena, const char *period, unsigned *seed,
				      struct buffer *rows);
extern const char record_columns[];

/* Whether the body has a record of the fifth (0: of any). */
bool record_table_has(const struct record_table *table, size_t place, size_t fifth);

/* What is known without any number. */
struct attack record_table_attack(struct arena *arena, const struct attack_rule *rule,
				  const struct record_table *table, enum record_kind kind);

/* The cell of a count. */
size_t record_table_cell(const struct attack *attack, size_t place, size_t fifth);

/* What figures of the table say; of a statement that is about one body alone others are not there. */
void record_table_read(const struct attack *attack, const struct record_table *table,
		       enum record_kind kind, const struct published *published);

/* The same if small counts alone were hidden. */
void record_table_read_simply(const struct attack *attack, const struct record_table *table,
			      enum record_kind kind);

struct record_score {
	size_t small, found;
	const char *first; /* what to say of one that was found; NULL when there is none */
};

/* Adds the small counts, and those of them that come out too closely. */
void record_table_score(const struct attack *attack, const struct record_table *table,
			enum record_kind kind, struct record_score *score);

#endif
