/* Charts as pixels. */

#include <cairo.h>
#include <criterion/criterion.h>
#include <math.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "device/image_file.h"
#include "scene/image.h"
#include "support/pages_device.h"

struct made {
	struct arena *arena;
	struct buffer bytes;
	struct image image;
};

/* A red bar in the left half of a picture so large, on a paper. */
static struct made make(double width, double height, double pixels_a_point, struct colour paper)
{
	struct made made = { .arena = arena_new() };
	struct scene *scene = scene_new(made.arena, width, height);
	const struct picture picture = { .scene = scene,
					 .id = "bar",
					 .title = "",
					 .description = "",
					 .language = "en-GB",
					 .paper = paper,
					 .pixels_a_point = pixels_a_point };

	path_rectangle(scene, scene_fill(scene, PART_BAR, (struct colour){ 1, 0, 0 }),
		       (struct box){ 0, 0, width / 2, height });
	buffer_init(&made.bytes);
	cr_assert(device_png.write_picture(&picture, &made.bytes, diag_list_new(made.arena)));
	made.image.bytes = (const unsigned char *)buffer_text(&made.bytes);
	made.image.length = made.bytes.length;
	return made;
}

static void forget(struct made *made)
{
	buffer_clear(&made->bytes);
	arena_free(made->arena);
}

static unsigned pixel(cairo_surface_t *surface, int x, int y)
{
	const unsigned char *row =
		cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface);
	unsigned value;

	memcpy(&value, row + 4 * x, sizeof(value));
	return value & 0xffffff;
}

Test(device_png, has_the_pixels_that_were_asked_for)
{
	struct made made = make(600, 337.5, 2, (struct colour){ 1, 1, 1 });
	cairo_surface_t *surface = image_surface(&made.image);

	cr_expect_eq(cairo_image_surface_get_width(surface), 1200);
	cr_expect_eq(cairo_image_surface_get_height(surface), 675);
	cairo_surface_destroy(surface);
	forget(&made);
}

/* An inch is 72 points. */
Test(device_png, has_300_pixels_an_inch_unless_told)
{
	struct made made = make(72, 36, 0, (struct colour){ 1, 1, 1 });
	cairo_surface_t *surface = image_surface(&made.image);

	cr_expect_eq(cairo_image_surface_get_width(surface), 300);
	cr_expect_eq(cairo_image_surface_get_height(surface), 150);
	cairo_surface_destroy(surface);
	forget(&made);
}

Test(device_png, draws_on_opaque_paper)
{
	struct made made = make(20, 10, 1, (struct colour){ 0, 0, 1 });
	cairo_surface_t *surface = image_surface(&made.image);

	cr_expect_eq(pixel(surface, 2, 5), 0xff0000);
	cr_expect_eq(pixel(surface, 17, 5), 0x0000ff);
	cairo_surface_destroy(surface);
	forget(&made);
}

/* Rows are turned into bytes of the file piece by piece. */
Test(device_png, keeps_every_pixel_of_a_wide_row)
{
	static const int width = 2500, middle = 1250;
	struct made made = make(width, 3, 1, (struct colour){ 0, 1, 0.2 });
	cairo_surface_t *surface = image_surface(&made.image);
	size_t wrong = 0;

	cr_assert_eq(cairo_image_surface_get_width(surface), width);
	for (int y = 0; y < 3; y++)
		for (int x = 0; x < width; x++)
			wrong += pixel(surface, x, y) != (x < middle ? 0xff0000 : 0x00ff33);
	cr_expect_eq(wrong, 0, "%zu pixels", wrong);
	cairo_surface_destroy(surface);
	forget(&made);
}

/* Rows are made where the pixels lie: a row of one pixel takes as much room as they do. */
Test(device_png, keeps_every_pixel_of_narrow_pictures)
{
	static const unsigned half_of_both = 0x807f19;

	for (int width = 1; width <= 9; width++) {
		struct made made = make(2 * width, 7, 0.5, (struct colour){ 0, 1, 0.2 });
		cairo_surface_t *surface = image_surface(&made.image);

		cr_assert_eq(cairo_image_surface_get_width(surface), width);
		for (int y = 0; y < 3; y++) {
			cr_expect_eq(pixel(surface, width - 1, y),
				     width == 1 ? half_of_both : 0x00ff33, "%d of %d: %06x", y,
				     width, pixel(surface, width - 1, y));
			if (width > 1)
				cr_expect_eq(pixel(surface, 0, y), 0xff0000);
		}
		cairo_surface_destroy(surface);
		forget(&made);
	}
}

/* The library that most programs read it by finds nothing to warn of. */
Test(device_png, is_read_without_a_warning)
{
	struct made made = make(333, 77, 1, (struct colour){ 1, 1, 1 });
	png_image image = { .version = PNG_IMAGE_VERSION };
	unsigned char *pixels;

	cr_assert(png_image_begin_read_from_memory(&image, made.image.bytes, made.image.length));
	cr_assert_eq(image.format, (png_uint_32)PNG_FORMAT_RGB);
	pixels = malloc(PNG_IMAGE_SIZE(image));
	cr_assert(png_image_finish_read(&image, NULL, pixels, 0, NULL));
	cr_expect_eq(image.warning_or_error, 0, "%s", image.message);
	cr_expect_arr_eq(pixels, "\xff\0\0", 3);
	cr_expect_arr_eq(pixels + PNG_IMAGE_SIZE(image) - 3, "\xff\xff\xff", 3);
	free(pixels);
	forget(&made);
}

