/* Where pages end when nearly all of a page fits. */

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/laid_out.h"

static const char rows[] = "dimension,group,numerator,denominator\nall,,70,200\n"
			   "sex,Female,30,100\nsex,Male,40,100\n";

static struct laid_out pages_of(size_t paragraphs, const char *elements)
{
	struct arena *arena = arena_new();
	struct laid_out laid;

	laid = lay_out(
		&(struct statement_parts){ .rows = rows,
					   .body = after_paragraphs(arena, paragraphs, elements) },
		"annual-report-a4");
	arena_free(arena);
	return laid;
}

/* Distance of the first two paragraphs. */
static double step_of(const struct laid_out *laid)
{
	const struct labels *words = &laid->words[0];
	const struct label *first = label_find(words, "line");

	cr_assert_not_null(first);
	return first[1].at.y - first->at.y;
}

static const char box[] =
	"<callout kind='note'><p>Words in a box.</p><p>More.</p><p>Still more.</p></callout>";

/* Paragraphs stand 27 pt apart. Spaces may give way by a sixth of their 9 pt and no more. */
Test(layout_paginate, lets_spaces_give_way_a_little_for_a_box)
{
	size_t squeezed = 0;

	for (size_t paragraphs = 14; paragraphs <= 26; paragraphs++) {
		struct laid_out laid = pages_of(paragraphs, box);
		double step = step_of(&laid);

		cr_expect_geq(step, 27 - 1.51, "%zu paragraphs: %g", paragraphs, step);
		cr_expect_leq(step, 27.01);
		if (step < 26.9) {
			squeezed++;
			cr_expect_eq(page_with(&laid, "Still more."), 1);
		}
		laid_out_free(&laid);
	}
	cr_expect_geq(squeezed, 1);
}

/* A line more on the page is not worth it. */
Test(layout_paginate, keeps_its_spaces_in_running_text)
{
	struct laid_out laid = pages_of(60, "");

	cr_expect_float_eq(step_of(&laid), 27, 0.01);
	laid_out_free(&laid);
}

/* 18 rows and a total: neither the first nor the last few are left alone. */
Test(layout_paginate, leaves_some_rows_of_a_long_table_together)
{
	for (size_t paragraphs = 8; paragraphs < 26; paragraphs++) {
		struct arena *arena = arena_new();
		const char *table = "<text-table><title>T</title><head><cell>A</cell><cell>B</cell>"
				    "<cell>C</cell></head>";
		struct laid_out laid;

		for (int i = 1; i <= 18; i++)
			table = arena_printf(
				arena,
				"%s<row><cell>row %d</cell><cell>%d</cell><cell>1</cell></row>",
				table, i, i);
		laid = pages_of(paragraphs, arena_printf(arena, "%s</text-table>", table));
		cr_expect_eq(page_with(&laid, "row 1"), page_with(&laid, "row 4"), "%zu",
			     paragraphs);
		cr_expect_eq(page_with(&laid, "row 16"), page_with(&laid, "row 18"), "%zu",
			     paragraphs);
		laid_out_free(&laid);
		arena_free(arena);
	}
}
