/* Concentration curves: shares add up to all, and nothing is drawn when a group is hidden. */

#include <criterion/criterion.h>
#include <string.h>

#include "document/plot_shares.h"
#include "support/statement.h"

/* Of 500 people 100 have the event: 40, 30, 20, 10 and 0 of 100 in each fifth. */
static const char rows[] = "period,dimension,group,numerator,denominator\n"
			   "2024,all,,100,500\n"
			   "2024,deprivation,1,40,100\n2024,deprivation,2,30,100\n"
			   "2024,deprivation,3,20,100\n2024,deprivation,4,10,100\n"
			   "2024,deprivation,5,0,100\n"
			   "2020,deprivation,1,20,100\n2020,deprivation,2,20,100\n"
			   "2020,deprivation,3,20,100\n2020,deprivation,4,20,100\n"
			   "2020,deprivation,5,20,100\n";

static const struct node *figure_of(const char *data, const char *body,
				    struct statement **statement)
{
	*statement = statement_of(&(struct statement_parts){
		.rows = data, .body = body, .events = "events", .population = "people" });
	cr_assert_not_null(statement_node(*statement, NODE_FIGURE, 0));
	return statement_node(*statement, NODE_FIGURE, 0);
}

Test(plots_shares, shares_grow_from_none_to_all)
{
	static const double wanted[] = { 0, 40, 70, 90, 100, 100 };
	struct statement *statement;
	const struct node *node =
		figure_of(rows, "<chart kind='concentration' by='deprivation'/>", &statement);

	cr_assert_eq(node->plot->category_count, 6);
	for (size_t i = 0; i < 6; i++) {
		cr_expect_float_eq(plot_value(node->plot, 0, i)->value, wanted[i], 1e-9);
		cr_expect_float_eq(node->plot->shares->people[i], 20.0 * (double)i, 1e-9);
	}
	cr_expect_str_eq(statement_plain(statement, &node->title),
			 "The most deprived fifth had 40.0% of events and 20.0% of people");
	/* Twice the area between curve and diagonal: 0.4. */
	cr_expect_not_null(strstr(node->plot->shares->indices[0], "0.400"), "%s",
			   node->plot->shares->indices[0]);
	statement_free(statement);
}

Test(plots_shares, the_first_and_the_last_period_are_two_curves)
{
	struct statement *statement;
	const struct plot *plot =
		figure_of(rows, "<chart kind='concentration' by='deprivation' series='period'/>",
			  &statement)
			->plot;

	cr_assert_eq(plot->series_count, 2);
	cr_assert_str_eq(plot->series[0].label, "2020");
	cr_assert_float_eq(plot_value(plot, 0, 1)->value, 20, 1e-9);
	cr_assert_float_eq(plot_value(plot, 1, 1)->value, 40, 1e-9);
	statement_free(statement);
}

Test(plots_shares, a_hidden_group_leaves_no_curve)
{
	struct statement *statement;
	const struct plot *plot =
		figure_of("dimension,group,numerator,denominator\ndeprivation,1,40,100\n"
			  "deprivation,2,30,100\ndeprivation,3,*,100\ndeprivation,4,10,100\n"
			  "deprivation,5,5,100\n",
			  "<chart kind='concentration' by='deprivation'/>", &statement)
			->plot;

	for (size_t i = 0; i < plot->category_count; i++) {
		cr_expect_eq(plot_value(plot, 0, i)->state, VALUE_SUPPRESSED);
		cr_expect_eq(plot->shares->people[i], 0);
	}
	cr_expect_str_eq(plot->shares->indices[0], "");
	statement_free(statement);
}

/* 1 event of 5,000 is 0.02%. */
Test(plots_shares, a_share_that_rounds_to_zero_is_said_in_words)
{
	struct statement *statement;
	const struct node *node =
		figure_of("period,dimension,group,numerator,denominator\n"
			  "2024,all,,5000,50000\n"
			  "2024,deprivation,1,1,10000\n2024,deprivation,2,1000,10000\n"
			  "2024,deprivation,3,1000,10000\n2024,deprivation,4,1000,10000\n"
			  "2024,deprivation,5,1999,10000\n",
			  "<chart kind='concentration' by='deprivation'/>", &statement);

	cr_expect_str_eq(plot_value(node->plot, 0, 0)->text, "0.0%", "no events yet");
	cr_expect_str_eq(plot_value(node->plot, 0, 1)->text, "[k]");
	cr_expect_str_eq(
		statement_plain(statement, &node->title),
		"The most deprived fifth had less than 0.1% of events and 20.0% of people");
	statement_free(statement);
}
