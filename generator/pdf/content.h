/*
 * content.h - the content of a page cut into runs, each within marked-content operators.
 *
 * Purpose: a page is drawn as runs, each of which begins with a stroke that is only a sign: a line from (1, 1) to (1.5, 1)
 *          with a mitre limit of PDF_MARKER_FIRST + the number of the run on the page. The sign is taken out and the
 *          run put between its BDC and an EMC, so that everything drawn belongs to an element or is an artifact
 *          (ISO 14289-1, 7.1). A run lasts until the next sign or the end of the page.
 * Errors:  a sentence, to stand behind the number of the page. Nothing is guessed: signs that are missing, unknown or out of order, painting that no run
 *          holds, runs that begin within a path, a text object or marked content (ISO 32000-1, 14.6.1: these must nest;
 *          q and Q need not), and q and Q that do not match (8.4.2) are faults.
 */
#ifndef GRADIENT_PDF_CONTENT_H
#define GRADIENT_PDF_CONTENT_H

#include <stdbool.h>
#include <stddef.h>

#include "pdf/value.h"

struct buffer;

enum { PDF_MARKER_FIRST = 1000 };

struct pdf_run {
	const char *
		begin; /* in place of the sign: "/P <</MCID 3>> BDC", "/Artifact <</Type /Layout>> BDC" */
};

/* Adds the content with its runs marked to out; false, and fault says why, leaves out as it was. */
bool pdf_content_mark(struct pdf_slice content, const struct pdf_run *runs, size_t run_count,
		      struct buffer *out, const char **fault);

#endif
