#include "vectors/gaps.h"

const struct vectors_tolerance gap_tolerance = { .share = 1e-10, .floor = 1e-6 };

/* Figures that agree but for rounding have a difference of that size. */
static struct vectors_tolerance tolerance_of(const struct estimate *difference, double multiplier)
{
	struct vectors_tolerance tolerance = gap_tolerance;

	tolerance.rounding =
		vectors_noise(multiplier * (difference->limits.upper - difference->limits.lower));
	return tolerance;
}

static void compare_differences(struct vectors *expected, size_t row, const struct gap_side *first,
				const struct gap_side *comparator, double confidence,
				double multiplier, const struct gap_columns *columns)
{
	bool both = first->known && comparator->known;
	struct estimate separate = { 0 }, wald = { 0 };
	bool known = both &&
		     gap_difference(&first->estimate, &comparator->estimate, &separate) == STATS_OK;
	bool wald_known = both && gap_difference_wald(&first->group, &comparator->group, confidence,
						      &wald) == STATS_OK;

	vectors_compare_estimate(
		expected, row,
		(const char *const[]){ "diff", columns->separate_lower, columns->separate_upper },
		known, &separate, multiplier, tolerance_of(&separate, multiplier));
	vectors_compare_estimate(
		expected, row, (const char *const[]){ NULL, "diff_wald_lower", "diff_wald_upper" },
		wald_known, &wald, multiplier, tolerance_of(&wald, multiplier));
}

/* A ratio can be known without limits: to a comparator with events of a group without. */
const char *gaps_compare(struct vectors *expected, size_t row, const struct gap_side *first,
			 const struct gap_side *comparator, double confidence, double multiplier,
			 const struct gap_columns *columns)
{
	bool both = first->known && comparator->known, known, limited;
	struct estimate ratio = { 0 };

	compare_differences(expected, row, first, comparator, confidence, multiplier, columns);
	limited = both &&
		  gap_ratio(&first->group, &comparator->group, confidence, &ratio) == STATS_OK;
	known = both && gap_ratio_value(first->group.value, comparator->group.value,
					&ratio.value) == STATS_OK;
	vectors_compare(expected, row, "ratio", known, ratio.value, gap_tolerance);
	vectors_compare(expected, row, "pct_higher", known, 100 * (ratio.value - 1), gap_tolerance);
	vectors_compare_estimate(
		expected, row,
		(const char *const[]){ NULL, columns->ratio_lower, columns->ratio_upper }, limited,
		&ratio, 1, gap_tolerance);
	if (!both)
		return "error";
	return limited ? "ok" : "undefined";
}
