/* What the sexes are called: women and men are 18 or over, all others are females and males. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/breakdown_words.h"
#include "words/format.h"
#include "words/phrases.h"

static const char by_sex[] = "dimension,group,numerator,denominator\nall,,8000,20000\n"
			     "sex,female,3400,10000\nsex,male,4600,10000\n";

/* -- who is of age ---------------------------------------------------------------------------- */

struct people_case {
	const char *age_scope, *population;
	bool adults;
};

Test(words_people, are_adults_by_their_ages_or_by_what_they_are_called)
{
	static const struct people_case cases[] = {
		{ "18+", "", true },
		{ "65+", "patients", true },
		{ "25-64", "", true },
		{ "54 to 74", "", true },
		{ "", "adults", true },
		{ "", "Adults in contact with services", true },
		{ "", "adults aged 18 to 64", true },
		{ "17+", "", false },
		{ "0-74", "", false },
		{ "0-17", "", false },
		{ "under 1", "", false },
		{ "all", "", false },
		{ "mothers of all ages", "", false },
		{ "", "", false },
		{ "", "patients", false },
		{ "", "young adults", false },
		{ "", "adults aged 16 and over", false },
		{ "", "adultsandchildren", false },
		/* Ages go before words. */
		{ "16+", "adults", false },
	};
	struct statement *statement = statement_of(&(struct statement_parts){ .rows = by_sex });
	struct indicator indicator = statement->run.dataset->indicators->items[0];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		indicator.age_scope = cases[i].age_scope;
		indicator.population = cases[i].population;
		cr_expect_eq(words_all_adults(&statement->words, &indicator), cases[i].adults,
			     "ages \"%s\", people \"%s\"", cases[i].age_scope, cases[i].population);
	}
	statement_free(statement);
}

/* -- sentences -------------------------------------------------------------------------------- */

static const char *level_of_first(const struct words *words, const struct view *view)
{
	return phrase_level(words, view, &view->groups[0]);
}

static struct statement_parts of(const char *population)
{
	return (struct statement_parts){ .rows = by_sex,
					 .population = population,
					 .measure = "uptake" };
}

Test(words_people, are_women_and_men_in_sentences_on_adults)
{
	expect_words(of("adults"), "sex", phrase_two_groups,
		     "Uptake was higher for men (46%) than for women (34%).");
	expect_words(of("adults"), "sex", level_of_first, "Uptake for women was 34.0% in 2024.");
}

Test(words_people, are_females_and_males_in_sentences_on_others)
{
	expect_words(of("patients"), "sex", phrase_two_groups,
		     "Uptake was higher for males (46%) than for females (34%).");
	expect_words(of("adults aged 16 and over"), "sex", level_of_first,
		     "Uptake for females was 34.0% in 2024.");
}

Test(words_people, of_adults_whose_sex_is_not_known_have_no_other_words)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nsex,female,3400,10000\n"
			"sex,male,4600,10000\nsex,unknown,40,100\n",
		.population = "adults",
		.measure = "uptake" });
	struct view view = statement_view(statement, (struct figure_key){ .by = "sex" });

	cr_assert_eq(view.count, 3);
	cr_expect_str_eq(phrase_level(&statement->words, &view, &view.groups[2]),
			 "Uptake for “Sex not known” was 40.0% in 2024.");
	statement_free(statement);
}

Test(words_people, keep_the_words_of_a_file_of_groups)
{
	struct statement *statement =
		statement_of(&(struct statement_parts){ .rows = by_sex, .population = "adults" });
	const struct words *words = &statement->words;
	struct view view = statement_view(statement, (struct figure_key){ .by = "sex" });
	struct classification sexes = *view.classification;
	struct group groups[] = { sexes.groups[0], sexes.groups[1] };

	sexes.groups = groups;
	groups[0].phrase = "women and girls";
	cr_expect_str_eq(words_people_phrase(words, view.indicator, &sexes, 0), "women and girls");
	cr_expect_str_eq(words_people_phrase(words, view.indicator, &sexes, 1), "men");
	statement_free(statement);
}

/* -- titles, tables --------------------------------------------------------------------------- */

Test(words_people, are_women_and_men_in_titles_but_not_in_tables)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = by_sex,
		.population = "adults",
		.measure = "uptake",
		.body = "<chart kind='bars' by='sex'/><table by='sex'/>" });
	const char *cells = statement_table(statement, 0);

	cr_expect_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_FIGURE, 0)->title),
		"Uptake was higher for men than for women");
	cr_expect_not_null(strstr(cells, "Female |"), "%s", cells);
	cr_expect_null(strstr(cells, "omen"), "%s", cells);
	statement_free(statement);
}

/* Fifths of 10,000 females and as many males, a tenth more of the females in each. */
static const char *title_of_pair_of_bars(const char *population)
{
	static char rows[1000], title[200];
	int length = snprintf(rows, sizeof(rows), "dimension,group,sex,numerator,denominator\n");
	struct statement *statement;

	for (int i = 1; i <= 5; i++)
		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "deprivation,%d,F,4500,10000\ndeprivation,%d,M,3500,10000\n", i,
				   i);
	statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.population = population,
		.measure = "uptake",
		.body = "<chart kind='grouped-bars' by='deprivation' series='sex'/>" });
	snprintf(title, sizeof(title), "%s",
		 statement_plain(statement, &statement_node(statement, NODE_FIGURE, 0)->title));
	statement_free(statement);
	return title;
}

Test(words_people, are_women_and_men_in_titles_of_two_bars_a_group)
{
	cr_expect_str_eq(title_of_pair_of_bars("adults"),
			 "Uptake was higher for women than for men in all 5 fifths");
	cr_expect_str_eq(title_of_pair_of_bars("patients"),
			 "Uptake was higher for females than for males in all 5 fifths");
}

/* Two indicators, A of adults. */
static void expect_summary(const char *population_of_b, const char *wanted)
{
	char indicators[500];
	struct statement *statement;
	const char *title;

	snprintf(indicators, sizeof(indicators),
		 "<indicator id='A' method='proportion' good='low'><name>Long waits</name>"
		 "<population>adults</population></indicator>"
		 "<indicator id='B' method='proportion' good='low'><name>Missed visits</name>"
		 "<population>%s</population></indicator>",
		 population_of_b);
	statement = statement_of(&(struct statement_parts){
		.rows = "indicator,dimension,group,numerator,denominator\n"
			"A,all,,8000,20000\nA,sex,F,4500,10000\nA,sex,M,3500,10000\n"
			"B,all,,8000,20000\nB,sex,F,4500,10000\nB,sex,M,3500,10000\n",
		.indicators = indicators,
		.about = "organisation='QNV'",
		.body = "<table kind='summary' by='sex' indicators='A|B'/>" });
	title = statement_plain(statement, &statement_node(statement, NODE_TABLE, 0)->title);
	cr_expect_not_null(strstr(title, wanted), "%s", title);
	statement_free(statement);
}

Test(words_people, are_women_in_a_title_on_several_indicators_when_all_of_them_are_of_adults)
{
	expect_summary("adults", " for women");
	expect_summary("patients", " for females");
}
