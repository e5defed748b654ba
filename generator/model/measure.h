/*
 * measure.h - what can be asked for of an indicator (of="gap"), and with which parameters.
 *
 * Sign: gaps of the most deprived, slope indices and concentration indices are positive when the most deprived
 *       are worse off; where neither direction is better, when they have the higher value. The relative index
 *       is above 1 in the same case. Raw is as subtracted: gaps the most less the least deprived, slopes the
 *       least less the most. A gap of a group that is named is always as subtracted, the group less its
 *       reference, and a ratio of two groups the first divided by the second, whatever is better.
 */
#ifndef GRADIENT_MODEL_MEASURE_H
#define GRADIENT_MODEL_MEASURE_H

#include <stdbool.h>

enum measure_scope {
	MEASURE_SCOPE_GROUP,     /* one figure for every group */
	MEASURE_SCOPE_PAIR,      /* of two groups, or of the ends of a breakdown */
	MEASURE_SCOPE_DIMENSION, /* one figure for a breakdown as a whole */
	MEASURE_SCOPE_SERIES,    /* one figure for every group, from several periods */
};

/* How figures of a measure are printed. */
enum measure_unit {
	MEASURE_UNIT_VALUE,      /* as the indicator */
	MEASURE_UNIT_DIFFERENCE, /* decimals of the indicator; of percentages, percentage points */
	MEASURE_UNIT_COUNT,      /* whole numbers */
	MEASURE_UNIT_PERCENT,    /* 1 decimal and % */
	MEASURE_UNIT_RATIO,      /* 2 decimals */
	MEASURE_UNIT_INDEX,      /* 3 decimals; from -1 to 1 */
	MEASURE_UNIT_BARE,       /* 1 decimal and no unit: squares, entropies */
};

enum measure_parameter {
	TAKES_NOTHING = 0,
	TAKES_CONFIDENCE = 1 << 0,
	TAKES_REFERENCE = 1 << 1,
	TAKES_TRANSFORM = 1 << 2,
	TAKES_SIGN = 1 << 3,
	TAKES_WEIGHTS = 1 << 4,
};

enum measure {
#define MEASURE(symbol, name, scope, unit, parameters, summary) MEASURE_##symbol,
#include "model/measures.def"
#undef MEASURE
	MEASURE_COUNT_OF,
};

struct measure_kind {
	const char *name, *summary;
	enum measure_scope scope;
	enum measure_unit unit;
	unsigned parameters; /* of enum measure_parameter */
};

const struct measure_kind *measure_kind(enum measure measure);

/* MEASURE_COUNT_OF when there is none of that name. */
enum measure measure_find(const char *name);

/* On which scale a slope is straight. */
enum measure_transform {
	TRANSFORM_BY_METHOD, /* log for rates, logit for percentages, none for the rest */
	TRANSFORM_NONE,
	TRANSFORM_LOG,
	TRANSFORM_LOGIT,
	TRANSFORM_LOGISTIC, /* a curve through counts, not a line through groups */
};

/* Beside groups and GROUP_ALL: the usual one; the best, which is another one in every draw of a bootstrap. */
enum { REFERENCE_BY_MEASURE = -2, REFERENCE_BEST = -3 };

/* A measure with its parameters. */
struct measure_choice {
	enum measure measure;
	enum measure_transform transform;
	double confidence; /* of the interval; 0: that of the report */
	int reference; /* group, GROUP_ALL, or one of the above; the best is for whole breakdowns */
	bool unweighted; /* every group counts alike */
	bool raw;        /* sign as subtracted, whatever is better */
};

/* The measure as it is when nothing more is said. */
struct measure_choice measure_plain(enum measure measure);
bool measure_choice_equal(const struct measure_choice *a, const struct measure_choice *b);

/* Order by measure, then by parameters. */
int measure_choice_compare(const struct measure_choice *a, const struct measure_choice *b);

/* "none", "log", "logit", "logistic"; "" for TRANSFORM_BY_METHOD. */
const char *measure_transform_name(enum measure_transform transform);
enum measure_transform measure_transform_find(const char *name);

#endif
