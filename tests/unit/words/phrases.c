/* Sentences on the two ends of a breakdown: which is higher, by how much, with which steps between. */

#include "words/phrases.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

enum { ROWS_MOST = 600 };

static const struct figure_key fifths = { .by = "deprivation" };

/* What a sentence says of a breakdown by deprivation. */
static void expect_said(struct statement_parts parts,
			const char *(*phrase)(const struct words *words, const struct view *view),
			const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, fifths);

	cr_expect_str_eq(phrase(&statement->words, &view), wanted);
	statement_free(statement);
}

/* Five groups of as many people; counts as a file writes them. */
static struct statement_parts groups_of(int people, const char *a, const char *b, const char *c,
					const char *d, const char *e)
{
	static char rows[ROWS_MOST];
	const char *counts[] = { a, b, c, d, e };
	int length = snprintf(rows, sizeof(rows), "dimension,group,numerator,denominator\n");

	for (int i = 0; i < 5; i++)
		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "deprivation,%d,%s,%d\n", i + 1, counts[i], people);
	return (struct statement_parts){ .rows = rows };
}

static struct statement_parts rising(void)
{
	return groups_of(10000, "4600", "4200", "3900", "3600", "3400");
}

static struct statement_parts falling(void)
{
	return groups_of(10000, "3400", "3600", "3900", "4200", "4600");
}

static struct statement_parts as_rate(struct statement_parts parts)
{
	parts.method = "crude-rate";
	parts.per = "100000";
	parts.unit = "Admissions per 100,000 people aged under 18";
	parts.measure = "the rate of admissions";
	parts.events = "admissions";
	parts.population = "people aged under 18";
	return parts;
}

static struct statement_parts as_count(struct statement_parts parts)
{
	parts.method = "count";
	parts.per = "1";
	parts.unit = "Waits";
	parts.measure = "the number of waits";
	parts.events = "waits";
	return parts;
}

/* -- higher, lower, similar ------------------------------------------------------------------- */

Test(words_phrases, say_that_the_most_deprived_have_more)
{
	expect_said(
		rising(), phrase_comparison,
		"The share of patients treated in time was higher in the most deprived areas (46%) "
		"than in the least deprived areas (34%).");
}

Test(words_phrases, say_that_the_most_deprived_have_less)
{
	expect_said(
		falling(), phrase_comparison,
		"The share of patients treated in time was lower in the most deprived areas (34%) "
		"than in the least deprived areas (46%).");
}

/* 39.0% and 38.5% of 10,000: the difference of 0.5 has limits of -0.9 and 1.9. */
Test(words_phrases, say_that_a_difference_may_be_chance)
{
	struct statement_parts parts = groups_of(10000, "3900", "3880", "3890", "3870", "3850");
	static const char similar[] =
		"The share of patients treated in time was similar in the most deprived areas (39.0%) and "
		"the least deprived areas (38.5%): the difference could be due to chance.";

	expect_said(parts, phrase_comparison, similar);
	expect_said(parts, phrase_ratio, similar);
	expect_said(parts, phrase_gradient, similar);
}

/* 47.0% (43.9 to 50.1) and 42.0% (39.0 to 45.1) overlap, but their difference does not reach 0 ... */
Test(words_phrases, compare_by_the_difference_and_not_by_overlap)
{
	struct statement_parts parts = groups_of(1000, "470", "460", "450", "440", "420");

	expect_said(
		parts, phrase_comparison,
		"The share of patients treated in time was higher in the most deprived areas (47%) "
		"than in the least deprived areas (42%).");
	/* ... but that of 45.0% and 42.0% does. */
	parts = groups_of(1000, "450", "460", "450", "440", "420");
	expect_said(
		parts, phrase_comparison,
		"The share of patients treated in time was similar in the most deprived areas (45%) "
		"and the least deprived areas (42%): the difference could be due to chance.");
}

