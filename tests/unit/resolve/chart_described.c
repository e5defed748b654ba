/* What a picture is told by in sentences: every number is one that the plot prints, and nothing hidden is. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "document/plot.h"
#include "support/statement.h"

static const char rows[] = "dimension,group,numerator,denominator\n"
			   "all,,1000,5000\n"
			   "deprivation,1,300,1000\ndeprivation,2,250,1000\n"
			   "deprivation,3,200,1000\ndeprivation,4,150,1000\n"
			   "deprivation,5,100,1000\n";

static const char hidden[] = "dimension,group,numerator,denominator\n"
			     "all,,1000,5000\n"
			     "deprivation,1,*,1000\ndeprivation,2,250,1000\n"
			     "deprivation,3,200,1000\ndeprivation,4,x,1000\n"
			     "deprivation,5,100,1000\n";

static const struct node *figure_of(struct statement *statement)
{
	const struct node *figure = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(figure);
	return figure;
}

static struct statement *chart_of(const char *of, const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = of, .body = body });
}

/* The first of them hidden, all others shown: from 10% on, each half a point above the one before. */
static const char *many_groups(struct arena *arena, const char *order, size_t hidden_count)
{
	const char *made = "dimension,group,numerator,denominator\nall,,1600,10000\n";

	for (size_t i = 0; order[i] != '\0'; i++)
		made = arena_printf(arena, "%sethnicity,%c,%s,600\n", made, order[i],
				    i < hidden_count ? "*"
						     : arena_printf(arena, "%zu", 60 + 3 * i));
	return made;
}

Test(chart_described, tells_every_figure_where_they_are_few)
{
	struct statement *statement = chart_of(rows, "<chart kind='bars' by='deprivation'/>");
	const struct node *figure = figure_of(statement);

	cr_expect_str_eq(figure->described,
			 "Bar chart. 1 most deprived: 30.0%; 2: 25.0%; 3: 20.0%; 4: 15.0%; "
			 "5 least deprived: 10.0%. Reference line: All\u00a020.0%.");
	cr_expect_str_eq(figure->beside, figure->described);
	/* Kept for those who ask for it, and not printed unasked. */
	cr_expect_eq(figure->long_description.count, 0);
	statement_free(statement);
}

Test(chart_described, says_in_words_what_is_missing_and_nothing_of_what_is_hidden)
{
	struct statement *statement = chart_of(hidden, "<chart kind='bars' by='deprivation'/>");

	cr_expect_str_eq(figure_of(statement)->described,
			 "Bar chart. 1 most deprived: confidential; 2: 25.0%; 3: 20.0%; 4: not "
			 "available; 5 least deprived: 10.0%. Reference line: All\u00a020.0%.");
	statement_free(statement);
}

Test(chart_described, counts_what_is_missing_where_names_would_not_fit)
{
	struct arena *arena = arena_new();
	/* Any other Asian, Black, Mixed and White backgrounds, White and Black Caribbean: the longest names. */
	struct statement *statement = chart_of(many_groups(arena, "LPGCDEFABHJKMNRS", 5),
					       "<chart kind='dots' by='ethnicity'/>");
	const struct node *figure = figure_of(statement);

	cr_expect_not_null(strstr(figure->described, "16 groups: "), "%s", figure->described);
	cr_expect_not_null(strstr(figure->described, " and 2 more."), "%s", figure->described);
	cr_expect_null(strstr(figure->beside, " and 2 more."), "%s", figure->beside);
	cr_expect_not_null(strstr(figure->beside, "Without a figure: 5 of 16."), "%s",
			   figure->beside);
	/* 105 and 75 of 600. */
	cr_expect_not_null(strstr(figure->beside, "The highest figure is 17.5% ("), "%s",
			   figure->beside);
	cr_expect_not_null(strstr(figure->beside, "the lowest 12.5% ("), "%s", figure->beside);
	cr_expect_leq(strlen(figure->beside), 260); /* 250 letters, some of more than a byte */
	statement_free(statement);
	arena_free(arena);
}

