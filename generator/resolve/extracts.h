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

#endif
