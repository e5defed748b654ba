/*
 * indirect.h - an object where it stands in a file: "12 0 obj << ... >> stream ... endstream endobj".
 */
#ifndef GRADIENT_PDF_INDIRECT_H
#define GRADIENT_PDF_INDIRECT_H

#include <stdbool.h>
#include <stddef.h>

#include "pdf/value.h"

struct pdf_indirect {
	int number, generation;
	struct pdf_slice value;
	struct pdf_slice behind; /* the file behind the value */
};

/* False when no object stands at offset; white-space may stand before it. */
bool pdf_indirect_at(struct pdf_slice file, size_t offset, struct pdf_indirect *object);

/* Whether a stream follows the value. */
bool pdf_indirect_has_stream(const struct pdf_indirect *object);

/* The bytes of the stream, of the length that its dictionary names; false when they do not end there. */
bool pdf_indirect_stream(const struct pdf_indirect *object, size_t length,
			 struct pdf_slice *packed);

#endif
