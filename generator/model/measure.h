/*
 * measure.h - names of what can be asked for of an indicator (of="gap").
 */
#ifndef GRADIENT_MODEL_MEASURE_H
#define GRADIENT_MODEL_MEASURE_H

enum measure_scope {
	MEASURE_SCOPE_GROUP,     /* one figure for every group */
	MEASURE_SCOPE_DIMENSION, /* one figure for a breakdown as a whole */
};

enum measure {
#define MEASURE(symbol, name, scope, summary) MEASURE_##symbol,
#include "model/measures.def"
#undef MEASURE
	MEASURE_COUNT_OF,
};

struct measure_kind {
	const char *name, *summary;
	enum measure_scope scope;
};

const struct measure_kind *measure_kind(enum measure measure);

/* MEASURE_COUNT_OF when there is none of that name. */
enum measure measure_find(const char *name);

#endif
