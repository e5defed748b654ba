/* Sentences on time, on one figure and on how complete the records are. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/breakdown_words.h"
#include "words/phrases.h"

/* -- time ------------------------------------------------------------------------------------- */

static void expect_change(struct statement_parts parts, const char *first, const char *last,
			  const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view from = statement_view(statement, (struct figure_key){ .period = first });
	struct view to = statement_view(statement, (struct figure_key){ .period = last });

	cr_expect_str_eq(phrase_change(&statement->words, &from, NULL, &to, NULL), wanted);
	statement_free(statement);
}

Test(words_time, say_how_the_total_changed_without_a_word_for_its_direction)
{
	const struct statement_parts parts = {
		.rows = "period,numerator,denominator\n2020/21,4000,10000\n2021/22,4080,10000\n"
			"2022/23,*,10000\n2024/25,4400,10000\n"
	};

	expect_change(
		parts, "2020/21", "2024/25",
		"The share of patients treated in time went from 40% in 2020 to 2021 to 44% in "
		"2024 to 2025.");
	expect_change(
		parts, "2020/21", "2021/22",
		"The share of patients treated in time went from 40.0% in 2020 to 2021 to 40.8% in "
		"2021 to 2022.");
	expect_change(parts, "2020/21", "2022/23",
		      "No comparison can be made: a figure is not available.");
}

Test(words_time, say_that_a_figure_is_what_it_was)
{
	expect_change(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2020,4000,10000\n2024,4000,10000\n" },
		"2020", "2024",
		"The share of patients treated in time was 40.0% in 2020 and in 2024.");
}

Test(words_time, tell_no_change_within_one_period)
{
	expect_change(
		(struct statement_parts){ .rows = "period,numerator,denominator\n2020,40,100\n" },
		"2020", "2020", "No comparison can be made: there are figures for one period.");
}

/* What happened to a group is not said as if it were of everybody. */
Test(words_time, name_the_group_that_changed)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "period,dimension,group,numerator,denominator\n"
			"2020,all,,4000,10000\n2024,all,,4400,10000\n"
			"2020,deprivation,1,4200,10000\n2024,deprivation,1,4600,10000\n"
			"2020,deprivation,2,4100,10000\n2024,deprivation,2,4500,10000\n"
			"2020,deprivation,5,3600,10000\n2024,deprivation,5,3400,10000\n"
			"2020,sex,F,3600,10000\n2024,sex,F,3400,10000\n"
			"2020,ethnic-group,asian,3600,10000\n2024,ethnic-group,asian,3400,10000\n"
			"2020,age,0-17,3600,10000\n2024,age,0-17,3400,10000\n2024,age,18+,3400,10000\n"
			"2024,ethnic-group,unknown,3400,10000\n2020,ethnic-group,unknown,3600,10000\n" });
	static const struct {
		const char *by, *group, *said;
	} cases[] = {
		{ "deprivation", "1",
		  "The share of patients treated in time in the most deprived areas went from 42% in "
		  "2020 to 46% in 2024." },
		{ "deprivation", "2",
		  "The share of patients treated in time in fifth 2 went from 41% in 2020 to 45% in "
		  "2024." },
		{ "sex", "F",
		  "The share of patients treated in time for females went from 36% in 2020 to 34% in "
		  "2024." },
		{ "ethnic-group", "asian",
		  "The share of patients treated in time for the Asian ethnic group went from 36% in "
		  "2020 to 34% in 2024." },
		{ "ethnic-group", "unknown",
		  "The share of patients treated in time for “Not stated or not known” went from 36% "
		  "in 2020 to 34% in 2024." },
		{ "age", "0-17",
		  "The share of patients treated in time for the under\xc2\xa0"
		  "18 age group went from 36% in 2020 to 34% in 2024." },
		/* Without a row in 2020: never the total of that year. */
		{ "age", "18+", "No comparison can be made: a figure is not available." },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct view first = statement_view(
			statement, (struct figure_key){ .by = cases[i].by, .period = "2020" });
		struct view last = statement_view(
			statement, (struct figure_key){ .by = cases[i].by, .period = "2024" });
		int group = group_find(last.classification, cases[i].group);

		cr_expect_str_eq(phrase_change(&statement->words, &first,
					       view_find_group(&first, group), &last,
					       view_find_group(&last, group)),
				 cases[i].said);
	}
	statement_free(statement);
}

/* 33,335 to 57,885 waits: what is counted is counted in full. */
Test(words_time, tell_counts_exactly)
{
	expect_change(
		(struct statement_parts){
			.method = "count",
			.per = "1",
			.unit = "Waits",
			.measure = "the number of waits",
			.rows = "period,numerator\n2020/21,33335\n2024/25,57885\n" },
		"2020/21", "2024/25",
		"The number of waits went from 33,335 in 2020 to 2021 to 57,885 in 2024 to "
		"2025.");
}

/* All and none are whole; 99.96% are not all. */
Test(words_time, write_all_and_none_without_decimals)
{
	const struct statement_parts parts = {
		.rows = "period,numerator,denominator\n2020,0,10000\n2021,9996,10000\n"
			"2022,10000,10000\n"
	};

	expect_change(
		parts, "2020", "2022",
		"The share of patients treated in time went from 0% in 2020 to 100% in 2022.");
	expect_change(
		parts, "2020", "2021",
		"The share of patients treated in time went from 0% in 2020 to 100.0% in 2021.");
}

/* Twelve months that end in March are not March. */
Test(words_time, name_the_year_to_a_month)
{
	expect_change(
		(struct statement_parts){
			.measure = "uptake",
			.rows = "period,numerator,denominator\nTo March 2024,40,100\n"
				"To December 2024,49,100\n" },
		"To March 2024", "To December 2024",
		"Uptake went from 40% in the year to March\xc2\xa0"
		"2024 to 49% in the year to December\xc2\xa0"
		"2024.");
}

