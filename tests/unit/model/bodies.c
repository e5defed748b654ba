/* Which body lies within which, and what became of bodies that closed, by the list of the program. */
#include "model/bodies.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "data/reference_read.h"
#include "support/fixture.h"
#include "support/messages.h"

TestSuite(model_bodies, .init = fixture_set_up, .fini = fixture_tear_down);

static const struct date before_2026 = { 2025, 3, 31 }, in_2026 = { 2026, 4, 1 };

static const struct reference *shipped(void)
{
	const struct reference *reference = reference_read(arena, "inputs/reference", diags);

	cr_assert_not_null(reference, "%s", messages_text(arena, diags));
	return reference;
}

static void expect_around(const struct reference *reference, const char *code, const char *kind,
			  struct date day, const char *wanted)
{
	const struct known_organisation *found =
		body_around(arena, reference, known_organisation_find(reference, code), kind, day);

	cr_expect_str_eq(found == NULL ? "none" : found->code, wanted, "%s of %s: %s", kind, code,
			 found == NULL ? "none" : found->code);
}

Test(model_bodies, lie_within_a_board_a_region_and_the_country)
{
	const struct reference *reference = shipped();

	expect_around(reference, "RJE", "icb", before_2026, "QNC");
	expect_around(reference, "RJE", "region", before_2026, "Y60");
	expect_around(reference, "RJE", "national", before_2026, "E92000001");
	expect_around(reference, "QNC", "national", before_2026, "E92000001");
	expect_around(reference, "QNC", "icb", before_2026, "none");
	expect_around(reference, "E92000001", "region", before_2026, "none");
}

/* Moorfields: North Central London until March 2026, West and North London then. */
Test(model_bodies, lie_within_the_board_of_the_time)
{
	const struct reference *reference = shipped();

	expect_around(reference, "RP6", "icb", before_2026, "QMJ");
	expect_around(reference, "RP6", "icb", in_2026, "Z9B2Z");
	/* Boards that go on, of which a trust changes from one to the other. */
	expect_around(reference, "RXK", "icb", before_2026, "QHL");
	expect_around(reference, "RXK", "icb", in_2026, "QUA");
	/* Figures from before there were boards are of the areas that they took over. */
	expect_around(reference, "RP6", "icb", (struct date){ 2019, 3, 31 }, "QMJ");
}

Test(model_bodies, name_what_took_their_place)
{
	const struct reference *reference = shipped();
	const struct known_organisation *divided = known_organisation_find(reference, "QM7");
	const struct known_organisation *whole = known_organisation_find(reference, "QMJ");

	cr_expect(body_was_divided(divided));
	cr_expect_not(body_was_divided(whole));
	cr_expect_str_eq(body_successors(arena, reference, whole), "Z9B2Z (West and North London)");
	cr_expect_str_eq(body_successors(arena, reference, divided),
			 "S1Y5D (Central East), D7T5G (Essex)");
	cr_expect_null(
		body_successors(arena, reference, known_organisation_find(reference, "QNC")));
	cr_expect(body_is_closed(whole, in_2026));
	cr_expect_not(body_is_closed(whole, (struct date){ 2026, 3, 31 }));
	cr_expect_eq(date_compare(body_day_after(whole), in_2026), 0);
	/* The last day of a year is followed by the first of the next. */
	cr_expect_eq(date_compare(body_day_after(known_organisation_find(reference, "RAP")),
				  (struct date){ 2025, 1, 1 }),
		     0);
	cr_expect_eq(body_day_after(known_organisation_find(reference, "QNC")).year, 0);
}

Test(model_bodies, find_all_that_they_took_the_place_of)
{
	const struct reference *reference = shipped();
	const char *found = "";
	const struct known_organisation *body;
	size_t at = 0;

	while ((body = body_next_former(reference, "S1Y5D", &at)) != NULL)
		found = arena_printf(arena, "%s %s", found, body->code);
	cr_expect_str_eq(found, " QHG QUE QM7");
}
