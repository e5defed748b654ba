/* Sentences on how large a difference is: gaps and ratios between the two ends of a breakdown. */

#include "words/phrases.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/breakdown_words.h"

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

/* -- gaps and ratios -------------------------------------------------------------------------- */

Test(words_size, give_a_gap_of_percentages_in_points)
{
	expect_of_fifths(fifths_rising(), phrase_gap, "The gap was 12 percentage points.");
	expect_of_fifths(fifths_falling(), phrase_gap, "The gap was 12 percentage points.");
}

Test(words_size, give_a_gap_of_rates_with_their_unit)
{
	expect_of_fifths(as_rate(fifths_of(10000, "846", "700", "650", "600", "539")), phrase_gap,
			 "The gap was 3,070 per 100,000 people aged under 18.");
}

Test(words_size, give_a_gap_without_words_that_nobody_wrote)
{
	struct statement_parts parts = as_rate(fifths_of(10000, "846", "700", "650", "600", "539"));

	parts.population = parts.events = "";
	expect_of_fifths(parts, phrase_gap, "The gap was 3,070 per 100,000.");
	parts = as_count(fifths_of(10000, "846", "700", "650", "600", "539"));
	parts.population = parts.events = "";
	expect_of_fifths(parts, phrase_gap, "The gap was 307.");
}

Test(words_size, give_a_gap_of_counts_in_what_is_counted)
{
	expect_of_fifths(as_count(fifths_of(10000, "846", "700", "650", "600", "539")), phrase_gap,
			 "The gap was 307 waits.");
}

/* What is counted is written in the plural. */
Test(words_size, name_no_events_behind_a_gap_of_one)
{
	expect_of_fifths(as_count(fifths_of(10000, "540", "530", "520", "510", "539")), phrase_gap,
			 "The gap was 1.");
}

/* A difference of ratios or of published figures is none of counts. */
Test(words_size, give_a_gap_without_counting_what_is_not_counted)
{
	struct statement_parts parts = fifths_rising();

	parts.method = "ratio";
	parts.unit = "% of the baseline year";
	parts.events = "admissions";
	expect_of_fifths(parts, phrase_gap, "The gap was 12 percentage points.");
	parts.unit = "Admissions for each in the baseline year";
	expect_of_fifths(parts, phrase_gap, "The gap was 12.0.");
	parts.unit = "Doctors per 100,000 registered patients";
	expect_of_fifths(parts, phrase_gap, "The gap was 12.0 per 100,000 registered patients.");
	parts = (struct statement_parts){ .method = "given",
					  .per = "100000",
					  .unit = "Deaths per 100,000 people, adjusted for age",
					  .events = "deaths",
					  .rows = "dimension,group,value,lower,upper\n"
						  "deprivation,1,420.4,410,431\n"
						  "deprivation,5,300.4,290,311\n" };
	expect_of_fifths(parts, phrase_gap, "The gap was 120 per 100,000 people.");
	parts.unit = "Years";
	expect_of_fifths(parts, phrase_gap, "The gap was 120 years.");
	parts.unit = "Index";
	expect_of_fifths(parts, phrase_gap, "The gap was 120.");
}

/* The ends are printed in the sentence before with as many decimals: 46% and 43%, not 46.0% and 43.4%. */
Test(words_size, give_a_gap_no_more_decimals_than_its_ends)
{
	const struct statement_parts parts =
		as_rate(fifths_of(100000, "150", "140", "130", "120", "100"));

	expect_of_fifths(
		parts, phrase_comparison,
		"The rate of admissions was higher in the most deprived areas (150) than in "
		"the least deprived areas (100).");
	expect_of_fifths(parts, phrase_gap, "The gap was 50 per 100,000 people aged under 18.");
}

/* 149.97 and 100.03 are printed as 150 and 100; 49.94 as 50, for they are. */
Test(words_size, make_ends_and_gap_agree)
{
	struct statement_parts parts = { .method = "given",
					 .per = "100000",
					 .unit = "Deaths per 100,000 people",
					 .rows = "dimension,group,value,lower,upper\n"
						 "deprivation,1,149.97,140,160\n"
						 "deprivation,5,100.03,95,105\n" };

	expect_of_fifths(parts, phrase_gap, "The gap was 50 per 100,000 people.");
}

