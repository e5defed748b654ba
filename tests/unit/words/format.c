/* Figures as printed. */

#include "words/format.h"

#include <criterion/criterion.h>
#include <string.h>

#include "model/strings.h"
#include "support/statement.h"

#define MINUS "\xe2\x88\x92"

static struct statement *percentages(void)
{
	return statement_of(&(struct statement_parts){ .rows = "numerator,denominator\n25,200\n" });
}

static struct statement *rates(const char *rows)
{
	return statement_of(&(struct statement_parts){ .method = "crude-rate",
						       .per = "100000",
						       .unit = "Admissions per 100,000 people",
						       .rows = rows });
}

/* -- numbers ---------------------------------------------------------------------------------- */

Test(words_format, writes_numbers_with_commas_and_the_true_minus_sign)
{
	struct statement *statement = percentages();
	const struct words *words = &statement->words;

	cr_expect_str_eq(words_number(words, 999, 0), "999");
	cr_expect_str_eq(words_number(words, 1000, 0), "1,000");
	cr_expect_str_eq(words_number(words, 1234567.891, 1), "1,234,567.9");
	cr_expect_str_eq(words_number(words, -1234.5, 1), MINUS "1,234.5");
	cr_expect_str_eq(words_number(words, 0.4, 1), "0.4");
	statement_free(statement);
}

Test(words_format, rounds_half_away_from_zero)
{
	struct statement *statement = percentages();
	const struct words *words = &statement->words;

	cr_expect_str_eq(words_number(words, 2.675, 2), "2.68");
	cr_expect_str_eq(words_number(words, 100 * 247 / 2000.0, 1), "12.4");
	cr_expect_str_eq(words_number(words, 0.5, 0), "1");
	cr_expect_str_eq(words_number(words, -0.5, 0), MINUS "1");
	cr_expect_str_eq(words_number(words, 2.5, 0), "3");
	statement_free(statement);
}

Test(words_format, never_writes_a_negative_zero)
{
	struct statement *statement = percentages();

	cr_expect_str_eq(words_number(&statement->words, -0.04, 1), "0.0");
	cr_expect_str_eq(words_number(&statement->words, -0.0, 0), "0");
	statement_free(statement);
}

Test(words_format, writes_each_measure_in_its_form)
{
	struct statement *statement = percentages();
	const struct words *words = &statement->words;
	int rule = DECIMALS_BY_RULE;

	cr_expect_str_eq(words_figure(words, 0, MEASURE_VALUE, 45.94, rule), "45.9%");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_COUNT, 8462, rule), "8,462");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_DENOMINATOR, 8462, rule), "8,462");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_SHARE, 12.34, rule), "12.3%");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_COMPLETENESS, 98.76, rule), "98.8%");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_RATIO, 1.567, rule), "1.57");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_RII, 1.567, rule), "1.57");
	/* A difference of percentages is not a percentage. */
	cr_expect_str_eq(words_figure(words, 0, MEASURE_GAP, -3.25, rule), MINUS "3.3");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_SII, 3.25, rule), "3.3");
	statement_free(statement);
}

Test(words_format, takes_the_decimals_it_is_asked_for)
{
	struct statement *statement = percentages();
	const struct words *words = &statement->words;

	cr_expect_str_eq(words_figure(words, 0, MEASURE_VALUE, 45.94, 0), "46%");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_RATIO, 1.567, 3), "1.567");
	statement_free(statement);
}

/* All rates of an indicator have the decimals of the smallest: 2 significant digits of 0.46. */
Test(words_format, writes_all_figures_of_an_indicator_alike)
{
	struct statement *statement =
		rates("period,numerator,denominator\n2023,46,10000000\n2024,900,10000\n");
	const struct words *words = &statement->words;

	cr_expect_str_eq(words_figure(words, 0, MEASURE_VALUE, 0.46, DECIMALS_BY_RULE), "0.46");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_VALUE, 9000, DECIMALS_BY_RULE), "9,000.00");
	statement_free(statement);
}

