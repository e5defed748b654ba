/* Figures, intervals and sentences within text. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/statement.h"

static const char rows[] = "dimension,group,numerator,denominator\nall,,2000,5000\n"
			   "deprivation,1,460,1000\ndeprivation,2,420,1000\n"
			   "deprivation,3,400,1000\ndeprivation,4,380,1000\n"
			   "deprivation,5,340,1000\n";

static struct statement_parts with(const char *body)
{
	return (struct statement_parts){ .rows = rows, .body = body };
}

Test(resolve_figures, print_each_measure_in_its_form)
{
	expect_paragraph(with("<p><value/></p>"), "40.0%");
	expect_paragraph(with("<p by='deprivation'><value of='count' group='1'/> of "
			      "<value of='denominator' group='1'/></p>"),
			 "460 of 1,000");
	expect_paragraph(with("<p by='deprivation'><value of='share' group='1'/></p>"), "23.0%");
	expect_paragraph(with("<p by='deprivation'><value of='gap'/> points</p>"), "12.0 points");
	expect_paragraph(with("<p by='deprivation'><value of='ratio'/></p>"), "1.4");
}

/* The two ends are printed whole as a pair; a group alone has its decimal. */
Test(resolve_figures, print_percentages_of_both_ends_alike)
{
	expect_paragraph(with("<p by='deprivation'><value group='most'/>, <value group='least'/>, "
			      "<value group='2'/></p>"),
			 "46%, 34%, 42.0%");
}

Test(resolve_figures, print_the_form_and_the_decimals_asked_for)
{
	expect_paragraph(with("<p><value decimals='0'/> <value decimals='3'/></p>"), "40% 40.000%");
	expect_paragraph(with("<p by='deprivation'><value of='ratio' as='times'/></p>"),
			 "1.4 times");
	expect_paragraph(with("<p by='deprivation'><value of='ratio' decimals='2'/></p>"), "1.35");
}

/* 1 in N when N comes within 5% of the percentage, otherwise the percentage. */
Test(resolve_figures, print_1_in_n_only_when_it_is_near)
{
	static const struct {
		const char *rows, *words;
	} cases[] = {
		{ "numerator,denominator\n143,1000\n", "1 in 7" },
		{ "numerator,denominator\n150,1000\n", "1 in 7" },
		{ "numerator,denominator\n500,1000\n", "1 in 2" },
		{ "numerator,denominator\n400,1000\n",
		  "40.0%" }, /* 1 in 3 would be 33%, 1 in 2 50% */
		{ "numerator,denominator\n960,1000\n", "96.0%" },
		{ "numerator,denominator\n0,1000\n", "0%" },
		{ "numerator,denominator\n100,100000\n", "1 in 1,000" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_paragraph((struct statement_parts){ .rows = cases[i].rows,
							   .body = "<p><value as='one-in'/></p>" },
				 cases[i].words);
}

Test(resolve_figures, print_the_shorthand_of_what_is_not_shown)
{
	struct statement_parts parts = {
		.rows = "dimension,group,numerator,denominator\ndeprivation,1,*,1000\n"
			"deprivation,2,x,1000\ndeprivation,5,340,1000\n",
		.body = "<p by='deprivation'><value group='1'/> <value group='2'/> <value of='gap'/> "
			"<value group='1' as='one-in'/> <value of='ratio' as='times'/>"
			"<interval group='1'/></p>"
	};

	expect_paragraph(parts, "[c] [x] [c] [c] [c]");
}

/* -- intervals -------------------------------------------------------------------------------- */

/* Wilson for 2,000 of 5,000: 38.65% to 41.37%. */
Test(resolve_figures, name_the_interval_in_full_the_first_time_in_a_section)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.body = "<section><title>A</title><p><interval/></p><section><title>B</title>"
			"<p><interval/></p></section></section>"
			"<section><title>C</title><p><interval/></p></section>" });

	cr_expect_str_eq(statement_paragraph(statement, 0),
			 "(95% confidence interval 38.7% to 41.4%)");
	cr_expect_str_eq(statement_paragraph(statement, 1), "(38.7% to 41.4%)");
	cr_expect_str_eq(statement_paragraph(statement, 2),
			 "(95% confidence interval 38.7% to 41.4%)");
	statement_free(statement);
}

Test(resolve_figures, name_the_level_of_confidence_of_the_report)
{
	struct statement_parts parts = with("<p><interval/></p>");

	parts.data = "confidence='99.8'";
	/* Wilson with z = 3.0902 */
	expect_paragraph(parts, "(99.8% confidence interval 37.9% to 42.2%)");
	parts.data = "confidence='90'";
	expect_paragraph(parts, "(90% confidence interval 38.9% to 41.1%)");
}

