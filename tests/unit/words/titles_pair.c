/* Titles of charts with two bars a group. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"
#include "words/phrases.h"

enum { ROWS_MOST = 2000 };

/* Five fifths by sex, 10,000 each. */
static struct statement *by_sex(const char *const *females, const char *const *males)
{
	static char rows[ROWS_MOST];
	int length = snprintf(rows, sizeof(rows), "dimension,group,sex,numerator,denominator\n");

	for (int i = 0; i < 5; i++)
		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "deprivation,%d,F,%s,10000\ndeprivation,%d,M,%s,10000\n", i + 1,
				   females[i], i + 1, males[i]);
	return statement_of(&(struct statement_parts){ .rows = rows, .measure = "the share seen" });
}

static const char *pair_title(struct statement *statement, struct pair_labels labels)
{
	struct view first =
		statement_view(statement, (struct figure_key){ .by = "deprivation", .sex = "F" });
	struct view second =
		statement_view(statement, (struct figure_key){ .by = "deprivation", .sex = "M" });

	return title_of_pair(&statement->words, &first, &second, labels);
}

/* The title ends in the words wanted; a long one begins with a short subject. */
static void expect_title(const char *const *females, const char *const *males, bool are_times,
			 const char *wanted)
{
	struct statement *statement = by_sex(females, males);
	struct pair_labels labels = { are_times ? "2020" : "females", are_times ? "2024" : "males",
				      are_times };

	const char *title = pair_title(statement, labels);

	cr_expect_not_null(strstr(title, wanted), "%s", title);
	statement_free(statement);
}

static const char *const even[] = { "4000", "4000", "4000", "4000", "4000" };
static const char *const higher[] = { "4500", "4500", "4500", "4500", "4500" };
static const char *const some[] = { "4500", "4500", "4500", "4000", "4000" };
static const char *const mixed[] = { "4500", "4500", "4500", "4000", "3500" };

Test(words_titles_pair, say_in_how_many_groups_the_first_series_is_higher)
{
	expect_title(higher, even, false, "was higher for females than for males in all 5 fifths");
	expect_title(some, even, false, "was higher for females than for males in 3 of 5 fifths");
	expect_title(mixed, even, false, "was higher for females in 3 of 5 fifths and lower in 1");
}

Test(words_titles_pair, begin_with_the_series_that_is_higher)
{
	expect_title(even, higher, false, "was higher for males than for females in all 5 fifths");
	expect_title(even, mixed, false, "was higher for males in 3 of 5 fifths and lower in 1");
}

Test(words_titles_pair, speak_of_times_as_times)
{
	expect_title(higher, even, true, "was higher in 2020 than in 2024 for all 5 fifths");
	expect_title(mixed, even, true, "was higher in 2020 for 3 of 5 fifths and lower for 1");
}

Test(words_titles_pair, say_what_is_shown_when_no_pair_differs)
{
	expect_title(even, even, false, "Treated in time, by deprivation fifth of England");
}

/* -- groups that one series lacks ------------------------------------------------------------- */

static void expect_ages(const char *rows, const char *wanted)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = rows, .measure = "uptake" });
	struct view first =
		statement_view(statement, (struct figure_key){ .by = "age", .sex = "F" });
	struct view second =
		statement_view(statement, (struct figure_key){ .by = "age", .sex = "M" });

	cr_expect_str_eq(title_of_pair(&statement->words, &first, &second,
				       (struct pair_labels){ "females", "males", false }),
			 wanted);
	statement_free(statement);
}

/* The second band of one is not compared with the first of the other. */
Test(words_titles_pair, compare_the_same_group_of_both)
{
	expect_ages("dimension,group,sex,numerator,denominator\n"
		    "age,0-17,F,4500,10000\nage,18-64,F,3500,10000\nage,65+,F,2500,10000\n"
		    "age,18-64,M,4000,10000\nage,65+,M,3000,10000\n",
		    "Uptake was higher for males than for females in 2 of 3 age groups");
	expect_ages("dimension,group,sex,numerator,denominator\n"
		    "age,0-17,M,4500,10000\nage,18-64,M,3500,10000\nage,65+,M,2500,10000\n"
		    "age,18-64,F,4000,10000\nage,65+,F,3000,10000\n",
		    "Uptake was higher for females than for males in 2 of 3 age groups");
}

/* "All" would include those that are hidden. */
Test(words_titles_pair, do_not_say_all_when_a_group_is_hidden)
{
	expect_ages("dimension,group,sex,numerator,denominator\n"
		    "age,0-17,F,*,10000\nage,18-64,F,4500,10000\nage,65+,F,3500,10000\n"
		    "age,0-17,M,4500,10000\nage,18-64,M,4000,10000\nage,65+,M,3000,10000\n",
		    "Uptake was higher for females than for males in 2 of 3 age groups");
}
