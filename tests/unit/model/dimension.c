/* What figures are broken down by: groups under many names, age bands in words. */
#include "model/dimension.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/string_index.h"
#include "support/fixture.h"

TestSuite(model_dimension, .init = fixture_set_up, .fini = fixture_tear_down);

static struct classification *new_classification(enum classification_form form)
{
	struct classification *classification = arena_alloc(arena, sizeof(*classification));

	classification->form = form;
	classification->names = string_index_new(arena);
	return classification;
}

Test(model_dimension, finds_dimensions_and_classifications)
{
	struct dimension items[] = { { .id = "sex" }, { .id = "deprivation" } };
	struct classification tenth = { .id = "tenth", .dimension = "deprivation" };
	struct classification fifth = { .id = "fifth", .dimension = "deprivation" };
	struct classification sex = { .id = "sex", .dimension = "sex" };
	struct classification *all[] = { &tenth, &fifth, &sex };
	const struct dimensions dimensions = {
		.items = items, .count = 2, .classifications = all, .classification_count = 3
	};
	const char **names;
	size_t count;

	cr_expect_eq(dimension_find(&dimensions, "deprivation"), 1);
	cr_expect_eq(dimension_find(&dimensions, "fifth"), -1);
	cr_expect_eq(classification_find(&dimensions, "fifth"), 1);
	cr_expect_eq(classification_find(&dimensions, "deprivation"), -1);
	cr_expect_eq(classification_default(&dimensions, "deprivation"), 0);
	cr_expect_eq(classification_default(&dimensions, "ethnicity"), -1);
	/* Each name once, though a dimension and a classification are called sex. */
	names = breakdown_names(arena, &dimensions, &count);
	cr_assert_eq(count, 4);
	cr_expect_str_eq(names[0], "sex");
	cr_expect_str_eq(names[1], "deprivation");
	cr_expect_str_eq(names[2], "tenth");
	cr_expect_str_eq(names[3], "fifth");
}

Test(model_dimension, finds_a_group_by_any_name_in_any_case)
{
	struct classification *classification = new_classification(CLASSIFICATION_LISTED);

	cr_expect(group_add_name(arena, classification, "Most Deprived", 0));
	cr_expect(group_add_name(arena, classification, "Q1", 0));
	cr_expect(group_add_name(arena, classification, "\xc3\x89t\xc3\xa9", 1));
	cr_expect_eq(group_find(classification, "most deprived"), 0);
	cr_expect_eq(group_find(classification, "q1"), 0);
	cr_expect_eq(group_find(classification, "\xc3\xa9T\xc3\x89"), 1);
	cr_expect_eq(group_find(classification, "least"), -1);
}

Test(model_dimension, gives_a_name_to_one_group_alone)
{
	struct classification *classification = new_classification(CLASSIFICATION_LISTED);

	cr_expect(group_add_name(arena, classification, "one", 0));
	cr_expect(group_add_name(arena, classification, "ONE", 0));
	cr_expect_not(group_add_name(arena, classification, "One", 1));
	cr_expect_eq(group_find(classification, "one"), 0);
}

Test(model_dimension, adds_no_group_to_a_list)
{
	struct classification *classification = new_classification(CLASSIFICATION_LISTED);

	cr_expect_eq(group_find_or_add(arena, classification, "new"), -1);
	cr_expect_eq(classification->count, 0);
}

Test(model_dimension, adds_groups_of_open_classifications_once)
{
	struct classification *classification = new_classification(CLASSIFICATION_NAMES);

	cr_expect_eq(group_find_or_add(arena, classification, "One"), 0);
	cr_expect_eq(group_find_or_add(arena, classification, "Two"), 1);
	cr_expect_eq(group_find_or_add(arena, classification, "ONE"), 0);
	cr_expect_eq(classification->count, 2);
	cr_expect_str_eq(classification->groups[1].label, "Two");
}

Test(model_dimension, adds_an_age_band_once_however_it_is_written)
{
	struct classification *ages = new_classification(CLASSIFICATION_AGE_BANDS);

	cr_expect_eq(group_find_or_add(arena, ages, "90 and over"), 0);
	cr_expect_eq(group_find_or_add(arena, ages, "0-4"), 1);
	cr_expect_eq(group_find_or_add(arena, ages, "90+"), 0);
	cr_expect_eq(group_find_or_add(arena, ages, "0 to 4 years"), 1);
	cr_expect_eq(group_find_or_add(arena, ages, "adults"), -1);
	cr_expect_eq(ages->count, 2);
	cr_expect_str_eq(ages->groups[0].code, "90+");
	cr_expect_str_eq(ages->groups[1].code, "0-4");
	/* From youngest to oldest, whatever came first. */
	cr_expect_gt(group_compare(ages, 0, 1), 0);
	cr_expect_lt(group_compare(ages, 1, 0), 0);
	cr_expect_eq(group_compare(ages, 1, 1), 0);
}

