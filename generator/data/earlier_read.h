/*
 * earlier_read.h - results.csv of earlier statements: what everybody knows of the figures of this one.
 *
 * Figures are matched by id of the indicator, period, code of the organisation, classification, group and sex.
 * Those of other indicators, periods and bodies say nothing of figures of the report and are left out.
 */
#ifndef GRADIENT_DATA_EARLIER_READ_H
#define GRADIENT_DATA_EARLIER_READ_H

#include "data/dataset_read.h"

/* Sets dataset->earlier to what the report names. Faults are diagnostics. */
void earlier_read(struct arena *arena, const struct report *report, struct dataset *dataset,
		  struct data_folders folders, struct diag_list *diags);

#endif
