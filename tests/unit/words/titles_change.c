/* Titles of figures over time. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"
#include "words/phrases.h"

static void expect_change_beside(bool total, struct statement_parts parts, const char *by,
				 const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view first =
		statement_view(statement, (struct figure_key){ .by = by, .period = "2020" });
	struct view last =
		statement_view(statement, (struct figure_key){ .by = by, .period = "2024" });

	cr_expect_str_eq(title_of_change(&statement->words, &first, &last, total), wanted);
	statement_free(statement);
}

static void expect_change(struct statement_parts parts, const char *by, const char *wanted)
{
	expect_change_beside(false, parts, by, wanted);
}

static const char changing[] = "period,dimension,group,numerator,denominator\n"
			       "2020,all,,4000,10000\n2024,all,,4400,10000\n"
			       "2020,deprivation,1,4200,10000\n2024,deprivation,1,4600,10000\n"
			       "2020,deprivation,5,3600,10000\n2024,deprivation,5,3400,10000\n"
			       "2020,sex,F,3600,10000\n2024,sex,F,3400,10000\n";

Test(words_titles_change, say_what_happened_at_the_most_deprived_end)
{
	expect_change((struct statement_parts){ .rows = changing, .measure = "the share seen" },
		      "deprivation",
		      "The share seen in the most deprived areas went from 42% to 46%");
}

Test(words_titles_change, say_what_happened_to_the_total_where_it_is_the_line_that_is_drawn)
{
	const struct statement_parts parts = { .rows = changing, .measure = "the share seen" };

	expect_change(parts, NULL, "The share seen went from 40% to 44%");
	expect_change(parts, "sex", "Treated in time, by sex");
	expect_change_beside(true, parts, "sex",
			     "The share seen for all patients went from 40% to 44%");
}

Test(words_titles_change, say_that_a_figure_is_what_it_was)
{
	expect_change(
		(struct statement_parts){
			.rows = "period,dimension,group,numerator,denominator\n"
				"2020,deprivation,1,4600,10000\n2024,deprivation,1,4600,10000\n"
				"2020,deprivation,5,3600,10000\n2024,deprivation,5,3400,10000\n",
			.measure = "the share seen" },
		"deprivation",
		"The percentage in the most deprived areas was 46.0% at the beginning and the end");
}

Test(words_titles_change, do_not_tell_a_change_between_figures_of_which_one_is_hidden)
{
	expect_change(
		(struct statement_parts){
			.rows = "period,dimension,group,numerator,denominator\n"
				"2020,deprivation,1,*,10000\n2024,deprivation,1,4600,10000\n"
				"2020,deprivation,5,3600,10000\n2024,deprivation,5,3400,10000\n" },
		"deprivation", "Treated in time, by deprivation fifth of England");
}

Test(words_titles_change, tell_the_change_of_units_that_are_a_percentage_of_something)
{
	expect_change((struct statement_parts){ .rows = changing,
						.measure = "activity",
						.method = "ratio",
						.unit = "% of the baseline year" },
		      "deprivation", "Activity in the most deprived areas went from 42% to 46%");
}
