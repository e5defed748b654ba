/*
 * play.h - draws a scene on a cairo surface; shared by the devices of this folder.
 */
#ifndef GRADIENT_DEVICE_PLAY_H
#define GRADIENT_DEVICE_PLAY_H

#include <cairo.h>

#include "scene/scene.h"

struct buffer;

/*
 * What to tell of a scene while it is played; NULL functions are told nothing. Places are on the surface. element is
 * that of the item; of pieces that belong to whatever uses their scene it is that of the user.
 */
struct play_listener {
	/* Before a path, text or image is drawn: box is around it. */
	void (*draw)(cairo_t *cairo, int element, struct box box, void *context);
	void (*link)(const struct scene_item *link, int element, struct box area, void *context);
	void (*anchor)(const char *name, struct point at, void *context);
	void *context;
	/* Pixels of images are not smoothed by who shows them: PDF/A has no such thing. */
	bool plain_images;
};

void play_scene(cairo_t *cairo, const struct scene *scene, struct point at,
		const struct play_listener *listener);

/* Stream function for surfaces that write into a struct buffer. */
cairo_status_t play_to_buffer(void *buffer, const unsigned char *bytes, unsigned length);

#endif
