/* Titles of figures: what stands out, in at most 15 words, without a full stop. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/breakdown_words.h"
#include "words/phrases.h"

enum { ROWS_MOST = 2000, WORDS_MOST = 15 };

static size_t count_words(const char *text)
{
	size_t words = 0;

	for (bool inside = false; *text != '\0'; inside = *text++ != ' ')
		words += *text != ' ' && !inside;
	return words;
}

static void expect_title(struct statement_parts parts, const char *by, const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, (struct figure_key){ .by = by });
	const char *title = title_of_view(&statement->words, &view, NULL);

	cr_expect_str_eq(title, wanted);
	cr_expect_leq(count_words(title), WORDS_MOST, "%s", title);
	statement_free(statement);
}

/* -- fifths ----------------------------------------------------------------------------------- */

static struct statement_parts fifths(const char *a, const char *b, const char *c, const char *d,
				     const char *e)
{
	struct statement_parts parts = fifths_of(10000, a, b, c, d, e);

	parts.measure = "uptake";
	return parts;
}

Test(words_titles, say_that_a_figure_changes_step_by_step)
{
	expect_title(fifths("4600", "4200", "3900", "3600", "3400"), "deprivation",
		     "Uptake rose step by step from the least to the most deprived fifth");
	expect_title(fifths("3400", "3600", "3900", "4200", "4600"), "deprivation",
		     "Uptake fell step by step from the least to the most deprived fifth");
}

Test(words_titles, say_which_end_is_higher_when_there_are_no_steps)
{
	expect_title(
		fifths("4600", "4200", "4700", "3600", "3400"), "deprivation",
		"Uptake was higher in the most deprived areas than in the least deprived areas");
	expect_title(
		fifths("3400", "4200", "3900", "3600", "4600"), "deprivation",
		"Uptake was lower in the most deprived areas than in the least deprived areas");
}

/* Steps within chance are no steps: 39.0% to 38.6%. */
Test(words_titles, say_that_the_ends_are_similar_whatever_lies_between)
{
	expect_title(fifths("3900", "3890", "3880", "3870", "3860"), "deprivation",
		     "Uptake was similar in the most deprived areas and the least deprived areas");
}

/* A group in the middle that is hidden leaves the ends to compare and no step to see. */
Test(words_titles, see_no_steps_over_a_hidden_group)
{
	expect_title(
		fifths("4600", "4200", "*", "3600", "3400"), "deprivation",
		"Uptake was higher in the most deprived areas than in the least deprived areas");
}

Test(words_titles, say_what_is_shown_when_nothing_can_be_compared)
{
	expect_title(fifths("4600", "4200", "3900", "3600", "*"), "deprivation",
		     "Treated in time, by deprivation fifth of England");
	expect_title(fifths("4600", "4200", "3900", "3600", "x"), "deprivation",
		     "Treated in time, by deprivation fifth of England");
	expect_title(fifths("4600", "4200", "3900", "3600", "8"), "deprivation",
		     "Treated in time, by deprivation fifth of England");
}

Test(words_titles, take_a_short_subject_when_the_measure_makes_them_too_long)
{
	struct statement_parts parts = fifths("4600", "4200", "3900", "3600", "3400");

	parts.measure = "the share of patients treated in time";
	expect_title(parts, "deprivation",
		     "The percentage rose step by step from the least to the most deprived fifth");
	parts.method = "crude-rate";
	parts.unit = "Admissions per 100";
	expect_title(parts, "deprivation",
		     "The rate rose step by step from the least to the most deprived fifth");
	parts.method = "count";
	parts.per = "1";
	expect_title(parts, "deprivation",
		     "The number rose step by step from the least to the most deprived fifth");
}

/* -- two groups ------------------------------------------------------------------------------- */

static struct statement_parts sexes(const char *females, const char *males)
{
	static char rows[ROWS_MOST];

	snprintf(rows, sizeof(rows),
		 "dimension,group,numerator,denominator\nsex,F,%s,10000\nsex,M,%s,10000\n", females,
		 males);
	return (struct statement_parts){ .rows = rows, .measure = "the share seen" };
}

Test(words_titles, compare_two_groups_with_each_other)
{
	expect_title(sexes("4500", "3500"), "sex",
		     "The share seen was higher for females than for males");
	expect_title(sexes("3500", "4500"), "sex",
		     "The share seen was higher for males than for females");
	expect_title(sexes("3500", "3520"), "sex",
		     "The share seen was similar for females and males");
	expect_title(sexes("3500", "*"), "sex", "Treated in time, by sex");
}

/* -- ages ------------------------------------------------------------------------------------- */

Test(words_titles, name_the_ages_with_the_highest_and_the_lowest_figure)
{
	struct statement_parts parts = {
		.measure = "the share seen",
		.rows = "dimension,group,numerator,denominator\nage,0-17,4500,10000\n"
			"age,18-64,3500,10000\nage,65+,4700,10000\n"
	};

	expect_title(parts, "age",
		     "The share seen was highest at ages 65\xc2\xa0"
		     "and\xc2\xa0"
		     "over and lowest at ages "
		     "18\xc2\xa0to\xc2\xa0"
		     "64");
	parts.rows = "dimension,group,numerator,denominator\nage,0-17,450,1000\n"
		     "age,18-64,430,1000\nage,65+,440,1000\n";
	expect_title(parts, "age", "Treated in time, by age group");
}

