/*
 * measure_method.h - the registry of measures over groups: gaps, slopes, spreads. Each is one file in
 * measures/ with one constant record.
 *
 * Sign:   see model/measure.h.
 * States: a measure is hidden when a group that it needs is hidden, and not available when one is missing.
 */
#ifndef GRADIENT_INDICATOR_MEASURE_METHOD_H
#define GRADIENT_INDICATOR_MEASURE_METHOD_H

#include <stdbool.h>
#include <stddef.h>

#include "indicator/method.h"
#include "stats/interval.h"

struct buffer;

/* One breakdown in one period, and what is asked of it. Limits of the groups are of the confidence. */
struct measure_input {
	const struct measure_choice *choice;
	double confidence; /* of the interval; 0.95 */
	const struct indicator *indicator;
	const struct method *method;
	const struct classification *classification;
	const struct result *const
		*groups; /* ordinary ones in their order; NULL where the data have none */
	size_t count;
	const struct result *unknown, *total; /* NULL where the data have none */
	bool counted; /* from records, one by one: a group that the data do not have has no record */
	const struct result *first, *second; /* of a pair; NULL as above */
	const struct result *const
		*series; /* of one group, latest first, a year apart; NULL as above */
	size_t series_count;
	const struct period *periods; /* of the dataset */
	bool turned;          /* the sign is that of the second less the first: higher is better */
	struct buffer *steps; /* to explain; NULL: not wanted */
};

struct measure_method {
	const char *source;
	bool needs_order; /* has a meaning for ordered groups alone */
	bool of_counts;   /* rests on counts, not on the figures of the indicator */
	bool draws;       /* has its limits from a bootstrap */
	/* Sets value; fitted_most and fitted_least where there is a line, change where there is a series. */
	void (*compute)(const struct measure_input *input, struct breakdown_result *out);
};

/* NULL for measures of one group. */
const struct measure_method *measure_method(enum measure measure);

/* True for slopes and their like. */
bool measure_needs_order(enum measure measure);

/*
 * Whether the group that a measure is of, or the most deprived, have more than those they are compared with,
 * told by its limits. None where limits do not tell: measures of spread are above 0 by chance alone.
 *
 *   of_group  the measure is of a group that is named, not of the whole breakdown
 */
enum comparison measure_verdict(const struct indicator *indicator,
				const struct measure_choice *choice, bool of_group,
				const struct value *value);

/* -- what measures share ------------------------------------------------------------------------ */

/* The state that a measure takes from the groups it needs; VALUE_SHOWN when all of them are shown. */
struct value measure_state(const struct result *const *groups, size_t count);

/* Marks a shown measure of groups that compare with a reference, not strictly with each other. */
void measure_mark_indirect(const struct measure_input *input, struct value *value);

/* Value and limits of a result, divided. */
struct estimate measure_estimate(const struct value *value, double divide);

/* A shown value with an estimate put in, times a factor. A negative factor turns the limits round. */
struct value measure_value(struct value state, const struct estimate *estimate, double factor);

/* A shown value with limits seen from the other side: of the opposite sign, or one divided by it. */
struct value measure_turned(struct value value);
struct value measure_inverted(struct value value);

/*
 * A group with its standard error: the method's own, or half the width of published limits. False: neither.
 * That of a ratio takes limits of anything but percentages as even on the log scale.
 */
struct gap_group;
bool measure_error(const struct measure_input *input, const struct result *result,
		   struct gap_group *out);
bool measure_ratio_error(const struct measure_input *input, const struct result *result,
			 struct gap_group *out);

/* The people of a group. False with the state of the measure when there are none to go by. */
bool measure_people(const struct result *result, double *people, struct value *state);

/* Events per people, not more than one a person, so that there are people without any. */
bool measure_has_people(const struct measure_input *input);

/* A step of the explanation; nothing when none is wanted. %s for numbers from explain_number(). */
void measure_step(const struct measure_input *input, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* "1 most deprived" for explanations. */
const char *measure_group_label(const struct measure_input *input, const struct result *result);

#endif
