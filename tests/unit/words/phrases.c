/* Sentences on the two ends of a breakdown: which is higher, and with which steps between. */

#include "words/phrases.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/breakdown_words.h"
#include "support/sentence_rules.h"

/* -- higher, lower, similar ------------------------------------------------------------------- */

Test(words_phrases, say_that_the_most_deprived_have_more)
{
	expect_of_fifths(
		fifths_rising(), phrase_comparison,
		"The share of patients treated in time was higher in the most deprived areas (46%) "
		"than in the least deprived areas (34%).");
}

Test(words_phrases, say_that_the_most_deprived_have_less)
{
	expect_of_fifths(
		fifths_falling(), phrase_comparison,
		"The share of patients treated in time was lower in the most deprived areas (34%) "
		"than in the least deprived areas (46%).");
}

/* 39.0% and 38.5% of 10,000: the difference of 0.5 has limits of -0.9 and 1.9. */
Test(words_phrases, say_that_a_difference_may_be_chance)
{
	struct statement_parts parts = fifths_of(10000, "3900", "3880", "3890", "3870", "3850");
	static const char similar[] =
		"There was no clear difference in the share of patients treated in time between the most "
		"deprived areas (39.0%) and the least deprived areas (38.5%).";

	expect_of_fifths(parts, phrase_comparison, similar);
	expect_of_fifths(parts, phrase_ratio, similar);
	expect_of_fifths(parts, phrase_gradient, similar);
}

/* One step is no stairs. */
Test(words_phrases, speak_of_steps_from_three_groups_on)
{
	struct statement_parts parts = fifths_rising();

	parts.rows = "dimension,group,numerator,denominator\nall,,1000,5000\n"
		     "core20,Core20,300,1000\ncore20,Other areas,700,4000\n";
	expect_words(parts, "core20", phrase_gradient,
		     "The share of patients treated in time was higher in the most deprived 20% of "
		     "areas in England (30%) than in other areas (18%).");
}

/* 47.0% (43.9 to 50.1) and 42.0% (39.0 to 45.1) overlap, but their difference does not reach 0 ... */
Test(words_phrases, compare_by_the_difference_and_not_by_overlap)
{
	struct statement_parts parts = fifths_of(1000, "470", "460", "450", "440", "420");

	expect_of_fifths(
		parts, phrase_comparison,
		"The share of patients treated in time was higher in the most deprived areas (47%) "
		"than in the least deprived areas (42%).");
	/* ... but that of 45.0% and 42.0% does. */
	parts = fifths_of(1000, "450", "460", "450", "440", "420");
	expect_of_fifths(
		parts, phrase_comparison,
		"There was no clear difference in the share of patients treated in time between the "
		"most deprived areas (45%) and the least deprived areas (42%).");
}

/* The confidence of the report decides. */
Test(words_phrases, compare_at_the_confidence_of_the_report)
{
	struct statement_parts parts = fifths_of(1000, "470", "460", "450", "440", "420");

	parts.data = "confidence='99.8'";
	expect_of_fifths(
		parts, phrase_comparison,
		"There was no clear difference in the share of patients treated in time between the "
		"most deprived areas (47%) and the least deprived areas (42%).");
}

Test(words_phrases, give_both_figures_alone_when_there_is_no_interval)
{
	struct statement_parts parts = fifths_rising();

	parts.method = "ratio";
	expect_of_fifths(
		parts, phrase_comparison,
		"The share of patients treated in time was 46% in the most deprived areas and 34% in "
		"the least deprived areas.");
	expect_of_fifths(
		parts, phrase_ratio,
		"The share of patients treated in time was 46% in the most deprived areas and 34% in "
		"the least deprived areas.");
}

/* -- steps ------------------------------------------------------------------------------------ */

Test(words_phrases, say_whether_a_figure_changes_step_by_step)
{
	expect_of_fifths(
		fifths_rising(), phrase_gradient,
		"The share of patients treated in time rose step by step from the least to the most "
		"deprived fifth.");
	expect_of_fifths(
		fifths_falling(), phrase_gradient,
		"The share of patients treated in time fell step by step from the least to the most "
		"deprived fifth.");
	expect_of_fifths(
		fifths_of(10000, "4600", "4200", "4700", "3600", "3400"), phrase_gradient,
		"The share of patients treated in time was highest in fifth 3 and did not change step by "
		"step with deprivation.");
}

