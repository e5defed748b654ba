/*
 * image.h - a picture of pixels that the user supplies, such as a logo: the bytes of its file and its size.
 *
 * PNG alone: what draws pages can read it, and a logo in PNG at 600 dots an inch prints as well as lines do.
 * Ownership: lives in the arena; nothing is decoded here.
 */
#ifndef GRADIENT_SCENE_IMAGE_H
#define GRADIENT_SCENE_IMAGE_H

#include <stddef.h>

#include "base/location.h"

struct arena;
struct diag_list;

struct image {
	const unsigned char *bytes;
	size_t length;
	unsigned width, height; /* pixels */
};

/* More is no logo; it also bounds what decoding can ask for. */
enum { IMAGE_PIXELS_MOST = 8000, IMAGE_BYTES_MOST = 16 * 1024 * 1024 };

/* at: where the file is named. NULL after a diagnostic: not there, no PNG, too large. */
struct image *image_read(struct arena *arena, const char *path, struct location at,
			 struct diag_list *diags);

#endif
