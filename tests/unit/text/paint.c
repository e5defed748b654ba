/* Shaped text as it is seen. */

#include "text/paint.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support/looks.h"
#include "text/engine.h"

enum { WIDTH = 700, HEIGHT = 40, BASE = 30 };

/* Ink on white paper, one byte a dot. */
struct paper_sheet {
	cairo_surface_t *surface;
	cairo_t *cairo;
};

static struct paper_sheet sheet_new(void)
{
	struct paper_sheet sheet = { .surface = cairo_image_surface_create(CAIRO_FORMAT_A8, WIDTH,
									   HEIGHT) };

	sheet.cairo = cairo_create(sheet.surface);
	return sheet;
}

static void sheet_drop(struct paper_sheet *sheet)
{
	cairo_destroy(sheet->cairo);
	cairo_surface_destroy(sheet->surface);
}

static int ink_at(const struct paper_sheet *sheet, int x, int y)
{
	const unsigned char *bytes = cairo_image_surface_get_data(sheet->surface);

	return bytes[y * cairo_image_surface_get_stride(sheet->surface) + x];
}

static bool has_ink(const struct paper_sheet *sheet, int left, int right, int top, int bottom)
{
	cairo_surface_flush(sheet->surface);
	for (int y = top; y < bottom; y++)
		for (int x = left; x < right; x++)
			if (ink_at(sheet, x, y) > 40)
				return true;
	return false;
}

static const struct shaped_text *shape(const struct look *look, const char *words)
{
	return text_shape(look->engine, look_font(look, ROLE_HEADING_1), words, strlen(words));
}

Test(paint, draws_letters_on_the_base_line_from_the_left_end)
{
	struct look look = look_new("annual-report-a4");
	const struct shaped_text *shaped = shape(&look, "HHH");
	struct paper_sheet sheet = sheet_new();
	int right = 100 + (int)shaped->width;

	text_paint(sheet.cairo, shaped, 100, BASE);
	cr_expect(has_ink(&sheet, 100, 110, BASE - 15, BASE));
	cr_expect(has_ink(&sheet, right - 10, right + 1, BASE - 15, BASE));
	cr_expect_not(has_ink(&sheet, 0, 100, 0, HEIGHT));
	cr_expect_not(has_ink(&sheet, right + 1, WIDTH, 0, HEIGHT));
	cr_expect_not(has_ink(&sheet, 0, WIDTH, BASE + 1, HEIGHT));
	sheet_drop(&sheet);
	look_free(&look);
}

Test(paint, draws_parts_of_a_text_where_the_whole_has_them)
{
	struct look look = look_new("annual-report-a4");
	const struct shaped_text *shaped = shape(&look, "Waiting at home"), *first, *rest;
	struct paper_sheet whole = sheet_new(), parts = sheet_new();
	int most = 0;

	first = text_slice(look.arena, shaped, 0, 9);
	rest = text_slice(look.arena, shaped, 9, shaped->length);
	text_paint(whole.cairo, shaped, 10, BASE);
	text_paint(parts.cairo, first, 10, BASE);
	text_paint(parts.cairo, rest, 10 + first->width, BASE);
	cairo_surface_flush(whole.surface);
	cairo_surface_flush(parts.surface);
	for (int y = 0; y < HEIGHT; y++)
		for (int x = 0; x < WIDTH; x++) {
			int difference = abs(ink_at(&whole, x, y) - ink_at(&parts, x, y));

			most = difference > most ? difference : most;
		}
	/* cairo places glyphs at quarters of a dot. */
	cr_expect_lt(most, 90);
	cr_expect(has_ink(&whole, 10, 30, 0, BASE));
	sheet_drop(&whole);
	sheet_drop(&parts);
	look_free(&look);
}

Test(paint, draws_texts_of_more_letters_than_usual)
{
	struct look look = look_new("annual-report-a4");
	char words[601];
	const struct shaped_text *shaped;
	struct paper_sheet sheet = sheet_new();
	double end;

	memset(words, 'i', sizeof(words) - 1);
	words[sizeof(words) - 1] = '\0';
	shaped = text_shape(look.engine, look_font(&look, ROLE_BODY), words, sizeof(words) - 1);
	end = shaped->width;
	text_paint(sheet.cairo, shaped, 690 - end, BASE);
	cr_expect(has_ink(&sheet, 670, 690, BASE - 12, BASE));
	cr_expect_not(has_ink(&sheet, 692, WIDTH, 0, HEIGHT));
	cr_expect_eq(cairo_status(sheet.cairo), CAIRO_STATUS_SUCCESS);
	sheet_drop(&sheet);
	look_free(&look);
}

Test(paint, draws_nothing_for_a_soft_hyphen)
{
	struct look look = look_new("annual-report-a4");
	struct paper_sheet sheet = sheet_new();

	text_paint(sheet.cairo, shape(&look, "\xc2\xad\xe2\x80\x8b\t"), 100, BASE);
	cr_expect_not(has_ink(&sheet, 0, WIDTH, 0, HEIGHT));
	sheet_drop(&sheet);
	look_free(&look);
}
