/* Tables of every sex and group: what each sex is compared with stands before its groups. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

/*
 * 40% of males, 20% of females and 30% of both; of females in England 30%. Wilson's limits: 25.7 to 34.7 for
 * 120 of 400, 17.6 to 22.6 for 200 of 1,000, 37.0 to 43.1 for 400 of 1,000.
 */
#define HEAD "organisation,dimension,group,sex,numerator,denominator\n"
#define BOTH "QNV,all,,,600,2000\nQNV,deprivation,1,,240,800\n"
#define FEMALES "QNV,all,,Female,200,1000\nQNV,deprivation,1,Female,120,400\n"
#define MALES_OF_FIFTH "QNV,deprivation,1,Male,120,400\n"
#define MALES "QNV,all,,Male,400,1000\n" MALES_OF_FIFTH
#define ENGLAND                                                                                    \
	"E92000001,all,,,6000,20000\nE92000001,all,,Female,3000,10000\n"                           \
	"E92000001,all,,Male,4000,10000\n"

#define COLUMNS                                                                                    \
	"Deprivation fifth | Patients treated in time | Patients | Percentage | 95% CI lower | "   \
	"95% CI upper"

static const char table[] = "<table by='deprivation' series='sex'/>";

static const char *notes_of(const struct statement *statement)
{
	return statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->notes);
}

/* The comparison of males in fifth 1 and what the note says of it. */
static void expect_males(const char *rows, const char *mark, const char *sentence)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = rows, .body = table });
	const char *males = strstr(statement_table(statement, 0), "Males, 1 most deprived | ");

	cr_assert_not_null(males);
	cr_expect_not_null(strstr(males, mark), "%s", males);
	cr_expect_not_null(strstr(notes_of(statement), sentence), "%s", notes_of(statement));
	statement_free(statement);
}

Test(resolve_table_sex, compare_each_sex_with_its_own_total)
{
	expect_table(HEAD BOTH FEMALES MALES, table,
		     COLUMNS
		     " | Compared with all of the same sex\n"
		     "All females | 200 | 1,000 | 20.0% | 17.6% | 22.6% | [z]\n"
		     "Females, 1 most deprived | 120 | 400 | 30.0% | 25.7% | 34.7% | higher\n"
		     "All males | 400 | 1,000 | 40.0% | 37.0% | 43.1% | [z]\n"
		     "Males, 1 most deprived | 120 | 400 | 30.0% | 25.7% | 34.7% | lower\n");
}

/* Nothing of both sexes together is printed, so nothing of them is needed. */
Test(resolve_table_sex, stand_without_figures_of_both_sexes)
{
	struct statement *with = statement_of(
		&(struct statement_parts){ .rows = HEAD BOTH FEMALES MALES, .body = table });
	struct statement *without = statement_of(
		&(struct statement_parts){ .rows = HEAD FEMALES MALES, .body = table });

	cr_expect_str_eq(statement_table(with, 0), statement_table(without, 0));
	statement_free(with);
	statement_free(without);
}

/* Females of fifth 1 are like those of England and unlike those of the body itself. */
Test(resolve_table_sex, compare_with_the_same_sex_of_another_body)
{
	expect_table(HEAD BOTH FEMALES MALES ENGLAND,
		     "<table by='deprivation' series='sex' compare='E92000001'/>",
		     COLUMNS
		     " | Compared with the same sex, England\n"
		     "All females | 200 | 1,000 | 20.0% | 17.6% | 22.6% | lower\n"
		     "England, all females | 3,000 | 10,000 | 30.0% | 29.1% | 30.9% | [z]\n"
		     "Females, 1 most deprived | 120 | 400 | 30.0% | 25.7% | 34.7% | similar\n"
		     "All males | 400 | 1,000 | 40.0% | 37.0% | 43.1% | similar\n"
		     "England, all males | 4,000 | 10,000 | 40.0% | 39.0% | 41.0% | [z]\n"
		     "Males, 1 most deprived | 120 | 400 | 30.0% | 25.7% | 34.7% | lower\n");
}

