/* Charts: which figures they show, of which periods, and what is said about them. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "document/plot.h"
#include "support/statement.h"

static const char by_fifth[] = "period,dimension,group,numerator,denominator\n"
			       "2020,deprivation-quintile,1,500,1000\n"
			       "2020,deprivation-quintile,2,450,1000\n"
			       "2020,deprivation-quintile,3,400,1000\n"
			       "2020,deprivation-quintile,4,350,1000\n"
			       "2020,deprivation-quintile,5,300,1000\n"
			       "2021,deprivation-quintile,1,550,1000\n"
			       "2021,deprivation-quintile,5,300,1000\n"
			       "2022,deprivation-quintile,1,600,1000\n"
			       "2022,deprivation-quintile,5,310,1000\n"
			       "2024,deprivation-quintile,1,700,1000\n"
			       "2024,deprivation-quintile,5,320,1000\n";

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

/* "2020 2021 [x]2022": the periods of a chart, those without any figure marked. */
static const char *periods(const struct statement *statement)
{
	const struct plot *plot = figure(statement)->plot;
	const char *text = "";

	for (size_t i = 0; i < plot->category_count; i++) {
		bool shown = false;

		for (size_t s = 0; s < plot->series_count; s++)
			shown = shown || value_state_is_shown(plot_value(plot, s, i)->state);
		text = arena_printf(statement->arena, "%s%s%s%s", text, i == 0 ? "" : " ",
				    shown ? "" : "[x]", plot->categories[i].label);
	}
	return text;
}

/* -- periods ---------------------------------------------------------------------------------- */

Test(resolve_chart, a_year_without_figures_keeps_its_place_on_the_axis)
{
	struct statement *statement =
		statement_with(by_fifth, "<chart kind='trend' by='deprivation'/>");
	const struct node *node = figure(statement);

	cr_expect_str_eq(periods(statement), "2020 2021 2022 [x]2023 2024");
	for (size_t i = 0; i < node->plot->category_count; i++)
		cr_expect_not(node->plot->categories[i].after_gap);
	cr_expect_str_eq(plot_value(node->plot, 0, 3)->text, "[x]");
	cr_expect_not_null(strstr(statement_plain(statement, &node->notes), "[x]"));
	statement_free(statement);
}

Test(resolve_chart, every_second_year_is_a_step_of_its_own)
{
	struct statement *statement = statement_with("period,numerator,denominator\n"
						     "2018,10,100\n2020,20,100\n2022,30,100\n",
						     "<chart kind='trend'/>");

	cr_expect_str_eq(periods(statement), "2018 2020 2022");
	statement_free(statement);
}

Test(resolve_chart, a_missing_month_and_a_missing_financial_year_are_filled_in)
{
	struct statement *months = statement_with("period,numerator,denominator\n2024-01,10,100\n"
						  "2024-02,20,100\n2024-04,30,100\n",
						  "<chart kind='trend'/>");
	struct statement *years = statement_with("period,numerator,denominator\n2020/21,10,100\n"
						 "2022/23,20,100\n2023/24,30,100\n",
						 "<chart kind='trend'/>");

	cr_expect_str_eq(periods(months), "January\xc2\xa0"
					  "2024 February\xc2\xa0"
					  "2024 [x]March\xc2\xa0"
					  "2024 April\xc2\xa0"
					  "2024");
	cr_expect_eq(figure(years)->plot->category_count, 4);
	cr_expect_not_null(strstr(figure(years)->plot->categories[1].label, "2021"));
	statement_free(months);
	statement_free(years);
}

Test(resolve_chart, a_list_of_periods_is_what_title_and_alternative_speak_of)
{
	struct statement *statement = statement_with(
		by_fifth, "<chart kind='trend' by='deprivation' period='2020|2021|2022'/>");
	const struct node *node = figure(statement);
	const char *title = statement_plain(statement, &node->title);

	cr_expect_str_eq(periods(statement), "2020 2021 2022");
	cr_expect(strstr(title, "50%") && strstr(title, "60%"), "%s", title);
	cr_expect_null(strstr(title, "70%"), "%s", title);
	cr_expect_not_null(strstr(node->alternative, "60%"), "%s", node->alternative);
	cr_expect_null(strstr(node->alternative, "70%"), "%s", node->alternative);
	cr_expect_null(strstr(node->alternative, "2024"), "%s", node->alternative);
	statement_free(statement);
}

