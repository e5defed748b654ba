/* Sentences on several groups. */

#include "words/phrases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/breakdown_words.h"

enum { ROWS_MOST = 2000 };

/* 1,000 people in every ethnic group, 400 of them in time but for those listed: "K500 H*..". */
static struct statement_parts groups_with(const char *changes)
{
	static const char codes[] = "KHJLNMPFEDGABCRS";
	static char rows[ROWS_MOST];
	int length = snprintf(rows, sizeof(rows),
			      "dimension,group,numerator,denominator\nall,,40000,100000\n");

	for (size_t i = 0; codes[i] != '\0'; i++) {
		const char *change = strchr(changes, codes[i]);
		int count = change == NULL ? 3 : (int)strcspn(change + 1, " .");

		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "ethnic-category,%c,%.*s,1000\n", codes[i], count,
				   change == NULL ? "400" : change + 1);
	}
	return (struct statement_parts){ .rows = rows };
}

static const char *several_groups(const struct words *words, const struct view *view)
{
	return phrase_several_groups(words, view, NULL);
}

static void expect_said(const char *changes, const char *wanted)
{
	expect_words(groups_with(changes), "ethnic-category", several_groups, wanted);
}

Test(words_groups, name_the_groups_that_differ_from_all)
{
	expect_said("K500",
		    "Compared with all patients (40.0%), the share of patients treated in time "
		    "was higher for the Bangladeshi ethnic group; the others were similar.");
	expect_said("R300",
		    "Compared with all patients (40.0%), the share of patients treated in time "
		    "was lower for the Chinese ethnic group; the others were similar.");
}

/* One sentence would have 33 words, and 25 are what a sentence may have. */
Test(words_groups, speak_in_two_sentences_of_those_above_and_below)
{
	expect_said(
		"K500 H500 R300 M300",
		"Compared with all patients (40.0%), the share of patients treated in time was "
		"higher for the Bangladeshi and Indian ethnic groups. It was lower for the Caribbean "
		"and Chinese ethnic groups; the others were similar.");
}

Test(words_groups, speak_in_one_sentence_when_it_is_short)
{
	struct statement_parts parts = groups_with("K500 R300");

	parts.measure = "uptake";
	expect_words(parts, "ethnic-category", several_groups,
		     "Compared with all patients (40.0%), uptake was higher for the Bangladeshi "
		     "ethnic group and lower for the Chinese ethnic group; the others were "
		     "similar.");
}

Test(words_groups, take_a_short_subject_when_the_measure_makes_them_too_long)
{
	struct statement_parts parts = groups_with("K500 H500 J500");

	parts.measure = "the share of patients with a severe mental illness treated in time";
	expect_words(parts, "ethnic-category", several_groups,
		     "Compared with all patients (40.0%), the percentage was higher for the "
		     "Bangladeshi, Indian and Pakistani ethnic groups; the others were similar.");
}

/* 3 names at most; never "and 1 more", which could have been named. */
Test(words_groups, name_two_groups_and_count_the_others_from_four_on)
{
	expect_said(
		"K500 H500 J500 L500",
		"Compared with all patients (40.0%), the percentage was higher for the Bangladeshi, "
		"Indian and 2 more ethnic groups; the others were similar.");
	expect_said(
		"K300 H300 J300 L300 N300 M300",
		"Compared with all patients (40.0%), the percentage was lower for the Bangladeshi, "
		"Indian and 4 more ethnic groups; the others were similar.");
}

Test(words_groups, say_that_none_differs_when_all_are_compared)
{
	expect_said("K410 H390",
		    "Compared with all patients (40.0%), the share of patients treated in "
		    "time was similar for every ethnic group.");
}

/* -- groups that cannot be compared ----------------------------------------------------------- */

/* K is hidden, H missing, and 9 of 1,000 are few: none of them may be called similar. */
Test(words_groups, call_no_group_similar_that_is_not_compared)
{
	expect_said(
		"K*.. Hx..",
		"Compared with all patients (40.0%), the share of patients treated in time was "
		"similar for 14 of the 16 ethnic groups. The other 2 could not be compared (hidden "
		"or missing).");
	expect_said("J500 K*.. Hx.. P9..",
		    "Compared with all patients (40.0%), the share of patients treated in time was "
		    "higher for the Pakistani ethnic group. It was similar for 12 of the 16 ethnic "
		    "groups; 3 could not be compared (hidden, missing or wide intervals).");
}