Test(words_format, writes_the_shorthand_of_a_state_in_place_of_a_figure)
{
	struct statement *statement = percentages();
	const struct words *words = &statement->words;
	static const struct {
		enum value_state state;
		const char *shorthand;
	} cases[] = { { VALUE_SUPPRESSED, "[c]" },
		      { VALUE_NOT_AVAILABLE, "[x]" },
		      { VALUE_NOT_APPLICABLE, "[z]" } };

	for (size_t i = 0; i < 3; i++) {
		struct value value = { .state = cases[i].state,
				       .estimate = 99,
				       .limits = { true, 98, 99.9 } };
		struct quantity quantity = { .state = cases[i].state, .number = 99 };

		cr_expect_str_eq(words_value(words, 0, MEASURE_VALUE, &value, DECIMALS_BY_RULE),
				 cases[i].shorthand);
		cr_expect_str_eq(words_interval(words, 0, MEASURE_VALUE, &value, DECIMALS_BY_RULE),
				 cases[i].shorthand);
		cr_expect_str_eq(words_quantity(words, &quantity), cases[i].shorthand);
	}
	cr_expect_str_eq(words_state(words, VALUE_UNRELIABLE), "[u]");
	statement_free(statement);
}

Test(words_format, writes_unreliable_figures_like_others)
{
	struct statement *statement = percentages();
	struct value value = { .state = VALUE_UNRELIABLE, .estimate = 12.34 };

	cr_expect_str_eq(words_value(&statement->words, 0, MEASURE_VALUE, &value, DECIMALS_BY_RULE),
			 "12.3%");
	statement_free(statement);
}

Test(words_format, writes_intervals_with_to_and_not_with_a_dash)
{
	struct statement *statement = percentages();
	struct value value = { .state = VALUE_SHOWN,
			       .estimate = 45.94,
			       .limits = { true, 44.06, 47.74 } };

	cr_expect_str_eq(
		words_interval(&statement->words, 0, MEASURE_VALUE, &value, DECIMALS_BY_RULE),
		"44.1% to 47.7%");
	value.limits.known = false;
	cr_expect_str_eq(
		words_interval(&statement->words, 0, MEASURE_VALUE, &value, DECIMALS_BY_RULE), "");
	statement_free(statement);
}

Test(words_format, writes_intervals_of_differences_with_their_signs)
{
	struct statement *statement = percentages();
	struct value value = { .state = VALUE_SHOWN,
			       .estimate = 1,
			       .limits = { true, -2.25, 4.5 } };

	cr_expect_str_eq(
		words_interval(&statement->words, 0, MEASURE_GAP, &value, DECIMALS_BY_RULE),
		MINUS "2.3 to 4.5");
	statement_free(statement);
}

/* -- figures in sentences --------------------------------------------------------------------- */

static const char *percentage(const struct statement *statement, double number, const double *other)
{
	return words_in_sentence(&statement->words, 0, MEASURE_VALUE, number, other);
}

Test(words_format, writes_whole_percentages_when_both_are_large_and_2_points_apart)
{
	struct statement *statement = percentages();
	const double far = 48.4, near = 47.4, small = 9.9;

	cr_expect_str_eq(percentage(statement, 46.4, &far), "46%");
	cr_expect_str_eq(percentage(statement, 46.4, &near), "46.4%");
	cr_expect_str_eq(percentage(statement, 46.4, &small), "46.4%");
	cr_expect_str_eq(percentage(statement, 46.4, NULL), "46.4%");
	/* 45.5 and 47.4 are 46 and 47 once rounded: 1 apart. */
	cr_expect_str_eq(percentage(statement, 45.5, &near), "45.5%");
	statement_free(statement);
}

Test(words_format, writes_rates_to_3_significant_figures)
{
	struct statement *statement = rates("numerator,denominator\n90,10000\n");
	const struct words *words = &statement->words;

	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 8462, NULL), "8,460");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 84615, NULL), "84,600");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 846.2, NULL), "846");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 84.62, NULL), "84.6");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 9995, NULL), "10,000");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 999.6, NULL), "1,000");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 0, NULL), "0");
	/* Never more decimals than its table has. */
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 8.462, NULL), "8.5");
	statement_free(statement);
}

