/* Age bands of one cell put together. */
#include "data/age_bands.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/string_index.h"
#include "support/fixture.h"

enum { ROWS_MOST = 12 };

static struct classification *ages;
static struct observation rows[ROWS_MOST];
static size_t count;

static void set_up(void)
{
	fixture_set_up();
	ages = arena_alloc(arena, sizeof(*ages));
	ages->form = CLASSIFICATION_AGE_BANDS;
	ages->names = string_index_new(arena);
	count = 0;
}

TestSuite(data_age_bands, .init = set_up, .fini = fixture_tear_down);

static int age_of(const char *name)
{
	return strcmp(name, "all") == 0 ? AGE_ALL : group_find_or_add(arena, ages, name);
}

static void add(const char *age, double events, double people)
{
	rows[count++] = (struct observation){
		.age = age_of(age),
		.numerator = { .state = VALUE_SHOWN, .number = events },
		.denominator = { .state = VALUE_SHOWN, .number = people },
	};
}

static void expect_people(const char *age, int except, double people)
{
	struct quantity sum = { .number = -7 };
	double lower, upper;

	cr_assert(age_band_parse(age, &lower, &upper));
	cr_expect(bands_make_up(ages, rows, count, except, lower, upper, &sum), "%s", age);
	cr_expect_eq(sum.number, people, "%s: %g", age, sum.number);
	cr_expect(quantity_is_shown(&sum));
}

static void expect_nobody(const char *age, int except)
{
	struct quantity sum = { .number = -7 };
	double lower, upper;

	cr_assert(age_band_parse(age, &lower, &upper));
	cr_expect_not(bands_make_up(ages, rows, count, except, lower, upper, &sum), "%s", age);
	cr_expect_eq(sum.number, -7);
}

Test(data_age_bands, make_up_a_wider_band_in_whatever_order)
{
	add("all", 0, 50000);
	add("90+", 0, 4);
	add("5-9", 0, 100);
	add("0", 0, 1);
	add("10-89", 0, 1000);
	add("1-4", 0, 20);
	expect_people("0-4", AGE_ALL, 21);
	expect_people("0-9", AGE_ALL, 121);
	expect_people("10+", AGE_ALL, 1004);
	expect_people("0+", AGE_ALL, 1125);
	expect_people("90+", AGE_ALL, 4);
}

Test(data_age_bands, do_not_make_up_what_they_leave_out_or_go_beyond)
{
	add("0-4", 0, 1);
	add("10-14", 0, 2);
	add("15-19", 0, 4);
	expect_nobody("0-9", AGE_ALL);
	expect_nobody("0-14", AGE_ALL);
	expect_nobody("10-17", AGE_ALL);
	expect_nobody("0-3", AGE_ALL);
	expect_nobody("10+", AGE_ALL);
	/* A band that has no end is no part of one that has. */
	add("20+", 0, 8);
	expect_nobody("20-24", AGE_ALL);
	expect_people("10+", AGE_ALL, 14);
}

/* Whoever has both counts everybody once; a band may be left aside to be compared with its parts. */
Test(data_age_bands, take_the_widest_of_several_that_begin_at_one_age)
{
	add("0-4", 0, 10);
	add("0-17", 0, 30);
	add("5-17", 0, 25);
	add("18+", 0, 70);
	expect_people("0-17", AGE_ALL, 30);
	expect_people("0+", AGE_ALL, 100);
	expect_people("0-17", age_of("0-17"), 35);
	expect_nobody("5-17", age_of("5-17"));
}

Test(data_age_bands, say_when_a_part_is_not_known)
{
	struct quantity sum;

	add("0-4", 0, 10);
	add("5-9", 0, 20);
	add("10-14", 0, 40);
	rows[1].denominator = (struct quantity){ .state = VALUE_NOT_AVAILABLE, .stated = true };
	rows[2].denominator = (struct quantity){ .state = VALUE_SUPPRESSED, .stated = true };
	cr_assert(bands_make_up(ages, rows, count, AGE_ALL, 0, 9, &sum));
	cr_expect_eq(sum.state, VALUE_NOT_AVAILABLE);
	rows[1].denominator = rows[0].denominator;
	cr_assert(bands_make_up(ages, rows, count, AGE_ALL, 0, 14, &sum));
	cr_expect_eq(sum.state, VALUE_SUPPRESSED);
}

