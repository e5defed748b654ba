/* The sets that there are, and the thresholds that texts name. */
#include "data/catalogue_lists.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/path.h"
#include "support/fixture_place.h"
#include "support/messages.h"

TestSuite(data_catalogue_lists, .init = fixture_place_set_up, .fini = fixture_place_tear_down);

Test(data_catalogue_lists, reads_sets_in_their_order)
{
	struct catalogue_sets sets = { 0 };

	workplace_file(&place, "sets.csv",
		       "set,title,issuing_body,about,version,date,change,confidence\n"
		       "b,Bee,Body,What,2,2024,More,recalled\na,Ay,,,,,,\n");
	cr_assert(catalogue_sets_read(arena, place.folder, &sets, diags));
	cr_assert_eq(sets.count, 2);
	cr_expect_str_eq(sets.items[0].id, "b");
	cr_expect_str_eq(sets.items[0].title, "Bee");
	cr_expect_str_eq(sets.items[0].issuer, "Body");
	cr_expect_str_eq(sets.items[0].about, "What");
	cr_expect_str_eq(sets.items[0].version, "2");
	cr_expect_str_eq(sets.items[0].date, "2024");
	cr_expect_str_eq(sets.items[0].change, "More");
	cr_expect_str_eq(sets.items[0].confidence, "recalled");
	cr_expect_eq(catalogue_set_find(&sets, "a"), &sets.items[1]);
	cr_expect_null(catalogue_set_find(&sets, "c"));
}

Test(data_catalogue_lists, refuses_sets_without_ids_of_their_own)
{
	struct catalogue_sets sets = { 0 };

	workplace_file(&place, "sets.csv", "set,title\na,Ay\na,Bee\n,Sea\n");
	cr_expect_not(catalogue_sets_read(arena, place.folder, &sets, diags));
	cr_expect_eq(messages_count(diags, "SPC30"), 2);
}

Test(data_catalogue_lists, reads_thresholds)
{
	struct thresholds thresholds = { 0 };

	workplace_file(
		&place, "thresholds.csv",
		"threshold,words,value,unit,note,confidence\nw,18 weeks,18,weeks,Why,verified\n");
	cr_assert(thresholds_read(arena, place.folder, &thresholds, diags));
	cr_assert_eq(thresholds.count, 1);
	cr_expect_str_eq(threshold_find(&thresholds, "w")->words, "18 weeks");
	cr_expect_float_eq(thresholds.items[0].value, 18, 0);
	cr_expect_str_eq(thresholds.items[0].unit, "weeks");
	cr_expect_null(threshold_find(&thresholds, "x"));
}

Test(data_catalogue_lists, refuses_thresholds_without_words_or_number)
{
	struct thresholds thresholds = { 0 };

	workplace_file(&place, "thresholds.csv",
		       "threshold,words,value\na,,18\nb,Two,many\nb,Two,2\n");
	cr_expect_not(thresholds_read(arena, place.folder, &thresholds, diags));
	cr_expect_eq(messages_count(diags, "SPC30"), 3);
}

Test(data_catalogue_lists, needs_no_thresholds)
{
	struct thresholds thresholds = { 0 };

	cr_expect(thresholds_read(arena, place.folder, &thresholds, diags));
	cr_expect_eq(thresholds.count, 0);
}