/* -- level ------------------------------------------------------------------------------------ */

static void expect_level(struct statement_parts parts, struct figure_key key, const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, (struct figure_key){ .by = key.by });
	const struct view_group *group =
		key.group == NULL
			? NULL
			: view_find_group(&view, group_find(view.classification, key.group));

	cr_expect_str_eq(phrase_level(&statement->words, &view, group), wanted);
	statement_free(statement);
}

Test(words_time, say_how_high_a_figure_is)
{
	struct statement_parts parts = {
		.measure = "uptake",
		.rows = "period,dimension,group,numerator,denominator\n2024/25,all,,400,1000\n"
			"2024/25,deprivation,1,450,1000\n2024/25,deprivation,2,*,1000\n"
			"2024/25,deprivation,5,9,1000\n2024/25,sex,F,380,1000\n"
	};

	expect_level(parts, (struct figure_key){ 0 }, "Uptake was 40.0% in 2024 to 2025.");
	expect_level(parts, (struct figure_key){ .by = "sex", .group = "F" },
		     "Uptake for females was 38.0% in 2024 to 2025.");
	expect_level(parts, (struct figure_key){ .by = "deprivation", .group = "1" },
		     "Uptake in the most deprived areas was 45.0% in 2024 to 2025.");
	expect_level(parts, (struct figure_key){ .by = "deprivation", .group = "2" },
		     "The figure for fifth 2 is not shown to protect people’s confidentiality.");
	expect_level(parts, (struct figure_key){ .by = "deprivation", .group = "3" },
		     "There is no figure for fifth 3.");
	expect_level(
		parts, (struct figure_key){ .by = "deprivation", .group = "5" },
		"Uptake in the least deprived areas was 0.9% in 2024 to 2025. The figure for the "
		"least deprived areas is uncertain: its confidence interval is wider than the figure "
		"itself.");
	parts.rows = "period,numerator,denominator\n2025-03-31,400,1000\n";
	expect_level(parts, (struct figure_key){ 0 },
		     "Uptake was 40.0% on 31\xc2\xa0March\xc2\xa0"
		     "2025.");
}

/* -- completeness ----------------------------------------------------------------------------- */

Test(words_time, say_for_how_many_the_group_was_recorded)
{
	expect_words(
		(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\nall,,400,1000\n"
				"ethnic-group,white,380,941\nethnic-group,unknown,20,59\n" },
		"ethnic-group", phrase_completeness,
		"Ethnic group was recorded for 94.1% of patients; 59 patients (5.9%) had none recorded "
		"and are shown as not known.");
}

/* An author may leave out what is counted: no sentence ends in nothing. */
Test(words_time, speak_of_records_when_nobody_says_what_is_counted)
{
	expect_words(
		(struct statement_parts){
			.events = "",
			.population = "",
			.rows = "dimension,group,numerator,denominator\nall,,400,1000\n"
				"sex,F,380,941\nsex,unknown,20,59\n" },
		"sex", phrase_completeness,
		"Sex was recorded for 94.1% of records; 59 records (5.9%) had none recorded and are shown "
		"as not known.");
}

/* Admissions have a group or not; the people at risk are counted elsewhere. */
Test(words_time, say_of_which_records_when_a_rate_counts_events)
{
	expect_words(
		(struct statement_parts){
			.method = "crude-rate",
			.per = "1000",
			.unit = "Admissions per 1,000 people",
			.events = "admissions",
			.population = "people",
			.rows = "dimension,group,numerator,denominator\nall,,400,1000\n"
				"sex,F,380,500\nsex,unknown,20,x\n" },
		"sex", phrase_completeness,
		"Sex was recorded for 95.0% of admissions; 20 admissions (5.0%) had none recorded and are "
		"shown as not known.");
}

Test(words_time, do_not_say_how_complete_records_are_without_their_number)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,400,1000\n"
			"ethnic-group,white,380,941\n" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "ethnic-group" });

	cr_expect_null(strstr(phrase_completeness(&statement->words, &view), "recorded for"));
	statement_free(statement);
}

Test(words_time, tell_two_days_of_one_month_apart)
{
	expect_change(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n"
				"2025-03-01,4000,10000\n2025-03-31,4400,10000\n" },
		"2025-03-01", "2025-03-31",
		"The share of patients treated in time went from 40% on 1\xc2\xa0March\xc2\xa0"
		"2025 to 44% on 31\xc2\xa0March\xc2\xa0"
		"2025.");
}

/* Three events are few; the sentence that tells of them says so, as that on one period does. */
Test(words_time, warn_of_a_change_between_unreliable_figures)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "crude-rate",
		.per = "1000",
		.unit = "Admissions per 1,000 people",
		.measure = "the rate",
		.events = "admissions",
		.population = "people",
		.rows = "period,numerator,denominator\n2020,3,1000\n2024,400,1000\n" });
	struct view from = statement_view(statement, (struct figure_key){ .period = "2020" });
	struct view to = statement_view(statement, (struct figure_key){ .period = "2024" });
	const char *said = phrase_change(&statement->words, &from, NULL, &to, NULL);

	cr_assert_eq(from.total->value.state, VALUE_UNRELIABLE);
	cr_assert_eq(to.total->value.state, VALUE_SHOWN);
	cr_expect_not_null(strstr(said, "went from"), "%s", said);
	cr_expect_not_null(strstr(said, "The figure for all people is based on small numbers"),
			   "%s", said);
	statement_free(statement);
}
