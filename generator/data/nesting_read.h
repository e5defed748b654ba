/*
 * nesting_read.h - which groups are part of broader ones, nesting.csv.
 */
#ifndef GRADIENT_DATA_NESTING_READ_H
#define GRADIENT_DATA_NESTING_READ_H

struct arena;
struct diag_list;
struct reference;

/* Reads the list of the folder into reference, which has its classifications and groups already. */
void nesting_read(struct arena *arena, const char *folder, struct reference *reference,
		  struct diag_list *diags);

#endif