Test(words_groups, count_the_groups_of_which_nothing_is_known_where_none_is_similar)
{
	expect_words(
		(struct statement_parts){
			.measure = "uptake",
			.rows = "dimension,group,numerator,denominator\nall,,2000,5000\n"
				"ethnic-group,asian,500,1000\nethnic-group,black,300,1000\n"
				"ethnic-group,mixed,*,1000\nethnic-group,white,300,1000\n"
				"ethnic-group,other,*,1000\n" },
		"ethnic-group", several_groups,
		"Compared with all patients (40.0%), uptake was higher for the Asian ethnic "
		"group and lower for the Black and White ethnic groups. Of the 5 ethnic "
		"groups, 2 could not be compared (hidden).");
}

Test(words_groups, say_why_no_group_can_be_compared)
{
	expect_words(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\nall,,2000,5000\n"
				"ethnic-group,asian,*,1000\nethnic-group,black,5,1000\n" },
		"ethnic-group", several_groups,
		"No comparison can be made: none of the ethnic groups has a figure that can be "
		"compared (hidden, missing or wide intervals).");
}

Test(words_groups, do_not_compare_counts_with_their_sum)
{
	expect_words(
		(struct statement_parts){
			.method = "count",
			.per = "1",
			.rows = "dimension,group,numerator\nall,,200\nsex,F,100\nsex,M,100\n" },
		"sex", several_groups,
		"No comparison can be made: it has no meaning for this kind of figure.");
}

Test(words_groups, speak_of_others_while_there_are_any)
{
	expect_words(
		(struct statement_parts){
			.measure = "uptake",
			.rows = "dimension,group,numerator,denominator\nall,,1900,5000\n"
				"ethnic-group,asian,500,1000\nethnic-group,black,500,1000\n"
				"ethnic-group,mixed,300,1000\nethnic-group,white,300,1000\n"
				"ethnic-group,other,300,1000\n" },
		"ethnic-group", several_groups,
		"Compared with all patients (38.0%), uptake was higher for the Asian and Black ethnic "
		"groups and lower for the Mixed, White and Other ethnic groups.");
}

Test(words_groups, say_the_other_of_one)
{
	expect_words(
		(struct statement_parts){
			.measure = "uptake",
			.rows = "dimension,group,numerator,denominator\nall,,2000,5000\n"
				"sex,F,500,1000\nsex,M,400,1000\n" },
		"sex", several_groups,
		"Compared with all patients (40.0%), uptake was higher for females. It was "
		"similar for males.");
}

Test(words_groups, name_fifths_by_their_place)
{
	expect_words(
		(struct statement_parts){
			.measure = "uptake",
			.rows = "dimension,group,numerator,denominator\nall,,2000,5000\n"
				"deprivation,1,500,1000\ndeprivation,2,500,1000\ndeprivation,3,400,1000\n"
				"deprivation,4,400,1000\ndeprivation,5,300,1000\n" },
		"deprivation", several_groups,
		"Compared with all patients (40.0%), uptake was higher for fifths 1 and 2 and "
		"lower for fifth 5; the others were similar.");
}

Test(words_groups, compare_nothing_without_a_total)
{
	expect_words(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"ethnic-group,asian,500,1000\nethnic-group,black,500,1000\n" },
		"ethnic-group", several_groups,
		"No comparison can be made: there is no figure for all patients.");
}

Test(words_groups, leave_out_people_of_unknown_group)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,2000,5000\n"
			"ethnic-group,asian,500,1000\nethnic-group,black,400,1000\n"
			"ethnic-group,unknown,10,1000\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "ethnic-group" });
	struct group_counts counts = phrase_count_groups(&view);

	cr_expect_eq(counts.higher, 1);
	cr_expect_eq(counts.similar, 1);
	cr_expect_eq(counts.lower, 0);
	cr_expect_eq(counts.compared, 2);
	cr_expect_eq(counts.uncompared, 3, "the classification lists 5 groups");
	statement_free(statement);
}
