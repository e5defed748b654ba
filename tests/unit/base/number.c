#include "base/number.h"

#include <criterion/criterion.h>
#include <string.h>

static const char *text(double value, unsigned decimals)
{
	static char out[NUMBER_TEXT_MAX];

	number_format(value, (struct number_style){ .decimals = decimals, .thousands = true }, out);
	return out;
}

Test(number, rounds_half_away_from_zero_on_the_decimal_value)
{
	cr_assert_str_eq(text(2.675, 2), "2.68");
	cr_assert_str_eq(text(100.0 * 247 / 2000, 1), "12.4");
	cr_assert_str_eq(text(-0.04, 1), "0.0");
	cr_assert_str_eq(text(-0.05, 1), "-0.1");
	cr_assert_str_eq(text(999.95, 1), "1,000.0");
	cr_assert_str_eq(text(0.5, 0), "1");
	cr_assert_str_eq(text(0.4999, 0), "0");
	cr_assert_str_eq(text(9.5, 0), "10");
}

Test(number, separates_thousands)
{
	cr_assert_str_eq(text(0, 0), "0");
	cr_assert_str_eq(text(999, 0), "999");
	cr_assert_str_eq(text(1000, 0), "1,000");
	cr_assert_str_eq(text(1234567.891, 2), "1,234,567.89");
	cr_assert_str_eq(text(-1e6, 0), "-1,000,000");
	cr_assert_str_eq(text(1e21, 0), "1,000,000,000,000,000,000,000");
	cr_assert_str_eq(text(1e-300, 3), "0.000");
}

Test(number, finds_decimals_for_significant_digits)
{
	cr_assert_eq(number_decimals_for(1234, 3), 0);
	cr_assert_eq(number_decimals_for(12.34, 3), 1);
	cr_assert_eq(number_decimals_for(0.01234, 2), 3);
	cr_assert_eq(number_decimals_for(9.96, 2), 0);
	cr_assert_eq(number_decimals_for(0, 2), 0);
}

Test(number, prints_the_shortest_decimal_that_reads_back)
{
	char out[NUMBER_TEXT_MAX];

	number_shortest(0.1, out);
	cr_assert_str_eq(out, "0.1");
	number_shortest(1.0 / 3, out);
	cr_assert_str_eq(out, "0.3333333333333333");
	number_shortest(-0.0, out);
	cr_assert_str_eq(out, "0");
}

static bool parses(const char *text, double wanted)
{
	double got = -77;

	return number_parse(text, strlen(text), &got) && got == wanted;
}

static bool refuses(const char *text)
{
	double got = -77;

	return !number_parse(text, strlen(text), &got) && got == -77;
}

Test(number, reads_decimals)
{
	cr_assert(parses("0", 0));
	cr_assert(parses("-12", -12));
	cr_assert(parses("123456789012345", 123456789012345));
	cr_assert(parses("1234567890123456", 1234567890123456));
	cr_assert(parses("+1.5", 1.5));
	cr_assert(parses(".5", 0.5));
	cr_assert(parses("5.", 5));
	cr_assert(parses("1e3", 1000));
	cr_assert(parses("2.5E-1", 0.25));
	cr_assert(parses("\xe2\x88\x92"
			 "3",
			 -3));
}

Test(number, refuses_what_is_not_a_number)
{
	cr_assert(refuses(""));
	cr_assert(refuses("-"));
	cr_assert(refuses("."));
	cr_assert(refuses("1 "));
	cr_assert(refuses(" 1"));
	cr_assert(refuses("1,000"));
	cr_assert(refuses("inf"));
	cr_assert(refuses("nan"));
	cr_assert(refuses("1e"));
	cr_assert(refuses("0x10"));
	cr_assert(refuses("1e999"));
	cr_assert(refuses("12%"));
}

Test(number, reads_thousands_only_in_groups_of_three)
{
	double got = 0;

	cr_assert(number_parse_thousands("1,234,567.5", 11, &got));
	cr_assert_eq(got, 1234567.5);
	cr_assert(number_parse_thousands("-1,000", 6, &got));
	cr_assert_eq(got, -1000);
	cr_assert(number_parse_thousands("42", 2, &got));
	cr_assert_not(number_parse_thousands("1,23", 4, &got));
	cr_assert_not(number_parse_thousands("1234,567", 8, &got));
	cr_assert_not(number_parse_thousands(",123", 4, &got));
	cr_assert_not(number_parse_thousands("1,234,", 6, &got));
}

Test(number, prints_the_minus_sign_of_print_when_asked_for)
{
	char out[NUMBER_TEXT_MAX];
	struct number_style style = { .decimals = 1, .minus_sign = true };

	cr_assert_eq(number_format(-1234.56, style, out), 9);
	cr_assert_str_eq(out, "\xe2\x88\x92"
			      "1234.6");
	number_format(-0.01, style, out);
	cr_assert_str_eq(out, "0.0");
}

Test(number, rounds_to_the_value_it_prints)
{
	cr_assert_eq(number_round(2.675, 2), 2.68);
	cr_assert_eq(number_round(-12.35, 1), -12.4);
	cr_assert_eq(number_round(0.5, 0), 1);
	cr_assert_eq(number_round(99.96, 1), 100);
	cr_assert_eq(number_round(1e15, 2), 1e15);
}

Test(number, refuses_texts_longer_than_any_number)
{
	char text[600];
	double got = -77;

	memset(text, '1', sizeof(text));
	cr_assert_not(number_parse(text, sizeof(text), &got));
	text[1] = ',';
	cr_assert_not(number_parse_thousands(text, sizeof(text), &got));
	cr_assert_eq(got, -77);
}

Test(number, reads_back_every_text_it_prints)
{
	unsigned long long state = 88172645463325252ULL;
	char out[NUMBER_TEXT_MAX];

	for (int i = 0; i < 100000; i++) {
		double value, again = 0;

		state ^= state << 13;
		state ^= state >> 7;
		state ^= state << 17;
		value = (double)(state >> 11) / (double)(1ULL << (state % 60));
		cr_assert(number_parse(out, number_shortest(value, out), &again) && again == value);
	}
}

Test(number, knows_what_is_not_zero_and_printed_as_zero)
{
	cr_assert(number_rounds_to_zero(0.04, 1));
	cr_assert(number_rounds_to_zero(-0.04, 1));
	cr_assert(number_rounds_to_zero(0.4, 0));
	cr_assert_not(number_rounds_to_zero(0.05, 1));
	cr_assert_not(number_rounds_to_zero(0, 1));
	cr_assert_not(number_rounds_to_zero(12, 1));
	/* What is left of 0.1 + 0.2 - 0.3. */
	cr_assert_not(number_rounds_to_zero(5.6e-17, 1));
}
