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
	return (struct quantity){ VALUE_SHOWN, number };
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
		if (rule->hides && rule->round_to == 0 && strcmp(rule->id, "ONS-DEATHS") != 0)
			cr_expect(rule->secondary, "%s", rule->id);
	}
	arena_free(arena);
}

/* -- the second group ------------------------------------------------------------------------- */

static const struct disclosure_rule local = {
	.id = "LOCAL", .hides = true, .hide_from = 1, .hide_to = 4, .secondary = true
};

enum { GROUPS = 5 };

/* Applies the rule and hides a second group; counts become -1 where they are hidden. */
static void hide(const struct disclosure_rule *rule, double *counts, struct result *results)
{
	for (int i = 0; i < GROUPS; i++) {
		results[i] = (struct result){ .key = { .group = i, .sex = SEX_ALL },
					      .numerator = shown(counts[i]) };
		if (disclosure_apply(rule, &results[i].numerator))
			results[i].value = value_without(VALUE_SUPPRESSED, REASON_SMALL_COUNT);
	}
	disclosure_secondary(rule, results, GROUPS);
	for (int i = 0; i < GROUPS; i++)
		counts[i] = results[i].numerator.state == VALUE_SUPPRESSED
				    ? -1
				    : results[i].numerator.number;
}

static void expect_after(double a, double b, double c, double d, double e, const double *wanted)
{
	struct result results[GROUPS];
	double counts[GROUPS] = { a, b, c, d, e };

	hide(&local, counts, results);
	for (int i = 0; i < GROUPS; i++)
		cr_expect_eq(counts[i], wanted[i], "%g, %g, %g, %g, %g: group %d is %g, not %g", a,
			     b, c, d, e, i + 1, counts[i], wanted[i]);
}

Test(disclosure, hides_the_next_smallest_group_beside_a_single_hidden_one)
{
	expect_after(3, 20, 9, 30, 40, (const double[]){ -1, 20, -1, 30, 40 });
}

Test(disclosure, hides_no_third_group_beside_two_hidden_ones)
{
	expect_after(3, 2, 9, 30, 40, (const double[]){ -1, -1, 9, 30, 40 });
}

Test(disclosure, hides_nothing_when_no_group_is_small)
{
	expect_after(5, 20, 9, 30, 0, (const double[]){ 5, 20, 9, 30, 0 });
}

/* A hidden 0 would protect nobody: everyone would guess it. */
Test(disclosure, takes_no_group_of_zero_for_the_second)
{
	expect_after(3, 0, 0, 30, 40, (const double[]){ -1, 0, 0, -1, 40 });
}

Test(disclosure, leaves_zeros_alone_when_there_is_nothing_else_to_hide)
{
	expect_after(3, 0, 0, 0, 0, (const double[]){ -1, 0, 0, 0, 0 });
}

Test(disclosure, names_the_reason_of_the_second_group_and_drops_its_number)
{
	struct result results[GROUPS];
	double counts[GROUPS] = { 3, 20, 9, 30, 40 };

	hide(&local, counts, results);
	cr_expect_eq(results[2].value.state, VALUE_SUPPRESSED);
	cr_expect_eq(results[2].value.reason, REASON_SECONDARY);
	cr_expect_eq(results[2].numerator.number, 0);
	cr_expect_eq(results[0].value.reason, REASON_SMALL_COUNT);
}

Test(disclosure, counts_a_group_that_the_data_hide)
{
	struct result results[] = {
		{ .key.sex = SEX_ALL, .numerator = { .state = VALUE_SUPPRESSED } },
		{ .key.sex = SEX_ALL, .numerator = shown(50) },
		{ .key.sex = SEX_ALL, .numerator = shown(60) },
	};

	disclosure_secondary(&local, results, 3);
	cr_expect_eq(results[1].numerator.state, VALUE_SUPPRESSED);
	cr_expect_eq(results[2].numerator.state, VALUE_SHOWN);
}

Test(disclosure, hides_no_second_group_when_everything_is_rounded)
{
	const struct disclosure_rule rounding = {
		.hides = true, .hide_from = 1, .hide_to = 7, .round_to = 5
	};
	struct result results[GROUPS];
	double counts[GROUPS] = { 3, 20, 9, 30, 40 };

	hide(&rounding, counts, results);
	cr_expect_eq(counts[2], 10);
	cr_expect_eq(counts[0], -1);
}
