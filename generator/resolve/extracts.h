/*
 * extracts.h - from a finished report to what is made beside it; shared by the files that resolve whole documents.
 */
#ifndef GRADIENT_RESOLVE_EXTRACTS_H
#define GRADIENT_RESOLVE_EXTRACTS_H

#include "resolve/resolver.h"

/* Extracts and cards, once the report itself is resolved. */
void resolve_extracts(const struct resolver *base);

/* What can be filled in when all of a document is known: references, contents, accounts, glossaries. */
void finish_document(struct resolver *resolver);

/* Gives all figures and tables of the document the names that their places and titles make; once these are final. */
void name_figures(struct resolver *resolver);

#endif
