/*
 * organisations_read.h - the list of bodies and areas, organisations.csv.
 */
#ifndef GRADIENT_DATA_ORGANISATIONS_READ_H
#define GRADIENT_DATA_ORGANISATIONS_READ_H

struct arena;
struct diag_list;
struct reference;

/* Reads the list of the folder into reference; what is wrong in it is a diagnostic at its cell. */
void organisations_read(struct arena *arena, const char *folder, struct reference *reference,
			struct diag_list *diags);

#endif
