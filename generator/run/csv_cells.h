/*
 * csv_cells.h - which figure a row of a CSV file is about.
 */
#ifndef GRADIENT_RUN_CSV_CELLS_H
#define GRADIENT_RUN_CSV_CELLS_H

#include "base/csv_write.h"

struct cell_key;
struct results;

/* Indicator, period, organisation, dimension, group, sex. */
void csv_add_key(struct buffer *out, const struct results *results, const struct cell_key *key);

#endif
