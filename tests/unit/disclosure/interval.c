/* What readers know of a count by its rule alone. */

#include "disclosure/interval.h"

#include <criterion/criterion.h>
#include <math.h>

static const struct disclosure_rule hospital = {
	.hides = true, .hide_from = 1, .hide_to = 7, .round_to = 5, .least_values = 2
};
static const struct disclosure_rule local = {
	.hides = true, .hide_from = 1, .hide_to = 4, .secondary = true, .least_values = 4
};
static const struct disclosure_rule audit = { .hides = true,
					      .hide_from = 1,
					      .hide_to = 7,
					      .shows_instead = true,
					      .shown_as = 5,
					      .round_to = 5,
					      .least_values = 2 };
static const struct disclosure_rule mental = {
	.hides = true, .hide_from = 0, .hide_to = 4, .round_to = 5, .least_values = 2
};

static void expect_shown(const struct disclosure_rule *rule, double number, double lower,
			 double upper)
{
	struct span span = interval_shown(rule, number);

	cr_expect_eq(span.lower, lower, "%g: from %g, not %g", number, span.lower, lower);
	cr_expect_eq(span.upper, upper, "%g: to %g, not %g", number, span.upper, upper);
}

Test(interval, of_an_exact_count_is_that_count)
{
	expect_shown(NULL, 17, 17, 17);
	expect_shown(&local, 17, 17, 17);
}

/* 23 to 27 become 25. */
Test(interval, of_a_rounded_count_is_all_that_become_it)
{
	expect_shown(&hospital, 23, 23, 27);
	expect_shown(&hospital, 27, 23, 27);
	expect_shown(&hospital, 28, 28, 32);
}

/* 8 to 12 become 10; 0 is 0, since 1 to 7 are hidden; after 0 to 4, 5 to 7 become 5. */
Test(interval, of_a_rounded_count_leaves_out_what_is_hidden)
{
	expect_shown(&hospital, 10, 8, 12);
	expect_shown(&hospital, 0, 0, 0);
	expect_shown(&mental, 6, 5, 7);
}

Test(interval, of_a_small_count_that_is_shown_as_another_is_all_small_ones)
{
	expect_shown(&audit, 2, 1, 7);
	expect_shown(&audit, 9, 8, 12);
	expect_shown(&audit, 0, 0, 0);
}

Test(interval, of_what_is_hidden_has_no_end_where_further_ones_are_hidden_as_well)
{
	cr_expect_eq(interval_hidden(&hospital, false).upper, 7);
	cr_expect_eq(interval_hidden(&hospital, true).upper, INFINITY);
	cr_expect_eq(interval_hidden(&local, false).upper, INFINITY);
	cr_expect_eq(interval_hidden(&audit, false).upper, INFINITY);
	cr_expect_eq(interval_hidden(&local, false).lower, 1);
	cr_expect_eq(interval_hidden(&mental, false).lower, 0);
}

Test(interval, is_guarded_where_a_rule_asks_for_it)
{
	const struct disclosure_rule rounds = { .round_to = 5 };

	cr_expect(rule_is_guarded(&local));
	cr_expect(rule_is_guarded(&audit));
	cr_expect_not(rule_is_guarded(&rounds));
	cr_expect_not(rule_is_guarded(NULL));
}
