/*
 * groups.c - what figures of an indicator are asked for: by which groups and ages.
 */
#include <string.h>

#include "base/arena.h"
#include "init/init.h"

const char *init_short_name(const struct indicator *indicator)
{
	return indicator->short_name[0] == '\0' ? indicator->name : indicator->short_name;
}

bool init_is_by_age(const struct indicator *indicator)
{
	return strcmp(indicator->method, "dsr") == 0 ||
	       strcmp(indicator->method, "dsr-events") == 0 ||
	       strcmp(indicator->method, "life-expectancy") == 0;
}

const struct classification *init_classification(const struct init_plan *plan,
						 const char *dimension, bool few)
{
	enum { FEW = 8 };
	const struct dimensions *dimensions = &plan->reference->dimensions;
	int usual = classification_default(dimensions, dimension);

	for (size_t i = 0; few && i < dimensions->classification_count; i++) {
		const struct classification *each = dimensions->classifications[i];

		if (strcmp(each->dimension, dimension) == 0 && each->count <= FEW)
			return each;
	}
	return usual < 0 ? NULL : dimensions->classifications[usual];
}

size_t init_age_bands(const struct indicator *indicator, const char *bands[INIT_BANDS_MOST])
{
	static const struct {
		const char *scope;
		const char *bands[INIT_BANDS_MOST];
	} scopes[] = {
		{ "0-17", { "0-4", "5-9", "10-14", "15-17" } },
		{ "0-10", { "0-4", "5-10" } },
		{ "14+", { "14-24", "25-44", "45-64", "65+" } },
		{ "18+", { "18-39", "40-64", "65-79", "80+" } },
		{ "adults", { "18-39", "40-64", "65-79", "80+" } },
		{ "mothers", { "Under 20", "20-29", "30-39", "40+" } },
		{ "", { "0-17", "18-64", "65-79", "80+" } },
	};
	size_t count = 0;

	for (size_t i = 0; i < sizeof(scopes) / sizeof(scopes[0]); i++) {
		if (strncmp(indicator->age_scope, scopes[i].scope, strlen(scopes[i].scope)) != 0)
			continue;
		while (count < INIT_BANDS_MOST && scopes[i].bands[count] != NULL) {
			bands[count] = scopes[i].bands[count];
			count++;
		}
		break;
	}
	return count;
}
