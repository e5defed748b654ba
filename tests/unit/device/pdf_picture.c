/* A chart as a PDF of one page, as other programs see it. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/pages_device.h"
#include "support/plots.h"
#include "support/suite_look.h"

TestSuite(pdf_picture, .init = suite_look_load, .fini = suite_look_free);

static struct made_file made(void)
{
	static const double values[] = { 40, 35, 30, 25, 20 };
	static const struct pages report = { .properties = { .title = "Report",
							     .author = "North Vale",
							     .subject = "",
							     .keywords = "",
							     .language = "en-GB",
							     .published = { 2025, 7, 31 } } };
	struct plot *plot = plot_of(arena, "bars", values, 5);
	struct picture picture = { .id = "chart-1",
				   .title = "Fewer were seen",
				   .description = "Bar chart: it falls from 40% to 20%.",
				   .language = "en-GB",
				   .paper = look.theme->colours[COLOUR_PAPER],
				   .report = &report };

	picture.scene = plot_draw(&look, plot, false);
	return make_picture_by(arena, &device_pdf_picture, &picture);
}

static const char *said(const char *const *command, bool dash)
{
	return said_of(arena, made(), command, dash, NULL);
}

Test(pdf_picture, is_one_page_as_large_as_the_picture)
{
	const char *facts = said((const char *[]){ "pdfinfo", NULL }, false);

	cr_expect_not_null(strstr(facts, "Pages:           1\n"), "%s", facts);
	cr_expect_not_null(strstr(facts, "450.709 x 283.465 pts"), "%s", facts);
}

Test(pdf_picture, has_the_title_of_the_chart_and_the_publisher_of_its_report)
{
	const char *facts = said((const char *[]){ "pdfinfo", NULL }, false);

	cr_expect_not_null(strstr(facts, "Title:           Fewer were seen\n"), "%s", facts);
	cr_expect_not_null(strstr(facts, "Author:          North Vale\n"), "%s", facts);
	cr_expect_not_null(strstr(facts, "Jul 31"), "%s", facts);
}

Test(pdf_picture, is_tagged_as_a_heading_and_a_figure_with_words)
{
	const char *facts = said((const char *[]){ "pdfinfo", NULL }, false);
	const char *tree = said((const char *[]){ "pdfinfo", "-struct", NULL }, false);

	cr_expect_not_null(strstr(facts, "Tagged:          yes\n"), "%s", facts);
	cr_expect_not_null(strstr(tree, "H1"), "%s", tree);
	cr_expect_not_null(strstr(tree, "Figure"), "%s", tree);
}

Test(pdf_picture, has_the_same_bytes_again)
{
	cr_expect(same_bytes(made(), made()));
}