/* "Higher in one (13,100) than in the other (13,100)" would contradict itself. */
Test(words_format, writes_two_rates_that_differ_differently)
{
	struct statement *statement = rates("numerator,denominator\n90,10000\n");
	const struct words *words = &statement->words;
	const double near = 13080, far = 14080, same = 13051;

	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 13051, &near), "13,051.0");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 13080, &same), "13,080.0");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 13051, &far), "13,100");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 13051, &same), "13,100");
	statement_free(statement);
}

Test(words_format, writes_ratios_with_1_decimal_and_from_10_without)
{
	struct statement *statement = percentages();
	const struct words *words = &statement->words;

	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_RATIO, 1.567, NULL), "1.6");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_RATIO, 9.94, NULL), "9.9");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_RATIO, 9.95, NULL), "10");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_RII, 12.4, NULL), "12");
	statement_free(statement);
}

Test(words_format, writes_counts_whole)
{
	struct statement *statement = percentages();

	cr_expect_str_eq(words_in_sentence(&statement->words, 0, MEASURE_COUNT, 12345, NULL),
			 "12,345");
	cr_expect_str_eq(words_in_sentence(&statement->words, 0, MEASURE_DENOMINATOR, 5, NULL),
			 "5");
	statement_free(statement);
}

/* 3 significant figures of 3,335 would be 3,340; in its table it is 3,335. */
Test(words_format, writes_the_value_of_a_count_exactly)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "count", .per = "1", .unit = "Waits", .rows = "numerator\n3335\n" });
	const struct words *words = &statement->words;

	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 3335, NULL), "3,335");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_GAP, 1234567, NULL), "1,234,567");
	statement_free(statement);
}

Test(words_format, writes_all_and_none_whole_when_they_are_exact)
{
	struct statement *statement = percentages();
	const double near = 99.2;

	cr_expect_str_eq(percentage(statement, 100, NULL), "100%");
	cr_expect_str_eq(percentage(statement, 0, NULL), "0%");
	cr_expect_str_eq(percentage(statement, 99.97, NULL), "100.0%");
	cr_expect_str_eq(percentage(statement, 0.03, NULL), "less than 0.1%");
	cr_expect_str_eq(percentage(statement, 100, &near), "100%");
	cr_expect_str_eq(words_in_sentence(&statement->words, 0, MEASURE_SHARE, 100, NULL), "100%");
	/* A column keeps its decimals. */
	cr_expect_str_eq(words_figure(&statement->words, 0, MEASURE_VALUE, 100, DECIMALS_BY_RULE),
			 "100.0%");
	statement_free(statement);
}

Test(words_format, writes_no_more_decimals_than_its_table)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.decimals = "0", .rows = "numerator,denominator\n25,200\n" });

	cr_expect_str_eq(percentage(statement, 12.5, NULL), "13%");
	statement_free(statement);
}

Test(words_format, writes_the_sign_of_a_percentage_of_something)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .method = "ratio",
					   .unit = "% of the baseline year",
					   .rows = "numerator,denominator\n221,200\n" });
	const struct words *words = &statement->words;

	cr_expect_str_eq(words_figure(words, 0, MEASURE_VALUE, 110.5, DECIMALS_BY_RULE), "110.5%");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 110.5, NULL), "110.5%");
	cr_expect_str_eq(words_figure(words, 0, MEASURE_GAP, 6.8, DECIMALS_BY_RULE), "6.8");
	statement_free(statement);
}

Test(words_format, writes_the_confidence_with_the_decimals_it_has)
{
	static const struct {
		const char *data, *percent;
	} cases[] = { { NULL, "95" },
		      { "confidence='90'", "90" },
		      { "confidence='99.8'", "99.8" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement = statement_of(&(struct statement_parts){
			.data = cases[i].data, .rows = "numerator,denominator\n25,200\n" });

		cr_expect_str_eq(words_confidence(&statement->words, 0), cases[i].percent);
		statement_free(statement);
	}
}

/* Every reason that a figure can have, but none, has words. */
Test(words_format, knows_a_sentence_for_every_reason)
{
	struct statement *statement = percentages();

	for (int reason = 1; reason < REASON_COUNT; reason++)
		cr_expect_gt(strlen(strings_text(statement->words.strings,
						 string_of_reason((enum value_reason)reason))),
			     0, "%s", value_reason_name((enum value_reason)reason));
	statement_free(statement);
}
