#include "support/look_alike.h"

#include <cairo.h>
#include <criterion/criterion.h>
#include <math.h>

enum { FIELD = 8, STEP = FIELD / 2, CHANNELS = 3, BYTES_A_PIXEL = 4 };

static cairo_surface_t *read_picture(const char *path)
{
	cairo_surface_t *surface = cairo_image_surface_create_from_png(path);

	cr_assert_eq(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS, "%s", path);
	return surface;
}

/* Mean of one channel over a field, which may reach over the edges. */
static double field_mean(cairo_surface_t *surface, int x, int y, int channel)
{
	const unsigned char *bytes = cairo_image_surface_get_data(surface);
	int width = cairo_image_surface_get_width(surface);
	int height = cairo_image_surface_get_height(surface);
	int stride = cairo_image_surface_get_stride(surface);
	double sum = 0;

	for (int row = y; row < y + FIELD && row < height; row++)
		for (int column = x; column < x + FIELD && column < width; column++)
			sum += bytes[row * stride + column * BYTES_A_PIXEL + channel];
	return sum / (FIELD * FIELD);
}

static double difference(cairo_surface_t *a, cairo_surface_t *b)
{
	int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);
	double largest = 0;

	if (cairo_image_surface_get_width(b) != width ||
	    cairo_image_surface_get_height(b) != height)
		return 256;
	for (int y = 0; y < height; y += STEP)
		for (int x = 0; x < width; x += STEP)
			for (int channel = 0; channel < CHANNELS; channel++)
				largest = fmax(largest, fabs(field_mean(a, x, y, channel) -
							     field_mean(b, x, y, channel)));
	return largest;
}

double look_alike_difference(const char *first, const char *second)
{
	cairo_surface_t *a = read_picture(first), *b = read_picture(second);
	double largest = difference(a, b);

	cairo_surface_destroy(a);
	cairo_surface_destroy(b);
	return largest;
}
