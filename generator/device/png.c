#include <cairo.h>
#include <math.h>
#include <png.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/fatal.h"
#include "device/device.h"
#include "device/play.h"

static const double usual_pixels_a_point = 300.0 / 72;

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

/* Pixels of the form that cairo draws: red, green and blue in the three lower bytes of a number. */
static void add_pixels(png_structp png, cairo_surface_t *surface)
{
	const unsigned char *pixels = cairo_image_surface_get_data(surface);
	size_t stride = (size_t)cairo_image_surface_get_stride(surface);
	int height = cairo_image_surface_get_height(surface);

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	png_set_bgr(png);
	png_set_filler(png, 0, PNG_FILLER_AFTER);
#else
	png_set_filler(png, 0, PNG_FILLER_BEFORE);
#endif
	for (int y = 0; y < height; y++)
		png_write_row(png, pixels + (size_t)y * stride);
}

/* Unfiltered: pictures of few colours become smaller than with filters, in half the time. */
static void add_file(const struct picture *picture, double scale, cairo_surface_t *surface,
		     struct buffer *out)
{
	static const double points_a_metre = 72 / 0.0254;
	enum { LEVEL = 6, BITS = 8 };
	png_uint_32 density = (png_uint_32)lround(scale * points_a_metre);
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, pass_over);
	png_infop info = png == NULL ? NULL : png_create_info_struct(png);

	if (info == NULL)
		fatal_out_of_memory();
	png_set_write_fn(png, out, add_bytes, flush_nothing);
	png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
	png_set_compression_level(png, LEVEL);
	png_set_IHDR(png, info, (png_uint_32)cairo_image_surface_get_width(surface),
		     (png_uint_32)cairo_image_surface_get_height(surface), BITS, PNG_COLOR_TYPE_RGB,
		     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
	png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
	png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
	tell(png, info, "Title", picture, picture->title);
	if (picture->description != NULL)
		tell(png, info, "Description", picture, picture->description);
	png_write_info(png, info);
	cairo_surface_flush(surface);
	add_pixels(png, surface);
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);
}

/* Opaque pixels: what shows a picture on a dark page must not show through it. */
static bool write_picture(const struct picture *picture, struct buffer *out,
			  struct diag_list *diags)
{
	double scale = picture->pixels_a_point > 0 ? picture->pixels_a_point : usual_pixels_a_point;
	cairo_surface_t *surface = cairo_image_surface_create(
		CAIRO_FORMAT_RGB24, (int)lround(picture->scene->width * scale),
		(int)lround(picture->scene->height * scale));
	cairo_status_t status = cairo_surface_status(surface);

	if (status == CAIRO_STATUS_SUCCESS)
		status = draw(picture, surface, scale);
	if (status == CAIRO_STATUS_SUCCESS)
		add_file(picture, scale, surface, out);
	cairo_surface_destroy(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		return true;
	diag_addf(diags, DIAG_DRAWING_FAILED, (struct location){ 0 }, "%s: %s", picture->id,
		  cairo_status_to_string(status));
	return false;
}

const struct device device_png = {
	.name = "png",
	.suffix = ".png",
	.write_picture = write_picture,
};

const char *png_library_version(void)
{
	return png_get_libpng_ver(NULL);
}
