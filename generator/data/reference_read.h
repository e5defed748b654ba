/*
 * reference_read.h - reads the lists in a folder such as inputs/reference.
 */
#ifndef GRADIENT_DATA_REFERENCE_READ_H
#define GRADIENT_DATA_REFERENCE_READ_H

#include "model/reference.h"

struct arena;
struct diag_list;

/*
 * Reads dimensions.csv, classifications.csv, groups.csv, standards.csv, standard-populations.csv,
 * disclosure-rules.csv and organisations.csv. NULL after diagnostics.
 */
struct reference *reference_read(struct arena *arena, const char *folder, struct diag_list *diags);

#endif