/* The first of equals is not the highest. */
Test(words_phrases, name_all_groups_that_are_highest_together)
{
	expect_of_fifths(
		fifths_of(10000, "4700", "4200", "4700", "3600", "3400"), phrase_gradient,
		"The share of patients treated in time was highest in fifths 1 and 3 and did not change "
		"step by step with deprivation.");
	expect_of_fifths(
		fifths_of(10000, "4700", "4700", "4700", "3600", "3400"), phrase_gradient,
		"The share of patients treated in time was highest in fifths 1, 2 and 3 and did not "
		"change step by step with deprivation.");
	expect_of_fifths(fifths_of(10000, "4700", "4700", "4700", "4700", "3400"), phrase_gradient,
			 "The share of patients treated in time did not change step by step with "
			 "deprivation.");
}

/* Of a group in the middle without a figure, or with one that may be anything, no step is known. */
Test(words_phrases, claim_no_steps_over_a_group_that_cannot_be_compared)
{
	static const char *const middles[] = { "*", "x", "9" };

	for (size_t i = 0; i < 3; i++)
		expect_of_fifths(
			fifths_of(10000, "4600", "4200", middles[i], "3600", "3400"),
			phrase_gradient,
			"The share of patients treated in time was higher in the most deprived "
			"areas (46%) than in the least deprived areas (34%).");
}

Test(words_phrases, see_no_step_where_two_groups_are_equal)
{
	struct statement_parts parts = fifths_of(10000, "4600", "4200", "4200", "3600", "3400");
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, (struct figure_key){ .by = "deprivation" });

	cr_expect_eq(phrase_steps(&view), 0);
	statement_free(statement);
}

/* The sentence of the rules, where the measure leaves room for its 25 words. */
Test(words_phrases, say_that_ends_are_similar_and_that_it_may_be_chance)
{
	struct statement_parts parts = fifths_of(10000, "3900", "3880", "3890", "3870", "3850");

	parts.measure = "uptake";
	expect_of_fifths(parts, phrase_comparison,
			 "Uptake was similar in the most deprived areas (39.0%) and the least "
			 "deprived areas (38.5%): the difference could be due to chance.");
}

/*
 * Of published figures the limits tell the error: 2 on either side is 4 / 3.92 = 1.02, of a difference 1.44. 3 points are
 * 2.08 of these and count, though the intervals overlap; 2.5 points are 1.73 and do not.
 */
Test(words_phrases, compare_published_figures_by_their_limits)
{
	struct statement_parts parts = {
		.method = "given",
		.measure = "uptake",
		.rows = "dimension,group,value,lower,upper\n"
			"deprivation,1,43,41,45\ndeprivation,5,40,38,42\n"
	};

	expect_of_fifths(parts, phrase_comparison,
			 "Uptake was higher in the most deprived areas (43%) than in the least "
			 "deprived areas (40%).");
	parts.rows = "dimension,group,value,lower,upper\n"
		     "deprivation,1,42.5,40.5,44.5\ndeprivation,5,40,38,42\n";
	expect_of_fifths(parts, phrase_comparison,
			 "Uptake was similar in the most deprived areas (43%) and the least "
			 "deprived areas (40%): the difference could be due to chance.");
}

/* Without limits a figure is told, and not compared. */
Test(words_phrases, compare_no_published_figures_without_limits)
{
	struct statement_parts parts = { .method = "given",
					 .measure = "uptake",
					 .rows = "dimension,group,value\n"
						 "deprivation,1,43\ndeprivation,5,40\n" };

	expect_of_fifths(parts, phrase_comparison,
			 "Uptake was 43% in the most deprived areas and 40% in the least deprived "
			 "areas.");
}

/* -- rules for all of them -------------------------------------------------------------------- */

/*
 * Forms of number that a language does not use have no text; texts of the technical register may call a
 * difference statistically significant.
 */
static const char *text_of(const struct statement *statement, int id)
{
	const char *text = strings_text(statement->words.strings, (enum string_id)id);

	if (text == NULL || strstr(string_id_name((enum string_id)id), ".technical") != NULL)
		return "";
	return text;
}

/* Words that say more than figures do are in no text of the table, so in no sentence. */
Test(words_phrases, hold_no_forbidden_word)
{
	struct statement_parts parts = fifths_rising();
	struct statement *statement = statement_of(&parts);

	for (int id = 0; id < STRING_COUNT; id++)
		cr_expect_null(forbidden_word(text_of(statement, id)), "%s: %s",
			       string_id_name((enum string_id)id), text_of(statement, id));
	statement_free(statement);
}
