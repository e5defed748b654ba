/*
 * catalogue_lists.h - the sets of indicators that there are, and the thresholds that their texts name.
 */
#ifndef GRADIENT_DATA_CATALOGUE_LISTS_H
#define GRADIENT_DATA_CATALOGUE_LISTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"

struct arena;
struct diag_list;

/* A row of sets.csv: the file <id>.csv beside it holds the indicators. */
struct catalogue_set {
	const char *id, *title;
	const char *issuer;  /* the body that asks for the indicators, or whose list it is */
	const char *about;   /* what the set is for */
	const char *version; /* of our file: a date, or a number */
	const char *date;    /* of what it follows: the edition's, the framework's */
	const char *change;  /* what was changed last */
	const char *confidence;
	struct location at;
};

struct catalogue_sets {
	struct catalogue_set *items;
	size_t count, capacity;
};

/* A row of thresholds.csv. */
struct threshold {
	const char *id;
	const char *words; /* as they stand in texts: "18 weeks" */
	double value;
	const char *unit; /* "weeks" */
	const char *note, *confidence;
	struct location at;
};

struct thresholds {
	struct threshold *items;
	size_t count, capacity;
};

/* Reads sets.csv of the folder. False after diagnostics. */
bool catalogue_sets_read(struct arena *arena, const char *folder, struct catalogue_sets *sets,
			 struct diag_list *diags);

/* NULL when there is none of that id. */
const struct catalogue_set *catalogue_set_find(const struct catalogue_sets *sets, const char *id);

/* Reads thresholds.csv of the folder; one that is not there holds none. False after diagnostics. */
bool thresholds_read(struct arena *arena, const char *folder, struct thresholds *thresholds,
		     struct diag_list *diags);

/* NULL when there is none of that id. */
const struct threshold *threshold_find(const struct thresholds *thresholds, const char *id);

#endif
