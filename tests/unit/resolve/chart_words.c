/* What charts say of what they draw, and the order of their groups. */

#include <criterion/criterion.h>
#include <string.h>

#include "document/plot.h"
#include "support/statement.h"

static const char by_fifth[] = "dimension,group,numerator,denominator\n"
			       "deprivation-quintile,1,500,1000\n"
			       "deprivation-quintile,2,450,1000\n"
			       "deprivation-quintile,3,400,1000\n"
			       "deprivation-quintile,4,350,1000\n"
			       "deprivation-quintile,5,300,1000\n";

static struct statement *statement_with(const char *rows, const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = rows, .body = body });
}

static const struct node *figure(const struct statement *statement)
{
	const struct node *node = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(node, "there is no figure");
	return node;
}

static void expect_words(const char *text, const char *wanted)
{
	cr_expect_not_null(strstr(text, wanted), "%s lacks %s", text, wanted);
}

/* The line is fitted from the most to the least deprived end. */
Test(resolve_chart_words, a_gradient_keeps_the_order_of_its_groups)
{
	static const char *const bodies[] = {
		"<chart kind='gradient' by='deprivation' order='reverse'/>",
		"<chart kind='gradient' by='deprivation' order='value'/>",
	};

	for (size_t i = 0; i < 2; i++) {
		struct statement *statement = statement_with(
			"dimension,group,numerator,denominator\n"
			"deprivation-quintile,1,300,1000\ndeprivation-quintile,2,350,1000\n"
			"deprivation-quintile,3,400,1000\ndeprivation-quintile,4,450,1000\n"
			"deprivation-quintile,5,500,1000\n",
			bodies[i]);
		const struct plot *plot = figure(statement)->plot;

		cr_assert(plot->has_fitted);
		cr_expect_lt(plot->fitted[0], plot->fitted[FITTED_POINTS - 1]);
		cr_expect_float_eq(plot_value(plot, 0, 0)->value, 30, 1e-9);
		cr_expect_float_eq(plot_value(plot, 0, 4)->value, 50, 1e-9);
		statement_free(statement);
	}
}

Test(resolve_chart_words, unknown_people_stay_last_when_the_order_is_turned_round)
{
	struct statement *statement =
		statement_with("dimension,group,numerator,denominator\n"
			       "sex,M,500,1000\nsex,F,450,1000\nsex,unknown,40,100\n",
			       "<chart kind='bars' by='sex' order='reverse'/>");
	const struct plot *plot = figure(statement)->plot;
	struct statement *plain =
		statement_with("dimension,group,numerator,denominator\n"
			       "sex,M,500,1000\nsex,F,450,1000\nsex,unknown,40,100\n",
			       "<chart kind='bars' by='sex' order='given'/>");
	const struct plot *usual = figure(plain)->plot;

	cr_assert_eq(plot->category_count, 3);
	cr_expect(plot->categories[2].unknown);
	cr_expect_str_eq(plot->categories[0].label, usual->categories[1].label);
	cr_expect_str_eq(plot->categories[1].label, usual->categories[0].label);
	statement_free(plain);
	statement_free(statement);
}

/* The indicator has no words for its events or people; its value is a rate of neither. */
Test(resolve_chart_words, another_measure_is_not_titled_as_the_value)
{
	static const struct {
		const char *body, *title;
	} cases[] = {
		{ "<chart kind='bars' of='count' by='deprivation'/>", "Number of events, by " },
		{ "<chart kind='bars' of='denominator' by='deprivation'/>",
		  "Number of records, by " },
		{ "<chart kind='bars' of='share' by='deprivation'/>", "Share of events, by " },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct statement *statement = statement_of(&(struct statement_parts){
			.rows = by_fifth,
			.indicators = "<indicator id='A' source='s' method='proportion'>"
				      "<name>Seen in time</name></indicator>",
			.body = cases[i].body });

		expect_words(statement_plain(statement, &figure(statement)->title), cases[i].title);
		statement_free(statement);
	}
}

