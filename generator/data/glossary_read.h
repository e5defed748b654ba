/*
 * glossary_read.h - reads inputs/reference/glossary.csv: the terms and abbreviations of the field.
 */
#ifndef GRADIENT_DATA_GLOSSARY_READ_H
#define GRADIENT_DATA_GLOSSARY_READ_H

#include "model/reference.h"

struct arena;
struct diag_list;

/* An entry without term or meaning, and one of a name that is taken, are faults at their rows. */
void glossary_read(struct arena *arena, const char *folder, struct reference *reference,
		   struct diag_list *diags);

#endif