Test(chart_described, tells_where_lines_that_stand_out_begin_and_end)
{
	static const char over_time[] =
		"period,dimension,group,numerator,denominator\n"
		"2023,all,,1250,5000\n2023,deprivation,1,300,1000\n2023,deprivation,2,250,1000\n"
		"2023,deprivation,3,250,1000\n2023,deprivation,4,250,1000\n2023,deprivation,5,200,1000\n"
		"2024,all,,1250,5000\n2024,deprivation,1,250,1000\n2024,deprivation,2,250,1000\n"
		"2024,deprivation,3,250,1000\n2024,deprivation,4,250,1000\n2024,deprivation,5,250,1000\n";
	struct statement *statement = chart_of(over_time, "<chart kind='trend' by='deprivation'/>");
	const char *told = figure_of(statement)->beside;

	cr_expect_not_null(strstr(told, "2 periods: 2023 first, 2024 last."), "%s", told);
	cr_expect_not_null(strstr(told, "1 most deprived: from 30.0% to 25.0%. "
					"5 least deprived: from 20.0% to 25.0%."),
			   "%s", told);
	statement_free(statement);
}

Test(chart_described, names_the_unit_of_rates)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = rows,
					   .method = "crude-rate",
					   .per = "1000",
					   .unit = "Visits per 1,000 people",
					   .body = "<chart kind='bars' by='deprivation'/>" });
	const struct node *figure = figure_of(statement);

	cr_expect_neq(figure->plot->axis_title[0], '\0');
	cr_expect_not_null(strstr(figure->beside, figure->plot->axis_title), "%s", figure->beside);
	cr_expect_not_null(strstr(figure->beside, "1 most deprived: 300.0;"), "%s", figure->beside);
	statement_free(statement);
}

Test(chart_described, is_printed_where_the_author_asks_for_it)
{
	struct statement *statement =
		chart_of(rows, "<chart kind='bars' by='deprivation' describe='true'/>");
	const struct node *figure = figure_of(statement);

	cr_expect_not_null(strstr(statement_plain(statement, &figure->long_description),
				  "1 most deprived: 30.0%;"));
	statement_free(statement);
	statement = chart_of(rows, "<chart kind='bars' by='deprivation' describe='true'>"
				   "<long-description>Own words.</long-description></chart>");
	cr_expect_str_eq(statement_plain(statement, &figure_of(statement)->long_description),
			 "Own words.");
	statement_free(statement);
}

/* Of 20 people 75% are of low reliability, and higher than the highest that is told. */
Test(chart_described, calls_the_highest_that_of_the_reliable_figures_beside_others)
{
	static const char some_few[] =
		"dimension,group,sex,numerator,denominator\nall,,all,100,400\n"
		"deprivation,1,Female,30,100\ndeprivation,5,Female,20,100\n"
		"deprivation,1,Male,40,100\ndeprivation,5,Male,15,20\n";
	static const struct {
		const char *chart, *told;
	} cases[] = {
		{ "<chart kind='small-multiples' of-kind='bars' panels='sex' by='deprivation' "
		  "intervals='false'/>",
		  "Of the reliable figures, the highest is 40.0% (1, Males), the lowest 20.0% (5, "
		  "Females)." },
		{ "<chart kind='grouped-bars' series='sex' by='deprivation'/>",
		  "Of the reliable figures, the highest is 40.0% (1 most deprived, Males), the "
		  "lowest 20.0% (5 least deprived, Females)." },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement = chart_of(some_few, cases[i].chart);
		const char *told = figure_of(statement)->described;

		cr_expect_not_null(strstr(told, cases[i].told), "%s", told);
		statement_free(statement);
	}
}

/* 40% of males in fifth 1, 15% of females in fifth 5; nothing of the hidden figure. */
Test(chart_described, tells_the_highest_and_the_lowest_of_all_panels)
{
	struct statement *statement =
		chart_of("dimension,group,sex,numerator,denominator\nall,,all,100,400\n"
			 "deprivation,1,all,70,200\ndeprivation,5,all,30,200\n"
			 "all,,Female,40,200\nall,,Male,60,200\n"
			 "deprivation,1,Female,30,100\ndeprivation,5,Female,15,100\n"
			 "deprivation,1,Male,40,100\ndeprivation,5,Male,*,100\n",
			 "<chart kind='small-multiples' of-kind='bars' panels='sex' "
			 "by='deprivation' intervals='false'/>");
	const char *told = figure_of(statement)->described;

	cr_expect_not_null(
		strstr(told,
		       "The highest figure is 40.0% (1, Males), the lowest 15.0% (5, Females)."),
		"%s", told);
	statement_free(statement);
}
