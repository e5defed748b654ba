/* A few sentences on a breakdown: which, in which order, and what is left out. */

#include "words/commentary.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/breakdown_words.h"

/* All sentences with blanks between. */
static void expect_commentary(struct statement_parts parts, const char *by,
			      struct commentary_wish wish, const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, (struct figure_key){ .by = by });
	struct commentary commentary =
		commentary_of(&statement->words, &view, &view, NULL, NULL, wish);
	const char *text = "";

	for (size_t i = 0; i < commentary.count; i++)
		text = arena_printf(statement->arena, "%s%s%s", text, i > 0 ? " " : "",
				    commentary.sentences[i].text);
	cr_expect_str_eq(text, wanted);
	statement_free(statement);
}

Test(commentary, leads_with_the_finding_and_tells_its_size)
{
	expect_commentary(
		fifths_rising(), "deprivation", (struct commentary_wish){ 0 },
		"The share of patients treated in time was higher in the most deprived areas (46%) "
		"than in the least deprived areas (34%). The gap was 12 percentage points. Each "
		"fifth had a higher figure than the next less deprived one.");
}

Test(commentary, has_another_shape_at_another_position)
{
	expect_commentary(
		fifths_rising(), "deprivation",
		(struct commentary_wish){ .position = 1, .most = 1 },
		"In the most deprived areas, the share of patients treated in time was 46%, higher "
		"than in the least deprived areas (34%).");
	expect_commentary(
		fifths_falling(), "deprivation",
		(struct commentary_wish){ .position = 2, .most = 1 },
		"Compared with the least deprived areas (46%), the share of patients treated in time "
		"was lower in the most deprived areas (34%).");
	expect_commentary(
		fifths_falling(), "deprivation",
		(struct commentary_wish){ .position = 3, .most = 1 },
		"The share of patients treated in time was lower in the most deprived areas (34%) "
		"than in the least deprived areas (46%).");
}

/* A difference that could be due to chance has no size. */
Test(commentary, tells_no_gap_of_ends_that_are_similar)
{
	expect_commentary(
		fifths_of(100, "40", "41", "39", "40", "41"), "deprivation",
		(struct commentary_wish){ 0 },
		"There was no clear difference in the share of patients treated in time between the "
		"most deprived areas (40.0%) and the least deprived areas (41.0%).");
}

Test(commentary, says_which_groups_are_not_compared)
{
	expect_commentary(
		fifths_of(10000, "4600", "*", "3900", "*", "3400"), "deprivation",
		(struct commentary_wish){ 0 },
		"The share of patients treated in time was higher in the most deprived areas (46%) "
		"than in the least deprived areas (34%). The gap was 12 percentage points. No "
		"comparison is made for fifths 2 and 4 (hidden).");
}

Test(commentary, tells_nothing_more_of_an_end_that_is_hidden)
{
	expect_commentary(fifths_of(10000, "*", "4200", "3900", "3600", "3400"), "deprivation",
			  (struct commentary_wish){ 0 },
			  "The figure for the most deprived areas is not shown to protect people’s "
			  "confidentiality.");
}

Test(commentary, compares_two_groups_with_each_other)
{
	const struct statement_parts parts = {
		.rows = "dimension,group,numerator,denominator\nall,,8000,20000\n"
			"sex,female,3400,10000\nsex,male,4600,10000\n"
	};

	expect_commentary(
		parts, "sex", (struct commentary_wish){ 0 },
		"The share of patients treated in time was higher for males (46%) than for "
		"females (34%).");
}

/* The trend ends with the figure, which is not told twice. */
Test(commentary, tells_level_and_trend_of_a_total_in_one)
{
	expect_commentary(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2020,3600,10000\n2021,3800,10000\n"
				"2022,3900,10000\n2023,4100,10000\n2024,4400,10000\n",
			.good = "high" },
		NULL, (struct commentary_wish){ 0 },
		"The share of patients treated in time rose from 36% to 44% over the five years to "
		"2024, which is better.");
	expect_commentary(
		(struct statement_parts){ .rows = "period,numerator,denominator\n2024,44,100\n" },
		NULL, (struct commentary_wish){ 0 },
		"The share of patients treated in time was 44.0% in 2024. No recent trend can be told "
		"for all patients: a recent trend needs figures of five years.");
}

/* 1,000 of 10,000 records have no group: 90% and 10%. */
Test(commentary, tells_of_records_without_a_group)
{
	expect_commentary(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\nall,,4000,10000\n"
				"sex,female,1700,4500\nsex,male,1900,4500\nsex,unknown,400,1000\n" },
		"sex", (struct commentary_wish){ .wanted = 1u << COMMENT_COMPLETENESS },
		"Sex was recorded for 90.0% of patients; 1,000 patients (10.0%) had none recorded "
		"and are shown as not known.");
}

Test(commentary, knows_its_sentences_by_the_names_of_phrases)
{
	for (int i = 0; i < COMMENT_COUNT; i++)
		cr_expect_eq(comment_find(comment_name((enum comment)i)), (enum comment)i);
	cr_expect_eq(comment_find("weather"), COMMENT_COUNT);
}
