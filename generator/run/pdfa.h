/*
 * pdfa.h - what pages have beside them in a PDF for archives (--pdfa): the colour profile, and the figures of every
 * chart and table as CSV.
 */
#ifndef GRADIENT_RUN_PDFA_H
#define GRADIENT_RUN_PDFA_H

#include <stdbool.h>

struct run;

/*
 * Gives them to the pages of the report, whose data tables are there, and the profile to those of its extracts: what an
 * extract shows is in the files of the report. False after a diagnostic.
 */
bool pdfa_add(struct run *run);

#endif
