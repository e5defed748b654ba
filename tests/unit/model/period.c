/* Periods as files write them, what they mean, and how they follow each other. */
#include "model/period.h"

#include <criterion/criterion.h>

static void expect_period(const char *code, enum period_form form, struct date first,
			  struct date last)
{
	struct period period = period_parse(code);

	cr_expect_eq(period.form, form, "%s is %d", code, period.form);
	cr_expect_eq(date_compare(period.first, first), 0, "%s begins %d-%d-%d", code,
		     period.first.year, period.first.month, period.first.day);
	cr_expect_eq(date_compare(period.last, last), 0, "%s ends %d-%d-%d", code, period.last.year,
		     period.last.month, period.last.day);
	cr_expect_str_eq(period.code, code);
}

Test(model_period, reads_financial_years_in_every_spelling)
{
	static const char *const codes[] = { "2024/25",
					     "2024-25",
					     "2024/2025",
					     "202425",
					     "2024 to 2025",
					     "2024 / 25",
					     "2024-2025",
					     "2425",
					     "2024\xe2\x80\x93"
					     "25" };

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		expect_period(codes[i], PERIOD_FINANCIAL_YEAR, (struct date){ 2024, 4, 1 },
			      (struct date){ 2025, 3, 31 });
	expect_period("1999/00", PERIOD_FINANCIAL_YEAR, (struct date){ 1999, 4, 1 },
		      (struct date){ 2000, 3, 31 });
	/* The eleventh or twelfth month of a year could be meant; a financial year is far commoner. */
	expect_period("2011-12", PERIOD_FINANCIAL_YEAR, (struct date){ 2011, 4, 1 },
		      (struct date){ 2012, 3, 31 });
}

Test(model_period, reads_calendar_years_alone_and_pooled)
{
	expect_period("2024", PERIOD_CALENDAR_YEAR, (struct date){ 2024, 1, 1 },
		      (struct date){ 2024, 12, 31 });
	expect_period("2015 - 17", PERIOD_YEARS, (struct date){ 2015, 1, 1 },
		      (struct date){ 2017, 12, 31 });
	expect_period("2022-2024", PERIOD_YEARS, (struct date){ 2022, 1, 1 },
		      (struct date){ 2024, 12, 31 });
}

Test(model_period, reads_months_and_years_that_end_with_them)
{
	expect_period("2024-02", PERIOD_MONTH, (struct date){ 2024, 2, 1 },
		      (struct date){ 2024, 2, 29 });
	expect_period("March 2023", PERIOD_MONTH, (struct date){ 2023, 3, 1 },
		      (struct date){ 2023, 3, 31 });
	expect_period("Mar 2023", PERIOD_MONTH, (struct date){ 2023, 3, 1 },
		      (struct date){ 2023, 3, 31 });
	expect_period("mar-2023", PERIOD_MONTH, (struct date){ 2023, 3, 1 },
		      (struct date){ 2023, 3, 31 });
	expect_period("To March 2023", PERIOD_YEAR_TO_MONTH, (struct date){ 2022, 4, 1 },
		      (struct date){ 2023, 3, 31 });
	expect_period("to December 2023", PERIOD_YEAR_TO_MONTH, (struct date){ 2023, 1, 1 },
		      (struct date){ 2023, 12, 31 });
}

Test(model_period, reads_days)
{
	expect_period("2025-03-31", PERIOD_DAY, (struct date){ 2025, 3, 31 },
		      (struct date){ 2025, 3, 31 });
}

Test(model_period, keeps_anything_else_as_words)
{
	static const char *const codes[] = {
		"",      "latest",          "2024-13", "2024-02-30", "2024/26",
		"24/25", "Marchember 2023", "2025-24", "20240",      "2024-25-26"
	};

	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		cr_expect_eq(period_parse(codes[i]).form, PERIOD_TEXT, "%s is %d", codes[i],
			     period_parse(codes[i]).form);
}

static int compare(const char *a, const char *b)
{
	struct period left = period_parse(a), right = period_parse(b);
	int order = period_compare(&left, &right);

	cr_expect_eq(period_compare(&right, &left), -order, "%s %s", a, b);
	return order < 0 ? -1 : order > 0;
}

Test(model_period, comes_before_what_ends_later)
{
	cr_expect_eq(compare("2023/24", "2024/25"), -1);
	cr_expect_eq(compare("2024", "2024/25"), -1);
	cr_expect_eq(compare("March 2024", "2023/24"), 1);
	cr_expect_eq(compare("2024/25", "2024-25"), 0);
	cr_expect_eq(compare("2030-12-31", "words"), -1);
	cr_expect_eq(compare("words", "others"), 0);
}

static bool follows(const char *a, const char *b)
{
	struct period left = period_parse(a), right = period_parse(b);

	return period_follows(&left, &right);
}

Test(model_period, follows_the_one_before_without_a_gap)
{
	cr_expect(follows("2023/24", "2024/25"));
	cr_expect_not(follows("2022/23", "2024/25"));
	cr_expect_not(follows("2024/25", "2023/24"));
	cr_expect(follows("2023", "2024"));
	cr_expect(follows("December 2023", "January 2024"));
	cr_expect(follows("2024-03-31", "2025-03-31"));
	cr_expect_not(follows("2023-03-31", "2025-03-31"));
	cr_expect(follows("To March 2023", "To March 2024"));
	cr_expect(follows("2012-14", "2015-17"));
	cr_expect_not(follows("2023/24", "2024"));
	cr_expect_not(follows("one", "two"));
}

static int years_after(const char *a, const char *b)
{
	struct period left = period_parse(a), right = period_parse(b);

	return period_years_after(&left, &right);
}

static bool is_yearly(const char *code)
{
	struct period period = period_parse(code);

	return period_is_yearly(&period);
}

Test(model_period, knows_what_is_a_year_long_or_stands_for_a_year)
{
	cr_expect(is_yearly("2023/24"));
	cr_expect(is_yearly("2023"));
	cr_expect(is_yearly("2024")); /* 366 days */
	cr_expect(is_yearly("To June 2024"));
	cr_expect(is_yearly("2024-03-31"));
	cr_expect_not(is_yearly("March 2024"));
	cr_expect_not(is_yearly("2021-23"));
	cr_expect_not(is_yearly("wave 3"));
}

Test(model_period, counts_whole_years_between_periods_that_do_not_overlap)
{
	cr_expect_eq(years_after("2020/21", "2024/25"), 4);
	cr_expect_eq(years_after("2024/25", "2024/25"), 0);
	cr_expect_eq(years_after("2024/25", "2020/21"), -1);
	cr_expect_eq(years_after("2019", "2024"), 5);
	cr_expect_eq(years_after("To March 2024", "To March 2025"), 1);
	cr_expect_eq(years_after("To June 2024", "To March 2025"), -1);
	cr_expect_eq(years_after("2022/23", "To March 2025"), 2);
	cr_expect_eq(years_after("2024", "2024/25"), -1);
	cr_expect_eq(years_after("2024-03-31", "2025-03-31"), 1);
	cr_expect_eq(years_after("2024-03-30", "2025-03-31"), -1);
	cr_expect_eq(years_after("2024-04-01", "2025/26"), -1);
	cr_expect_eq(years_after("March 2024", "March 2025"), -1);
	cr_expect_eq(years_after("2019-21", "2022-24"), -1);
}
