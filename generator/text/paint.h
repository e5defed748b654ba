/*
 * paint.h - draws shaped text with cairo.
 */
#ifndef GRADIENT_TEXT_PAINT_H
#define GRADIENT_TEXT_PAINT_H

#include <cairo.h>

#include "text/shape.h"

/* Left end of the base line at x, y; colour is the current source. Text stays selectable in PDF. */
void text_paint(cairo_t *cairo, const struct shaped_text *shaped, double x, double y);

#endif