Test(resolve_figures, leave_nothing_where_there_is_no_interval)
{
	struct statement_parts parts = with("<p>It was <value/> <interval/>, or so.</p>");

	parts.method = "ratio";
	expect_paragraph(parts, "It was 40.0% , or so.");
}

/* Wilson for 2,000 of 5,000: 38.65% to 41.37%; the ratio of 46% to 34% is 1.353 and its
 * limits 1.353 exp(1.96 sqrt(0.54 / 460 + 0.66 / 340)): 1.213 and 1.509. */
Test(resolve_figures, print_a_figure_like_the_interval_behind_it)
{
	expect_paragraph(
		with("<p by='deprivation'><value group='most'/> <interval group='most'/></p>"),
		"46.0% (95% confidence interval 42.9% to 49.1%)");
	expect_paragraph(with("<p by='deprivation'><value of='ratio'/> <interval of='ratio'/></p>"),
			 "1.35 (95% confidence interval 1.21 to 1.51)");
	expect_paragraph(with("<p by='deprivation'><value of='ratio' as='times'/> as high "
			      "<interval of='ratio'/></p>"),
			 "1.35 times as high (95% confidence interval 1.21 to 1.51)");
	expect_paragraph(with("<p><value/> <interval decimals='2'/></p>"),
			 "40.00% (95% confidence interval 38.65% to 41.37%)");
}

/* The decimals of the author stand; another figure, sentence or value comes without an interval of its own. */
Test(resolve_figures, print_a_figure_as_usual_when_another_interval_follows)
{
	expect_paragraph(with("<p by='deprivation'><value of='ratio' decimals='3'/> "
			      "<interval of='ratio'/></p>"),
			 "1.353 (95% confidence interval 1.21 to 1.51)");
	expect_paragraph(
		with("<p by='deprivation'><value of='ratio'/> <interval group='most'/></p>"),
		"1.4 (95% confidence interval 42.9% to 49.1%)");
	expect_paragraph(
		with("<p by='deprivation'><value group='most'/>. And <interval group='most'/></p>"),
		"46%. And (95% confidence interval 42.9% to 49.1%)");
	expect_paragraph(
		with("<p by='deprivation'><value group='most'/> and <value group='least'/> "
		     "<interval group='most'/></p>"),
		"46% and 34% (95% confidence interval 42.9% to 49.1%)");
}

/* 5,284 of 100,000 and 5,117 to 5,441 per 100,000: 5,280 would have other figures than its limits. */
Test(resolve_figures, print_a_rate_like_the_interval_behind_it)
{
	struct statement_parts parts = { .rows = "numerator,denominator\n5284,100000\n",
					 .method = "crude-rate",
					 .per = "100000",
					 .unit = "Admissions per 100,000 people",
					 .body = "<p><value/>, <value/> <interval/></p>" };

	/* Byar: n (1 - 1 / 9n - 1.96 / 3 sqrt n)^3 with n = 5,284, and the same upwards with 5,285. */
	expect_paragraph(parts, "5,280, 5,284 (95% confidence interval 5,142 to 5,428)");
}

/* The words around a table say which intervals its cells hold. */
Test(resolve_figures, give_intervals_in_cells_in_their_short_form)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.body = "<text-table><title>T</title><head><cell>A</cell></head><row><cell><value/> "
			"<interval/></cell></row></text-table><p><interval/></p>" });

	cr_expect_not_null(strstr(statement_table(statement, 0), "40.0% (38.7% to 41.4%)"), "%s",
			   statement_table(statement, 0));
	/* A cell does not use up the first time. */
	cr_expect_str_eq(statement_paragraph(statement, 0),
			 "(95% confidence interval 38.7% to 41.4%)");
	statement_free(statement);
}

static void expect_tile(const char *body, const char *figure)
{
	struct statement_parts parts = with(body);
	struct statement *statement = statement_of(&parts);

	cr_expect_str_eq(statement_node(statement, NODE_TILE, 0)->figure, figure, "%s", body);
	statement_free(statement);
}

Test(resolve_figures, print_the_figure_of_a_tile_like_the_interval_in_it)
{
	expect_tile("<tiles><tile by='deprivation' of='ratio'>as high</tile></tiles>",
		    "1.4\xc2\xa0times");
	expect_tile("<tiles><tile by='deprivation' of='ratio'>as high <interval of='ratio'/></tile>"
		    "</tiles>",
		    "1.35\xc2\xa0times");
	expect_tile("<tiles><tile by='deprivation' of='ratio'>as high <interval of='gap'/></tile>"
		    "</tiles>",
		    "1.4\xc2\xa0times");
}

