/*
 * inline_image.h - where an image that stands in a page's content ends (ISO 32000-1, 8.9.7).
 */
#ifndef GRADIENT_PDF_INLINE_IMAGE_H
#define GRADIENT_PDF_INLINE_IMAGE_H

#include <stdbool.h>

#include "pdf/value.h"

/*
 * Takes what follows BI off the front: dictionary, ID, data, EI. The length of data without a filter is known; of
 * others the end is the first EI between white-space with text behind it, since the standard gives no length.
 * False when there is no end.
 */
bool pdf_take_inline_image(struct pdf_slice *rest);

#endif
