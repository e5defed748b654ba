#include "scene/image.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"

/* Signature, length and name of the first chunk, width, height: PNG (ISO/IEC 15948), 5.2 and 11.2.2. */
enum { WIDTH_AT = 16, HEIGHT_AT = 20, HEAD_LENGTH = 24 };
static const unsigned char begins[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n',
					0,    0,   0,   13,  'I',  'H',  'D',  'R' };

static unsigned big_endian(const unsigned char *bytes)
{
	return (unsigned)bytes[0] << 24 | (unsigned)bytes[1] << 16 | (unsigned)bytes[2] << 8 |
	       bytes[3];
}

static const char *fault_of(const struct image *image)
{
	if (image->length < HEAD_LENGTH || memcmp(image->bytes, begins, sizeof(begins)) != 0)
		return "it is no PNG file";
	if (image->length > IMAGE_BYTES_MOST)
		return "the file is larger than 16 MiB";
	return NULL;
}

struct image *image_read(struct arena *arena, const char *path, struct location at,
			 struct diag_list *diags)
{
	const struct source *source =
		source_read(arena, path, path_base(path), at, DIAG_SPEC_UNREADABLE, diags);
	struct image *image = arena_alloc(arena, sizeof(*image));
	const char *fault;

	if (source == NULL)
		return NULL;
	image->bytes = (const unsigned char *)source->bytes;
	image->length = source->length;
	fault = fault_of(image);
	if (fault == NULL) {
		image->width = big_endian(image->bytes + WIDTH_AT);
		image->height = big_endian(image->bytes + HEIGHT_AT);
		if (image->width == 0 || image->height == 0 || image->width > IMAGE_PIXELS_MOST ||
		    image->height > IMAGE_PIXELS_MOST)
			fault = "it is larger than 8,000 pixels, or empty";
	}
	if (fault == NULL)
		return image;
	diag_add(diags, DIAG_LOGO_UNUSABLE, at, path_base(path), fault);
	return NULL;
}