Test(data_age_bands, fit_into_a_range_when_none_reaches_out_or_counts_twice)
{
	add("all", 0, 1);
	add("15", 0, 1);
	add("17-19", 0, 1);
	add("20-24", 0, 1);
	cr_expect(bands_fit_into(ages, rows, count, 15, 19));
	cr_expect(bands_fit_into(ages, rows, count, 15, 14));
	cr_expect_not(bands_fit_into(ages, rows, count, 15, 18));
	cr_expect_not(bands_fit_into(ages, rows, count, 16, 22));
	add("16-17", 0, 1);
	cr_expect_not(bands_fit_into(ages, rows, count, 15, 19));
	cr_expect(bands_fit_into(ages, rows, count, 20, 24));
}

Test(data_age_bands, are_added_up_to_one_row)
{
	add("all", 15, 150);
	add("0", 1, 10);
	add("5+", 8, 80);
	add("1-4", 2, 20);
	rows[1].value = (struct quantity){ .state = VALUE_SHOWN, .number = 100 };
	count = bands_add_up(ages, rows, count, age_of("0-4"));
	cr_assert_eq(count, 3);
	cr_expect_eq(rows[0].numerator.number, 15);
	cr_expect_eq(rows[1].age, age_of("0-4"));
	cr_expect_eq(rows[1].numerator.number, 3);
	cr_expect_eq(rows[1].denominator.number, 30);
	cr_expect_eq(rows[1].value.state, VALUE_NOT_AVAILABLE);
	cr_expect_eq(rows[2].numerator.number, 8);
}

/* People by how many events they had; a band without events has nobody. */
Test(data_age_bands, are_added_up_with_the_people_of_each)
{
	struct repeats once = { 1, 3, NULL }, twice = { 2, 4, NULL };

	add("0", 0, 10);
	add("1", 3, 10);
	add("2", 8, 10);
	add("3-4", 0, 10);
	rows[1].repeats = &once;
	rows[2].repeats = &twice;
	count = bands_add_up(ages, rows, count, age_of("0-4"));
	cr_assert_eq(count, 1);
	cr_expect_eq(rows[0].numerator.number, 11);
	cr_expect_eq(rows[0].repeats, &once);
	cr_expect_eq(once.next, &twice);
	cr_expect_null(twice.next);
}

/* One band that does not tell leaves the whole untold, whichever it is. */
Test(data_age_bands, tell_of_people_where_all_parts_do)
{
	for (size_t silent = 0; silent < 3; silent++) {
		struct repeats repeats[] = { { 1, 3, NULL }, { 1, 3, NULL }, { 1, 3, NULL } };

		count = 0;
		add("0", 3, 10);
		add("1", 3, 10);
		add("2-4", 3, 10);
		for (size_t i = 0; i < 3; i++)
			rows[i].repeats = i == silent ? NULL : &repeats[i];
		count = bands_add_up(ages, rows, count, age_of("0-4"));
		cr_expect_null(rows[0].repeats, "%zu", silent);
		cr_expect_eq(rows[0].numerator.number, 9);
	}
}

Test(data_age_bands, are_named_where_they_share_ages)
{
	add("all", 0, 1);
	add("0-4", 0, 1);
	add("5-9", 0, 1);
	add("10+", 0, 1);
	cr_expect_str_eq(bands_nearby(arena, ages, rows, count, age_of("4-7")), "0-4, 5-9");
	cr_expect_str_eq(bands_nearby(arena, ages, rows, count, age_of("9+")), "5-9, 10+");
	cr_expect_str_eq(bands_nearby(arena, ages, rows, 2, age_of("5-9")), "");
}
