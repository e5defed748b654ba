#include "records/row_value.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

TestSuite(records_value);

static struct row_value text_value(const char *text)
{
	struct count_value column = { .kind = VALUE_COLUMN };
	struct row_value value;

	row_value_of_cell(&value, &column, text, strlen(text));
	return value;
}

static struct row_value made(struct count_value item, const char *text)
{
	struct row_value from = text_value(text), out;

	row_value_derive(&out, &item, &from, NULL);
	return out;
}

/* The number in millionths; -1 when it lacks. */
static int64_t number(const char *text)
{
	struct count_value item = { .kind = VALUE_NUMBER, .least = -INFINITY, .most = INFINITY };
	struct row_value value = made(item, text);

	return value.state == ROW_VALUE_PRESENT ? value.number : -1;
}

static bool is_date(const char *text, enum date_form form)
{
	struct count_value item = { .kind = VALUE_DATE, .form = form };

	return made(item, text).state == ROW_VALUE_PRESENT;
}

static struct row_value date(const char *text)
{
	struct count_value item = { .kind = VALUE_DATE, .form = DATE_FORM_ISO };

	return made(item, text);
}

/* Millionths of what lies between two days; -1000001 when it lacks. */
static int64_t between(enum count_value_kind kind, const char *first, const char *last,
		       double least, double most)
{
	struct count_value item = { .kind = kind, .least = least, .most = most };
	struct row_value from = date(first), until = date(last), out;

	row_value_derive(&out, &item, &from, &until);
	return out.state == ROW_VALUE_PRESENT ? out.number : -1000001;
}

static bool says(const struct row_value *value, const char *text)
{
	return value->state == ROW_VALUE_PRESENT && value->length == strlen(text) &&
	       memcmp(row_value_text(value), text, value->length) == 0;
}

Test(records_value, cuts_blanks_and_knows_what_is_missing)
{
	static const char *const none[] = { "NULL", "-" };
	struct count_value column = { .kind = VALUE_COLUMN, .missing = none, .missing_count = 2 };
	struct row_value value;

	value = text_value(" \ta b\r\n");
	cr_assert(says(&value, "a b"));
	row_value_of_cell(&value, &column, " NULL ", 6);
	cr_assert_eq(value.state, ROW_VALUE_LACKING);
	cr_assert_eq(value.lack, LACK_EMPTY);
	row_value_of_cell(&value, &column, "NULLS", 5);
	cr_assert_eq(value.state, ROW_VALUE_PRESENT);
	row_value_of_cell(&value, &column, "NUL", 3);
	cr_assert_eq(value.state, ROW_VALUE_PRESENT);
	row_value_of_cell(&value, &column, "  ", 2);
	cr_assert_eq(value.lack, LACK_EMPTY);
}

Test(records_value, reads_numbers_to_the_millionth)
{
	cr_assert_eq(number("0"), 0);
	cr_assert_eq(number("+7"), 7000000);
	cr_assert_eq(number("-0.5"), -500000);
	cr_assert_eq(number("12.000001"), 12000001);
	cr_assert_eq(number("123456789012.123456"), 123456789012123456);
	cr_assert_eq(number("007"), 7000000);
}