/* Neither end is named when two groups share it, whichever of them comes first. */
Test(words_titles, name_no_age_as_highest_or_lowest_beside_an_equal_one)
{
	static const char *const rows[] = {
		"age,0-17,4700,10000\nage,18-39,4000,10000\nage,40-64,3500,10000\nage,65+,4700,10000\n",
		"age,0-17,3500,10000\nage,18-39,4000,10000\nage,40-64,3500,10000\nage,65+,4700,10000\n",
	};

	for (size_t i = 0; i < 2; i++) {
		char all[300];

		snprintf(all, sizeof(all), "dimension,group,numerator,denominator\n%s", rows[i]);
		expect_title((struct statement_parts){ .measure = "the share seen", .rows = all },
			     "age", "Treated in time, by age group");
	}
	/* Equals in the middle are no matter. */
	expect_title(
		(struct statement_parts){
			.measure = "the share seen",
			.rows = "dimension,group,numerator,denominator\nage,0-17,4000,10000\n"
				"age,18-39,4000,10000\nage,40-64,3500,10000\n"
				"age,65+,4700,10000\n" },
		"age",
		"The share seen was highest at ages 65\xc2\xa0"
		"and\xc2\xa0"
		"over and lowest at ages "
		"40\xc2\xa0to\xc2\xa0"
		"64");
}

Test(words_titles, say_under_of_ages_from_birth)
{
	struct statement_parts parts = {
		.measure = "the share seen",
		.rows = "dimension,group,numerator,denominator\nage,0-19,4500,10000\n"
			"age,20-39,3500,10000\nage,40+,4000,10000\n"
	};

	expect_title(parts, "age",
		     "The share seen was highest at ages under\xc2\xa0"
		     "20 and lowest at ages 20\xc2\xa0to\xc2\xa0"
		     "39");
	parts.rows = "dimension,group,numerator,denominator\nage,0-17,4500,10000\n"
		     "age,18+,3500,10000\n";
	expect_title(parts, "age",
		     "The share seen was higher for ages under\xc2\xa0"
		     "18 than for ages 18\xc2\xa0"
		     "and\xc2\xa0"
		     "over");
}

/* The band in the middle may be the highest: 9 of 20 are few, hidden and missing ones are not known. */
Test(words_titles, name_no_extremes_while_a_band_is_not_known)
{
	static const char *const middles[] = { "*,10000", "x,10000", "9,20" };

	for (size_t i = 0; i < 3; i++) {
		char rows[200];

		snprintf(rows, sizeof(rows),
			 "dimension,group,numerator,denominator\nage,0-17,4500,10000\n"
			 "age,18-64,%s\nage,65+,3500,10000\n",
			 middles[i]);
		expect_title((struct statement_parts){ .rows = rows }, "age",
			     "Treated in time, by age group");
	}
}

/* -- several groups --------------------------------------------------------------------------- */

static struct statement_parts ethnic(const char *a, const char *b, const char *c, const char *d,
				     const char *e)
{
	static char rows[ROWS_MOST];

	snprintf(
		rows, sizeof(rows),
		"dimension,group,numerator,denominator\nall,,2000,5000\nethnic-group,asian,%s,1000\n"
		"ethnic-group,black,%s,1000\nethnic-group,mixed,%s,1000\nethnic-group,white,%s,1000\n"
		"ethnic-group,other,%s,1000\n",
		a, b, c, d, e);
	return (struct statement_parts){ .rows = rows };
}

Test(words_titles, count_the_groups_that_differ)
{
	expect_title(ethnic("500", "500", "300", "300", "400"), "ethnic-group",
		     "The percentage was higher than average for 2 ethnic groups and lower for 2");
	expect_title(ethnic("500", "400", "300", "300", "400"), "ethnic-group",
		     "The percentage was higher than average for 1 ethnic group and lower for 2");
	expect_title(ethnic("500", "500", "400", "400", "400"), "ethnic-group",
		     "The percentage was higher than average for 2 ethnic groups");
	expect_title(ethnic("500", "400", "400", "400", "400"), "ethnic-group",
		     "The percentage was higher than average for 1 ethnic group");
	expect_title(ethnic("300", "300", "400", "400", "400"), "ethnic-group",
		     "The percentage was lower than average for 2 ethnic groups");
	expect_title(ethnic("300", "400", "400", "400", "400"), "ethnic-group",
		     "The percentage was lower than average for 1 ethnic group");
	expect_title(ethnic("410", "400", "400", "390", "400"), "ethnic-group",
		     "No ethnic group differed clearly from the average");
}

Test(words_titles, count_nothing_when_fewer_than_3_groups_can_be_compared)
{
	expect_title(ethnic("500", "400", "*", "x", "*"), "ethnic-group",
		     "Treated in time, by ethnic group");
}

/* What is said of some is not said of all: 4 of the 5 groups have figures that can be compared. */
Test(words_titles, count_the_groups_that_are_compared)
{
	expect_title(ethnic("500", "500", "300", "400", "*"), "ethnic-group",
		     "The percentage was above average for 2 and below for 1 of 4 groups compared");
	expect_title(
		ethnic("500", "400", "400", "400", "5"), "ethnic-group",
		"The percentage was higher than average for 1 of the 4 ethnic groups compared");
	expect_title(ethnic("300", "300", "400", "400", "x"), "ethnic-group",
		     "The percentage was lower than average for 2 of the 4 ethnic groups compared");
	expect_title(ethnic("410", "400", "400", "390", "*"), "ethnic-group",
		     "Treated in time, by ethnic group");
}
