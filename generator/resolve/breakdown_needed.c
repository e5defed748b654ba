/*
 * breakdown_needed.c - says that an element draws groups and no breakdown is in force, and by what the figures of
 * its indicator can be broken down.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/resolver.h"

enum { NAMES_MOST = 4 };

static bool has_figures(const struct results *results, int indicator, int classification)
{
	for (size_t i = 0; i < results->count; i++)
		if (results->items[i].key.indicator == indicator &&
		    results->items[i].key.classification == classification)
			return true;
	return false;
}

void breakdown_needed(struct resolver *resolver, int indicator, struct location at,
		      const char *element)
{
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	const char *hint = NULL;
	size_t count = 0;

	for (size_t i = 0; i < dimensions->classification_count && count < NAMES_MOST; i++)
		if (has_figures(resolver->results, indicator, (int)i)) {
			hint = arena_printf(resolver->arena, "%s%sby=\"%s\"",
					    count == 0 ? "the data have: " : hint,
					    count == 0 ? "" : ", ",
					    dimensions->classifications[i]->id);
			count++;
		}
	diag_add(resolver->diags, DIAG_CHART_BREAKDOWN, at, element,
		 hint != NULL ? hint : "the data have none for this indicator");
}
