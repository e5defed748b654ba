/*
 * dialects_read.h - sql-dialects.csv: how database systems write what the standard of SQL leaves to them.
 */
#ifndef GRADIENT_DATA_DIALECTS_READ_H
#define GRADIENT_DATA_DIALECTS_READ_H

struct arena;
struct diag_list;
struct sql_dialects;

/* The list of the folder of reference lists, at least the portable dialect; NULL after a diagnostic. */
const struct sql_dialects *dialects_read(struct arena *arena, const char *folder,
					 struct diag_list *diags);

#endif
