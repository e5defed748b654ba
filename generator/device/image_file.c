#include "device/image_file.h"

#include <string.h>

#include "device/device.h"
#include "scene/image.h"

struct reading {
	const struct image *image;
	size_t offset;
};

static cairo_status_t read_bytes(void *context, unsigned char *bytes, unsigned length)
{
	struct reading *reading = context;

	if (length > reading->image->length - reading->offset)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(bytes, reading->image->bytes + reading->offset, length);
	reading->offset += length;
	return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *image_surface(const struct image *image)
{
	struct reading reading = { .image = image };

	return cairo_image_surface_create_from_png_stream(read_bytes, &reading);
}

bool device_can_draw(const struct image *image)
{
	cairo_surface_t *surface = image_surface(image);
	bool whole = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;

	cairo_surface_destroy(surface);
	return whole;
}
