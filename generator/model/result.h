/*
 * result.h - figures worked out from a dataset, each with its state, after disclosure control.
 *
 * Ownership: made by indicator/, in the arena of the run; everybody else reads. Numbers that may not be
 *            printed are not in here: a hidden count is a state without a number.
 */
#ifndef GRADIENT_MODEL_RESULT_H
#define GRADIENT_MODEL_RESULT_H

#include <stddef.h>

#include "model/dataset.h"
#include "model/disclosure_effect.h"
#include "model/measure.h"
#include "model/value.h"

/* How a figure compares with another, at the level of confidence of the report. */
enum comparison {
	COMPARISON_NONE, /* not compared: one of them is not shown, or has no interval */
	COMPARISON_LOWER,
	COMPARISON_SIMILAR,
	COMPARISON_HIGHER,
};

/* The figure of one cell of the dataset. */
struct result {
	struct cell_key key;
	struct quantity numerator, denominator;
	struct value value;
	struct value share;          /* percentage of the total count */
	enum comparison against_all; /* with the total of the same organisation, period and sex */
	struct interval_limits limits_95; /* whatever the confidence of the report; for slopes */
	double standard_error;            /* of the value, in its unit; < 0 when there is none */
	int source;                       /* of its rows */
	unsigned age_set;                 /* of its indicator, period and organisation */
};

/* The age bands that any cell of one indicator, period and organisation has, in their order. */
struct age_set {
	int *ages; /* groups of the dataset's age bands */
	size_t count, capacity;
};

/* A figure over several groups or periods: gap, ratio, slope index, completeness, trend. */
struct breakdown_result {
	struct cell_key key; /* group: GROUP_ALL, or the first of a pair */
	struct measure_choice choice;
	struct value value;
	double fitted_most, fitted_least; /* slope index: the line at both ends */
	enum comparison
		change; /* recent trend: up, down, or neither clearly; NONE when not known */
};

struct results {
	const struct dataset *dataset;
	struct result *items; /* sorted by key */
	size_t count, capacity;
	struct breakdown_result *breakdowns; /* the usual ones, sorted by key, then measure */
	size_t breakdown_count, breakdown_capacity;
	struct figures *figures; /* those asked for beside them; indicator/figure.h */
	struct age_set *age_sets;
	size_t age_set_count, age_set_capacity;
	unsigned *decimals; /* of the values of every indicator, for print */
	double confidence;
	const struct interval_limits
		*limits_99_8; /* of every item; NULL unless the report tells a second grade */
	struct disclosure_effect *effects; /* of every source of the dataset */
};

/* The first result that is not before a key; their number when all are. */
size_t results_position(const struct results *results, const struct cell_key *key);

/* NULL when the dataset has no such cell. */
const struct result *results_find(const struct results *results, const struct cell_key *key);

/* All groups of a breakdown in one period: the run of results that differ from key in the group alone. */
const struct result *results_groups(const struct results *results, const struct cell_key *key,
				    size_t *count);

/* One of the usual measures of a breakdown; NULL when there is none. */
const struct breakdown_result *results_breakdown(const struct results *results,
						 const struct cell_key *key, enum measure measure);

/* Decimals with which a measure of an indicator is printed in tables. */
unsigned results_decimals(const struct results *results, int indicator, enum measure measure);

/* "higher", "similar", "lower", ""; for files that machines read. */
const char *comparison_name(enum comparison comparison);

/* Turned into better or worse by polarity: +1 better, -1 worse, 0 neither or not compared. */
int comparison_judgement(enum comparison comparison, enum polarity polarity);

#endif
