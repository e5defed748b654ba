/*
 * image_file.h - PNG files of the user as surfaces of cairo.
 */
#ifndef GRADIENT_DEVICE_IMAGE_FILE_H
#define GRADIENT_DEVICE_IMAGE_FILE_H

#include <cairo.h>
#include <stdbool.h>

struct image;

/* The caller destroys it. A surface with an error status when the file is damaged. */
cairo_surface_t *image_surface(const struct image *image);

#endif