/* More pixels than cairo draws on. */
Test(device_png, refuses_what_cannot_be_drawn)
{
	struct arena *arena = arena_new();
	struct diag_list *diags = diag_list_new(arena);
	const struct picture picture = { .scene = scene_new(arena, 40000, 1),
					 .id = "wide",
					 .title = "",
					 .language = "en-GB",
					 .pixels_a_point = 1 };
	struct buffer bytes;

	buffer_init(&bytes);
	cr_expect_not(device_png.write_picture(&picture, &bytes, diags));
	cr_expect_eq(bytes.length, 0);
	cr_assert_eq(diag_count(diags), 1);
	cr_expect_eq(diag_at(diags, 0)->code, DIAG_DRAWING_FAILED);
	cr_expect_not_null(strstr(diag_at(diags, 0)->detail, "wide"));
	cr_expect_null(device_png.draw_picture(&picture, diags));
	arena_free(arena);
}

/* Any program opens it: signature, header, pixels and end, each chunk with its check sum. */
Test(device_png, is_a_sound_file_of_opaque_pixels)
{
	static const unsigned char begin[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0,
					       0,    13,  'I', 'H', 'D',  'R',  0,    0,    0, 40,
					       0,    0,   0,   20,  8,    2,    0,    0,    0 };
	struct made made = make(40, 20, 1, (struct colour){ 1, 1, 1 });
	const unsigned char *end = made.image.bytes + made.image.length;

	cr_assert_geq(made.image.length, sizeof(begin));
	cr_expect_arr_eq(made.image.bytes, begin, sizeof(begin));
	for (const unsigned char *at = made.image.bytes + 8; at < end;) {
		size_t length = (size_t)at[2] << 8 | at[3]; /* the picture is small */
		const unsigned char *told = at + 8 + length;
		uLong sum;

		cr_assert(told + 4 <= end);
		sum = crc32(0, at + 4, (uInt)length + 4);
		cr_expect_eq(sum, (uLong)told[0] << 24 | (uLong)told[1] << 16 |
					  (uLong)told[2] << 8 | told[3]);
		at = told + 4;
	}
	cr_expect_arr_eq(end - 8, "IEND", 4);
	forget(&made);
}

Test(device_png, has_the_same_bytes_every_time)
{
	struct made first = make(100, 50, 2, (struct colour){ 1, 1, 1 });
	struct made second = make(100, 50, 2, (struct colour){ 1, 1, 1 });

	cr_assert_eq(first.image.length, second.image.length);
	cr_expect_eq(memcmp(first.image.bytes, second.image.bytes, first.image.length), 0);
	forget(&first);
	forget(&second);
}

Test(device_png, knows_a_damaged_picture)
{
	struct made made = make(40, 20, 2, (struct colour){ 1, 1, 1 });
	struct image cut = made.image;

	cr_expect(device_can_draw(&made.image));
	cut.length /= 2;
	cr_expect_not(device_can_draw(&cut));
	forget(&made);
}

/* -- what it says of itself --------------------------------------------------------------------- */

/* Where a chunk of the type begins; the test fails if there is none. */
static const unsigned char *chunk(const struct made *made, const char *type)
{
	const unsigned char *found = memmem(made->image.bytes, made->image.length, type, 4);

	cr_assert_not_null(found, "no %s", type);
	return found + 4;
}

/* 11,811 pixels a metre are 300 an inch. */
Test(device_png, says_how_large_it_is_on_paper)
{
	static const unsigned char expected[] = { 0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1 };
	struct made made = make(72, 36, 0, (struct colour){ 1, 1, 1 });

	cr_expect_arr_eq(chunk(&made, "pHYs"), expected, sizeof(expected));
	chunk(&made, "sRGB");
	forget(&made);
}

Test(device_png, holds_its_title_and_description)
{
	static const char title[] = "Title\0\0\0en-GB\0\0caf\xc3\xa9",
			  words[] = "Description\0\0\0en-GB\0\0It falls";
	struct arena *arena = arena_new();
	struct scene *scene = scene_new(arena, 10, 10);
	const struct picture picture = { .scene = scene,
					 .id = "x",
					 .title = "caf\xc3\xa9",
					 .description = "It falls",
					 .language = "en-GB" };
	struct buffer bytes;

	buffer_init(&bytes);
	cr_assert(device_png.write_picture(&picture, &bytes, diag_list_new(arena)));
	cr_expect_not_null(memmem(bytes.bytes, bytes.length, title, sizeof(title) - 1));
	cr_expect_not_null(memmem(bytes.bytes, bytes.length, words, sizeof(words) - 1));
	buffer_clear(&bytes);
	arena_free(arena);
}
