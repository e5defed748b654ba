/* One body among others, and places: which of them are shown, and what they are compared with. */

#include <criterion/criterion.h>
#include <string.h>

#include "document/plot_bodies.h"
#include "document/plot_places.h"
#include "support/statement.h"

static const char bodies[] = "organisation,dimension,group,numerator,denominator\n"
			     "QNV,all,all,1500,4000\n"
			     "QNV,organisation,XXA,500,1000\n"
			     "QNV,organisation,XXB,380,1000\n"
			     "QNV,organisation,XXC,*,1000\n"
			     "QNV,organisation,XXD,250,1000\n";

static struct statement *statement_with(const char *rows, const char *good, const char *body)
{
	return statement_try(&(struct statement_parts){ .rows = rows, .good = good, .body = body });
}

static const struct node *figure(const struct statement *statement)
{
	cr_assert_not_null(statement_node(statement, NODE_FIGURE, 0), "there is no figure");
	return statement_node(statement, NODE_FIGURE, 0);
}

Test(plots_bodies, the_highest_stands_first_and_what_is_hidden_last)
{
	struct statement *statement = statement_with(
		bodies, "high", "<chart kind='peers' by='organisation' emphasise='XXB'/>");
	const struct plot *plot = figure(statement)->plot;

	cr_assert_eq(plot->category_count, 4);
	cr_assert_float_eq(plot->values[0].value, 50, 1e-9);
	cr_assert_float_eq(plot->values[2].value, 25, 1e-9);
	cr_assert_eq(plot->values[3].state, VALUE_SUPPRESSED);
	cr_assert(plot->categories[1].emphasised && !plot->categories[0].emphasised);
	statement_free(statement);
}

Test(plots_bodies, each_is_compared_with_the_total_and_the_title_says_how_the_own_one_is)
{
	struct statement *statement = statement_with(
		bodies, "high", "<chart kind='peers' by='organisation' emphasise='XXA'/>");
	const struct node *node = figure(statement);

	cr_assert_eq(node->plot->bodies->comparisons[0], COMPARISON_HIGHER);
	cr_assert_eq(node->plot->bodies->comparisons[2], COMPARISON_LOWER);
	cr_assert_eq(node->plot->bodies->comparisons[3], COMPARISON_NONE);
	cr_assert_eq(node->plot->bodies->polarity, POLARITY_HIGH_GOOD);
	cr_assert(strncmp(node->plot->bodies->meanings[COMPARISON_HIGHER], "better than ", 12) ==
		  0);
	cr_assert(node->plot->has_reference);
	cr_assert_float_eq(node->plot->reference, 37.5, 1e-9);
	cr_assert_not_null(strstr(statement_plain(statement, &node->title),
				  "The percentage was higher for XXA than for "));
	statement_free(statement);
}

Test(plots_bodies, without_a_direction_nothing_is_better)
{
	struct statement *statement =
		statement_with(bodies, NULL, "<chart kind='peers' by='organisation'/>");

	cr_assert(strncmp(figure(statement)->plot->bodies->meanings[COMPARISON_HIGHER],
			  "higher than ", 12) == 0);
	statement_free(statement);
}

Test(plots_bodies, groups_that_are_no_organisations_are_refused)
{
	struct statement *statement = statement_with(
		"dimension,group,numerator,denominator\nsex,Female,500,1000\nsex,Male,400,1000\n",
		NULL, "<chart kind='peers' by='sex'/>");

	cr_assert(statement_said(statement, "SPC112"));
	statement_free(statement);
}

/* -- places ----------------------------------------------------------------------------------- */

Test(plots_places, hidden_figures_have_no_class_and_no_part_in_making_them)
{
	struct statement *statement =
		statement_with(bodies, NULL, "<chart kind='places' by='organisation'/>");
	const struct plot *plot = figure(statement)->plot;
	const struct plot_places *places = plot->places;

	cr_assert_eq(places->items[3].step, 0);
	cr_assert_eq(places->items[0].step, 1, "the highest is the darkest");
	cr_assert_eq(places->items[1].step, 3);
	cr_assert_eq(places->items[2].step, 5);
	cr_assert_eq(places->class_count, 3);
	cr_assert_str_eq(places->classes[0].text, "50.0%");
	cr_assert_str_eq(places->classes[2].text, "25.0%");
	statement_free(statement);
}

