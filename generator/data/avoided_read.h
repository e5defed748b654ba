/*
 * avoided_read.h - words-to-avoid.csv: words that authors should not use, and what to write in their place.
 */
#ifndef GRADIENT_DATA_AVOIDED_READ_H
#define GRADIENT_DATA_AVOIDED_READ_H

#include "model/reference.h"

struct arena;
struct diag_list;

/* Adds the entries to the reference; faulty rows are diagnostics. */
void avoided_read(struct arena *arena, const char *folder, struct reference *reference,
		  struct diag_list *diags);

#endif