/* The confidence of the report decides. */
Test(words_phrases, compare_at_the_confidence_of_the_report)
{
	struct statement_parts parts = groups_of(1000, "470", "460", "450", "440", "420");

	parts.data = "confidence='99.8'";
	expect_said(
		parts, phrase_comparison,
		"The share of patients treated in time was similar in the most deprived areas (47%) "
		"and the least deprived areas (42%): the difference could be due to chance.");
}

Test(words_phrases, give_both_figures_alone_when_there_is_no_interval)
{
	struct statement_parts parts = rising();

	parts.method = "ratio";
	expect_said(
		parts, phrase_comparison,
		"The share of patients treated in time was 46% in the most deprived areas and 34% in "
		"the least deprived areas.");
	expect_said(
		parts, phrase_ratio,
		"The share of patients treated in time was 46% in the most deprived areas and 34% in "
		"the least deprived areas.");
}

/* -- size ------------------------------------------------------------------------------------- */

Test(words_phrases, give_a_gap_of_percentages_in_points)
{
	expect_said(rising(), phrase_gap, "The gap was 12.0 percentage points.");
	expect_said(falling(), phrase_gap, "The gap was 12.0 percentage points.");
}

Test(words_phrases, give_a_gap_of_rates_with_their_unit)
{
	expect_said(as_rate(groups_of(10000, "846", "700", "650", "600", "539")), phrase_gap,
		    "The gap was 3,070 per 100,000 people aged under 18.");
}

Test(words_phrases, give_a_gap_without_words_that_nobody_wrote)
{
	struct statement_parts parts = as_rate(groups_of(10000, "846", "700", "650", "600", "539"));

	parts.population = parts.events = "";
	expect_said(parts, phrase_gap, "The gap was 3,070 per 100,000.");
	parts = as_count(groups_of(10000, "846", "700", "650", "600", "539"));
	parts.population = parts.events = "";
	expect_said(parts, phrase_gap, "The gap was 307.");
}

Test(words_phrases, give_a_gap_of_counts_in_what_is_counted)
{
	expect_said(as_count(groups_of(10000, "846", "700", "650", "600", "539")), phrase_gap,
		    "The gap was 307 waits.");
}

/* A difference of ratios or of published figures is none of counts. */
Test(words_phrases, give_a_gap_without_counting_what_is_not_counted)
{
	struct statement_parts parts = rising();

	parts.method = "ratio";
	parts.unit = "% of the baseline year";
	parts.events = "admissions";
	expect_said(parts, phrase_gap, "The gap was 12.0 percentage points.");
	parts.unit = "Admissions for each in the baseline year";
	expect_said(parts, phrase_gap, "The gap was 12.0.");
	parts = (struct statement_parts){ .method = "given",
					  .per = "100000",
					  .unit = "Deaths per 100,000 people, adjusted for age",
					  .events = "deaths",
					  .rows = "dimension,group,value,lower,upper\n"
						  "deprivation,1,420.6,410,431\n"
						  "deprivation,5,300.4,290,311\n" };
	expect_said(parts, phrase_gap, "The gap was 120 per 100,000 people.");
	parts.unit = "Years";
	expect_said(parts, phrase_gap, "The gap was 120.");
}

Test(words_phrases, give_a_gap_of_counts_exactly)
{
	expect_said(as_count(groups_of(10000, "6346", "5000", "4000", "3600", "3011")), phrase_gap,
		    "The gap was 3,335 waits.");
}

Test(words_phrases, print_the_sign_of_units_that_are_a_percentage_of_something)
{
	struct statement_parts parts = rising();

	parts.method = "ratio";
	parts.unit = "% of the baseline year";
	expect_said(
		parts, phrase_comparison,
		"The share of patients treated in time was 46% in the most deprived areas and 34% in "
		"the least deprived areas.");
	parts.unit = "Index";
	expect_said(
		parts, phrase_comparison,
		"The share of patients treated in time was 46.0 in the most deprived areas and 34.0 in "
		"the least deprived areas.");
}

/* 50,200 / 50,000 differ clearly, by 0.4%: "0% higher" would say that they do not. */
Test(words_phrases, do_not_call_a_difference_0_percent)
{
	expect_said(
		groups_of(10000000, "5020000", "4000000", "4000000", "4000000", "5000000"),
		phrase_ratio,
		"The share of patients treated in time was higher in the most deprived areas (50.2%) "
		"than in the least deprived areas (50.0%).");
}

