/*
 * statement_read.h - reads the lists of what a statement has to contain, and checks what a report says of
 * its statement against them.
 */
#ifndef GRADIENT_DATA_STATEMENT_READ_H
#define GRADIENT_DATA_STATEMENT_READ_H

#include "model/statement.h"

struct arena;
struct diag_list;

/*
 * Reads editions.csv, provisions.csv, expectations.csv, sections.csv and frameworks.csv of a folder such as
 * inputs/catalogue. NULL after diagnostics.
 */
struct statement_lists *statement_read(struct arena *arena, const char *folder,
				       struct diag_list *diags);

#endif
