#include "indicator/disclosure.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/reference_read.h"

/* -- single counts ---------------------------------------------------------------------------- */

static struct quantity shown(double number)
{
	return (struct quantity){ .state = VALUE_SHOWN, .number = number };
}

/* What a count becomes by a rule of the list: its number, or -1 when it is hidden. */
static double published(const char *rule, double count)
{
	struct arena *arena = arena_new();
	struct diag_list *diags = diag_list_new(arena);
	const struct reference *reference = reference_read(arena, "inputs/reference", diags);
	struct quantity quantity = shown(count);
	const struct disclosure_rule *found;
	bool hidden;

	cr_assert_not_null(reference);
	found = disclosure_rule_find(reference, rule);
	cr_assert_not_null(found, "no rule %s", rule);
	hidden = disclosure_apply(found, &quantity);
	cr_assert_eq(hidden, quantity.state == VALUE_SUPPRESSED);
	cr_assert_eq(hidden, disclosure_hides(found, count));
	cr_assert(!hidden || quantity.number == 0, "the number of a hidden count is still there");
	arena_free(arena);
	return hidden ? -1 : quantity.number;
}

struct count_case {
	char rule[16];
	double count, published;
};

/* From the descriptions of the rules; -1 is hidden. */
ParameterizedTestParameters(disclosure, treats_counts_as_the_rule_says)
{
	static struct count_case cases[] = {
		/* 0 stays, 1 to 7 hidden, others to the nearest 5 */
		{ "HES-5", 0, 0 },
		{ "HES-5", 1, -1 },
		{ "HES-5", 7, -1 },
		{ "HES-5", 8, 10 },
		{ "HES-5", 12, 10 },
		{ "HES-5", 13, 15 },
		{ "HES-5", 1002, 1000 },
		{ "HES-5", 1003, 1005 },
		{ "DQMI", 0, 0 },
		{ "DQMI", 7, -1 },
		{ "DQMI", 8, 10 },
		/* 0 to 4 hidden, others to the nearest 5 */
		{ "MHSDS-5", 0, -1 },
		{ "MHSDS-5", 4, -1 },
		{ "MHSDS-5", 5, 5 },
		{ "MHSDS-5", 7, 5 },
		{ "MHSDS-5", 8, 10 },
		{ "MHSDS-RI", 0, -1 },
		{ "MHSDS-RI", 4, -1 },
		{ "MHSDS-RI", 5, 5 },
		/* 0 stays, 1 to 7 shown as 5, others to the nearest 5 */
		{ "NDA-5", 0, 0 },
		{ "NDA-5", 1, 5 },
		{ "NDA-5", 7, 5 },
		{ "NDA-5", 8, 10 },
		/* all to the nearest 5 */
		{ "CVDP-5", 2, 0 },
		{ "CVDP-5", 3, 5 },
		{ "CVDP-5", 123, 125 },
		/* 1 and 2 hidden */
		{ "ONS-DEATHS", 0, 0 },
		{ "ONS-DEATHS", 1, -1 },
		{ "ONS-DEATHS", 2, -1 },
		{ "ONS-DEATHS", 3, 3 },
		/* 1 to 4 hidden */
		{ "LOCAL-5", 0, 0 },
		{ "LOCAL-5", 1, -1 },
		{ "LOCAL-5", 4, -1 },
		{ "LOCAL-5", 5, 5 },
		{ "LOCAL-5", 123, 123 },
		/* as they are */
		{ "AS-PUBLISHED", 1, 1 },
		{ "NONE", 1, 1 },
		{ "NAT-NONE", 3, 3 },
	};

	return cr_make_param_array(struct count_case, cases, sizeof(cases) / sizeof(cases[0]),
				   NULL);
}

ParameterizedTest(struct count_case *count, disclosure, treats_counts_as_the_rule_says)
{
	double got = published(count->rule, count->count);

	cr_expect_eq(got, count->published, "%s: %g becomes %g, not %g", count->rule, count->count,
		     got, count->published);
}

