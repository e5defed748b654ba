/*
 * prose.h - what is to be said about the author's own sentences.
 *
 * Rules:  words that tell a cause beside a computed figure, words that a report should not use, sentences that are
 *         too long, numbers typed by hand where the report has a figure, numbers in a text alternative that the
 *         figure does not show. Which words is data: inputs/reference/words-to-avoid.csv.
 * Left out: what the program writes itself, quotations (within quotation marks), terms, what a condition leaves out of
 *         the document, and words that an element accepts (accept="because").
 * Order:  after the document is resolved, since numbers are compared with what it prints.
 * Source: charts-and-wording.md, sections 9.2 and 11.
 */
#ifndef GRADIENT_PROSE_PROSE_H
#define GRADIENT_PROSE_PROSE_H

#include "document/document.h"
#include "model/reference.h"
#include "model/report.h"

struct arena;
struct diag_list;

struct prose_inputs {
	struct arena *arena;
	const struct report *report;
	const struct reference *reference;
	const struct document *document;
	struct diag_list *diags;
};

/* Adds warnings and notes. Reports in other languages than English have no list and no warnings. */
void prose_check(const struct prose_inputs *inputs);

#endif
