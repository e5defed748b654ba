/* Sentences on several groups, on time and on how complete the records are. */

#include "words/phrases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

enum { ROWS_MOST = 2000 };

static const struct figure_key ethnic = { .by = "ethnic-category" };

/* 1,000 people in every ethnic group, 400 of them in time but for those listed: "K500 H300". */
static struct statement_parts groups_with(const char *changes)
{
	static const char codes[] = "KHJLNMPFEDGABCRS";
	static char rows[ROWS_MOST];
	int length = snprintf(rows, sizeof(rows),
			      "dimension,group,numerator,denominator\nall,,40000,100000\n");

	for (size_t i = 0; codes[i] != '\0'; i++) {
		const char *change = strchr(changes, codes[i]);
		int count = change == NULL ? 3 : (int)strcspn(change + 1, " ");

		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "ethnic-category,%c,%.*s,1000\n", codes[i], count,
				   change == NULL ? "400" : change + 1);
	}
	return (struct statement_parts){ .rows = rows };
}

static void expect_said(const char *changes, const char *wanted)
{
	struct statement_parts parts = groups_with(changes);
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, ethnic);

	cr_expect_str_eq(phrase_several_groups(&statement->words, &view), wanted);
	statement_free(statement);
}

Test(words_groups, name_the_groups_that_differ_from_all)
{
	expect_said(
		"K500 H500 R300 M300",
		"Compared with all patients (40.0%), it was higher for the Bangladeshi and Indian "
		"ethnic groups and lower for the Caribbean and Chinese ethnic groups; the others were "
		"similar.");
	expect_said("K500", "Compared with all patients (40.0%), it was higher for the Bangladeshi "
			    "ethnic group; the others were similar.");
	expect_said("R300",
		    "Compared with all patients (40.0%), it was lower for the Chinese ethnic "
		    "group; the others were similar.");
}

Test(words_groups, list_three_groups_with_a_comma_and_an_and)
{
	expect_said("K500 H500 J500",
		    "Compared with all patients (40.0%), it was higher for the "
		    "Bangladeshi, Indian and Pakistani ethnic groups; the others were "
		    "similar.");
}

Test(words_groups, say_that_none_differs)
{
	expect_said("K410 H390", "All groups were similar to all patients (40.0%).");
}

Test(words_groups, speak_of_others_while_there_are_any)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,2000,5000\n"
			"ethnic-group,asian,500,1000\nethnic-group,black,500,1000\n"
			"ethnic-group,mixed,300,1000\nethnic-group,white,300,1000\n"
			"ethnic-group,other,300,1000\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "ethnic-group" });

	cr_expect_str_eq(
		phrase_several_groups(&statement->words, &view),
		"Compared with all patients (40.0%), it was higher for the Asian and Black ethnic "
		"groups and lower for the Mixed, White and Other ethnic groups.");
	statement_free(statement);
}

Test(words_groups, compare_nothing_without_a_total)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\n"
			"ethnic-group,asian,500,1000\nethnic-group,black,500,1000\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "ethnic-group" });

	cr_expect_str_eq(phrase_several_groups(&statement->words, &view),
			 "No comparison can be made: a figure is not available.");
	statement_free(statement);
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
	statement_free(statement);
}

/* -- time ------------------------------------------------------------------------------------- */

static const char *change_of(struct statement *statement, const char *first, const char *last)
{
	struct view from = statement_view(statement, (struct figure_key){ .period = first });
	struct view to = statement_view(statement, (struct figure_key){ .period = last });

	return phrase_change(&statement->words, &from, NULL, &to, NULL);
}

Test(words_groups, say_how_the_total_changed_without_a_word_for_its_direction)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,numerator,denominator\n2020/21,4000,10000\n2021/22,4080,10000\n"
			"2022/23,*,10000\n2024/25,4400,10000\n" });

	cr_expect_str_eq(
		change_of(statement, "2020/21", "2024/25"),
		"The share of patients treated in time went from 40% in 2020 to 2021 to 44% in "
		"2024 to 2025.");
	cr_expect_str_eq(
		change_of(statement, "2020/21", "2021/22"),
		"The share of patients treated in time went from 40.0% in 2020 to 2021 to 40.8% in "
		"2021 to 2022.");
	cr_expect_str_eq(change_of(statement, "2020/21", "2022/23"),
			 "No comparison can be made: a figure is not available.");
	statement_free(statement);
}

/* -- completeness ----------------------------------------------------------------------------- */

Test(words_groups, say_for_how_many_the_group_was_recorded)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,400,1000\n"
			"ethnic-group,white,380,941\nethnic-group,unknown,20,59\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "ethnic-group" });

	cr_expect_str_eq(phrase_completeness(&statement->words, &view),
			 "Ethnic group was recorded for 94.1% of patients.");
	statement_free(statement);
}

/* Admissions have a group or not; the people at risk are counted elsewhere. */
Test(words_groups, say_of_which_records_when_a_rate_counts_events)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "crude-rate",
		.per = "1000",
		.unit = "Admissions per 1,000 people",
		.events = "admissions",
		.population = "people",
		.rows = "dimension,group,numerator,denominator\nall,,400,1000\n"
			"sex,F,380,500\nsex,unknown,20,x\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "sex" });

	cr_expect_str_eq(phrase_completeness(&statement->words, &view),
			 "Sex was recorded for 95.0% of admissions.");
	statement_free(statement);
}

Test(words_groups, do_not_say_how_complete_records_are_without_their_number)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,400,1000\n"
			"ethnic-group,white,380,941\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "ethnic-group" });

	cr_expect_null(strstr(phrase_completeness(&statement->words, &view), "recorded for"));
	statement_free(statement);
}
