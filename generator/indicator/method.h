/*
 * method.h - the registry of methods: how the figure of an indicator is worked out from its rows. Each is
 * one file in methods/ with one constant record.
 */
#ifndef GRADIENT_INDICATOR_METHOD_H
#define GRADIENT_INDICATOR_METHOD_H

#include <stdbool.h>
#include <stddef.h>

#include "model/dataset.h"
#include "model/reference.h"
#include "model/result.h"
#include "stats/rate.h"

struct buffer;

/* What a method works on: one cell. */
struct method_input {
	const struct dataset *dataset;
	const struct reference *reference;
	const struct indicator *indicator;
	const struct observation
		*rows; /* of the cell, exact: all ages first if given, then age bands */
	size_t count;
	const struct result *total; /* of all groups, already disclosed; NULL when there is none */
	const struct age_set *age_set;      /* age bands that this cell or one beside it has */
	const struct disclosure_rule *rule; /* of the source of the rows; NULL for none */
	const struct disclosure_rule *people_rule; /* of that of the denominators */
	/* Everybody of the body whose rates an indirect method takes, already disclosed; NULL for none. */
	const struct result *rates;
	const struct disclosure_rule *rates_rule; /* of its source; NULL for none */
	/* Work from the counts of the result, not from the exact ones. */
	bool from_disclosed, people_from_disclosed;
	double confidence;
};

struct method {
	const char *name;     /* as in methods.def */
	const char *interval; /* name of the interval's method, for notes; "" if none */
	const char *source;   /* where the method is published; "" if nowhere */
	bool needs_denominator;
	bool is_count;     /* the figure is the numerator itself */
	bool in_points;    /* in percentage points */
	bool standardised; /* for age: is not what people would see in practice */
	bool indirect;     /* compares with its reference, groups not strictly with each other */
	bool from_value;   /* adds limits to a value of the data that has a standard deviation */
	bool is_life;      /* years from a life table */
	bool from_ages;    /* worked out from age bands: has no breakdown by age */
	bool is_rate;      /* events per people or time: slopes on the log scale */
	bool is_share;     /* of people: slopes on the logit scale */
	bool compares;     /* groups may be compared with the total */
	bool has_trend;    /* the rule of recent trends is meant for it */
	bool uses_exact;   /* works from exact counts unless the rule says from rounded ones */
	/* Sets value, limits_95 and standard_error; numerator and denominator are set and disclosed. */
	void (*compute)(const struct method_input *input, struct result *result);
	/* Adds the formula with its numbers, a line a step. */
	void (*explain)(const struct method_input *input, const struct result *result,
			struct buffer *out);
	/* A shown figure gives small parts of its counts away at so many printed decimals; NULL: it never does. */
	bool (*exposes)(const struct method_input *input, const struct result *result,
			unsigned decimals);
};

/* NULL when there is none of that name. */
const struct method *method_find(const char *name);

/* A line of methods.def. */
struct method_entry {
	const struct method *method;
	const char *name, *summary;
};

/* All of them in their order, ended by an entry without a method. */
const struct method_entry *methods(void);

/* What a method is, in a few words. */
const char *method_summary(const struct method *method);

/* The numbers a method works from. */
double method_numerator(const struct method_input *input, const struct result *result);
double method_denominator(const struct method_input *input, const struct result *result);

/* How limits of a count are worked out. */
enum count_rule method_count_rule(const struct method_input *input);

/* The row for all ages; NULL when the cell has age bands alone. */
const struct observation *method_all_ages(const struct method_input *input);

/* Puts an estimate on the base scale into a result, multiplied. */
struct estimate;
void method_set(struct result *result, const struct estimate *estimate,
		const struct estimate *estimate_95, double standard_error, double multiplier);

#endif