Test(records_value, refuses_what_is_nearly_a_number)
{
	static const char *const texts[] = {
		"-",     "1.",      ".5",    "1e3",        "1,000",
		"1 000", "0x10",    "1.5.2", "12.1234567", "1234567890123",
		"--1",   "\u22123", "nan",   "1-"
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		cr_assert_eq(number(texts[i]), -1, "%s", texts[i]);
}

Test(records_value, reads_dates_of_one_form_alone)
{
	cr_assert(is_date("2024-02-29", DATE_FORM_ISO));
	cr_assert(is_date("2024-02-29 00:00:00.000", DATE_FORM_ISO));
	cr_assert(is_date("2024-02-29T12:00Z", DATE_FORM_ISO));
	cr_assert(is_date("29/02/2024", DATE_FORM_DAY_FIRST));
	cr_assert(is_date("20240229", DATE_FORM_COMPACT));
	cr_assert_not(is_date("2023-02-29", DATE_FORM_ISO));
	cr_assert_not(is_date("2024-2-29", DATE_FORM_ISO));
	cr_assert_not(is_date("2024-02-29 noon", DATE_FORM_ISO));
	cr_assert_not(is_date("2024-02-29T", DATE_FORM_ISO));
	cr_assert_not(is_date("29/02/2024", DATE_FORM_ISO));
	cr_assert_not(is_date("02/29/2024", DATE_FORM_DAY_FIRST));
	cr_assert_not(is_date("29/02/2024 12:00", DATE_FORM_DAY_FIRST));
	cr_assert_not(is_date("2024-02-29", DATE_FORM_COMPACT));
	cr_assert_not(is_date("00000101", DATE_FORM_COMPACT));
}

Test(records_value, counts_years_of_those_born_on_29_february_from_1_march)
{
	cr_assert_eq(between(VALUE_AGE, "2004-02-29", "2022-02-28", 0, 120), 17000000);
	cr_assert_eq(between(VALUE_AGE, "2004-02-29", "2022-03-01", 0, 120), 18000000);
	cr_assert_eq(between(VALUE_AGE, "2004-02-29", "2024-02-29", 0, 120), 20000000);
	cr_assert_eq(between(VALUE_AGE, "2004-07-15", "2022-07-14", 0, 120), 17000000);
	cr_assert_eq(between(VALUE_AGE, "2004-07-15", "2022-07-15", 0, 120), 18000000);
}

Test(records_value, rounds_ages_and_weeks_before_their_day_down)
{
	cr_assert_eq(between(VALUE_AGE, "2022-03-02", "2022-03-01", -INFINITY, INFINITY), -1000000);
	cr_assert_eq(between(VALUE_AGE, "2022-03-02", "2022-03-01", 0, 120), -1000001);
	cr_assert_eq(between(VALUE_WEEKS, "2024-03-08", "2024-03-01", -9, 9), -1000000);
	cr_assert_eq(between(VALUE_WEEKS, "2024-03-09", "2024-03-01", -9, 9), -2000000);
	cr_assert_eq(between(VALUE_WEEKS, "2024-03-01", "2024-03-14", -9, 9), 1000000);
	cr_assert_eq(between(VALUE_DAYS, "2023-12-31", "2024-03-01", -9, 99), 61000000);
	cr_assert_eq(between(VALUE_AGE, "1890-01-01", "2024-01-01", 0, 120), -1000001);
}

Test(records_value, names_years_and_months)
{
	struct row_value spring = date("2024-03-31"), april = date("1999-04-01"), out;
	struct count_value item = { .kind = VALUE_FINANCIAL_YEAR };

	row_value_derive(&out, &item, &spring, NULL);
	cr_assert(says(&out, "2023/24"));
	row_value_derive(&out, &item, &april, NULL);
	cr_assert(says(&out, "1999/00"));
	item.kind = VALUE_CALENDAR_YEAR;
	row_value_derive(&out, &item, &spring, NULL);
	cr_assert(says(&out, "2024"));
	item.kind = VALUE_MONTH;
	row_value_derive(&out, &item, &april, NULL);
	cr_assert(says(&out, "1999-04"));
}

Test(records_value, takes_whole_characters_for_a_prefix)
{
	struct count_value item = { .kind = VALUE_PREFIX, .length = 2 };
	struct row_value value;

	value = made(item, "\u00e9\u00e8\u00e7");
	cr_assert(says(&value, "\u00e9\u00e8"));
	value = made(item, "I");
	cr_assert(says(&value, "I"));
	value = made(item, "I 10");
	cr_assert(says(&value, "I"));
}

Test(records_value, finds_keys_of_a_lookup_and_bands)
{
	static const char *const keys[] = { "A", "AB", "B" }, *const texts[] = { "1", "2", "" };
	static const struct count_lookup lookup = { .keys = keys, .texts = texts, .count = 3 };
	static const struct count_band bands[] = { { 0, 5, "0 to 4" },
						   { 5, INFINITY, "5 and over" } };
	struct count_value item = { .kind = VALUE_LOOKUP, .lookup = &lookup };
	struct count_value band = { .kind = VALUE_BAND, .bands = bands, .band_count = 2 };
	struct row_value value = made(item, "AB"), four = { .number = 4999999 };
	struct row_value below = { .number = -1 };

	cr_assert(says(&value, "2"));
	cr_assert_eq(made(item, "B").lack, LACK_EMPTY);
	cr_assert_eq(made(item, "ABC").lack, LACK_UNMATCHED);
	cr_assert_eq(made(item, "0").lack, LACK_UNMATCHED);
	row_value_derive(&value, &band, &four, NULL);
	cr_assert(says(&value, "0 to 4"));
	row_value_derive(&value, &band, &below, NULL);
	cr_assert_eq(value.lack, LACK_UNMATCHED);
}
