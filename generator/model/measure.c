#include "model/measure.h"

#include <string.h>

static const struct measure_kind kinds[] = {
#define MEASURE(symbol, name, scope, summary)                                                      \
	[MEASURE_##symbol] = { name, summary, MEASURE_SCOPE_##scope },
#include "model/measures.def"
#undef MEASURE
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
