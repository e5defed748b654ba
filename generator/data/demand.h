/*
 * demand.h - what the statement that a report is has to contain: its edition, body and indicators.
 */
#ifndef GRADIENT_DATA_DEMAND_H
#define GRADIENT_DATA_DEMAND_H

#include "model/reference.h"
#include "model/report.h"
#include "model/statement.h"

struct arena;
struct diag_list;

/*
 * The demand that <statement> of the report makes, checked against the lists; folder is that of the
 * catalogues that come with the program. used are the indicators of the report: those that are not for this
 * kind of body are told. NULL when the report is no statement, or after diagnostics.
 */
const struct statement_demand *demand_build(struct arena *arena, const struct report *report,
					    const struct statement_lists *lists,
					    const struct reference *reference,
					    const struct indicators *used, const char *folder,
					    struct diag_list *diags);

#endif
