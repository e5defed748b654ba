#include <cairo.h>
#include <math.h>
#include <png.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/buffer.h"
#include "base/deflate.h"
#include "base/diag.h"
#include "base/fatal.h"
#include "device/device.h"
#include "device/play.h"

static const double usual_pixels_a_point = 300.0 / 72;

/* Without a surface: cairo is used by one thread alone. */
struct drawing {
	struct picture picture;
	double scale;
	size_t width, height;
	unsigned char *pixels; /* of the form that cairo draws, rows without a gap */
};

enum { BYTES_A_PIXEL = 4 };

static cairo_status_t draw(const struct picture *picture, cairo_surface_t *surface, double scale)
{
	const struct play_listener listener = { 0 };
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status;

	cairo_set_source_rgb(cairo, picture->paper.red, picture->paper.green, picture->paper.blue);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	play_scene(cairo, picture->scene, (struct point){ 0, 0 }, &listener);
	status = cairo_status(cairo);
	cairo_destroy(cairo);
	return status;
}

/* -- the file ----------------------------------------------------------------------------------- */

static void add_bytes(png_structp png, png_bytep bytes, size_t length)
{
	buffer_add(png_get_io_ptr(png), bytes, length);
}

static void flush_nothing(png_structp png)
{
	(void)png;
}

/* It is given nothing that it may refuse: what is left is that there is no memory. */
static _Noreturn void fail(png_structp png, png_const_charp message)
{
	(void)png;
	fatal_internal(message);
}

static void pass_over(png_structp png, png_const_charp message)
{
	(void)png;
	(void)message;
}

/* What the picture says of itself: title and description, in its language and in letters of any kind. */
static void tell(png_structp png, png_infop info, const char *keyword,
		 const struct picture *picture, const char *words)
{
	/* The library's own type lacks the const that it keeps to. */
	union {
		const char *given;
		char *taken;
	} key = { .given = keyword }, language = { .given = picture->language },
	  text = { .given = words };
	png_text chunk = { .compression = PNG_ITXT_COMPRESSION_NONE,
			   .key = key.taken,
			   .lang = language.taken,
			   .lang_key = NULL,
			   .text = text.taken,
			   .itxt_length = strlen(words) };

	png_set_text(png, info, &chunk, 1);
}

/*
 * What is drawn as the rows of a file, and their length: a byte that tells the filter, none, then red, green and blue.
 * They are made where the pixels lie, which take a byte more each. Unfiltered, for pictures of few colours become smaller
 * than with filters.
 */
static size_t make_rows(struct drawing *drawing)
{
	enum { CHANNELS = 3 };
	const unsigned char *from = drawing->pixels;
	unsigned char *row = drawing->pixels;

	for (size_t y = 0; y < drawing->height; y++, row += 1 + CHANNELS * drawing->width) {
		unsigned char *to = row + 1;

		for (size_t x = 0; x < drawing->width; x++) {
			uint32_t colour;

			memcpy(&colour, from, sizeof(colour));
			*to++ = (unsigned char)(colour >> 16);
			*to++ = (unsigned char)(colour >> 8);
			*to++ = (unsigned char)colour;
			from += BYTES_A_PIXEL;
		}
		*row = PNG_FILTER_VALUE_NONE;
	}
	return (size_t)(row - drawing->pixels);
}

/*
 * By libdeflate in one piece: the size that zlib comes to at level 6, in a third of its time. Its higher levels save 6% of
 * the bytes at most, for a fifth more time.
 */
static void add_pixels(png_structp png, struct drawing *drawing)
{
	enum { LEVEL = 2 };
	size_t length = make_rows(drawing);
	struct buffer packed;

	buffer_init(&packed);
	deflate_pack(drawing->pixels, length, LEVEL, &packed);
	png_write_chunk(png, (png_const_bytep) "IDAT", (png_const_bytep)packed.bytes,
			packed.length);
	buffer_clear(&packed);
}

