#include "model/measure.h"

#include <stddef.h>
#include <string.h>

static const struct measure_kind kinds[] = {
#define MEASURE(symbol, name, scope, unit, parameters, summary)                                    \
	[MEASURE_##symbol] = { name, summary, MEASURE_SCOPE_##scope, MEASURE_UNIT_##unit,          \
			       parameters },
#include "model/measures.def"
#undef MEASURE
};

static const char *const transforms[] = {
	[TRANSFORM_BY_METHOD] = "",  [TRANSFORM_NONE] = "none",         [TRANSFORM_LOG] = "log",
	[TRANSFORM_LOGIT] = "logit", [TRANSFORM_LOGISTIC] = "logistic",
};

const struct measure_kind *measure_kind(enum measure measure)
{
	return &kinds[measure];
}

enum measure measure_find(const char *name)
{
	for (int i = 0; i < MEASURE_COUNT_OF; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return (enum measure)i;
	return MEASURE_COUNT_OF;
}

struct measure_choice measure_plain(enum measure measure)
{
	return (struct measure_choice){ .measure = measure, .reference = REFERENCE_BY_MEASURE };
}

int measure_choice_compare(const struct measure_choice *a, const struct measure_choice *b)
{
	const double first[] = { a->measure,   a->transform,  a->confidence,
				 a->reference, a->unweighted, a->raw };
	const double second[] = { b->measure,   b->transform,  b->confidence,
				  b->reference, b->unweighted, b->raw };

	for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
		if (first[i] != second[i])
			return first[i] < second[i] ? -1 : 1;
	return 0;
}

bool measure_choice_equal(const struct measure_choice *a, const struct measure_choice *b)
{
	return measure_choice_compare(a, b) == 0;
}

const char *measure_transform_name(enum measure_transform transform)
{
	return transforms[transform];
}

enum measure_transform measure_transform_find(const char *name)
{
	for (int i = TRANSFORM_NONE; i <= TRANSFORM_LOGISTIC; i++)
		if (strcmp(transforms[i], name) == 0)
			return (enum measure_transform)i;
	return TRANSFORM_BY_METHOD;
}