/* 46.4% and 33.6% are printed as 46% and 34%, and differ by 12.8. */
Test(words_size, say_that_a_gap_is_worked_out_before_rounding_where_it_shows)
{
	expect_of_fifths(
		fifths_of(10000, "4640", "4400", "4000", "3600", "3360"), phrase_gap,
		"The gap was 13 percentage points. Differences are worked out before rounding.");
	expect_of_fifths(fifths_of(10000, "4610", "4400", "4000", "3600", "3440"), phrase_gap,
			 "The gap was 12 percentage points.");
}

Test(words_size, give_a_gap_of_counts_exactly)
{
	expect_of_fifths(as_count(fifths_of(10000, "6346", "5000", "4000", "3600", "3011")),
			 phrase_gap, "The gap was 3,335 waits.");
}

Test(words_size, print_the_sign_of_units_that_are_a_percentage_of_something)
{
	struct statement_parts parts = fifths_rising();

	parts.method = "ratio";
	parts.unit = "% of the baseline year";
	expect_of_fifths(
		parts, phrase_comparison,
		"The share of patients treated in time was 46% in the most deprived areas and 34% in "
		"the least deprived areas.");
	parts.unit = "Index";
	expect_of_fifths(
		parts, phrase_comparison,
		"The share of patients treated in time was 46.0 in the most deprived areas and 34.0 in "
		"the least deprived areas.");
}

/* 50,200 / 50,000 differ clearly, by 0.4%: "0% higher" would say that they do not. */
Test(words_size, do_not_call_a_difference_0_percent)
{
	expect_of_fifths(
		fifths_of(10000000, "5020000", "4000000", "4000000", "4000000", "5000000"),
		phrase_ratio,
		"The share of patients treated in time was higher in the most deprived areas (50.2%) "
		"than in the least deprived areas (50.0%).");
}

/* 46 / 34 = 1.353; 34 / 46 = 0.739; 846 / 539 = 1.570; 20 / 40. */
Test(words_size, give_a_ratio_in_the_words_that_fit_its_size)
{
	expect_of_fifths(
		fifths_rising(), phrase_ratio,
		"The share of patients treated in time was 35% higher in the most deprived areas "
		"than in the least deprived areas.");
	expect_of_fifths(
		fifths_falling(), phrase_ratio,
		"The share of patients treated in time was 26% lower in the most deprived areas than "
		"in the least deprived areas.");
	expect_of_fifths(
		as_rate(fifths_of(10000, "846", "700", "650", "600", "539")), phrase_ratio,
		"The rate of admissions was 1.6 times as high in the most deprived areas as in the "
		"least deprived areas.");
	expect_of_fifths(
		fifths_of(10000, "2000", "4200", "4000", "3600", "4000"), phrase_ratio,
		"The share of patients treated in time in the most deprived areas was about half that "
		"in the least deprived areas.");
	expect_of_fifths(
		fifths_of(10000, "1000", "4200", "4000", "3600", "4000"), phrase_ratio,
		"The share of patients treated in time was 75% lower in the most deprived areas than "
		"in the least deprived areas.");
}

/* 1.494 is 49% higher, 1.496 is 1.5 times; 0.551 is 45% lower, 0.549 about half. */
Test(words_size, change_the_words_of_a_ratio_at_one_and_a_half_and_around_a_half)
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
			fifths_of(100000, cases[i].most, "40000", "40000", "40000", cases[i].least);
		struct statement *statement = statement_of(&parts);
		struct view view =
			statement_view(statement, (struct figure_key){ .by = "deprivation" });
		const char *said = phrase_ratio(&statement->words, &view);

		cr_expect_not_null(strstr(said, cases[i].words), "%s: %s", cases[i].words, said);
		statement_free(statement);
	}
}
