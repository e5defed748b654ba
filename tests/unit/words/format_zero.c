/* Figures that are not zero and would be printed as zero. */

#include "words/format.h"

#include <criterion/criterion.h>

#include "support/statement.h"

#define MINUS "\xe2\x88\x92"

static struct statement *statement;

static void set_up(void)
{
	statement = statement_of(
		&(struct statement_parts){ .rows = "numerator,denominator\n25,200\n" });
}

static void tear_down(void)
{
	statement_free(statement);
}

TestSuite(words_format_zero, .init = set_up, .fini = tear_down);

static struct value shown(double estimate)
{
	return (struct value){ .state = VALUE_SHOWN, .estimate = estimate };
}

static const char *printed(enum measure measure, struct value value, int decimals)
{
	return words_value(&statement->words, 0, measure, &value, decimals);
}

static const char *said(enum measure measure, struct value value)
{
	return words_value_said(&statement->words, 0, measure, &value, DECIMALS_BY_RULE);
}

Test(words_format_zero, writes_k_for_what_rounds_to_zero_and_is_not)
{
	cr_expect_str_eq(printed(MEASURE_VALUE, shown(0.049), DECIMALS_BY_RULE), "[k]");
	cr_expect_str_eq(printed(MEASURE_VALUE, shown(0.05), DECIMALS_BY_RULE), "0.1%");
	cr_expect_str_eq(printed(MEASURE_VALUE, shown(0), DECIMALS_BY_RULE), "0.0%");
	cr_expect_str_eq(printed(MEASURE_GAP, shown(-0.04), DECIMALS_BY_RULE), "[k]");
	cr_expect_str_eq(printed(MEASURE_RATIO, shown(0.004), DECIMALS_BY_RULE), "[k]");
	cr_expect_str_eq(printed(MEASURE_VALUE, shown(0.4), 0), "[k]");
	cr_expect_str_eq(printed(MEASURE_VALUE, shown(0.049), 2), "0.05%");
}

Test(words_format_zero, takes_what_adding_up_leaves_behind_for_zero)
{
	cr_expect_str_eq(printed(MEASURE_GAP, shown(0.1 + 0.2 - 0.3), DECIMALS_BY_RULE), "0.0");
}

Test(words_format_zero, writes_k_for_unreliable_figures_and_not_for_those_that_are_not_there)
{
	struct value value = shown(0.01);

	value.state = VALUE_UNRELIABLE;
	cr_expect_str_eq(printed(MEASURE_VALUE, value, DECIMALS_BY_RULE), "[k]");
	value.state = VALUE_SUPPRESSED;
	cr_expect_str_eq(printed(MEASURE_VALUE, value, DECIMALS_BY_RULE), "[c]");
}

/* That such a figure is not zero would tell that the count behind a rounded 0 is 1 or 2. */
Test(words_format_zero, does_not_tell_of_figures_that_rest_on_protected_counts)
{
	struct value value = shown(0.4);

	value.coarse = true;
	cr_expect_str_eq(printed(MEASURE_VALUE, value, 0), "0%");
}

Test(words_format_zero, writes_k_for_what_was_published_so)
{
	struct value value = shown(0);

	value.above_zero = true;
	cr_expect_str_eq(printed(MEASURE_VALUE, value, DECIMALS_BY_RULE), "[k]");
	cr_expect_str_eq(words_shown_in_sentence(&statement->words, 0, MEASURE_VALUE, &value, NULL),
			 "less than 0.1%");
}

Test(words_format_zero, leaves_limits_of_intervals_their_digits)
{
	struct value value = shown(0.02);

	value.limits = (struct interval_limits){ true, 0.01, 0.04 };
	cr_expect_str_eq(
		words_interval(&statement->words, 0, MEASURE_VALUE, &value, DECIMALS_BY_RULE),
		"0.0% to 0.0%");
	cr_expect_str_eq(words_limit(&statement->words, 0, MEASURE_VALUE, &value, DECIMALS_BY_RULE),
			 "0.0%");
}

Test(words_format_zero, says_in_sentences_less_than_what_it_is)
{
	const struct words *words = &statement->words;
	bool adds_up;

	cr_expect_str_eq(said(MEASURE_VALUE, shown(0.02)), "less than 0.1%");
	cr_expect_str_eq(said(MEASURE_VALUE, shown(0)), "0.0%");
	cr_expect_str_eq(said(MEASURE_VALUE, shown(12.34)), "12.3%");
	cr_expect_str_eq(said(MEASURE_RATIO, shown(0.004)), "less than 0.01");
	cr_expect_str_eq(said(MEASURE_GAP, shown(-0.04)), "a little below 0");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 0.02, NULL), "less than 0.1%");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_VALUE, 0, NULL), "0%");
	cr_expect_str_eq(words_in_sentence(words, 0, MEASURE_COUNT, 0.3, NULL), "less than 1");
	cr_expect_str_eq(words_gap_in_sentence(words, 0, 0.03, 0.04, 0.01, &adds_up),
			 "less than 0.1");
}
