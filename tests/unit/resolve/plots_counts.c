/* Charts of numbers of people and events: what makes up a total, and people by age and sex. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

static const struct node *figure(const struct statement *statement)
{
	cr_assert_not_null(statement_node(statement, NODE_FIGURE, 0), "there is no figure");
	return statement_node(statement, NODE_FIGURE, 0);
}

static const char parts[] = "dimension,group,numerator,denominator\n"
			    "neighbourhood,North,50,1000\n"
			    "neighbourhood,South,850,1000\n"
			    "neighbourhood,East,100,1000\n"
			    "neighbourhood,West,*,1000\n";

Test(plots_running_share, shares_are_of_what_is_shown_from_the_largest_on)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = parts, .body = "<chart kind='pareto' by='neighbourhood'/>" });
	const struct node *node = figure(statement);
	const struct plot *plot = node->plot;

	cr_assert_str_eq(plot->categories[0].label, "South");
	cr_assert_str_eq(plot->categories[0].note, "85.0%");
	cr_assert_str_eq(plot->categories[1].note, "95.0%");
	cr_assert_str_eq(plot->categories[2].note, "100.0%");
	cr_assert_str_eq(plot->categories[3].note, "", "a hidden part has no share");
	cr_assert_not_null(strstr(statement_plain(statement, &node->notes),
				  "Shares are of the figures that are shown."));
	statement_free(statement);
}

static void expect_title(const char *rows, const char *wanted)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows, .body = "<chart kind='pareto' by='neighbourhood'/>" });

	cr_expect_str_eq(statement_plain(statement, &figure(statement)->title), wanted);
	statement_free(statement);
}

#define NEIGHBOURHOODS(north, south, east, unknown)                                                \
	"dimension,group,numerator,denominator\n"                                                  \
	"neighbourhood,North," north ",1000\nneighbourhood,South," south                           \
	",1000\nneighbourhood,East," east ",1000\nneighbourhood,West," unknown ",1000\n"

Test(plots_running_share, where_many_make_up_most_a_title_names_the_largest_share)
{
	static const char neutral[] = "Number of patients treated in time, by neighbourhood";

	expect_title(NEIGHBOURHOODS("300", "400", "200", "100"),
		     "Largest share of patients treated in time: South, 40.0%");
	expect_title(NEIGHBOURHOODS("300", "400", "400", "300"), neutral);
	expect_title(NEIGHBOURHOODS("300", "400", "200", "*"), neutral);
}

/* The hidden part may be larger than all others. */
Test(plots_running_share, a_title_says_who_makes_up_most_where_everything_is_shown)
{
	struct statement *all = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\n"
			"neighbourhood,North,50,1000\nneighbourhood,South,850,1000\n"
			"neighbourhood,East,100,1000\n",
		.body = "<chart kind='pareto' by='neighbourhood'/>" });
	struct statement *some = statement_of(&(struct statement_parts){
		.rows = parts, .body = "<chart kind='pareto' by='neighbourhood'/>" });

	cr_expect_not_null(strstr(statement_plain(all, &figure(all)->title),
				  "1 of 3 neighbourhoods makes up 85%"));
	cr_expect_null(strstr(statement_plain(some, &figure(some)->title), "85%"));
	statement_free(all);
	statement_free(some);
}

Test(plots_running_share, an_excess_below_zero_takes_nothing_from_the_others)
{
	/* With the rate of the fifth group, 20%, the others would have 200 each: 300, 100, 0 and -100 more. */
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\n"
			"deprivation-quintile,1,500,1000\ndeprivation-quintile,2,300,1000\n"
			"deprivation-quintile,3,100,1000\ndeprivation-quintile,4,200,1000\n"
			"deprivation-quintile,5,200,1000\n",
		.body = "<chart kind='pareto' by='deprivation' of='excess'/>" });
	const struct plot *plot = figure(statement)->plot;

	cr_assert_float_eq(plot->values[0].value, 300, 1e-6);
	cr_assert_float_eq(plot->values[3].value, -100, 1e-6);
	cr_assert_str_eq(plot->categories[0].note, "75.0%");
	cr_assert_str_eq(plot->categories[1].note, "100.0%");
	cr_assert_str_eq(plot->categories[3].note, "");
	statement_free(statement);
}

