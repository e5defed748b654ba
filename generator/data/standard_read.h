/*
 * standard_read.h - standard populations: those that come with the program and those of a report.
 *
 * However it is written, a standard has bands from the youngest to the oldest without overlap or gap, and
 * weights of 0 or more: what is not so is refused with its place.
 */
#ifndef GRADIENT_DATA_STANDARD_READ_H
#define GRADIENT_DATA_STANDARD_READ_H

#include "data/dataset_read.h"

/* Adds those of standards.csv and standard-populations.csv in a folder to the reference lists. */
void standards_read(struct arena *arena, const char *folder, struct reference *reference,
		    struct diag_list *diags);

/*
 * Adds those that the report gives itself, which lie where data may lie. Then looks whether there is one of
 * every name that an indicator asks for.
 */
void standards_of_report(struct arena *arena, const struct report *report,
			 const struct indicators *indicators, struct data_folders folders,
			 struct reference *reference, struct diag_list *diags);

#endif
