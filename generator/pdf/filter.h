/*
 * filter.h - the filters of a stream undone: Flate, with the PNG predictors (ISO 32000-1, 7.4.4).
 *
 * These are what cairo uses for contents and tables. Images in other filters are copied as they are, never
 * unpacked.
 */
#ifndef GRADIENT_PDF_FILTER_H
#define GRADIENT_PDF_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "pdf/value.h"

struct buffer;
struct pdf_file;

/*
 * Adds the bytes of a stream to out. file: in which references of the dictionary are looked up, NULL where
 * there can be none. False, and fault says why, for other filters, for damage and for more than most bytes.
 */
bool pdf_unfilter(const struct pdf_file *file, struct pdf_slice dictionary, struct pdf_slice packed,
		  size_t most, struct buffer *out, const char **fault);

#endif
