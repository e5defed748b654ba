/* Standard populations by name, and the weights of bands that are not cut as they are. */
#include "model/reference.h"

#include <criterion/criterion.h>

/* Three bands and an open one, with weights that tell them apart in a sum. */
static struct standard_band bands[] = {
	{ 0, 0, 1 }, { 1, 4, 20 }, { 5, 14, 300 }, { 15, 14, 4000 }
};
static struct standard_band closed[] = { { 20, 29, 5 }, { 30, 39, 7 } };
static struct standard_population standards[] = {
	{ .name = "a", .scheme = "a-4", .bands = bands, .count = 4 },
	{ .name = "b", .scheme = "b-2", .bands = closed, .count = 2 },
};
static const struct reference lists = { .standards = standards, .standard_count = 2 };

static void expect_weight(const struct standard_population *standard, double lower, double upper,
			  double weight)
{
	double got = -7;

	cr_expect(standard_weight(standard, lower, upper, &got), "%g to %g", lower, upper);
	cr_expect_eq(got, weight, "%g to %g: %g", lower, upper, got);
}

static void expect_none(const struct standard_population *standard, double lower, double upper)
{
	double got = -7;

	cr_expect_not(standard_weight(standard, lower, upper, &got), "%g to %g", lower, upper);
	cr_expect_eq(got, -7);
}

Test(model_reference, gives_a_band_of_the_standard_its_weight)
{
	expect_weight(&standards[0], 0, 0, 1);
	expect_weight(&standards[0], 5, 14, 300);
	expect_weight(&standards[0], 15, 14, 4000);
}

Test(model_reference, adds_up_the_weights_of_bands_that_make_up_a_wider_one)
{
	expect_weight(&standards[0], 0, 4, 21);
	expect_weight(&standards[0], 1, 14, 320);
	expect_weight(&standards[0], 5, -1, 4300);
	expect_weight(&standards[0], 0, -1, 4321);
	expect_weight(&standards[1], 20, 39, 12);
}

Test(model_reference, has_no_weight_for_bands_that_it_would_have_to_cut)
{
	expect_none(&standards[0], 0, 3);
	expect_none(&standards[0], 2, 4);
	expect_none(&standards[0], 1, 5);
	expect_none(&standards[0], 3, 3);
	expect_none(&standards[0], 16, 15);
	/* An end where the standard has none, and none where it has one. */
	expect_none(&standards[0], 15, 99);
	expect_none(&standards[1], 30, 29);
	/* Ages before and behind its own. */
	expect_none(&standards[1], 19, 29);
	expect_none(&standards[1], 20, 49);
	expect_none(&standards[1], 40, 49);
}

Test(model_reference, finds_a_standard_by_its_name)
{
	cr_expect_eq(standard_find(&lists, "a"), &standards[0]);
	cr_expect_eq(standard_find(&lists, "b"), &standards[1]);
	cr_expect_null(standard_find(&lists, "a-4"));
	cr_expect_null(standard_find(&lists, ""));
}

Test(model_reference, says_what_a_rule_is_for_where_it_has_no_note)
{
	const struct disclosure_rule noted = { .applies_to = "Hospital data", .note = "Rounds" };
	const struct disclosure_rule bare = { .applies_to = "Hospital data", .note = "" };

	cr_expect_str_eq(disclosure_rule_meaning(&noted), "Rounds");
	cr_expect_str_eq(disclosure_rule_meaning(&bare), "Hospital data");
}