Test(resolve_chart, one_period_is_the_last_of_the_lines)
{
	struct statement *own =
		statement_with(by_fifth, "<chart kind='trend' by='deprivation' period='2022'/>");
	struct statement *around = statement_of(&(struct statement_parts){
		.rows = by_fifth,
		.about = "organisation='QNV' indicator='A' period='2022'",
		.body = "<chart kind='trend' by='deprivation'/>" });

	cr_expect_str_eq(periods(own), "2020 2021 2022");
	cr_expect_str_eq(periods(around), "2020 2021 2022");
	cr_expect_not_null(strstr(statement_plain(around, &figure(around)->title), "60%"));
	cr_expect_not_null(strstr(statement_plain(own, &figure(own)->title), "60%"));
	statement_free(own);
	statement_free(around);
}

Test(resolve_chart, the_latest_period_and_all_of_them_limit_nothing)
{
	static const char *const words[] = { "latest", "all", "last-9" };

	for (size_t i = 0; i < 3; i++) {
		char body[100];
		struct statement *statement;

		snprintf(body, sizeof(body), "<chart kind='trend' by='deprivation' period='%s'/>",
			 words[i]);
		statement = statement_with(by_fifth, body);
		cr_expect_str_eq(periods(statement), "2020 2021 2022 [x]2023 2024", "%s", words[i]);
		statement_free(statement);
	}
}

Test(resolve_chart, a_pair_of_periods_ends_with_the_one_in_force)
{
	struct statement *statement =
		statement_with(by_fifth, "<chart kind='grouped-bars' by='deprivation' "
					 "series='period' period='2022'/>");
	const struct plot *plot = figure(statement)->plot;

	cr_expect_str_eq(plot->series[0].label, "2020");
	cr_expect_str_eq(plot->series[1].label, "2022");
	statement_free(statement);
}

/* -- the line of a slope index ---------------------------------------------------------------- */

Test(resolve_chart, a_gradient_has_the_curve_that_the_slope_index_is_fitted_to)
{
	struct statement *statement =
		statement_with(by_fifth, "<chart kind='gradient' by='deprivation' period='2020'/>");
	const struct plot *plot = figure(statement)->plot;
	double first, last, middle;

	cr_assert(plot->has_fitted);
	first = plot->fitted[0] / 100;
	last = plot->fitted[FITTED_POINTS - 1] / 100;
	middle = plot->fitted[FITTED_POINTS / 2] / 100;
	/* A straight line of logits: the odds in the middle are the geometric mean of those at the ends. */
	cr_expect_float_eq(middle / (1 - middle) * (middle / (1 - middle)),
			   first / (1 - first) * (last / (1 - last)), 1e-9);
	cr_expect_gt(first, 0.5);
	cr_expect_lt(last, 0.3);
	statement_free(statement);
}

/* -- nothing to show -------------------------------------------------------------------------- */

Test(resolve_chart, a_chart_without_any_figure_says_so_and_warns)
{
	static const char *const kinds[] = { "bars", "dots", "gradient" };

	for (size_t i = 0; i < 3; i++) {
		char body[100];
		struct statement *statement;

		snprintf(body, sizeof(body), "<chart kind='%s' by='deprivation'/>", kinds[i]);
		statement = statement_with("dimension,group,numerator,denominator\n"
					   "deprivation-quintile,1,*,100\n"
					   "deprivation-quintile,2,*,100\n"
					   "deprivation-quintile,3,*,100\n"
					   "deprivation-quintile,4,*,100\n"
					   "deprivation-quintile,5,*,100\n",
					   body);
		cr_expect(statement_said(statement, "SPC59"), "%s", kinds[i]);
		cr_expect(strlen(figure(statement)->plot->empty_text) > 0);
		statement_free(statement);
	}
}

Test(resolve_chart, a_breakdown_without_rows_is_a_sentence_and_a_warning)
{
	struct statement *statement =
		statement_with("numerator,denominator\n10,100\n",
			       "<grid><chart kind='bars' by='deprivation'/></grid>");

	cr_expect(statement_said(statement, "SPC59"));
	cr_expect_null(statement_node(statement, NODE_FIGURE, 0));
	cr_expect_not_null(strstr(statement_paragraph(statement, 0), "No figures are available"));
	statement_free(statement);
}

