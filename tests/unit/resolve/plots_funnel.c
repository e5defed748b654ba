/* Funnel plots: which places are drawn, where their limits are, which lie outside. */

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "document/plot_funnel.h"
#include "support/statement.h"

/* 20% everywhere but in F; G is hidden. */
static const char rows[] = "dimension,group,numerator,denominator\n"
			   "neighbourhood,A,20,100\nneighbourhood,B,40,200\n"
			   "neighbourhood,C,80,400\nneighbourhood,D,100,500\n"
			   "neighbourhood,E,160,800\nneighbourhood,F,400,1000\n"
			   "neighbourhood,G,*,900\n";

static struct statement *of(const char *body)
{
	return statement_of(&(struct statement_parts){ .rows = rows, .good = "low", .body = body });
}

static const struct node *figure(const struct statement *statement)
{
	const struct node *node = statement_node(statement, NODE_FIGURE, 0);

	cr_assert_not_null(node);
	return node;
}

static size_t place(const struct plot *plot, const char *label)
{
	for (size_t i = 0; i < plot->category_count; i++)
		if (strcmp(plot->categories[i].label, label) == 0)
			return i;
	cr_assert_fail("no place %s", label);
	return 0;
}

Test(plots_funnel, the_average_is_that_of_the_places_that_are_shown)
{
	struct statement *statement = of("<chart kind='funnel' by='neighbourhood'/>");
	const struct plot *plot = figure(statement)->plot;

	cr_assert_eq(plot->category_count, 6);
	cr_assert_float_eq(plot->funnel->centre, 100 * 800.0 / 3000, 1e-9);
	cr_assert_eq(plot->funnel->sizes[place(plot, "E")], 800);
	cr_assert_not_null(strstr(statement_plain(statement, &figure(statement)->notes),
				  "1 of the neighbourhoods is not drawn"));
	statement_free(statement);
}

Test(plots_funnel, a_target_takes_the_place_of_the_average)
{
	struct statement *statement = of("<chart kind='funnel' by='neighbourhood'>"
					 "<target value='20'>Aim</target></chart>");
	const struct plot *plot = figure(statement)->plot;

	cr_assert_float_eq(plot->funnel->centre, 20, 1e-9);
	cr_assert_eq(plot->funnel->verdicts[place(plot, "F")], VERDICT_WORSE);
	cr_assert_eq(plot->funnel->verdicts[place(plot, "A")], VERDICT_SIMILAR);
	cr_assert_str_eq(statement_plain(statement, &figure(statement)->title),
			 "Of the 6 neighbourhoods, 1 lay above and 0 below the 99.8% limits");
	statement_free(statement);
}

/* p -+ z sqrt(p (1 - p) / n) with z of 99.8% and 95%. */
Test(plots_funnel, limits_are_those_of_a_proportion)
{
	struct statement *statement = of("<chart kind='funnel' by='neighbourhood'>"
					 "<target value='20'>Aim</target></chart>");
	const struct plot_funnel *funnel = figure(statement)->plot->funnel;
	static const double z[] = { 3.090232306, 1.959963985, -1.959963985, -3.090232306 };

	for (size_t c = 0; c < FUNNEL_CURVES; c++) {
		const struct funnel_curve *curve = &funnel->curves[c];

		cr_assert_gt(curve->count, 20);
		for (size_t i = 0; i < curve->count; i++)
			cr_assert_float_eq(curve->limits[i],
					   fmax(0, 20 + 100 * z[c] * sqrt(0.16 / curve->sizes[i])),
					   1e-6);
	}
	statement_free(statement);
}

Test(plots_funnel, figures_without_limits_are_refused)
{
	struct statement *statement = statement_try(
		&(struct statement_parts){ .rows = rows,
					   .method = "count",
					   .unit = "People",
					   .body = "<chart kind='funnel' by='neighbourhood'/>" });

	cr_assert(statement_said(statement, "SPC125"));
	statement_free(statement);
}