/* 46 / 34 = 1.353; 34 / 46 = 0.739; 846 / 539 = 1.570; 20 / 40. */
Test(words_phrases, give_a_ratio_in_the_words_that_fit_its_size)
{
	expect_said(
		rising(), phrase_ratio,
		"The share of patients treated in time was 35% higher in the most deprived areas "
		"than in the least deprived areas.");
	expect_said(
		falling(), phrase_ratio,
		"The share of patients treated in time was 26% lower in the most deprived areas than "
		"in the least deprived areas.");
	expect_said(
		as_rate(groups_of(10000, "846", "700", "650", "600", "539")), phrase_ratio,
		"The rate of admissions was 1.6 times as high in the most deprived areas as in the "
		"least deprived areas.");
	expect_said(
		groups_of(10000, "2000", "4200", "4000", "3600", "4000"), phrase_ratio,
		"The share of patients treated in time in the most deprived areas was about half that "
		"in the least deprived areas.");
	expect_said(
		groups_of(10000, "1000", "4200", "4000", "3600", "4000"), phrase_ratio,
		"The share of patients treated in time was 75% lower in the most deprived areas than "
		"in the least deprived areas.");
}

/* 1.494 is 49% higher, 1.496 is 1.5 times; 0.551 is 45% lower, 0.549 about half. */
Test(words_phrases, change_the_words_of_a_ratio_at_one_and_a_half_and_around_a_half)
{
	struct {
		const char *most, *least, *words;
	} cases[] = { { "74700", "50000", "was 49% higher" },
		      { "74800", "50000", "was 1.5 times as high" },
		      { "27550", "50000", "was 45% lower" },
		      { "27450", "50000", "about half" },
		      { "22550", "50000", "about half" },
		      { "22400", "50000", "was 55% lower" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement_parts parts =
			groups_of(100000, cases[i].most, "40000", "40000", "40000", cases[i].least);
		struct statement *statement = statement_of(&parts);
		struct view view = statement_view(statement, fifths);
		const char *said = phrase_ratio(&statement->words, &view);

		cr_expect_not_null(strstr(said, cases[i].words), "%s: %s", cases[i].words, said);
		statement_free(statement);
	}
}

/* -- steps ------------------------------------------------------------------------------------ */

Test(words_phrases, say_whether_a_figure_changes_step_by_step)
{
	expect_said(
		rising(), phrase_gradient,
		"The share of patients treated in time rose step by step from the least to the most "
		"deprived fifth.");
	expect_said(
		falling(), phrase_gradient,
		"The share of patients treated in time fell step by step from the least to the most "
		"deprived fifth.");
	expect_said(
		groups_of(10000, "4600", "4200", "4700", "3600", "3400"), phrase_gradient,
		"The share of patients treated in time was highest in fifth 3 and did not change step by "
		"step with deprivation.");
}

/* Of a group in the middle without a figure, or with one that may be anything, no step is known. */
Test(words_phrases, claim_no_steps_over_a_group_that_cannot_be_compared)
{
	static const char *const middles[] = { "*", "x", "9" };

	for (size_t i = 0; i < 3; i++)
		expect_said(groups_of(10000, "4600", "4200", middles[i], "3600", "3400"),
			    phrase_gradient,
			    "The share of patients treated in time was higher in the most deprived "
			    "areas (46%) than in the least deprived areas (34%).");
}

Test(words_phrases, see_no_step_where_two_groups_are_equal)
{
	struct statement_parts parts = groups_of(10000, "4600", "4200", "4200", "3600", "3400");
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, fifths);

	cr_expect_eq(phrase_steps(&view), 0);
	statement_free(statement);
}

/* -- what cannot be said ---------------------------------------------------------------------- */

typedef const char *(*phrase_of_ends)(const struct words *words, const struct view *view);

static const phrase_of_ends all[] = { phrase_comparison, phrase_gap, phrase_ratio,
				      phrase_gradient };

