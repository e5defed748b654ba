/*
 * svg_path.h - numbers and paths as attributes of SVG, short: whole hundredths of a point.
 */
#ifndef GRADIENT_DEVICE_SVG_PATH_H
#define GRADIENT_DEVICE_SVG_PATH_H

#include "scene/scene.h"

struct buffer;

/* "12", "0.5" as ".5", "-3.25". */
void svg_add_number(struct buffer *out, double value);

/* The steps of a path, moved by at, as the data of a <path>. */
void svg_add_path(struct buffer *out, const struct scene_path *path, struct point at);

#endif
