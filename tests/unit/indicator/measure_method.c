/* What limits of a measure say. */

#include "indicator/measure_method.h"

#include <criterion/criterion.h>

static enum comparison verdict(enum polarity polarity, struct measure_choice choice, bool of_group,
			       double lower, double upper)
{
	const struct indicator indicator = { .polarity = polarity };
	const struct value value = { .state = VALUE_SHOWN, .limits = { true, lower, upper } };

	return measure_verdict(&indicator, &choice, of_group, &value);
}

static struct measure_choice raw(enum measure measure)
{
	struct measure_choice choice = measure_plain(measure);

	choice.raw = true;
	return choice;
}

/* By polarity positive is worse: more of what is bad, less of what is good. Raw slopes: least less most. */
Test(measure_method, tells_whether_the_most_deprived_have_more)
{
	static const enum measure slopes[] = { MEASURE_SII, MEASURE_ABSOLUTE_GRADIENT,
					       MEASURE_CONCENTRATION_INDEX };

	for (size_t i = 0; i < 3; i++) {
		const struct measure_choice plain = measure_plain(slopes[i]);

		cr_expect_eq(verdict(POLARITY_LOW_GOOD, plain, false, 1, 2), COMPARISON_HIGHER);
		cr_expect_eq(verdict(POLARITY_NONE, plain, false, 1, 2), COMPARISON_HIGHER);
		cr_expect_eq(verdict(POLARITY_HIGH_GOOD, plain, false, 1, 2), COMPARISON_LOWER);
		cr_expect_eq(verdict(POLARITY_HIGH_GOOD, plain, false, -2, -1), COMPARISON_HIGHER);
		cr_expect_eq(verdict(POLARITY_LOW_GOOD, plain, false, -2, -1), COMPARISON_LOWER);
		cr_expect_eq(verdict(POLARITY_LOW_GOOD, raw(slopes[i]), false, 1, 2),
			     COMPARISON_LOWER);
		cr_expect_eq(verdict(POLARITY_HIGH_GOOD, raw(slopes[i]), false, 1, 2),
			     COMPARISON_LOWER);
		cr_expect_eq(verdict(POLARITY_LOW_GOOD, plain, false, -1, 2), COMPARISON_SIMILAR);
		cr_expect_eq(verdict(POLARITY_LOW_GOOD, plain, false, 0, 2), COMPARISON_SIMILAR);
	}
}

Test(measure_method, compares_ratios_with_one)
{
	const struct measure_choice rii = measure_plain(MEASURE_RII);
	const struct measure_choice ratio = measure_plain(MEASURE_RATIO);

	cr_expect_eq(verdict(POLARITY_LOW_GOOD, rii, false, 1.1, 2), COMPARISON_HIGHER);
	cr_expect_eq(verdict(POLARITY_HIGH_GOOD, rii, false, 1.1, 2), COMPARISON_LOWER);
	cr_expect_eq(verdict(POLARITY_LOW_GOOD, rii, false, 0.9, 2), COMPARISON_SIMILAR);
	/* A ratio is the first by the second, whatever is better. */
	cr_expect_eq(verdict(POLARITY_HIGH_GOOD, ratio, false, 1.1, 2), COMPARISON_HIGHER);
	cr_expect_eq(verdict(POLARITY_HIGH_GOOD, ratio, true, 0.5, 0.9), COMPARISON_LOWER);
}

Test(measure_method, takes_a_gap_of_a_named_group_as_subtracted)
{
	const struct measure_choice gap = measure_plain(MEASURE_GAP);

	cr_expect_eq(verdict(POLARITY_HIGH_GOOD, gap, true, 1, 2), COMPARISON_HIGHER);
	cr_expect_eq(verdict(POLARITY_HIGH_GOOD, gap, false, 1, 2), COMPARISON_LOWER);
	cr_expect_eq(verdict(POLARITY_HIGH_GOOD, raw(MEASURE_GAP), false, 1, 2), COMPARISON_HIGHER);
	cr_expect_eq(verdict(POLARITY_LOW_GOOD, gap, false, 1, 2), COMPARISON_HIGHER);
	cr_expect_eq(verdict(POLARITY_HIGH_GOOD, measure_plain(MEASURE_EXCESS), false, 1, 2),
		     COMPARISON_HIGHER);
}

/* Chance spreads values, so a spread above 0 says nothing of inequality. */
Test(measure_method, tells_nothing_from_a_measure_of_spread)
{
	static const enum measure spreads[] = {
		MEASURE_BETWEEN_GROUP_VARIANCE,   MEASURE_BETWEEN_GROUP_STANDARD_DEVIATION,
		MEASURE_COEFFICIENT_OF_VARIATION, MEASURE_MEAN_DIFFERENCE,
		MEASURE_INDEX_OF_DISPARITY,       MEASURE_THEIL_INDEX,
		MEASURE_MEAN_LOG_DEVIATION,       MEASURE_COMPLETENESS,
	};

	for (size_t i = 0; i < sizeof(spreads) / sizeof(spreads[0]); i++)
		cr_expect_eq(verdict(POLARITY_LOW_GOOD, measure_plain(spreads[i]), false, 1, 2),
			     COMPARISON_NONE);
	cr_expect_eq(verdict(POLARITY_LOW_GOOD, measure_plain(MEASURE_PAR), false, -2, -1),
		     COMPARISON_LOWER);
	cr_expect_eq(verdict(POLARITY_HIGH_GOOD, measure_plain(MEASURE_PAF), false, 1, 2),
		     COMPARISON_HIGHER);
}

Test(measure_method, tells_nothing_without_limits_or_of_low_reliability)
{
	const struct indicator indicator = { .polarity = POLARITY_LOW_GOOD };
	const struct measure_choice sii = measure_plain(MEASURE_SII);
	struct value value = { .state = VALUE_SHOWN, .estimate = 3 };

	cr_expect_eq(measure_verdict(&indicator, &sii, false, &value), COMPARISON_NONE);
	value.limits = (struct interval_limits){ true, 1, 4 };
	value.state = VALUE_UNRELIABLE;
	cr_expect_eq(measure_verdict(&indicator, &sii, false, &value), COMPARISON_NONE);
	value.state = VALUE_SUPPRESSED;
	cr_expect_eq(measure_verdict(&indicator, &sii, false, &value), COMPARISON_NONE);
}

Test(measure_method, is_there_for_every_measure_over_groups)
{
	for (int i = 0; i < MEASURE_COUNT_OF; i++) {
		enum measure measure = (enum measure)i;
		const struct measure_method *method = measure_method(measure);

		if (measure_kind(measure)->scope == MEASURE_SCOPE_GROUP) {
			cr_expect_null(method);
			cr_expect_not(measure_needs_order(measure));
			continue;
		}
		cr_assert_not_null(method);
		cr_expect_not_null(method->source);
		/* A sign needs a direction, and so an order; a gap has one by its two groups. */
		cr_expect(!(measure_kind(measure)->parameters & TAKES_SIGN) ||
			  measure_needs_order(measure) ||
			  measure_kind(measure)->scope == MEASURE_SCOPE_PAIR);
	}
}
