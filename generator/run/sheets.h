/*
 * sheets.h - the data tables of a run, and the workbook that is made of them.
 */
#ifndef GRADIENT_RUN_SHEETS_H
#define GRADIENT_RUN_SHEETS_H

struct run;
struct workbook;

/* Makes the data tables of a resolved document where an edition or --pdfa asks for them. */
void sheets_make_tables(struct run *run);

const struct workbook *sheets_workbook(const struct run *run);

#endif