static void expect_all_said(struct statement_parts parts, const char *wanted)
{
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		expect_said(parts, all[i], wanted);
}

Test(words_phrases, say_nothing_of_a_hidden_end)
{
	expect_all_said(groups_of(10000, "*", "4200", "3900", "3600", "3400"),
			"The figure for the most deprived areas is not shown to protect people’s "
			"confidentiality.");
	expect_all_said(groups_of(10000, "4600", "4200", "3900", "3600", "*"),
			"The figure for the least deprived areas is not shown to protect people’s "
			"confidentiality.");
}

Test(words_phrases, say_that_an_end_is_missing)
{
	expect_all_said(
		groups_of(10000, "4600", "4200", "3900", "3600", "x"),
		"No comparison can be made: there is no figure for the least deprived areas.");
}

Test(words_phrases, warn_of_small_numbers_in_place_of_a_comparison)
{
	expect_all_said(
		groups_of(10000, "9", "42", "39", "36", "340"),
		"The figure for the most deprived areas is based on small numbers (9 patients "
		"treated in time), so it is uncertain.");
	expect_all_said(
		groups_of(10000, "900", "42", "39", "36", "5"),
		"The figure for the least deprived areas is based on small numbers (5 patients "
		"treated in time), so it is uncertain.");
}

/* What is counted is written in the plural; a published figure comes without a count. */
Test(words_phrases, warn_of_an_unreliable_figure_without_its_count)
{
	static const char without[] =
		"The figure for the most deprived areas is based on small numbers, so it is uncertain "
		"and may change a lot from year to year.";

	expect_all_said(groups_of(10000, "1", "42", "39", "36", "340"), without);
	expect_all_said(
		(struct statement_parts){
			.method = "given",
			.rows = "dimension,group,value,lower,upper\n"
				"deprivation,1,20,5,35\ndeprivation,5,20,18,22\n" },
		without);
}

/* Hidden goes before unreliable: nothing may be said of the count of the other end. */
Test(words_phrases, say_that_a_figure_is_hidden_before_they_warn_of_small_numbers)
{
	expect_all_said(groups_of(10000, "9", "42", "39", "36", "*"),
			"The figure for the least deprived areas is not shown to protect people’s "
			"confidentiality.");
}

Test(words_phrases, know_that_groups_without_order_have_no_ends)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nsex,F,450,1000\nsex,M,350,1000\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "sex" });

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		cr_expect_str_eq(all[i](&statement->words, &view),
				 "No comparison can be made: the groups have no order.");
	statement_free(statement);
}

/* -- rules for all of them -------------------------------------------------------------------- */

static bool has_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = text; (at = strstr(at, word)) != NULL; at++)
		if ((at == text || !isalpha((unsigned char)at[-1])) &&
		    !isalpha((unsigned char)at[length]))
			return true;
	return false;
}

/* Words that say more than figures do are in no text of the table, so in no sentence. */
Test(words_phrases, hold_no_forbidden_word)
{
	static const char *const forbidden[] = {
		"because",
		"caused",
		"causes",
		"leads to",
		"driven by",
		"results in",
		"impact",
		"effect",
		"explains",
		"only",
		"just",
		"best",
		"worst",
		"alarming",
		"shocking",
		"significant",
		"significantly",
		"dramatic",
		"vulnerable",
		"hard to reach",
		"non-compliant",
		"deprived people",
		"poor people",
		"BAME",
		"BME",
		"non-White",
		"minorities",
		"race",
		"the elderly",
		"pensioners",
		"people of colour",
		"gender",
		"times higher",
	};
	struct statement_parts parts = rising();
	struct statement *statement = statement_of(&parts);

	for (int id = 0; id < STRING_COUNT; id++)
		for (size_t i = 0; i < sizeof(forbidden) / sizeof(forbidden[0]); i++)
			cr_expect_not(
				has_word(strings_text(statement->words.strings, (enum string_id)id),
					 forbidden[i]),
				"%s: %s", string_id_name((enum string_id)id), forbidden[i]);
	statement_free(statement);
}