Test(plots_running_share, rates_are_not_added_up)
{
	struct statement *statement = statement_try(&(struct statement_parts){
		.rows = parts, .body = "<chart kind='pareto' by='neighbourhood' of='value'/>" });

	cr_assert(statement_said(statement, "SPC115"));
	statement_free(statement);
}

/* -- people by age and sex -------------------------------------------------------------------- */

#define PEOPLE(body)                                                                               \
	body ",all,all,,100\n" body ",all,all,Female,60\n" body ",all,all,Male,40\n" body          \
	     ",age,0-17,,70\n" body ",age,18+,,30\n" body ",age,0-17,Female,40\n" body             \
	     ",age,0-17,Male,30\n" body ",age,18+,Female,20\n" body ",age,18+,Male,10\n"

static const char people[] = "organisation,dimension,group,sex,numerator\n" PEOPLE("QNV");

static struct statement *pyramid(const char *rows, const char *attributes)
{
	static char body[200];

	snprintf(body, sizeof(body), "<chart kind='pyramid' by='age' %s/>", attributes);
	return statement_try(
		&(struct statement_parts){ .rows = rows, .method = "count", .body = body });
}

Test(plots_ages_by_sex, females_are_the_first_series_and_ages_run_from_the_youngest)
{
	struct statement *statement = pyramid(people, "");
	const struct node *node = figure(statement);
	const struct plot *plot = node->plot;

	cr_assert_eq(plot->series_count, 2);
	cr_assert_str_eq(plot->series[0].label, "Females");
	cr_assert_float_eq(plot_value(plot, 0, 0)->value, 2 * plot_value(plot, 0, 1)->value, 1e-6);
	cr_assert_float_eq(plot_value(plot, 0, 0)->value, 4 * plot_value(plot, 1, 1)->value, 1e-6);
	cr_assert_not_null(strstr(statement_plain(statement, &node->title),
				  "The largest group was females aged"));
	statement_free(statement);
}

Test(plots_ages_by_sex, nothing_is_called_the_largest_where_a_number_is_hidden)
{
	struct statement *statement = pyramid("organisation,dimension,group,sex,numerator\n"
					      "QNV,age,0-17,Female,40\nQNV,age,0-17,Male,*\n"
					      "QNV,age,18+,Female,20\nQNV,age,18+,Male,10\n",
					      "");

	cr_assert_null(strstr(statement_plain(statement, &figure(statement)->title), "largest"));
	statement_free(statement);
}

Test(plots_ages_by_sex, ages_need_no_figures_of_both_sexes_together)
{
	struct statement *statement = pyramid("organisation,dimension,group,sex,numerator\n"
					      "QNV,age,0-17,Female,40\nQNV,age,0-17,Male,30\n"
					      "QNV,age,18+,Female,20\nQNV,age,18+,Male,10\n",
					      "");
	const struct plot *plot = figure(statement)->plot;

	cr_assert_eq(plot->category_count, 2);
	cr_assert_float_eq(plot_value(plot, 0, 0)->value, 2 * plot_value(plot, 0, 1)->value, 1e-6);
	cr_assert_float_eq(plot_value(plot, 1, 0)->value, 3 * plot_value(plot, 1, 1)->value, 1e-6);
	statement_free(statement);
}

Test(plots_ages_by_sex, numbers_of_one_sex_alone_make_no_pyramid)
{
	struct statement *statement = pyramid("organisation,dimension,group,sex,numerator\n"
					      "QNV,age,0-17,Female,40\nQNV,age,18+,Female,20\n",
					      "");

	cr_assert(statement_said(statement, "SPC113"));
	statement_free(statement);
}

static const char two_bodies[] =
	"organisation,dimension,group,sex,numerator\n" PEOPLE("QNV") PEOPLE("QK1");

Test(plots_ages_by_sex, the_outline_of_another_body_needs_shares)
{
	struct statement *statement = pyramid(two_bodies, "compare='QK1'");

	cr_assert(statement_said(statement, "SPC114"));
	cr_assert_eq(figure(statement)->plot->series_count, 2);
	statement_free(statement);
	statement = pyramid(two_bodies, "compare='QK1' of='share'");
	cr_assert_not(statement_said(statement, "SPC114"));
	cr_assert_eq(figure(statement)->plot->series_count, 4);
	cr_assert_float_eq(plot_value(figure(statement)->plot, 2, 0)->value, 40, 1e-9);
	statement_free(statement);
}
