#include <cairo.h>
#include <math.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "device/device.h"
#include "device/play.h"
#include "device/png_chunks.h"

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

/* Signature and header, behind which everything may stand that is said of the picture. */
enum { PNG_HEAD_LENGTH = 33 };

/* What cairo wrote, with size, colours and words. */
static void add_file(const struct picture *picture, double scale, const struct buffer *drawn,
		     struct buffer *out)
{
	static const double points_a_metre = 72 / 0.0254;

	buffer_add(out, drawn->bytes, PNG_HEAD_LENGTH);
	png_add_colours(out);
	png_add_size(out, (uint32_t)lround(scale * points_a_metre));
	png_add_text(out, "Title", picture->language, picture->title);
	if (picture->description != NULL)
		png_add_text(out, "Description", picture->language, picture->description);
	buffer_add(out, drawn->bytes + PNG_HEAD_LENGTH, drawn->length - PNG_HEAD_LENGTH);
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
	struct buffer drawn;

	buffer_init(&drawn);
	if (status == CAIRO_STATUS_SUCCESS)
		status = draw(picture, surface, scale);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_write_to_png_stream(surface, play_to_buffer, &drawn);
	cairo_surface_destroy(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		add_file(picture, scale, &drawn, out);
	buffer_clear(&drawn);
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
