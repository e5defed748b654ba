/* Periods, dates and names as printed. */

#include "words/format.h"

#include <criterion/criterion.h>
#include <stdio.h>

#include "base/arena.h"
#include "support/program.h"
#include "support/statement.h"

#define BLANK "\xc2\xa0"

static struct statement *percentages(void)
{
	return statement_of(&(struct statement_parts){ .rows = "numerator,denominator\n25,200\n" });
}

/* Text without the blanks that do not break. */
static const char *plain(const struct statement *statement, const char *text)
{
	return text_replace(statement->arena, text, BLANK, " ");
}

/* -- periods and dates ------------------------------------------------------------------------ */

struct period_case {
	const char *code, *whole, *brief;
};

Test(words_format, writes_periods_in_full_and_for_axes)
{
	static const struct period_case cases[] = {
		{ "2024/25", "April 2024 to March 2025", "2024 to 2025" },
		{ "2024-25", "April 2024 to March 2025", "2024 to 2025" },
		{ "2024", "2024", "2024" },
		{ "2022 - 24", "2022 to 2024", "2022 to 2024" },
		{ "2024-03", "March 2024", "March 2024" },
		{ "December 2024", "December 2024", "December 2024" },
		{ "To March 2023", "April 2022 to March 2023", "March 2023" },
		{ "2025-03-31", "31 March 2025", "March 2025" },
		{ "2024 Q1", "2024 Q1", "2024 Q1" },
		{ "Winter 2024", "Winter 2024", "Winter 2024" },
	};
	struct statement *statement = percentages();

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct period period = period_parse(cases[i].code);

		cr_expect_str_eq(plain(statement, words_period(&statement->words, &period)),
				 cases[i].whole);
		cr_expect_str_eq(plain(statement, words_period_short(&statement->words, &period)),
				 cases[i].brief);
	}
	statement_free(statement);
}

struct span_case {
	const char *first, *last, *span;
};

Test(words_format, writes_the_span_of_several_periods)
{
	static const struct span_case cases[] = {
		{ "2020/21", "2024/25", "April 2020 to March 2025" },
		{ "2020", "2024", "2020 to 2024" },
		{ "2015 - 17", "2022 - 24", "2015 to 2024" },
		{ "2024-03", "2024-12", "March 2024 to December 2024" },
		{ "2021-03-31", "2025-03-31", "31 March 2021 to 31 March 2025" },
		{ "To March 2022", "To March 2023", "April 2021 to March 2023" },
		{ "Winter 2023", "Winter 2024", "Winter 2023 to Winter 2024" },
		{ "2023", "2023", "2023" },
		{ "2024-03", "2024-03", "March 2024" },
		{ "2025-03-31", "2025-03-31", "31 March 2025" },
		{ "2024/25", "2024/25", "April 2024 to March 2025" },
	};
	struct statement *statement = percentages();

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct period first = period_parse(cases[i].first);
		struct period last = period_parse(cases[i].last);

		cr_expect_str_eq(
			plain(statement, words_period_span(&statement->words, &first, &last)),
			cases[i].span);
	}
	statement_free(statement);
}

Test(words_format, writes_a_month_and_its_year)
{
	struct statement *statement = percentages();

	cr_expect_str_eq(words_month(&statement->words, (struct date){ 2025, 12, 1 }),
			 "December" BLANK "2025");
	statement_free(statement);
}

Test(words_format, writes_every_month)
{
	static const char *const months[] = { "January",   "February", "March",    "April",
					      "May",       "June",     "July",     "August",
					      "September", "October",  "November", "December" };
	struct statement *statement = percentages();

	for (int i = 0; i < 12; i++)
		cr_expect_str_eq(
			words_date(&statement->words, (struct date){ 2025, i + 1, 6 }),
			arena_printf(statement->arena, "6" BLANK "%s" BLANK "2025", months[i]));
	statement_free(statement);
}

/* -- names of groups -------------------------------------------------------------------------- */

Test(words_format, writes_age_groups_with_to_and_over)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nage,0-4,1,100\nage,65 to 74,1,100\n"
			"age,75+,1,100\nage,5,1,100\nage,unknown,1,100\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "age" });
	static const char *const names[] = { "0 to 4", "5", "65 to 74", "75 and over",
					     "Age not known" };

	cr_assert_eq(view.count, 5);
	for (size_t i = 0; i < 5; i++)
		cr_expect_str_eq(
			plain(statement, words_group(&statement->words, view.classification,
						     view.groups[i].group)),
			names[i]);
	cr_expect_eq(view.ordinary, 4);
	statement_free(statement);
}

