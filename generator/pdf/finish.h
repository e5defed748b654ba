/*
 * finish.h - what cairo drew becomes a tagged PDF: PDF/UA-1 always, PDF/A-3a besides when the pages ask for it.
 *
 * Purpose:   the drawing knows glyphs and lines alone. Here it gets what reading programs need: the structure tree
 *            with all its attributes, links that say where they lead, places, outline, language, metadata.
 * Units:     boxes and points as in scenes: points, y down from the top left corner of the page.
 * Errors:    a diagnostic, and no file: a drawing that cannot be marked, a link without an element, words or a
 *            place to lead to. That the structure itself is sound is checked where it is made (layout).
 * Source:    ISO 32000-1 (PDF 1.7), ISO 14289-1 (PDF/UA-1), ISO 19005-3 (PDF/A-3).
 */
#ifndef GRADIENT_PDF_FINISH_H
#define GRADIENT_PDF_FINISH_H

#include <stdbool.h>
#include <stddef.h>

#include "pdf/value.h"
#include "scene/pages.h"

struct buffer;
struct diag_list;

/* What one element draws without a break; every run began with the sign of content.h. */
struct pdf_drawn_run {
	int element;    /* of the structure, or an artifact */
	struct box box; /* around what it draws */
};

struct pdf_drawn_link {
	struct box area;
	const char *target;   /* address, or "#" and the name of a place */
	const char *contents; /* what a reader is told */
	int element;
};

struct pdf_drawn_place {
	const char *name;
	struct point at;
};

/* In the order of drawing. */
struct pdf_drawn_page {
	struct pdf_drawn_run *runs;
	size_t run_count, run_capacity;
	struct pdf_drawn_link *links;
	size_t link_count, link_capacity;
	struct pdf_drawn_place *places;
	size_t place_count, place_capacity;
};

struct pdf_job {
	const struct pages *pages;
	struct pdf_slice drawn;                   /* the file as cairo wrote it */
	const struct pdf_drawn_page *drawn_pages; /* one for each of pages */
};

/* Adds the finished file to out; false after a diagnostic. */
bool pdf_finish(const struct pdf_job *job, struct buffer *out, struct diag_list *diags);

#endif