/* DAT33 has said it already. */
Test(resolve_chart, an_indicator_without_any_data_is_said_once)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,dimension,group,numerator,denominator\n"
			"A,deprivation-quintile,1,10,100\n",
		.indicators =
			"<indicator id='A' source='s' method='proportion' per='100' good='low'>"
			"<name>A</name><short-name>A</short-name><measure>a</measure><events>b</events>"
			"<population>c</population><unit>%</unit><numerator>d</numerator>"
			"<denominator>e</denominator></indicator>"
			"<indicator id='B' source='s' method='proportion' per='100' good='low'>"
			"<name>B</name><short-name>B</short-name><measure>a</measure><events>b</events>"
			"<population>c</population><unit>%</unit><numerator>d</numerator>"
			"<denominator>e</denominator></indicator>",
		.body = "<chart kind='bars' indicator='B' by='deprivation'/>" });

	cr_expect(statement_said(statement, "DAT33"));
	cr_expect_not(statement_said(statement, "SPC59"));
	statement_free(statement);
}

Test(resolve_chart, a_chart_with_figures_gives_no_warning)
{
	struct statement *statement =
		statement_with(by_fifth, "<chart kind='bars' by='deprivation' period='2020'/>");

	cr_expect_not(statement_said(statement, "SPC59"));
	statement_free(statement);
}

/* -- notes and axes --------------------------------------------------------------------------- */

Test(resolve_chart, a_group_that_does_not_apply_is_named_in_the_note)
{
	struct statement *statement = statement_with("dimension,group,numerator,denominator\n"
						     "deprivation-quintile,1,50,100\n"
						     "deprivation-quintile,2,45,100\n"
						     "deprivation-quintile,3,z,100\n"
						     "deprivation-quintile,4,35,100\n"
						     "deprivation-quintile,5,30,100\n",
						     "<chart kind='bars' by='deprivation'/>");
	const struct node *node = figure(statement);

	cr_expect_eq(node->plot->category_count, 4);
	cr_expect_not_null(strstr(statement_plain(statement, &node->notes), "left out: 3."));
	cr_expect_null(strstr(statement_plain(statement, &node->notes), "[z]"));
	statement_free(statement);
}

Test(resolve_chart, a_percentage_of_a_baseline_has_its_sign_on_the_axis_and_its_unit_over_it)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = by_fifth,
					   .method = "ratio",
					   .unit = "% of the baseline year",
					   .body = "<chart kind='bars' "
						   "by='deprivation' period='2020'/>" });
	const struct plot *plot = figure(statement)->plot;

	cr_expect(plot->percentage);
	cr_expect_str_eq(plot->axis_title, "% of the baseline year");
	cr_expect_not_null(strchr(plot->values[0].text, '%'));
	statement_free(statement);
}

/* -- slips of the author ---------------------------------------------------------------------- */

Test(resolve_chart, an_unknown_group_to_emphasise_is_an_error)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.rows = by_fifth,
		.body = "<chart kind='bars' by='deprivation' period='2020' emphasise='1|worst'/>" });

	cr_expect(statement_said(statement, "SPC44"));
	statement_free(statement);
	statement = statement_with(
		by_fifth, "<chart kind='bars' by='deprivation' period='2020' emphasise='1|5'/>");
	cr_expect(figure(statement)->plot->categories[0].emphasised);
	cr_expect_not(figure(statement)->plot->categories[1].emphasised);
	statement_free(statement);
}

Test(resolve_chart, a_body_beside_itself_is_an_error)
{
	expect_message(
		(struct statement_parts){
			.rows = by_fifth,
			.body = "<chart kind='grouped-bars' by='deprivation' series='organisation' "
				"compare='QNV'/>" },
		"SPC47");
}

/* The report is right: another body may have more periods. */
Test(resolve_chart, a_pair_of_periods_gives_way_to_a_sentence_where_there_is_one)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\ndeprivation-quintile,1,50,100\n"
			"deprivation-quintile,5,30,100\n",
		.body = "<chart kind='grouped-bars' by='deprivation' series='period'/>" });

	cr_expect(statement_said(statement, "SPC46"));
	cr_expect_not(statement_said(statement, "SPC47"));
	cr_expect_null(statement_node(statement, NODE_FIGURE, 0));
	cr_expect_not_null(strstr(statement_paragraph(statement, 0), "one period alone"));
	statement_free(statement);
}
