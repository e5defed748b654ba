/*
 * laid_out.h - a statement written in a test, on its pages: what stands where.
 */
#ifndef GRADIENT_TESTS_LAID_OUT_H
#define GRADIENT_TESTS_LAID_OUT_H

#include "scene/pages.h"
#include "support/labels.h"
#include "support/looks.h"
#include "support/statement.h"

struct laid_out {
	struct statement *statement;
	struct look look;
	const struct pages *pages;
	struct labels *words, *marks; /* of every page */
};

/* In a layout of the repository. Fails the test when there is an error. */
struct laid_out lay_out(const struct statement_parts *parts, const char *layout);

/* So many paragraphs of one line and then the elements, for the body of a report. */
const char *after_paragraphs(struct arena *arena, size_t count, const char *elements);

void laid_out_free(struct laid_out *laid);

/* The page, from 1, on which a piece of text stands first; 0 when it is on none. */
size_t page_with(const struct laid_out *laid, const char *text);

/* The piece of text that stands first; it must be there. */
const struct label *word_with(const struct laid_out *laid, const char *text);

/* The right end of a piece of text. */
double right_of(const struct label *label);

#endif
