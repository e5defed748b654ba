/* Tiles: a number in large type, and the page it leads to. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/laid_out.h"

static struct laid_out tiles_of(const char *count, const char *tile)
{
	struct arena *arena = arena_new();
	struct laid_out laid = lay_out(
		&(struct statement_parts){
			.rows = arena_printf(arena, "numerator\n%s\n", count),
			.method = "count",
			.per = "1",
			.unit = "people",
			.body = arena_printf(arena,
					     "<tiles>%s</tiles><section id='place'><title>Place"
					     "</title><p>x</p></section>",
					     tile) },
		"annual-report-a4");

	arena_free(arena);
	return laid;
}

/* A third of 159 mm without two gutters of 6 mm. */
static const double tile_width = 49 * 72 / 25.4;

static void expect_inside(const struct laid_out *laid, const struct label *label)
{
	double left = laid->look.layout->left_pt;

	cr_expect_geq(label->box.x, left - 0.1, "%s", label->text);
	cr_expect_leq(right_of(label), left + tile_width + 0.1, "%s ends at %g", label->text,
		      right_of(label) - left);
}

Test(layout_tiles, set_a_short_number_and_its_page_on_one_line)
{
	struct laid_out laid = tiles_of("1234", "<tile to='place'>of people</tile>");
	const struct label *number = word_with(&laid, "1,234");
	const struct label *link = word_with(&laid, "Page 2");

	cr_expect_float_eq(number->at.y, link->at.y, 0.01);
	cr_expect_gt(link->box.x, right_of(number) + 4);
	expect_inside(&laid, link);
	laid_out_free(&laid);
}

Test(layout_tiles, set_the_page_below_a_long_number)
{
	struct laid_out laid = tiles_of("12345678", "<tile to='place'>of people</tile>");
	const struct label *number = word_with(&laid, "12,345,678");
	const struct label *link = word_with(&laid, "Page 2");
	const struct label *words = word_with(&laid, "of people");

	cr_expect_gt(link->box.y, number->box.y + number->box.height);
	cr_expect_float_eq(link->box.x, number->box.x, 1);
	cr_expect_gt(words->box.y, link->box.y + link->box.height);
	expect_inside(&laid, number);
	laid_out_free(&laid);
}

/* Wider than its tile in any case. */
Test(layout_tiles, never_break_a_number)
{
	static const char *const tiles[] = { "<tile to='place'>of people</tile>",
					     "<tile>of people</tile>" };

	for (size_t i = 0; i < 2; i++) {
		struct laid_out laid = tiles_of("1234567890123", tiles[i]);

		expect_inside(&laid, word_with(&laid, "1,234,567,890,123"));
		laid_out_free(&laid);
	}
}

/* "4.4 times" and a page of two digits are the widest of the usual cards: they fit. */
Test(layout_tiles, have_room_for_a_ratio_and_its_page)
{
	struct laid_out laid = lay_out(
		&(struct statement_parts){
			.rows = "dimension,group,numerator,denominator\n"
				"deprivation,1,440,1000\ndeprivation,2,350,1000\n"
				"deprivation,3,240,1000\ndeprivation,4,120,1000\n"
				"deprivation,5,100,1000\n",
			.body = "<tiles><tile of='ratio' by='deprivation' to='place'>as high</tile>"
				"</tiles>"
				"<page-break/><p>2</p><page-break/><p>3</p><page-break/><p>4</p>"
				"<page-break/><p>5</p><page-break/><p>6</p><page-break/><p>7</p>"
				"<page-break/><p>8</p><page-break/><p>9</p>"
				"<section id='place'><title>Place</title><p>x</p></section>" },
		"annual-report-a4");
	const struct label *number = word_with(&laid, "4.4 times");

	cr_expect_float_eq(number->at.y, word_with(&laid, "Page 10")->at.y, 0.01);
	laid_out_free(&laid);
}
