#include "data/source_indicator.h"

#include <string.h>

#include "data/record.h"

/* Sources that indicators name for their denominators hold populations, whatever the indicator. */
static bool holds_populations(const struct indicators *indicators, const char *source)
{
	for (size_t i = 0; i < indicators->count; i++)
		if (strcmp(indicators->items[i].denominator_source, source) == 0)
			return true;
	return false;
}

bool source_indicator(const struct indicators *indicators, const char *source, int number,
		      int *indicator)
{
	size_t named = 0;

	*indicator = population_indicator(number);
	if (holds_populations(indicators, source))
		return true;
	for (size_t i = 0; i < indicators->count; i++)
		if (strcmp(indicators->items[i].source, source) == 0) {
			*indicator = (int)i;
			named++;
		}
	if (named == 0 && indicators->count == 1) {
		*indicator = 0;
		named = 1;
	}
	return named == 1;
}
