/*
 * play.h - draws a scene on a cairo surface; shared by the devices of this folder.
 */
#ifndef GRADIENT_DEVICE_PLAY_H
#define GRADIENT_DEVICE_PLAY_H

#include <cairo.h>

#include "scene/scene.h"

struct buffer;

/* What to do with links and anchors; NULL functions leave them out. */
struct play_links {
	void (*link)(cairo_t *cairo, struct box area, const char *target, void *context);
	void (*anchor)(cairo_t *cairo, struct point at, const char *name, void *context);
	void *context;
};

void play_scene(cairo_t *cairo, const struct scene *scene, struct point at,
		const struct play_links *links);

/* Stream function for surfaces that write into a struct buffer. */
cairo_status_t play_to_buffer(void *buffer, const unsigned char *bytes, unsigned length);

#endif
