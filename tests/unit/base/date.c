#include "base/date.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"

static bool reads(const char *text, int year, int month, int day)
{
	struct date date = { 0 };

	return date_parse(text, strlen(text), &date) && date.year == year && date.month == month &&
	       date.day == day;
}

static bool refuses(const char *text)
{
	struct date date = { -7, -7, -7 };

	return !date_parse(text, strlen(text), &date) && date.year == -7 && date.day == -7;
}

Test(date, reads_iso_8601)
{
	cr_assert(reads("2024-03-31", 2024, 3, 31));
	cr_assert(reads("0001-01-01", 1, 1, 1));
	cr_assert(reads("9999-12-31", 9999, 12, 31));
}

Test(date, knows_leap_years)
{
	cr_assert(reads("2024-02-29", 2024, 2, 29));
	cr_assert(reads("2000-02-29", 2000, 2, 29));
	cr_assert(refuses("2023-02-29"));
	cr_assert(refuses("1900-02-29"));
	cr_assert_eq(date_days_in_month(2024, 2), 29);
	cr_assert_eq(date_days_in_month(2025, 2), 28);
	cr_assert_eq(date_days_in_month(2025, 12), 31);
}

Test(date, refuses_other_forms_and_days_that_do_not_exist)
{
	cr_assert(refuses(""));
	cr_assert(refuses("2024-3-31"));
	cr_assert(refuses("2024-03-31 "));
	cr_assert(refuses("2024/03/31"));
	cr_assert(refuses("31-03-2024"));
	cr_assert(refuses("2024-04-31"));
	cr_assert(refuses("2024-13-01"));
	cr_assert(refuses("2024-00-10"));
	cr_assert(refuses("2024-01-00"));
	cr_assert(refuses("0000-01-01"));
	cr_assert(refuses("2024-01-0x"));
	cr_assert(refuses("+024-01-01"));
}

Test(date, counts_days)
{
	struct date day = { 1, 1, 1 };
	long serial = 0;

	cr_assert_eq(date_serial((struct date){ 1970, 1, 1 }), 719162);
	cr_assert_eq(date_serial((struct date){ 2000, 3, 1 }), 730179);
	for (; day.year <= 2100; serial++) {
		cr_assert_eq(date_serial(day), serial);
		if (++day.day <= date_days_in_month(day.year, day.month))
			continue;
		day.day = 1;
		if (++day.month <= 12)
			continue;
		day.month = 1;
		day.year++;
	}
}

Test(date, compares)
{
	struct date a = { 2024, 2, 29 }, b = { 2024, 3, 1 };

	cr_assert_lt(date_compare(a, b), 0);
	cr_assert_gt(date_compare(b, a), 0);
	cr_assert_eq(date_compare(a, a), 0);
}

Test(date, is_written_as_it_is_read)
{
	struct arena *arena = arena_new();

	cr_expect_str_eq(date_text(arena, (struct date){ 2026, 4, 1 }), "2026-04-01");
	arena_free(arena);
}