/* -- sentences -------------------------------------------------------------------------------- */

Test(resolve_figures, put_sentences_into_text)
{
	expect_paragraph(with("<p by='deprivation'><phrase kind='gap'/> And so on.</p>"),
			 "The gap was 12 percentage points. And so on.");
	expect_paragraph(
		with("<p by='deprivation'><phrase kind='comparison'/></p>"),
		"The share of patients treated in time was higher in the most deprived areas (46%) "
		"than in the least deprived areas (34%).");
}

Test(resolve_figures, say_a_level_with_and_without_a_breakdown)
{
	expect_paragraph(with("<p><phrase kind='level'/></p>"),
			 "The share of patients treated in time was 40.0% in 2024.");
	expect_paragraph(
		with("<p by='deprivation'><phrase kind='level' group='least'/></p>"),
		"The share of patients treated in time in the least deprived areas was 34.0% in "
		"2024.");
}

Test(resolve_figures, tell_the_change_from_the_first_period_asked_for)
{
	struct statement_parts parts = {
		.rows = "period,numerator,denominator\n2020,40,100\n2021,43,100\n2022,46,100\n"
			"2023,49,100\n2024,52,100\n",
		.body = "<p><phrase kind='change'/></p>"
	};

	expect_paragraph(
		parts,
		"The share of patients treated in time went from 40% in 2020 to 52% in 2024.");
	parts.body = "<p><phrase kind='change' period='last-3'/></p>";
	expect_paragraph(
		parts,
		"The share of patients treated in time went from 46% in 2022 to 52% in 2024.");
	parts.body = "<p><phrase kind='change' period='2022'/></p>";
	expect_paragraph(
		parts,
		"The share of patients treated in time went from 40% in 2020 to 46% in 2022.");
	parts.body = "<p><phrase kind='change' period='2021|2023|2024'/></p>";
	expect_paragraph(
		parts,
		"The share of patients treated in time went from 43% in 2021 to 52% in 2024.");
}

Test(resolve_figures, refuse_sentences_that_need_another_breakdown)
{
	static const struct {
		const char *body, *id;
	} cases[] = {
		{ "<p><phrase kind='comparison'/></p>", "SPC40" },
		{ "<p><phrase kind='completeness'/></p>", "SPC40" },
		{ "<p by='sex'><phrase kind='gap'/></p>", "SPC45" },
		{ "<p by='sex'><phrase kind='gradient'/></p>", "SPC45" },
		{ "<p by='sex'><phrase kind='ratio'/></p>", "SPC45" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		expect_message(with(cases[i].body), cases[i].id);
	}
}

static void expect_form(struct statement_parts parts, bool fits)
{
	struct statement *statement = statement_try(&parts);

	cr_expect_neq(statement_said(statement, "SPC61"), fits, "%s", parts.body);
	statement_free(statement);
}

Test(resolve_figures, refuse_a_form_that_does_not_fit)
{
	static const char *const wrong[] = {
		"<p><value as='times'/></p>",
		"<p><value of='count' as='one-in'/></p>",
		"<p><value of='denominator' as='percentage'/></p>",
		"<p by='deprivation'><value of='ratio' as='percentage'/></p>",
		"<p by='deprivation'><value of='gap' as='times'/></p>",
	};
	static const char *const right[] = {
		"<p><value as='one-in'/> <value as='percentage'/> <value of='count' as='number'/></p>",
		"<p by='deprivation'><value of='share' group='1' as='one-in'/></p>",
		"<p by='deprivation'><value of='completeness' as='percentage'/></p>",
		"<p by='deprivation'><value of='ratio' as='times'/> <value of='rii' as='times'/></p>",
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		expect_form(with(wrong[i]), false);
	for (size_t i = 0; i < sizeof(right) / sizeof(right[0]); i++)
		expect_form(with(right[i]), true);
}

Test(resolve_figures, write_rates_as_rates_and_ratios_as_times)
{
	struct statement_parts parts = with("<p><value as='one-in'/></p>");

	parts.method = "crude-rate";
	parts.per = "1000";
	parts.unit = "Per 1,000";
	expect_form(parts, false);
	parts = with("<p><value as='times'/></p>");
	parts.method = "ratio";
	parts.unit = "Visits per person";
	expect_form(parts, true);
}
