/* Charts of gaps: which ends they show, and that the gap is that of the results. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "document/plot_ends.h"
#include "support/statement.h"

static const char by_fifth[] = "period,dimension,group,numerator,denominator\n"
			       "2022,deprivation-quintile,1,600,1000\n"
			       "2022,deprivation-quintile,2,500,1000\n"
			       "2022,deprivation-quintile,5,400,1000\n"
			       "2023,deprivation-quintile,1,580,1000\n"
			       "2023,deprivation-quintile,5,*,1000\n"
			       "2024,deprivation-quintile,1,550,1000\n"
			       "2024,deprivation-quintile,2,500,1000\n"
			       "2024,deprivation-quintile,5,420,1000\n";

static const struct node *figure_of(const char *rows, const char *good, const char *body,
				    struct statement **statement)
{
	*statement =
		statement_of(&(struct statement_parts){ .rows = rows, .good = good, .body = body });
	cr_assert_not_null(statement_node(*statement, NODE_FIGURE, 0), "there is no figure");
	return statement_node(*statement, NODE_FIGURE, 0);
}

Test(plots_ends, a_row_a_year_with_the_gap_of_the_results)
{
	struct statement *statement;
	const struct node *node =
		figure_of(by_fifth, NULL, "<chart kind='dumbbell' by='deprivation' period='all'/>",
			  &statement);
	const struct plot *plot = node->plot;

	cr_assert_eq(plot->category_count, 3);
	cr_assert_str_eq(plot->categories[0].label, "2022");
	cr_assert_str_eq(plot->categories[0].note, "20.0");
	cr_assert_str_eq(plot->categories[1].note, "[c]");
	cr_assert_str_eq(plot->categories[2].note, "13.0");
	cr_assert_str_eq(statement_plain(statement, &node->title),
			 "The gap went from 20.0 to 13.0 percentage points");
	cr_assert_not_null(strstr(node->alternative,
				  "The gap was 20.0 in 2022 and 13.0 percentage points in 2024"));
	statement_free(statement);
}

/* 20 people in the first group of 2024. */
Test(plots_ends, a_gap_of_low_reliability_is_not_compared_with_an_earlier_one)
{
	static const char rows[] = "period,dimension,group,numerator,denominator\n"
				   "2023,deprivation-quintile,1,600,1000\n"
				   "2023,deprivation-quintile,5,400,1000\n"
				   "2024,deprivation-quintile,1,14,20\n"
				   "2024,deprivation-quintile,5,420,1000\n";
	struct statement *statement;
	const struct node *node =
		figure_of(rows, NULL, "<chart kind='dumbbell' by='deprivation'/>", &statement);

	cr_assert_str_eq(node->plot->categories[0].note, "20.0");
	cr_expect_null(strstr(statement_plain(statement, &node->title), "went"));
	cr_expect_null(strstr(node->alternative, "The gap was"));
	statement_free(statement);
}

Test(plots_ends, the_first_series_is_the_most_deprived_and_the_last_the_least)
{
	struct statement *statement;
	const struct plot *plot =
		figure_of(by_fifth, NULL, "<chart kind='dumbbell' by='deprivation'/>", &statement)
			->plot;

	cr_assert_eq(plot->series_count, 5);
	cr_assert_eq(plot->series[0].emphasis, EMPHASIS_FIRST);
	cr_assert_eq(plot->series[1].emphasis, EMPHASIS_CONTEXT);
	cr_assert_eq(plot->series[4].emphasis, EMPHASIS_LAST);
	cr_assert_float_eq(plot_value(plot, 0, 0)->value, 60, 1e-9);
	cr_assert_float_eq(plot_value(plot, 4, 2)->value, 42, 1e-9);
	cr_assert_eq(plot_value(plot, 4, 1)->state, VALUE_SUPPRESSED);
	statement_free(statement);
}

Test(plots_ends, the_sign_of_a_gap_is_that_of_the_results_and_said)
{
	struct statement *statement;
	const struct node *node = figure_of(
		by_fifth, "high", "<chart kind='dumbbell' by='deprivation'/>", &statement);

	cr_assert_str_eq(node->plot->categories[0].note, "\xe2\x88\x92"
							 "20.0");
	cr_assert_not_null(strstr(statement_plain(statement, &node->notes),
				  "A gap above 0 means that the most deprived areas were worse"));
	statement_free(statement);
}

