/*
 * vision.c - a picture as others see it: vision IN.png OUT
 *
 * Writes OUT-grey.png, OUT-protanopia.png and OUT-deuteranopia.png: what an office printer leaves of it, and
 * what people see who lack red or green cones. The colours are those of model/colour_distance.h, which names
 * the source of the method; grey has the same lightness. For "make gallery".
 */
#include <cairo.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/colour_distance.h"

/* Pictures have few colours: what was worked out for one is kept. */
enum { KEPT = 1 << 16 };

struct kept_colour {
	uint32_t from, to;
	int known;
};

typedef struct colour view_of(struct colour colour);

/* The grey of a lightness: the inverse of CIE 1976 L*, then of the sRGB curve. */
static struct colour in_grey(struct colour colour)
{
	double lightness = colour_lightness(colour);
	double linear = lightness > 8 ? pow((lightness + 16) / 116, 3) : lightness * 27 / 24389;
	double part = linear <= 0.0031308 ? linear * 12.92 : 1.055 * pow(linear, 1 / 2.4) - 0.055;

	return (struct colour){ part, part, part };
}

static struct colour without_red_cones(struct colour colour)
{
	return colour_as_seen(colour, SIGHT_PROTANOPIA);
}

static struct colour without_green_cones(struct colour colour)
{
	return colour_as_seen(colour, SIGHT_DEUTERANOPIA);
}

static uint32_t eight_bits(double part)
{
	return (uint32_t)lround(fmin(1, fmax(0, part)) * 255);
}

static uint32_t pixel_seen(uint32_t pixel, view_of *view)
{
	struct colour colour = { (double)(pixel >> 16 & 255) / 255,
				 (double)(pixel >> 8 & 255) / 255, (double)(pixel & 255) / 255 };
	struct colour seen = view(colour);

	return (pixel & 0xFF000000) | eight_bits(seen.red) << 16 | eight_bits(seen.green) << 8 |
	       eight_bits(seen.blue);
}

/* A copy in 32 bits a pixel without transparency. */
static cairo_surface_t *on_paper(cairo_surface_t *picture)
{
	int width = cairo_image_surface_get_width(picture);
	int height = cairo_image_surface_get_height(picture);
	cairo_surface_t *copy = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
	cairo_t *cairo = cairo_create(copy);

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_set_source_surface(cairo, picture, 0, 0);
	cairo_paint(cairo);
	cairo_destroy(cairo);
	cairo_surface_flush(copy);
	return copy;
}

static void change(cairo_surface_t *picture, view_of *view, struct kept_colour *kept)
{
	int width = cairo_image_surface_get_width(picture);
	int height = cairo_image_surface_get_height(picture);
	unsigned char *bytes = cairo_image_surface_get_data(picture);

	for (int y = 0; y < height; y++) {
		uint32_t *row =
			(uint32_t *)(void *)(bytes + y * cairo_image_surface_get_stride(picture));

		for (int x = 0; x < width; x++) {
			struct kept_colour *at = &kept[row[x] * 2654435761u >> 16];

			if (!at->known || at->from != row[x])
				*at = (struct kept_colour){ row[x], pixel_seen(row[x], view), 1 };
			row[x] = at->to;
		}
	}
	cairo_surface_mark_dirty(picture);
}

static int write_view(cairo_surface_t *picture, const char *out, const char *name, view_of *view)
{
	struct kept_colour *kept = calloc(KEPT, sizeof(*kept));
	cairo_surface_t *copy = on_paper(picture);
	cairo_status_t status;
	char path[4096];

	if (kept == NULL ||
	    snprintf(path, sizeof(path), "%s-%s.png", out, name) >= (int)sizeof(path))
		abort();
	change(copy, view, kept);
	status = cairo_surface_write_to_png(copy, path);
	if (status != CAIRO_STATUS_SUCCESS)
		fprintf(stderr, "vision: %s: %s\n", path, cairo_status_to_string(status));
	cairo_surface_destroy(copy);
	free(kept);
	return status != CAIRO_STATUS_SUCCESS;
}

int main(int count, char **arguments)
{
	static const struct {
		const char *name;
		view_of *view;
	} views[] = {
		{ "grey", in_grey },
		{ "protanopia", without_red_cones },
		{ "deuteranopia", without_green_cones },
	};
	cairo_surface_t *picture;
	int failed = 0;

	if (count != 3) {
		fputs("vision IN.png OUT\n", stderr);
		return 2;
	}
	picture = cairo_image_surface_create_from_png(arguments[1]);
	if (cairo_surface_status(picture) != CAIRO_STATUS_SUCCESS) {
		fprintf(stderr, "vision: %s: %s\n", arguments[1],
			cairo_status_to_string(cairo_surface_status(picture)));
		return 1;
	}
	for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++)
		failed |= write_view(picture, arguments[2], views[i].name, views[i].view);
	cairo_surface_destroy(picture);
	return failed;
}