static void expect_alternative(const char *rows, const char *body, const char *wanted)
{
	struct statement *statement = statement_with(rows, body);

	expect_words(figure(statement)->alternative, wanted);
	statement_free(statement);
}

Test(resolve_chart_words, an_alternative_names_what_is_drawn)
{
	/* A slope index needs five groups. */
	static const char without_one[] = "dimension,group,numerator,denominator\n"
					  "deprivation-quintile,1,500,1000\n"
					  "deprivation-quintile,2,x,1000\n"
					  "deprivation-quintile,3,400,1000\n"
					  "deprivation-quintile,4,350,1000\n"
					  "deprivation-quintile,5,300,1000\n";

	expect_alternative(by_fifth, "<chart kind='gradient' by='deprivation'/>",
			   "Gradient chart with fitted line: ");
	expect_alternative(without_one, "<chart kind='gradient' by='deprivation'/>",
			   "Gradient chart: ");
	expect_alternative(by_fifth, "<chart kind='dots' by='deprivation'/>",
			   "Dot chart with intervals: ");
	expect_alternative(by_fifth, "<chart kind='dots' by='deprivation' intervals='false'/>",
			   "Dot chart: ");
}

/* A published figure without counts, judged by its interval alone. */
Test(resolve_chart_words, a_mark_for_a_wide_interval_does_not_speak_of_small_numbers)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.method = "given",
		.unit = "Per 1,000",
		.rows = "dimension,group,value,lower,upper\nsex,M,10,2,30\nsex,F,12,11,13\n",
		.body = "<chart kind='bars' by='sex'/><p><phrase kind='level' by='sex' group='M'/></p>" });
	const char *notes = statement_plain(statement, &figure(statement)->notes);

	expect_words(notes, "[u] low reliability: the interval is wider than the figure itself");
	cr_expect_null(strstr(notes, "small numbers"), "%s", notes);
	expect_words(statement_paragraph(statement, 0), "interval is wider than the figure itself");
	statement_free(statement);
}

Test(resolve_chart_words, two_days_of_one_month_have_names_of_their_own)
{
	struct statement *statement =
		statement_with("period,numerator,denominator\n2025-03-01,10,100\n"
			       "2025-03-15,20,100\n2025-03-31,30,100\n",
			       "<chart kind='trend'/>");
	const struct plot *plot = figure(statement)->plot;

	cr_assert_geq(plot->category_count, 3);
	for (size_t i = 1; i < plot->category_count; i++)
		cr_expect_str_neq(plot->categories[i - 1].label, plot->categories[i].label);
	statement_free(statement);
}

/* Lines that stand back carry no intervals; those in focus do. */
Test(resolve_chart_words, a_note_speaks_of_no_intervals_that_no_line_carries)
{
	static const char rows[] =
		"period,dimension,group,numerator,denominator\n"
		"2020,ethnic-group,Asian,300,1000\n2020,ethnic-group,Black,310,1000\n"
		"2020,ethnic-group,White,320,1000\n2021,ethnic-group,Asian,330,1000\n"
		"2021,ethnic-group,Black,340,1000\n2021,ethnic-group,White,350,1000\n"
		"2022,ethnic-group,Asian,360,1000\n2022,ethnic-group,Black,370,1000\n"
		"2022,ethnic-group,White,380,1000\n";
	const char *const bodies[] = { "<chart kind='trend' by='ethnicity'/>",
				       "<chart kind='trend' by='ethnicity' emphasise='Black'/>" };

	for (size_t i = 0; i < 2; i++) {
		struct statement *statement =
			statement_of(&(struct statement_parts){ .rows = rows, .body = bodies[i] });
		const struct node *node = statement_node(statement, NODE_FIGURE, 0);

		cr_expect_eq(strstr(statement_plain(statement, &node->notes),
				    "confidence intervals") != NULL,
			     i == 1, "%s", statement_plain(statement, &node->notes));
		statement_free(statement);
	}
}