Test(plots_ends, parts_that_do_not_add_up_are_told)
{
	/* 33.35% and 66.69% are printed as 33.4 and 66.7, their difference of 33.34 as 33.3. */
	static const char rows[] = "dimension,group,numerator,denominator\n"
				   "deprivation-quintile,1,6669,10000\n"
				   "deprivation-quintile,2,5000,10000\n"
				   "deprivation-quintile,5,3335,10000\n";
	struct statement *statement;
	const struct node *node =
		figure_of(rows, NULL, "<chart kind='dumbbell' by='deprivation'/>", &statement);

	cr_assert_str_eq(node->plot->values[0].text, "66.7%");
	cr_assert_str_eq(plot_value(node->plot, 4, 0)->text, "33.4%");
	cr_assert_str_eq(node->plot->categories[0].note, "33.3");
	cr_assert(strstr(statement_plain(statement, &node->notes),
			 "Differences are worked out before rounding.") == NULL,
		  "33.3 is what the printed parts give");
	statement_free(statement);
}

static const char by_group[] = "period,dimension,group,numerator,denominator\n"
			       "2023,neighbourhood,North,500,1000\n"
			       "2023,neighbourhood,South,400,1000\n"
			       "2023,neighbourhood,East,300,1000\n"
			       "2024,neighbourhood,North,350,1000\n"
			       "2024,neighbourhood,South,*,1000\n"
			       "2024,neighbourhood,East,450,1000\n";

Test(plots_ends, groups_without_an_order_are_named_where_they_are_highest_and_lowest)
{
	struct statement *statement;
	const struct node *node = figure_of(
		by_group, NULL, "<chart kind='dumbbell' by='neighbourhood'/>", &statement);
	const struct plot_ends *ends = node->plot->ends;

	cr_assert_str_eq(ends->rows[0].first_name, "North");
	cr_assert_str_eq(ends->rows[0].second_name, "East");
	cr_assert_str_eq(ends->rows[1].first_name, "East");
	cr_assert_str_eq(ends->rows[1].second_name, "North");
	cr_assert_str_eq(node->plot->categories[1].note, "10.0");
	cr_assert_not_null(strstr(statement_plain(statement, &node->notes),
				  "Highest and lowest are those of the figures that are shown"));
	statement_free(statement);
}

Test(plots_ends, one_group_alone_has_no_gap)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nneighbourhood,North,500,1000\n",
		.body = "<chart kind='dumbbell' by='neighbourhood'/>" });

	cr_assert_null(statement_node(statement, NODE_FIGURE, 0));
	cr_assert(statement_said(statement, "SPC111"));
	cr_assert_not_null(strstr(statement_paragraph(statement, 0), "for one group alone"));
	statement_free(statement);
}

static const char two[] = "indicator,dimension,group,numerator,denominator\n"
			  "A,deprivation-quintile,1,600,1000\nA,deprivation-quintile,5,400,1000\n"
			  "B,deprivation-quintile,1,300,1000\nB,deprivation-quintile,5,302,1000\n";

#define TWO_INDICATORS(second)                                                                     \
	"<indicator id='A' method='proportion'><name>First</name></indicator>"                     \
	"<indicator id='B' " second "><name>Second</name></indicator>"

static struct statement *across(const char *indicators)
{
	return statement_try(&(struct statement_parts){
		.rows = two,
		.about = "organisation='QNV'",
		.indicators = indicators,
		.body = "<chart kind='dumbbell' by='deprivation' indicators='A|B'/>" });
}

Test(plots_ends, across_indicators_the_title_counts_those_that_differ)
{
	struct statement *statement = across(TWO_INDICATORS("method='proportion'"));
	const struct node *node = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(node);
	cr_assert_str_eq(node->plot->categories[1].label, "Second");
	cr_assert_str_eq(statement_plain(statement, &node->title),
			 "In the most deprived areas, 1 of 2 indicators were higher and 0 lower");
	statement_free(statement);
}

Test(plots_ends, indicators_of_two_units_have_no_axis_in_common)
{
	struct statement *statement = across(TWO_INDICATORS("method='crude-rate' per='1000'"));

	cr_assert(statement_said(statement, "SPC110"));
	statement_free(statement);
}
