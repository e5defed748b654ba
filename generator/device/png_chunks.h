/*
 * png_chunks.h - what a PNG file says of itself: its size on paper, its colours, its title and description.
 *
 * Source: PNG specification (W3C, third edition), sections 11.3.2.5 sRGB, 11.3.3.4 iTXt, 11.3.4.3 pHYs.
 */
#ifndef GRADIENT_DEVICE_PNG_CHUNKS_H
#define GRADIENT_DEVICE_PNG_CHUNKS_H

#include <stdint.h>

#include "base/buffer.h"

/* Adds a chunk with its length and check sum; type has four letters. */
void png_add_chunk(struct buffer *out, const char *type, const struct buffer *data);

/* Text with a keyword that the specification knows ("Title", "Description"). */
void png_add_text(struct buffer *out, const char *keyword, const char *language, const char *text);

/* Pixels a metre, so that a text program gives the picture its true size. */
void png_add_size(struct buffer *out, uint32_t pixels_a_metre);

/* The colours are those of sRGB. */
void png_add_colours(struct buffer *out);

#endif
