/* What counts in a total and in none of its groups. */

#include "words/phrases.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/breakdown_words.h"

enum { ROWS_MOST = 2000 };

/* 1,000 people in each of 16 ethnic groups with so many events each, and events of nobody known. */
static struct statement_parts groups_of(int each, const char *unknown, int total)
{
	static const char codes[] = "KHJLNMPFEDGABCRS";
	static char rows[ROWS_MOST];
	int length = snprintf(rows, sizeof(rows),
			      "dimension,group,numerator,denominator\nall,,%d,16000\n", total);

	for (size_t i = 0; codes[i] != '\0'; i++)
		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "ethnic-category,%c,%d,1000\n", codes[i], each);
	if (unknown != NULL)
		snprintf(rows + length, sizeof(rows) - (size_t)length, "ethnic-category,Z,%s,x\n",
			 unknown);
	return (struct statement_parts){ .rows = rows,
					 .method = "crude-rate",
					 .per = "1000",
					 .unit = "per 1,000 people",
					 .measure = "the rate of visits",
					 .events = "visits",
					 .population = "people" };
}

static const char *several(const struct words *words, const struct view *view)
{
	return phrase_several_groups(words, view, NULL);
}

static const char *title(const struct words *words, const struct view *view)
{
	return title_of_view(words, view, NULL);
}

static const char *elsewhere(const struct words *words, const struct view *view)
{
	return phrase_several_groups(words, view, "England");
}

static void expect(struct statement_parts parts, words_of_view *say, const char *wanted)
{
	expect_words(parts, "ethnic-category", say, wanted);
}

/* 16 groups of 400 are 6,400; 130 of 6,530 are 1.99% of them, 131 of 6,531 are 2.006%. */
Test(words_outside, is_told_from_two_percent_on)
{
	expect(groups_of(400, "130", 6530), phrase_outside, "");
	expect(groups_of(400, "131", 6531), phrase_outside,
	       "The ethnic group is not known for 131 of 6,531 visits; they count in the overall figure "
	       "but in no ethnic group.");
}

Test(words_outside, is_told_without_a_number_where_the_data_have_no_row_of_it)
{
	expect(groups_of(400, NULL, 6530), phrase_outside, "");
	expect(groups_of(400, NULL, 6540), phrase_outside,
	       "Some visits count in the overall figure but in no ethnic group shown.");
}

Test(words_outside, is_not_told_where_groups_add_up_or_leave_people_out)
{
	struct statement_parts parts = groups_of(400, NULL, 6400);

	expect(parts, phrase_outside, "");
	parts.rows = "dimension,group,numerator,denominator\nall,,900,2000\n"
		     "ethnic-category,K,200,500\nethnic-category,H,200,500\n";
	expect(parts, phrase_outside, "");
}

/* Of another source there may be more of them than the total has: these are no part of it. */
Test(words_outside, is_not_told_of_more_than_all)
{
	expect(groups_of(400, "6399", 6400), phrase_outside,
	       "The ethnic group is not known for 6,399 of 6,400 visits; they count in the overall "
	       "figure but in no ethnic group.");
	expect(groups_of(400, "6400", 6400), phrase_outside, "");
	expect(groups_of(400, "9000", 6400), phrase_outside, "");
}

/* The difference of what is shown to the total would tell of what is hidden. */
Test(words_outside, tells_no_number_that_is_hidden)
{
	expect(groups_of(400, "*", 6900), phrase_outside,
	       "Some visits count in the overall figure but in no ethnic group shown.");
}

Test(words_outside, leaves_no_comparison_where_all_groups_are_on_one_side)
{
	expect(groups_of(400, "1600", 8000), several,
	       "No comparison can be made: the figures of all ethnic groups lie on the same side of the "
	       "total. The ethnic group is not known for 1,600 of 8,000 visits; they count in the "
	       "overall figure but in no ethnic group.");
	expect(groups_of(400, "1600", 8000), title, "Treated in time, by ethnic group");
}

/* One group above the total is reason enough to compare. */
static struct statement_parts one_above(const char *count)
{
	static char rows[ROWS_MOST];
	struct statement_parts parts = groups_of(400, "1600", 8000);
	char *found = strstr(strcpy(rows, parts.rows), "ethnic-category,K,400");

	memcpy(found + strlen("ethnic-category,K,"), count, 3);
	parts.rows = rows;
	return parts;
}

Test(words_outside, leaves_comparisons_of_groups_on_both_sides)
{
	expect(one_above("900"), title,
	       "The rate was higher than average for 1 ethnic group and lower for 15");
	/* 500 per 1,000 is the total itself: on neither side. */
	expect(one_above("500"), title, "The rate was lower than average for 15 ethnic groups");
}

/* Of a group that is hidden nobody knows on which side it lies. */
Test(words_outside, never_takes_a_hidden_group_to_be_on_one_side)
{
	expect(one_above("  *"), title,
	       "The rate was lower than average for 15 of the 15 ethnic groups compared");
}

/* The total of another body is not made of these groups. */
Test(words_outside, says_nothing_of_another_body)
{
	struct statement_parts parts = groups_of(400, "1600", 8000);

	expect(parts, elsewhere,
	       "Compared with England (500), the rate of visits was lower for the Bangladeshi, Indian "
	       "and 14 more ethnic groups.");
}