Test(plots_places, equal_figures_are_in_one_class)
{
	struct statement *statement =
		statement_with("organisation,dimension,group,numerator,denominator\n"
			       "QNV,neighbourhood,A,500,1000\nQNV,neighbourhood,B,300,1000\n"
			       "QNV,neighbourhood,C,300,1000\nQNV,neighbourhood,D,300,1000\n",
			       NULL, "<chart kind='places' by='neighbourhood'/>");
	const struct plot_places *places = figure(statement)->plot->places;

	cr_assert_eq(places->items[1].step, places->items[2].step);
	cr_assert_eq(places->items[1].step, places->items[3].step);
	cr_assert_neq(places->items[0].step, places->items[1].step);
	statement_free(statement);
}

static const char map[] =
	"{\"type\":\"FeatureCollection\",\"features\":["
	"{\"type\":\"Feature\",\"properties\":{\"id\":\"A\"},\"geometry\":{\"type\":\"Polygon\","
	"\"coordinates\":[[[-1,60],[0,60],[0,61],[-1,60]]]}},"
	"{\"type\":\"Feature\",\"properties\":{\"id\":\"B\"},\"geometry\":{\"type\":\"Polygon\","
	"\"coordinates\":[[[0,59],[1,59],[1,60],[0,59]]]}},"
	"{\"type\":\"Feature\",\"properties\":{\"id\":\"D\"},\"geometry\":{\"type\":\"Polygon\","
	"\"coordinates\":[[[1,60],[2,60],[2,61],[1,60]]]}}]}";

static struct statement *on_a_map(const char *rows)
{
	return statement_try(&(struct statement_parts){
		.rows = rows,
		.body = "<chart kind='places' by='neighbourhood' boundaries='m.geojson' key='id'/>",
		.files = { { "m.geojson", map } } });
}

Test(plots_places, an_outline_without_data_is_a_missing_place_and_data_without_one_are_told)
{
	struct statement *statement =
		on_a_map("organisation,dimension,group,numerator,denominator\n"
			 "QNV,neighbourhood,A,500,1000\nQNV,neighbourhood,B,300,1000\n"
			 "QNV,neighbourhood,C,200,1000\n");
	const struct node *node = figure(statement);

	cr_assert_eq(node->plot->category_count, 4);
	cr_assert_eq(node->plot->values[3].state, VALUE_NOT_AVAILABLE);
	cr_assert_str_eq(node->plot->categories[3].label, "D");
	cr_assert(statement_said(statement, "SPC117"));
	cr_assert_not_null(
		strstr(statement_plain(statement, &node->notes), "Not on the map: C (20.0%)."));
	statement_free(statement);
}

Test(plots_places, outlines_of_another_area_are_left_out)
{
	struct statement *statement =
		on_a_map("organisation,dimension,group,numerator,denominator\n"
			 "QNV,neighbourhood,A,500,1000\n");

	cr_assert_eq(figure(statement)->plot->category_count, 1);
	statement_free(statement);
}

Test(plots_places, degrees_east_are_as_long_as_at_the_middle_of_the_map)
{
	struct statement *statement =
		on_a_map("organisation,dimension,group,numerator,denominator\n"
			 "QNV,neighbourhood,A,500,1000\nQNV,neighbourhood,B,300,1000\n");
	const struct map_point *points = figure(statement)->plot->places->items[0].rings[0].points;

	/* The middle is at 60 degrees north, whose cosine is a half. */
	cr_assert_float_eq(points[0].x, -0.5, 1e-9);
	cr_assert_float_eq(points[0].y, -60, 1e-9);
	cr_assert_float_eq(points[2].y, -61, 1e-9);
	statement_free(statement);
}

Test(plots_places, tiles_stand_where_the_file_says)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "organisation,dimension,group,numerator,denominator\n"
			"QNV,neighbourhood,A,500,1000\nQNV,neighbourhood,B,300,1000\n",
		.body = "<chart kind='places' by='neighbourhood' tiles='t.csv'/>",
		.files = { { "t.csv", "code,column,row,name\nA,2,1,Alpha\nB,1,3,\n" } } });
	const struct plot *plot = figure(statement)->plot;

	cr_assert_eq(plot->places->columns, 2);
	cr_assert_eq(plot->places->rows, 3);
	cr_assert(plot->places->items[0].column == 2 && plot->places->items[0].row == 1);
	cr_assert_str_eq(plot->categories[0].label, "Alpha");
	cr_assert_str_eq(plot->categories[1].label, "B");
	statement_free(statement);
}

Test(plots_places, fifths_of_deprivation_are_no_places)
{
	struct statement *statement = statement_with(
		"dimension,group,numerator,denominator\ndeprivation-quintile,1,500,1000\n"
		"deprivation-quintile,5,400,1000\n",
		NULL, "<chart kind='places' by='deprivation'/>");

	cr_assert(statement_said(statement, "SPC116"));
	statement_free(statement);
}
