/* Summary tables and sparklines on their pages, and pages that turn for a wide table. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/laid_out.h"

static const char rows[] =
	"period,dimension,group,numerator,denominator\n"
	"2023,all,,1000,5000\n2023,deprivation,1,250,1000\n2023,deprivation,2,220,1000\n"
	"2023,deprivation,3,200,1000\n2023,deprivation,4,180,1000\n2023,deprivation,5,150,1000\n"
	"2024,all,,1080,5000\n2024,deprivation,1,300,1000\n2024,deprivation,2,250,1000\n"
	"2024,deprivation,3,*,1000\n2024,deprivation,4,180,1000\n2024,deprivation,5,150,1000\n";

static struct laid_out page_of(const char *body)
{
	return lay_out(&(struct statement_parts){ .rows = rows, .good = "low", .body = body },
		       "annual-report-a4");
}

static size_t marks_on(const struct laid_out *laid, size_t page, enum scene_part part)
{
	return labels_with(&laid->look, &laid->marks[page], part).count;
}

Test(layout_table_heat, hatches_what_is_hidden)
{
	struct laid_out laid = page_of("<table kind='summary' by='deprivation' indicators='A'/>");

	cr_expect_eq(marks_on(&laid, 0, PART_HATCH), 1);
	laid_out_free(&laid);
}

Test(layout_table_heat, tints_cells_and_shows_shapes_in_cells_and_note)
{
	struct laid_out laid =
		page_of("<table kind='summary' by='deprivation' indicators='A' period='2023'/>");

	/* 25.0, 22.0, 20.0, 18.0 and 15.0 around 20: worse, similar, similar, similar, better. */
	cr_expect_eq(marks_on(&laid, 0, PART_VERDICT), 5 + 3);
	cr_expect_eq(marks_on(&laid, 0, PART_HATCH), 0);
	laid_out_free(&laid);
}

Test(layout_table_heat, draws_the_way_of_the_gap_between_its_ends)
{
	struct laid_out laid = page_of("<table kind='summary' by='deprivation' indicators='A'/>");
	const struct labels dots = labels_with(&laid.look, &laid.marks[0], PART_DOT);

	cr_assert_eq(dots.count, 1);
	cr_expect_lt(right_of(word_with(&laid, "10.0")), dots.items[0].box.x);
	laid_out_free(&laid);
}

Test(layout_table_heat, every_shape_is_told_in_words)
{
	struct laid_out laid =
		page_of("<table kind='summary' by='deprivation' indicators='A' period='2023'/>");
	const struct structure *structure = &laid.pages->structure;
	size_t told = 0;

	for (size_t i = 0; i < structure->count; i++) {
		const char *words = structure->elements[i].alternative;

		told += words != NULL &&
			(strcmp(words, "worse") == 0 || strcmp(words, "better") == 0 ||
			 strcmp(words, "similar") == 0);
	}
	cr_expect_eq(told, 5);
	laid_out_free(&laid);
}

Test(layout_table_heat, no_words_touch)
{
	struct laid_out laid = page_of("<table kind='summary' by='deprivation' indicators='A'/>"
				       "<table by='deprivation' sparkline='true'/>");

	cr_expect_null(labels_overlap(&laid.look, &laid.words[0]));
	laid_out_free(&laid);
}

Test(layout_table_sparkline, words_are_level_with_the_ends_of_their_line)
{
	struct laid_out laid = page_of("<table by='deprivation' compare='none' sparkline='true'>"
				       "<column of='count'/></table>");

	cr_expect_float_eq(word_with(&laid, "300")->at.y, word_with(&laid, "25.0%")->at.y, 0.6);
	laid_out_free(&laid);
}

/* Eight columns of long words fit on no upright page, and on one that lies on its side. */
static const char wide[] =
	"<text-table%s><title>Wide</title><head><cell>Name</cell><cell>Incomprehensibilities</cell>"
	"<cell>Incomprehensibilities</cell><cell>Incomprehensibilities</cell>"
	"<cell>Incomprehensibilities</cell><cell>Incomprehensibilities</cell></head>"
	"<row><cell>Row</cell><cell>a</cell><cell>b</cell><cell>c</cell><cell>d</cell>"
	"<cell>e</cell></row></text-table>";

static struct laid_out wide_table(const char *attributes)
{
	static char body[1024];

	snprintf(body, sizeof(body), wide, attributes);
	return page_of(body);
}

Test(layout_table_turns, the_page_for_a_table_that_is_too_wide)
{
	struct laid_out laid = wide_table("");
	size_t page = page_with(&laid, "Name");

	cr_expect_gt(laid.pages->items[page - 1]->width, laid.pages->items[page - 1]->height);
	laid_out_free(&laid);
}

Test(layout_table_turns, no_page_for_a_table_that_fits)
{
	struct laid_out laid = page_of("<table by='deprivation'/>");
	size_t page = page_with(&laid, "Deprivation fifth");

	cr_expect_lt(laid.pages->items[page - 1]->width, laid.pages->items[page - 1]->height);
	laid_out_free(&laid);
}