/* Of 100 in each fifth 20 females; the total of females has 100 more events of no fifth. */
#define FIFTH_OF(sex, fifth, count) "QNV,deprivation," fifth "," sex "," count ",100\n"
#define FIFTHS_OF(sex, low, high)                                                                  \
	FIFTH_OF(sex, "1", low)                                                                    \
	FIFTH_OF(sex, "2", low)                                                                    \
	FIFTH_OF(sex, "3", high) FIFTH_OF(sex, "4", high) FIFTH_OF(sex, "5", high)

Test(resolve_table_sex, compare_no_sex_whose_groups_lie_on_one_side_of_its_total)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = HEAD "QNV,all,,Male,270,500\n" FIFTHS_OF(
			"Male", "30", "70") "QNV,all,,Female,200,500\n" FIFTHS_OF("Female", "20",
										  "20"),
		.body = table });
	const char *text = statement_table(statement, 0);

	cr_expect_not_null(
		strstr(text, "Females, 1 most deprived | 20 | 100 | 20.0% | 13.3% | 28.9% | [x]"),
		"%s", text);
	cr_expect_not_null(
		strstr(text, "Males, 1 most deprived | 30 | 100 | 30.0% | 21.9% | 39.6% | lower"),
		"%s", text);
	cr_expect_not_null(strstr(notes_of(statement), "[x] not available: all groups lie on the "
						       "same side of what they would be "
						       "compared with."),
			   "%s", notes_of(statement));
	statement_free(statement);
}

Test(resolve_table_sex, have_no_comparison_without_the_total_of_a_sex)
{
	expect_table(HEAD BOTH MALES_OF_FIFTH, table,
		     COLUMNS "\nMales, 1 most deprived | 120 | 400 | 30.0% | 25.7% | 34.7%\n");
}

Test(resolve_table_sex, say_why_one_sex_has_no_comparison)
{
	expect_males(HEAD BOTH FEMALES MALES_OF_FIFTH, "34.7% | [x]\n",
		     "[x] not available: the data do not hold the total.");
	/* A hidden total is not a missing one. */
	expect_males(HEAD BOTH FEMALES "QNV,all,,Male,*,1000\n" MALES_OF_FIFTH, "34.7% | [c]\n",
		     "a figure that it needs is hidden");
	expect_males(HEAD BOTH FEMALES "QNV,all,,Male,8,20\n" MALES_OF_FIFTH, "34.7% | [x]\n",
		     "the figure to compare with is of low reliability");
}

/* Six ages of each sex are twelve comparisons, five are ten. */
Test(resolve_table_sex, count_the_comparisons_of_both_sexes)
{
	for (int ages = 5; ages <= 6; ages++) {
		struct arena *arena = arena_new();
		const char *rows = "dimension,group,sex,numerator,denominator\n"
				   "all,,Female,200,1000\nall,,Male,400,1000\n";
		struct statement *statement;

		for (int i = 0; i < 2 * ages; i++)
			rows = arena_printf(arena, "%sage,%d-%d,%s,%d,400\n", rows, 10 * (i / 2),
					    10 * (i / 2) + 9, i % 2 == 0 ? "Female" : "Male",
					    i < 4 ? 40 : 200);
		statement = statement_of(&(struct statement_parts){
			.rows = rows, .body = "<table by='age' series='sex'/>" });
		cr_expect_eq(strstr(notes_of(statement), "1 in 20") != NULL, ages > 5, "%d: %s",
			     ages, notes_of(statement));
		statement_free(statement);
		arena_free(arena);
	}
}

Test(resolve_table_sex, name_ages_in_words)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,sex,numerator,denominator\nage,0-17,Female,120,400\n",
		.body = "<table by='age' series='sex'/>" });

	cr_expect_not_null(strstr(statement_table(statement, 0), "\nFemales aged under 18 | "),
			   "%s", statement_table(statement, 0));
	statement_free(statement);
}