/* Bands of 5 and 10 years are read in a row; "0 to 17" is better said "under 18". */
Test(words_format, writes_a_wide_first_band_as_under)
{
	static const struct {
		const char *band, *label, *phrase;
	} cases[] = { { "0-17", "Under 18", "under 18" }, { "Under 20", "Under 20", "under 20" },
		      { "0-9", "0 to 9", "0 to 9" },      { "0-4", "0 to 4", "0 to 4" },
		      { "0-10", "Under 11", "under 11" }, { "0-0", "Under 1", "under 1" },
		      { "1-17", "1 to 17", "1 to 17" },   { "0+", "0 and over", "0 and over" } };

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char rows[100];
		struct statement *statement;
		struct view view;
		int group;
		const struct words *words;

		snprintf(rows, sizeof(rows),
			 "dimension,group,numerator,denominator\nage,%s,1,100\n", cases[i].band);
		statement = statement_of(&(struct statement_parts){ .rows = rows });
		words = &statement->words;
		view = statement_view(statement, (struct figure_key){ .by = "age" });
		group = view.groups[0].group;
		cr_expect_str_eq(plain(statement, words_group(words, view.classification, group)),
				 cases[i].label);
		cr_expect_str_eq(
			plain(statement, words_group_short(words, view.classification, group)),
			cases[i].label);
		cr_expect_str_eq(
			plain(statement, words_group_phrase(words, view.classification, group)),
			cases[i].phrase);
		statement_free(statement);
	}
}

/* -- what the total is of --------------------------------------------------------------------- */

Test(words_format, says_what_the_total_is_of)
{
	struct statement *statement = percentages();
	const struct words *words = &statement->words;
	struct indicator indicator = {
		.events = "waits", .population = "people", .unit = "Waits", .method = "count"
	};

	cr_expect_str_eq(words_whole(words, &indicator), "waits");
	indicator.method = "ratio";
	cr_expect_str_eq(words_whole(words, &indicator), "waits");
	indicator.unit = "%";
	cr_expect_str_eq(words_whole(words, &indicator), "people");
	indicator.method = "crude-rate";
	cr_expect_str_eq(words_whole(words, &indicator), "people");
	indicator.population = "";
	cr_expect_str_eq(words_whole(words, &indicator), "waits");
	cr_expect_str_eq(words_population(words, &indicator), "records");
	indicator.events = "";
	cr_expect_str_eq(words_whole(words, &indicator), "records");
	indicator.population = "people";
	indicator.method = "count";
	cr_expect_str_eq(words_whole(words, &indicator), "people");
	statement_free(statement);
}

Test(words_format, writes_groups_in_full_short_and_in_the_middle_of_a_sentence)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nsex,F,1,100\nsex,M,1,100\n"
			"deprivation,1,1,100\nethnic-category,K,1,100\n" });
	const struct words *words = &statement->words;
	struct view sexes = statement_view(statement, (struct figure_key){ .by = "sex" });
	struct view fifths = statement_view(statement, (struct figure_key){ .by = "deprivation" });
	struct view ethnic = statement_view(statement, (struct figure_key){ .by = "ethnicity" });

	cr_expect_str_eq(words_group(words, sexes.classification, 0), "Female");
	cr_expect_str_eq(words_group_short(words, sexes.classification, 0), "Females");
	cr_expect_str_eq(words_group_phrase(words, sexes.classification, 1), "males");
	cr_expect_str_eq(words_group(words, fifths.classification, 0), "1 most deprived");
	cr_expect_str_eq(words_group(words, fifths.classification, 4), "5 least deprived");
	cr_expect_str_eq(words_group_short(words, fifths.classification, 4), "5");
	cr_expect_str_eq(words_group(words, ethnic.classification, 0), "Asian: Bangladeshi");
	cr_expect_str_eq(words_group_short(words, ethnic.classification, 0), "Bangladeshi");
	statement_free(statement);
}

Test(words_format, writes_bodies_by_their_names)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "organisation,dimension,group,numerator,denominator\nQNV,all,,10,100\n"
			"QNV,organisation,QNV,10,100\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "organisation" });

	cr_expect_str_eq(words_group(&statement->words, view.classification, view.groups[0].group),
			 "North Vale Integrated Care Board");
	cr_expect_str_eq(
		words_group_short(&statement->words, view.classification, view.groups[0].group),
		"North Vale");
	statement_free(statement);
}

Test(words_format, begins_sentences_with_a_capital)
{
	struct statement *statement = percentages();

	cr_expect_str_eq(words_capital(&statement->words, "the rate"), "The rate");
	cr_expect_str_eq(words_capital(&statement->words, "\xc3\xa9tat"), "\xc3\x89tat");
	cr_expect_str_eq(words_capital(&statement->words, ""), "");
	statement_free(statement);
}
