/* What a figure shows, without what it says. */

#include <criterion/criterion.h>

#include "support/statement.h"
#include "words/phrases.h"

/* -- what is shown ---------------------------------------------------------------------------- */

static const char shares[] = "dimension,group,numerator,denominator\nall,,100,400\n"
			     "sex,F,60,200\nsex,M,40,200\n";

static void expect_neutral(struct statement_parts parts, const char *by, enum measure measure,
			   const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, (struct figure_key){ .by = by });

	cr_expect_str_eq(title_neutral(&statement->words, &view, measure), wanted);
	statement_free(statement);
}

Test(words_neutral, name_the_measure_that_is_shown)
{
	struct statement_parts parts = { .rows = shares };

	expect_neutral(parts, "sex", MEASURE_VALUE, "Treated in time, by sex");
	expect_neutral(parts, "sex", MEASURE_SHARE, "Share of patients treated in time, by sex");
	expect_neutral(parts, "sex", MEASURE_COUNT, "Number of patients treated in time, by sex");
	expect_neutral(parts, "sex", MEASURE_DENOMINATOR, "Number of patients, by sex");
	expect_neutral(parts, NULL, MEASURE_VALUE, "Treated in time");
	expect_neutral(parts, NULL, MEASURE_SHARE, "Share of patients treated in time");
	/* The value of a count is its number. */
	parts = (struct statement_parts){ .rows = "dimension,group,numerator\nall,,100\nsex,F,60\n"
						  "sex,M,40\n",
					  .method = "count",
					  .per = "1",
					  .unit = "Waits",
					  .events = "waits" };
	expect_neutral(parts, "sex", MEASURE_COUNT, "Treated in time, by sex");
	expect_neutral(parts, "sex", MEASURE_SHARE, "Share of waits, by sex");
}

static const char some_hidden[] =
	"dimension,group,numerator,denominator\ndeprivation,1,4600,10000\n"
	"deprivation,2,*,10000\ndeprivation,3,4700,10000\ndeprivation,5,3400,10000\n";
static const char one_shown[] =
	"dimension,group,numerator,denominator\ndeprivation,1,4600,10000\ndeprivation,2,*,10000\n";

static void expect_range(struct statement_parts parts, const char *by, const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, (struct figure_key){ .by = by });

	cr_expect_str_eq(range_of_view(&statement->words, &view, MEASURE_VALUE, DECIMALS_BY_RULE),
			 wanted);
	statement_free(statement);
}

Test(words_neutral, give_the_range_of_what_is_shown)
{
	expect_range((struct statement_parts){ .rows = shares }, "sex",
		     "Figures from 20.0% (males) to 30.0% (females)");
	expect_range((struct statement_parts){ .rows = some_hidden }, "deprivation",
		     "Figures from 34.0% (the least deprived areas) to 47.0% (fifth 3)");
	expect_range((struct statement_parts){ .rows = one_shown }, "deprivation", "");
}

/* Of 20 people the highest is of low reliability: the description of the chart leaves it out, too. */
Test(words_neutral, give_the_range_of_what_may_be_relied_on)
{
	expect_range((struct statement_parts){ .rows = "dimension,group,numerator,denominator\n"
						       "deprivation,1,300,1000\n"
						       "deprivation,2,15,20\n"
						       "deprivation,5,100,1000\n" },
		     "deprivation",
		     "Reliable figures from 10.0% (the least deprived areas) to 30.0% (the most "
		     "deprived areas)");
	expect_range((struct statement_parts){ .rows = "dimension,group,numerator,denominator\n"
						       "sex,F,300,1000\nsex,M,15,20\n" },
		     "sex", "");
}

Test(words_neutral, name_all_groups_that_share_an_end_of_the_range)
{
	expect_range((struct statement_parts){ .rows = "dimension,group,numerator,denominator\n"
						       "deprivation,1,300,1000\n"
						       "deprivation,2,100,1000\n"
						       "deprivation,3,300,1000\n"
						       "deprivation,4,200,1000\n"
						       "deprivation,5,100,1000\n" },
		     "deprivation",
		     "Figures from 10.0% (fifth 2 and the least deprived areas) to 30.0% (the most "
		     "deprived areas and fifth 3)");
	expect_range((struct statement_parts){ .rows = "dimension,group,numerator,denominator\n"
						       "deprivation,1,100,1000\n"
						       "deprivation,2,100,1000\n"
						       "deprivation,3,100,1000\n"
						       "deprivation,4,100,1000\n"
						       "deprivation,5,300,1000\n" },
		     "deprivation",
		     "Figures from 10.0% (4 fifths) to 30.0% (the least deprived areas)");
	expect_range((struct statement_parts){ .rows = "dimension,group,numerator,denominator\n"
						       "sex,F,300,1000\nsex,M,300,1000\n" },
		     "sex", "");
}
