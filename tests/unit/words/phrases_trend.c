/* Sentences on recent trends. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"
#include "words/phrases.h"

static void expect_trend(struct statement_parts parts, struct figure_key key, const char *group,
			 const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, key);
	const struct view_group *found = NULL;

	if (group != NULL)
		found = view_find_group(&view, group_find(view.classification, group));
	cr_expect_str_eq(phrase_recent_trend(&statement->words, &view, found), wanted);
	statement_free(statement);
}

static const char rising[] =
	"period,numerator,denominator\n2020/21,3600,10000\n2021/22,3800,10000\n"
	"2022/23,3900,10000\n2023/24,4100,10000\n2024/25,4400,10000\n";
static const char falling[] = "period,numerator,denominator\n2021,4400,10000\n2022,4100,10000\n"
			      "2023,3900,10000\n2024,3800,10000\n2025,3600,10000\n";
static const char level[] = "period,numerator,denominator\n2021,4400,10000\n2022,4350,10000\n"
			    "2023,4420,10000\n2024,4380,10000\n2025,4400,10000\n";

Test(words_trend, say_that_a_figure_rose_or_fell_and_whether_that_is_better)
{
	expect_trend((struct statement_parts){ .rows = rising, .good = "high" },
		     (struct figure_key){ 0 }, NULL,
		     "Over the five years to March\xc2\xa0"
		     "2025, the share of patients treated in time rose, which is better.");
	expect_trend((struct statement_parts){ .rows = rising, .good = "low" },
		     (struct figure_key){ 0 }, NULL,
		     "Over the five years to March\xc2\xa0"
		     "2025, the share of patients treated in time rose, which is worse.");
	expect_trend(
		(struct statement_parts){ .rows = falling, .good = "low" },
		(struct figure_key){ 0 }, NULL,
		"Over the five years to 2025, the share of patients treated in time fell, which "
		"is better.");
	expect_trend((struct statement_parts){ .rows = falling, .good = "neither" },
		     (struct figure_key){ 0 }, NULL,
		     "Over the five years to 2025, the share of patients treated in time fell.");
}

Test(words_trend, say_that_there_was_none)
{
	expect_trend(
		(struct statement_parts){ .rows = level }, (struct figure_key){ 0 }, NULL,
		"Over the five years to 2025, there was no clear trend in the share of patients "
		"treated in time.");
}

Test(words_trend, say_why_none_can_be_told)
{
	expect_trend(
		(struct statement_parts){ .rows = "period,numerator,denominator\n2024,1,9\n" },
		(struct figure_key){ 0 }, NULL,
		"No recent trend can be told for all patients: a recent trend needs figures of "
		"five years.");
	expect_trend(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2024-01,4400,10000\n" },
		(struct figure_key){ 0 }, NULL,
		"No recent trend can be told for all patients: a recent trend needs yearly "
		"periods that do not overlap.");
	expect_trend(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2021,3600,10000\n2022,8,20\n"
				"2023,3900,10000\n2024,4100,10000\n2025,4400,10000\n" },
		(struct figure_key){ 0 }, NULL,
		"The figure for all patients is based on small numbers, so it is uncertain and "
		"may change a lot from year to year.");
}

/* With a year between that has no figure they are not "the five years". */
Test(words_trend, do_not_call_them_the_last_five_years_when_they_are_not)
{
	expect_trend(
		(struct statement_parts){
			.rows = "period,numerator,denominator\n2019,3600,10000\n"
				"2020,3800,10000\n2022,3900,10000\n2023,4100,10000\n"
				"2024,4400,10000\n",
			.good = "high" },
		(struct figure_key){ 0 }, NULL,
		"Over the last five years with a figure, up to 2024, the share of patients "
		"treated in time rose, which is better.");
}

#define YEAR(year, count)                                                                          \
	year ",deprivation,1," count ",10000\n" year ",deprivation,3," count ",10000\n" year       \
	     ",sex,F," count ",10000\n"

Test(words_trend, name_the_group)
{
	const struct statement_parts parts = {
		.rows = "period,dimension,group,numerator,denominator\n" YEAR("2021", "3600")
			YEAR("2022", "3800") YEAR("2023", "3900") YEAR("2024", "4100")
				YEAR("2025", "4400"),
		.good = "high",
	};

	expect_trend(
		parts, (struct figure_key){ .by = "deprivation" }, "1",
		"Over the five years to 2025, the share of patients treated in time in the most "
		"deprived areas rose, which is better.");
	expect_trend(
		parts, (struct figure_key){ .by = "deprivation" }, "3",
		"Over the five years to 2025, the share of patients treated in time in fifth 3 "
		"rose, which is better.");
	expect_trend(
		parts, (struct figure_key){ .by = "sex" }, "F",
		"Over the five years to 2025, the share of patients treated in time for females "
		"rose, which is better.");
	expect_trend(parts, (struct figure_key){ .by = "deprivation" }, "2",
		     "No recent trend can be told for fifth 2: the data do not hold it.");
}

/* 25 words: "the percentage" in place of the whole measure. */
Test(words_trend, have_a_short_subject_when_the_measure_is_long)
{
	expect_trend(
		(struct statement_parts){
			.rows = rising,
			.good = "high",
			.measure = "the share of all adult patients with a chronic condition of "
				   "the lungs or the heart who were treated in time" },
		(struct figure_key){ 0 }, NULL,
		"Over the five years to March\xc2\xa0"
		"2025, the percentage rose, which is better.");
}

/* -- the technical register --------------------------------------------------------------------- */

static void expect_technical(const char *rows, const char *wanted)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows, .good = "high", .report = "register='technical'" });
	struct view view = statement_view(statement, (struct figure_key){ 0 });

	statement->words.technical = true;
	cr_expect_str_eq(phrase_recent_trend(&statement->words, &view, NULL), wanted);
	statement_free(statement);
}

Test(words_trend, name_the_test_in_the_technical_register)
{
	expect_technical(rising, "Over the five years to March\xc2\xa0"
				 "2025, the share of patients treated in time rose statistically "
				 "significantly, which is better.");
	expect_technical(falling,
			 "Over the five years to 2025, the share of patients treated in time "
			 "fell statistically significantly, which is worse.");
	expect_technical(level,
			 "Over the five years to 2025, there was no statistically significant "
			 "trend in the share of patients treated in time.");
}

/* Where nothing was tested nothing is called significant, or not. */
Test(words_trend, name_no_test_where_there_was_none)
{
	expect_technical(
		"period,numerator,denominator\n2024,100,900\n",
		"No recent trend can be told for all patients: a recent trend needs figures of "
		"five years.");
}
