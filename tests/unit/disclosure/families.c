/* Parts that are indicators of their own: what readers work out by adding them up. */

#include "disclosure/control.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

#define PART(id, attributes)                                                                       \
	"<indicator id='" id "' method='proportion' per='100' " attributes "><name>" id            \
	"</name><unit>%</unit></indicator>"

static struct statement *parts_of(const char *indicators, const char *rows)
{
	return statement_of(&(struct statement_parts){
		.rule = "LOCAL-5", .indicators = indicators, .rows = rows });
}

static bool hides(const struct statement *statement, const char *indicator)
{
	return statement_result(statement, (struct figure_key){ .indicator = indicator })
		       ->numerator.state == VALUE_SUPPRESSED;
}

static const char answers[] =
	PART("A", "family='answers'") PART("B", "family='answers'") PART("C", "family='answers'");

/* 3 of 200 are hidden, and would be 200 less 100 less 97. */
Test(families, the_last_part_of_a_whole_is_not_left_over)
{
	struct statement *statement = parts_of(
		answers, "indicator,numerator,denominator\nA,3,200\nB,100,200\nC,97,200\n");

	cr_expect(hides(statement, "A"));
	cr_expect_neq(hides(statement, "B"), hides(statement, "C"),
		      "one of the others has to go, and one is enough");
	statement_free(statement);
}

/* Without a family nobody says that they add up: 3 others may be in no part. */
Test(families, indicators_that_are_no_parts_stay_as_they_are)
{
	struct statement *statement =
		parts_of(PART("A", "") PART("B", "") PART("C", ""),
			 "indicator,numerator,denominator\nA,3,200\nB,100,200\nC,97,200\n");

	cr_expect(hides(statement, "A"));
	cr_expect_not(hides(statement, "B"));
	cr_expect_not(hides(statement, "C"));
	statement_free(statement);
}

/* Nobody prints the 3 who gave no answer, but 200 less 100 less 97 gives them away. */
Test(families, people_in_no_part_are_a_part)
{
	struct statement *statement =
		parts_of(PART("A", "family='answers'") PART("B", "family='answers'"),
			 "indicator,numerator,denominator\nA,100,200\nB,97,200\n");

	cr_expect_neq(hides(statement, "A"), hides(statement, "B"));
	statement_free(statement);
}

/* Parts of other people do not add up with these. */
Test(families, parts_of_other_people_are_kept_apart)
{
	struct statement *statement = parts_of(
		answers, "indicator,numerator,denominator\nA,3,200\nB,100,300\nC,97,400\n");

	cr_expect(hides(statement, "A"));
	cr_expect_not(hides(statement, "B"));
	cr_expect_not(hides(statement, "C"));
	statement_free(statement);
}

static const char classes[] = PART("U18", "family='weeks' class-from='0' class-to='18'")
	PART("U52", "family='weeks' class-from='18' class-to='52'")
		PART("O52", "family='weeks' class-from='52'")
			PART("O18", "family='weeks' class-from='18'");

/* Over 52 weeks are those over 18 less those of 18 to 52. */
Test(families, a_class_that_holds_others_gives_none_of_them_away)
{
	struct statement *statement = parts_of(
		classes, "indicator,numerator,denominator\nU18,150,200\nU52,47,200\nO52,3,200\n"
			 "O18,50,200\n");

	cr_expect(hides(statement, "O52"));
	cr_expect(hides(statement, "U52"), "O18 less U52 are the 3");
	statement_free(statement);
}

/* 3 waits of 16 to 20 weeks are 200 less 100 less 97, though over 18 cuts that class in two. */
Test(families, a_class_that_is_cut_by_another_is_seen)
{
	static const char cut[] = PART("U16", "family='weeks' class-from='0' class-to='16'")
		PART("U20", "family='weeks' class-from='16' class-to='20'")
			PART("O20", "family='weeks' class-from='20'")
				PART("O18", "family='weeks' class-from='18'");
	struct statement *statement = parts_of(
		cut, "indicator,numerator,denominator\nU16,100,200\nU20,3,200\nO20,97,200\n"
		     "O18,98,200\n");

	cr_expect(hides(statement, "U20"));
	cr_expect(hides(statement, "U16") || hides(statement, "O20"));
	statement_free(statement);
}

/* 1 wait of 50 is under 18 weeks: the rest of a percentage, which no rule protects. */
Test(families, the_rest_of_a_percentage_is_no_part)
{
	struct statement *statement =
		parts_of(PART("O18", "family='weeks' class-from='18'")
				 PART("O52", "family='weeks' class-from='52'"),
			 "indicator,numerator,denominator\nO18,49,50\nO52,20,50\n");

	cr_expect_not(hides(statement, "O18"));
	cr_expect_not(hides(statement, "O52"));
	statement_free(statement);
}

/* The same classes far from any small count. */
Test(families, nothing_is_hidden_without_need)
{
	struct statement *statement = parts_of(
		classes, "indicator,numerator,denominator\nU18,120,200\nU52,50,200\nO52,30,200\n"
			 "O18,80,200\n");
	static const char *const ids[] = { "U18", "U52", "O52", "O18" };

	for (size_t i = 0; i < 4; i++)
		cr_expect_not(hides(statement, ids[i]), "%s", ids[i]);
	statement_free(statement);
}

/* In each group its own parts: a small one in fifth 1 touches that fifth or the total alone. */
Test(families, every_group_is_protected)
{
	struct statement *statement = parts_of(
		answers,
		"indicator,dimension,group,numerator,denominator\n"
		"A,deprivation,1,3,100\nB,deprivation,1,40,100\nC,deprivation,1,57,100\n"
		"A,deprivation,2,30,100\nB,deprivation,2,40,100\nC,deprivation,2,30,100\n");
	const struct figure_key small = { .indicator = "A", .by = "deprivation", .group = "1" };
	struct figure_key key = { .by = "deprivation", .group = "1" };
	int hidden = 0;

	cr_expect_eq(statement_result(statement, small)->numerator.state, VALUE_SUPPRESSED);
	for (char id = 'B'; id <= 'C'; id++) {
		key.indicator = (const char[]){ id, 0 };
		hidden += statement_result(statement, key)->numerator.state == VALUE_SUPPRESSED;
	}
	cr_expect_eq(hidden, 1);
	statement_free(statement);
}

Test(families, a_class_that_holds_nothing_is_refused)
{
	struct statement *statement = statement_try(
		&(struct statement_parts){ .indicators = PART("A", "class-from='18' class-to='18'"),
					   .rows = "numerator,denominator\n1,2\n" });

	cr_expect(statement_said(statement, "SPC120"));
	statement_free(statement);
}
