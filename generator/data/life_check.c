/*
 * life_check.c - ages of a life expectancy at which no age band of the data begins.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/dataset_merge.h"

/* Where the bands begin that some rows of an indicator are of, from the youngest on. */
static const char *beginnings(struct arena *arena, const struct dataset *dataset,
			      const bool *present)
{
	const char *list = "";
	double last = -1;

	for (size_t age = 0; age < dataset->ages->count; age++) {
		double lower = dataset->ages->groups[age].lower;

		if (!present[age] || lower == last)
			continue;
		list = arena_printf(arena, "%s%s%g", list, list[0] == '\0' ? "" : ", ", lower);
		last = lower;
	}
	return list;
}

static bool begins_at(const struct dataset *dataset, const bool *present, double age)
{
	for (size_t i = 0; i < dataset->ages->count; i++)
		if (present[i] && dataset->ages->groups[i].lower == age)
			return true;
	return false;
}

static void check_age(struct arena *arena, const struct dataset *dataset,
		      const struct indicator *indicator, const bool *present, const char *attribute,
		      double age, struct diag_list *diags)
{
	if (begins_at(dataset, present, age))
		return;
	diag_add(diags, DIAG_LIFE_AGE_UNFIT, indicator->at,
		 arena_printf(arena, "%s=\"%g\" of %s", attribute, age, indicator->id),
		 arena_printf(arena, "its bands begin at %s", beginnings(arena, dataset, present)));
}

void life_check(const struct dataset *dataset, struct diag_list *diags)
{
	struct arena *scratch = arena_new();
	size_t row = 0;

	for (size_t i = 0; i < dataset->indicators->count; i++) {
		const struct indicator *indicator = &dataset->indicators->items[i];
		bool *present = arena_array(scratch, dataset->ages->count + 1, sizeof(*present));
		bool any = false;

		for (; row < dataset->count && dataset->observations[row].key.indicator == (int)i;
		     row++)
			if (dataset->observations[row].age != AGE_ALL)
				any = present[dataset->observations[row].age] = true;
		if (!any || strcmp(indicator->method, "life-expectancy") != 0)
			continue;
		check_age(scratch, dataset, indicator, present, "at-age", indicator->at_age, diags);
		if (indicator->closing_age > 0)
			check_age(scratch, dataset, indicator, present, "closing-age",
				  indicator->closing_age, diags);
	}
	arena_free(scratch);
}
