/* Figures side by side. */

#include <criterion/criterion.h>
#include <string.h>

#include "support/laid_out.h"

static const char rows[] = "dimension,group,numerator,denominator\nall,,70,200\n"
			   "sex,Female,30,100\nsex,Male,40,100\n";

/* One title takes a line, the other three: the axes stand at one height all the same. */
Test(layout_grids, begin_all_plots_at_one_height)
{
	struct laid_out laid = lay_out(
		&(struct statement_parts){
			.rows = rows,
			.body = "<grid><chart kind='bars' by='sex'><title>Short</title></chart>"
				"<chart kind='bars' by='sex'><title>A title that is so long that it takes "
				"three lines beside its number, whatever the font</title></chart></grid>" },
		"annual-report-a4");
	const struct labels *page = &laid.words[0];
	double heights[2] = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < page->count && count < 2; i++)
		if (strcmp(page->items[i].text, "0%") == 0)
			heights[count++] = page->items[i].at.y;
	cr_assert_eq(count, 2);
	cr_expect_float_eq(heights[0], heights[1], 0.01);
	laid_out_free(&laid);
}

Test(layout_grids, say_why_a_figure_is_missing)
{
	struct laid_out laid = lay_out(
		&(struct statement_parts){
			.rows = rows,
			.body = "<grid><chart kind='bars' by='sex'/><chart kind='bars' by='ethnicity'/>"
				"</grid>" },
		"annual-report-a4");
	bool found = false;

	for (size_t i = 0; i < laid.words[0].count; i++)
		found = found || strstr(laid.words[0].items[i].text, "No figures are") != NULL;
	cr_expect(found);
	laid_out_free(&laid);
}
