/* Sentences in place of a comparison that cannot be made. */

#include "words/phrases.h"

#include <criterion/criterion.h>

#include "support/breakdown_words.h"

static words_of_view *const all[] = { phrase_comparison, phrase_gap, phrase_ratio,
				      phrase_gradient };

static void expect_all_said(struct statement_parts parts, const char *wanted)
{
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		expect_of_fifths(parts, all[i], wanted);
}

Test(words_unsaid, say_nothing_of_a_hidden_end)
{
	expect_all_said(fifths_of(10000, "*", "4200", "3900", "3600", "3400"),
			"The figure for the most deprived areas is not shown to protect people’s "
			"confidentiality.");
	expect_all_said(fifths_of(10000, "4600", "4200", "3900", "3600", "*"),
			"The figure for the least deprived areas is not shown to protect people’s "
			"confidentiality.");
}

Test(words_unsaid, say_that_an_end_is_missing)
{
	expect_all_said(
		fifths_of(10000, "4600", "4200", "3900", "3600", "x"),
		"No comparison can be made: there is no figure for the least deprived areas.");
}

/* A rate of fewer than 10 events is unreliable for their number. */
static struct statement_parts rates_of(const char *most, const char *least)
{
	struct statement_parts parts = fifths_of(10000, most, "42", "39", "36", least);

	parts.method = "crude-rate";
	parts.per = "1000";
	parts.unit = "Per 1,000";
	return parts;
}

Test(words_unsaid, warn_of_small_numbers_in_place_of_a_comparison)
{
	expect_all_said(
		rates_of("9", "340"),
		"The figure for the most deprived areas is based on small numbers (9 patients "
		"treated in time), so it is uncertain.");
	expect_all_said(
		rates_of("900", "5"),
		"The figure for the least deprived areas is based on small numbers (5 patients "
		"treated in time), so it is uncertain.");
}

/* What is counted is written in the plural; a published figure comes without a count. */
Test(words_unsaid, warn_of_an_unreliable_figure_without_its_count)
{
	static const char without[] =
		"The figure for the most deprived areas is based on small numbers, so it is uncertain "
		"and may change a lot from year to year.";

	expect_all_said(rates_of("1", "340"), without);
}

/* 20 with an interval of 30 says nothing of how many people it is about; 9 in 10,000 is no few people. */
Test(words_unsaid, warn_of_a_wide_interval_without_a_word_on_small_numbers)
{
	static const char wide[] = "The figure for the most deprived areas is uncertain: its "
				   "confidence interval is wider than the figure itself.";

	expect_all_said(fifths_of(10000, "9", "42", "39", "36", "340"), wide);
	expect_all_said(
		(struct statement_parts){
			.method = "given",
			.rows = "dimension,group,value,lower,upper\n"
				"deprivation,1,20,5,35\ndeprivation,5,20,18,22\n" },
		wide);
}

/* Hidden goes before unreliable: nothing may be said of the count of the other end. */
Test(words_unsaid, say_that_a_figure_is_hidden_before_they_warn_of_small_numbers)
{
	expect_all_said(fifths_of(10000, "9", "42", "39", "36", "*"),
			"The figure for the least deprived areas is not shown to protect people’s "
			"confidentiality.");
}

Test(words_unsaid, know_that_groups_without_order_have_no_ends)
{
	const struct statement_parts parts = {
		.rows = "dimension,group,numerator,denominator\nsex,F,450,1000\nsex,M,350,1000\n"
	};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		expect_words(parts, "sex", all[i],
			     "No comparison can be made: the groups have no order.");
}