Test(model_dimension, puts_unknown_groups_last)
{
	struct group groups[] = { { .kind = GROUP_UNKNOWN }, { .kind = GROUP_ORDINARY } };
	const struct classification listed = { .form = CLASSIFICATION_LISTED,
					       .groups = groups,
					       .count = 2 };

	cr_expect_gt(group_compare(&listed, 0, 1), 0);
	cr_expect_lt(group_compare(&listed, 1, 0), 0);
}

static void expect_band(const char *text, double lower, double upper)
{
	double from = -7, to = -7;

	cr_expect(age_band_parse(text, &from, &to), "%s", text);
	cr_expect(from == lower && to == upper, "%s is %g to %g", text, from, to);
}

Test(model_dimension, reads_age_bands)
{
	expect_band("0-4", 0, 4);
	expect_band("5 to 9", 5, 9);
	expect_band("65\xe2\x80\x93"
		    "74 years",
		    65, 74);
	expect_band("Aged 18-39", 18, 39);
	expect_band("10_14", 10, 14);
	expect_band("17", 17, 17);
	expect_band("0", 0, 0);
	expect_band("Under 18", 0, 17);
	expect_band("<1", 0, 0);
	expect_band("less than 20 yrs", 0, 19);
	expect_band("19 and under", 0, 19);
	/* An upper end below the lower one means none. */
	expect_band("90+", 90, 89);
	expect_band("18 and over", 18, 17);
	expect_band("85 years and above", 85, 84);
	expect_band("85 or older", 85, 84);
	expect_band("65 & over", 65, 64);
	expect_band("Age 0-4", 0, 4);
	expect_band("Aged 4 years and under", 0, 4);
	expect_band("under 18s", 0, 17);
	expect_band("5-9 years old", 5, 9);
}

Test(model_dimension, refuses_what_is_no_age_band)
{
	static const char *const texts[] = {
		"", "adults", "9-5", "4-", "-4", "18+x", "1000", "Under", "under 0", "5 to",
		"5-9-12", "4.5",
		/* Classes of a school, months, and an age of 90 or not. */
		"Year 6", "12 months", "over 90"
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		double lower = -7, upper = -7;

		cr_expect_not(age_band_parse(texts[i], &lower, &upper), "%s is %g to %g", texts[i],
			      lower, upper);
		cr_expect_eq(lower, -7);
	}
}

static bool bands_overlap(const char *one, const char *other)
{
	struct group a = { 0 }, b = { 0 };

	cr_assert(age_band_parse(one, &a.lower, &a.upper));
	cr_assert(age_band_parse(other, &b.lower, &b.upper));
	cr_expect_eq(group_overlaps(&a, &b), group_overlaps(&b, &a), "%s, %s", one, other);
	return group_overlaps(&a, &b);
}

Test(model_dimension, knows_age_bands_that_overlap)
{
	cr_expect(bands_overlap("0-4", "0-17"));
	cr_expect(bands_overlap("5-17", "17"));
	cr_expect(bands_overlap("15-19", "18+"));
	cr_expect(bands_overlap("65+", "90+"));
	cr_expect_not(bands_overlap("0-4", "5-9"));
	cr_expect_not(bands_overlap("85-89", "90+"));
}

Test(model_dimension, writes_an_age_band_as_it_is_read)
{
	cr_expect_str_eq(age_band_code(arena, 0, 4), "0-4");
	cr_expect_str_eq(age_band_code(arena, 7, 7), "7");
	cr_expect_str_eq(age_band_code(arena, 90, 89), "90+");
}

Test(model_dimension, tells_editions_of_one_list_from_lists_that_differ)
{
	const struct classification old = { .dimension = "d",
					    .series = "fifth",
					    .edition = "2019" };
	const struct classification new = { .dimension = "d",
					    .series = "fifth",
					    .edition = "2025" };
	const struct classification tenth = { .dimension = "d",
					      .series = "tenth",
					      .edition = "2019" };
	const struct classification other = { .dimension = "e", .series = "", .edition = "2025" };
	const struct classification plain = { .dimension = "d", .series = "", .edition = "" };

	cr_expect(classifications_are_editions(&old, &new));
	cr_expect_not(classifications_are_editions(&old, &tenth));
	cr_expect_not(classifications_are_editions(&plain, &plain));
	cr_expect(classifications_differ(&old, &new));
	cr_expect(classifications_differ(&tenth, &new));
	cr_expect_not(classifications_differ(&old, &tenth));
	cr_expect_not(classifications_differ(&old, &other), "groups of something else");
	cr_expect_not(classifications_differ(&old, &plain));
}
