/*
 * svg_head.h - the outermost element of a picture, with what assistive technology reads of it.
 */
#ifndef GRADIENT_DEVICE_SVG_HEAD_H
#define GRADIENT_DEVICE_SVG_HEAD_H

#include <stdbool.h>

struct markup;
struct picture;

/*
 * Opens <svg>, whose units are points, and writes <title> and <desc>; the caller closes it. stands_alone: a file of its
 * own, with a size in millimetres.
 */
void svg_open(const struct picture *picture, struct markup *markup, bool stands_alone);

#endif