Test(disclosure, without_a_rule_hides_nothing)
{
	struct quantity quantity = shown(1);

	cr_expect_not(disclosure_hides(NULL, 1));
	cr_expect_not(disclosure_apply(NULL, &quantity));
	cr_expect_eq(quantity.number, 1);
}

Test(disclosure, leaves_what_is_not_shown_as_it_is)
{
	const struct disclosure_rule rule = { .hides = true, .hide_from = 0, .hide_to = 7 };
	struct quantity missing = { .state = VALUE_NOT_AVAILABLE };
	struct quantity meaningless = { .state = VALUE_NOT_APPLICABLE };

	cr_expect_not(disclosure_apply(&rule, &missing));
	cr_expect_not(disclosure_apply(&rule, &meaningless));
	cr_expect_eq(missing.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(meaningless.state, VALUE_NOT_APPLICABLE);
}

Test(disclosure, of_the_reference_list_has_one_default_that_hides_a_second_group)
{
	struct arena *arena = arena_new();
	struct diag_list *diags = diag_list_new(arena);
	const struct reference *reference = reference_read(arena, "inputs/reference", diags);
	const struct disclosure_rule *rule;

	cr_assert_not_null(reference);
	rule = disclosure_rule_find(reference, "LOCAL-5");
	cr_assert_not_null(rule);
	cr_expect(rule->secondary);
	cr_expect_not(rule->rates_from_rounded);
	for (size_t i = 0; i < reference->rule_count; i++) {
		rule = &reference->rules[i];
		/* Exact counts beside hidden ones need a second hidden group; rounded ones do not. */
		if (rule->hides && rule->round_to == 0)
			cr_expect(rule->secondary, "%s", rule->id);
	}
	arena_free(arena);
}

/* -- figures from exact counts ---------------------------------------------------------------- */

Test(disclosure, coarsens_percentages_beside_rounded_counts)
{
	const struct disclosure_rule exact_rates = { .round_to = 5 };
	const struct disclosure_rule rounded_rates = { .round_to = 5, .rates_from_rounded = true };
	const struct disclosure_rule hiding = { .hides = true, .hide_from = 1, .hide_to = 4 };
	const struct disclosure_rule none = { 0 };

	cr_expect(disclosure_coarsens(&exact_rates, false));
	cr_expect_not(disclosure_coarsens(&rounded_rates, false));
	cr_expect_not(disclosure_coarsens(&hiding, false));
	cr_expect_not(disclosure_coarsens(&none, false));
	cr_expect_not(disclosure_coarsens(NULL, false));
}

/* A rate adjusted for age rests on small counts of its bands, whatever the whole is. */
Test(disclosure, coarsens_rates_made_of_parts_under_every_rule_that_does_something)
{
	const struct disclosure_rule rounded_rates = { .round_to = 5, .rates_from_rounded = true };
	const struct disclosure_rule hiding = { .hides = true, .hide_from = 1, .hide_to = 4 };
	const struct disclosure_rule none = { 0 };

	cr_expect(disclosure_coarsens(&rounded_rates, true));
	cr_expect(disclosure_coarsens(&hiding, true));
	cr_expect_not(disclosure_coarsens(&none, true));
	cr_expect_not(disclosure_coarsens(NULL, true));
}

Test(disclosure, protects_where_it_hides_or_rounds)
{
	const struct disclosure_rule hides = { .hides = true, .hide_from = 1, .hide_to = 4 };
	const struct disclosure_rule rounds = { .round_to = 5 };
	const struct disclosure_rule neither = { 0 };

	cr_expect(disclosure_protects(&hides));
	cr_expect(disclosure_protects(&rounds));
	cr_expect_not(disclosure_protects(&neither));
	cr_expect_not(disclosure_protects(NULL));
}
