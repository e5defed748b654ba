/*
 * rotation.h - text that does not run from left to right along the page, in files as they were written.
 */
#ifndef GRADIENT_TESTS_ROTATION_H
#define GRADIENT_TESTS_ROTATION_H

#include <stddef.h>

/* Matrices of a PDF file, as qpdf --qdf writes it, that turn or slant what is drawn: cm and Tm with b or c. */
size_t rotations_in_pdf(const char *text, size_t length);

/* The same for transformations in an SVG file. */
size_t rotations_in_svg(const char *text);

#endif
