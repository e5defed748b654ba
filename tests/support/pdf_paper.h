/*
 * pdf_paper.h - PDF files finished from a structure that a test writes: every run is a small square.
 *
 * Ownership: everything lives until pdf_paper_free().
 */
#ifndef GRADIENT_TESTS_PDF_PAPER_H
#define GRADIENT_TESTS_PDF_PAPER_H

#include "pdf/finish.h"

struct arena;

enum { PDF_PAPER_PAGES = 2, PDF_PAPER_WIDTH = 300, PDF_PAPER_HEIGHT = 400 };

struct pdf_paper {
	struct arena *arena;
	struct pages pages; /* two of them; element 0 is the document */
	struct pdf_drawn_page drawn[PDF_PAPER_PAGES];
	struct diag_list *diags;
};

struct pdf_paper *pdf_paper_new(void);
void pdf_paper_free(struct pdf_paper *paper);

int job_element(struct pdf_paper *paper, enum structure_type type, int parent);

/* What the element is told beside its type; good until the next one is added. */
struct structure_element *job_facts(struct pdf_paper *paper, int element);

/* A square of 10 points at 20 times the number of the run on its page from the left, 50 from the top. */
void job_draw(struct pdf_paper *paper, size_t page, int element);
void job_lead(struct pdf_paper *paper, size_t page, int element, const char *target,
	      const char *contents);
void job_place(struct pdf_paper *paper, size_t page, const char *name);
void job_outline(struct pdf_paper *paper, unsigned level, const char *title, const char *anchor);

/* The pages as cairo draws them, with the sign of each run. */
struct pdf_slice job_drawn(struct pdf_paper *paper);

/* Finishes what is given as drawn. */
bool job_finish(struct pdf_paper *paper, struct pdf_slice drawn, struct buffer *out);

/* The finished file as qpdf writes it for people to read; the test fails when qpdf or the finisher complains. */
const char *job_finished(struct pdf_paper *paper);

/* The object of such a text, from its number to its end, that has the words, after the n-th with them; NULL. */
const char *object_with(struct pdf_paper *paper, const char *text, const char *words, size_t n);

#endif
