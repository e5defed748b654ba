/*
 * content_operator.h - what the operators of page contents do to their order (ISO 32000-1, annex A and figure 9).
 */
#ifndef GRADIENT_PDF_CONTENT_OPERATOR_H
#define GRADIENT_PDF_CONTENT_OPERATOR_H

#include "pdf/value.h"

enum pdf_operator {
	OPERATOR_UNKNOWN, /* none of the standard's */
	OPERATOR_OTHER,   /* sets something */
	OPERATOR_SAVE,
	OPERATOR_RESTORE,
	OPERATOR_MITRE_LIMIT,
	OPERATOR_MOVE, /* begins a path or a part of one, like the next */
	OPERATOR_RECTANGLE,
	OPERATOR_LINE,
	OPERATOR_PATH,   /* adds to a path */
	OPERATOR_STROKE, /* these end a path ... */
	OPERATOR_PAINT_PATH,
	OPERATOR_NO_PAINT,
	OPERATOR_PAINT, /* text, a form or image, a shading */
	OPERATOR_IMAGE, /* BI: an image in the content */
	OPERATOR_TEXT_BEGIN,
	OPERATOR_TEXT_END,
	OPERATOR_MARK_BEGIN,
	OPERATOR_MARK_END,
	OPERATOR_UNKNOWN_BEGIN, /* BX and EX: unknown operators may stand between them */
	OPERATOR_UNKNOWN_END
};

enum pdf_operator pdf_operator_of(struct pdf_slice keyword);

#endif