static void add_file(struct drawing *drawing, struct buffer *out)
{
	static const double points_a_metre = 72 / 0.0254;
	enum { BITS = 8 };
	const struct picture *picture = &drawing->picture;
	png_uint_32 density = (png_uint_32)lround(drawing->scale * points_a_metre);
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, pass_over);
	png_infop info = png == NULL ? NULL : png_create_info_struct(png);

	if (info == NULL)
		fatal_out_of_memory();
	png_set_write_fn(png, out, add_bytes, flush_nothing);
	png_set_IHDR(png, info, (png_uint_32)drawing->width, (png_uint_32)drawing->height, BITS,
		     PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE,
		     PNG_FILTER_TYPE_BASE);
	png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
	png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
	tell(png, info, "Title", picture, picture->title);
	if (picture->description != NULL)
		tell(png, info, "Description", picture, picture->description);
	png_write_info(png, info);
	add_pixels(png, drawing);
	/* png_write_end() would miss the pixels: it knows of those alone that libpng packed. */
	png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
	png_destroy_write_struct(&png, &info);
}

/* -- the device --------------------------------------------------------------------------------- */

static void free_drawing(struct drawing *drawing)
{
	free(drawing->pixels);
	free(drawing);
}

/* In large pages where the system has them: getting small ones, a fault each, takes half as long as drawing does. */
static unsigned char *new_pixels(size_t size)
{
	enum { LARGE_PAGE = 2 * 1024 * 1024 };
	size_t rounded = (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
	unsigned char *pixels = aligned_alloc(LARGE_PAGE, rounded);

#ifdef MADV_HUGEPAGE
	if (pixels != NULL)
		madvise(pixels, rounded, MADV_HUGEPAGE);
#endif
	return pixels;
}

static struct drawing *new_drawing(const struct picture *picture)
{
	double scale = picture->pixels_a_point > 0 ? picture->pixels_a_point : usual_pixels_a_point;
	struct drawing *drawing = malloc(sizeof(*drawing));

	if (drawing == NULL)
		fatal_out_of_memory();
	*drawing = (struct drawing){ .picture = *picture,
				     .scale = scale,
				     .width = (size_t)lround(picture->scene->width * scale),
				     .height = (size_t)lround(picture->scene->height * scale) };
	drawing->pixels = new_pixels(drawing->height * drawing->width * BYTES_A_PIXEL);
	return drawing;
}

/* Opaque pixels: what shows a picture on a dark page must not show through it. */
static struct drawing *draw_picture(const struct picture *picture, struct diag_list *diags)
{
	struct drawing *drawing = new_drawing(picture);
	cairo_surface_t *surface = cairo_image_surface_create_for_data(
		drawing->pixels, CAIRO_FORMAT_RGB24, (int)drawing->width, (int)drawing->height,
		(int)(BYTES_A_PIXEL * drawing->width));
	cairo_status_t status =
		drawing->pixels == NULL ? CAIRO_STATUS_NO_MEMORY : cairo_surface_status(surface);

	if (status == CAIRO_STATUS_SUCCESS)
		status = draw(picture, surface, drawing->scale);
	cairo_surface_flush(surface);
	cairo_surface_destroy(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		return drawing;
	free_drawing(drawing);
	diag_addf(diags, DIAG_DRAWING_FAILED, (struct location){ 0 }, "%s: %s", picture->id,
		  cairo_status_to_string(status));
	return NULL;
}

static void pack_picture(struct drawing *drawing, struct buffer *out)
{
	add_file(drawing, out);
	free_drawing(drawing);
}

static bool write_picture(const struct picture *picture, struct buffer *out,
			  struct diag_list *diags)
{
	struct drawing *drawing = draw_picture(picture, diags);

	if (drawing == NULL)
		return false;
	pack_picture(drawing, out);
	return true;
}

const struct device device_png = {
	.name = "png",
	.suffix = ".png",
	.write_picture = write_picture,
	.draw_picture = draw_picture,
	.pack_picture = pack_picture,
};

const char *png_library_version(void)
{
	return png_get_libpng_ver(NULL);
}
