/* Widths of text areas and columns, and which heading a section has. */
#include "model/layout.h"

#include <criterion/criterion.h>

static const struct layout page = {
	.width_pt = 600, .left_pt = 60, .right_pt = 40, .columns = 4, .gutter_pt = 20
};

Test(model_layout, finds_every_style_by_its_name)
{
	for (int role = 0; role < TEXT_ROLE_COUNT; role++)
		cr_expect_eq(text_role_find(text_role_name((enum text_role)role)), role);
	cr_expect_eq(text_role_find("nonsense"), TEXT_ROLE_COUNT);
}

/* 500 pt of text in four columns with three gutters of 20 pt: 110 pt each. */
Test(model_layout, divides_the_text_area_into_columns)
{
	cr_expect_float_eq(layout_text_width(&page), 500, 1e-12);
	cr_expect_float_eq(layout_span_width(&page, 1), 110, 1e-12);
	cr_expect_float_eq(layout_span_width(&page, 2), 240, 1e-12);
	cr_expect_float_eq(layout_span_width(&page, 4), 500, 1e-12);
}

Test(model_layout, takes_the_heading_of_the_kind_and_the_nearest_level)
{
	const struct layout layout = {
		.headings = { { .kind = SECTION_PLAIN, .level = 1 },
			      { .kind = SECTION_PLAIN, .level = 3 },
			      { .kind = SECTION_DOMAIN, .level = 2 } },
		.heading_count = 3,
	};

	cr_expect_eq(layout_heading(&layout, SECTION_PLAIN, 1), &layout.headings[0]);
	cr_expect_eq(layout_heading(&layout, SECTION_PLAIN, 2), &layout.headings[0]);
	cr_expect_eq(layout_heading(&layout, SECTION_PLAIN, 5), &layout.headings[1]);
	cr_expect_eq(layout_heading(&layout, SECTION_DOMAIN, 2), &layout.headings[2]);
	/* A kind without a heading of its own looks as plain sections do. */
	cr_expect_eq(layout_heading(&layout, SECTION_DOMAIN, 1), &layout.headings[0]);
	cr_expect_eq(layout_heading(&layout, SECTION_APPENDIX, 3), &layout.headings[1]);
}
