#include "support/slopes.h"

#include <criterion/criterion.h>

struct slope_fit slope_fit_of(const struct slope_group *groups, size_t count,
			      enum slope_model model)
{
	struct slope_fit fit;
	size_t group;

	cr_assert_eq(slope_fit(groups, count, model, &fit, &group), STATS_OK);
	return fit;
}
