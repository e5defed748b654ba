/*
 * catalogue_check.h - whether a catalogue is right in itself, before any report uses it.
 */
#ifndef GRADIENT_DATA_CATALOGUE_CHECK_H
#define GRADIENT_DATA_CATALOGUE_CHECK_H

#include "data/catalogue.h"
#include "model/reference.h"

/*
 * Everything that reading a catalogue checks, and what it names elsewhere: columns, dimensions, disclosure
 * rules, standard populations, units. The number of its indicators; 0 too when it cannot be read.
 */
size_t catalogue_check(struct arena *arena, const struct catalogue_file *file,
		       const struct reference *reference, struct diag_list *diags);

#endif
