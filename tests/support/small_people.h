/*
 * small_people.h - made-up people with a deprivation tenth, an ethnic category, a sex and a wait, counted in
 * every way that a report breaks figures down: all tables of a place agree with each other.
 */
#ifndef GRADIENT_TESTS_SMALL_PEOPLE_H
#define GRADIENT_TESTS_SMALL_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>

struct buffer;

enum people_shape {
	PEOPLE_BY_FIFTH_AND_SEX, /* a number of people; sometimes of unknown fifth or sex */
	PEOPLE_WAITING,          /* ER01 to ER04 by fifth, ethnic group and sex */
	PEOPLE_BY_NESTED_GROUPS, /* a number by tenth, fifth, Core20, 16 and 5 ethnic groups, sex */
	PEOPLE_BY_CATEGORY_SEX,  /* a percentage by ethnic category and sex, mostly zeros */
	PEOPLE_FEW,              /* a number of very few people by fifth */
	PEOPLE_OF_TWO_SHARES,    /* two percentages of the same people by fifth and sex */
	PEOPLE_OF_ANSWERS,       /* P1 to P4, one of which everybody is in, by fifth */
	PEOPLE_OF_CLASSES,       /* K0 to K3, weeks waited, and KO, both of the longest, by fifth */
	PEOPLE_WITH_REMAINDER,   /* C2 by fifth and sex; those of unknown fifth have no row */
	PEOPLE_SHAPE_COUNT,
};

/* The indicator elements of a report for a shape, and the columns of its data. */
const char *people_indicators(enum people_shape shape);
extern const char people_columns[];

/* What is told of every count: its true number, by the words that results.csv has for its cell. */
struct people_told {
	void *context;
	void (*tell)(void *context, bool denominator, const char *indicator, const char *by,
		     const char *group, const char *sex, double number);
};

/* Adds the rows of one place. Equal seeds give equal rows. */
void people_rows(enum people_shape shape, unsigned *seed, const char *period,
		 const char *organisation, struct buffer *rows, const struct people_told *told);

#endif
