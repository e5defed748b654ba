/*
 * maps_read.h - the files of outlines and tiles that charts of a report name.
 */
#ifndef GRADIENT_DATA_MAPS_READ_H
#define GRADIENT_DATA_MAPS_READ_H

#include "data/dataset_read.h"

/* Reads each file once into the dataset. */
void maps_read(struct arena *arena, const struct report *report, struct dataset *dataset,
	       struct data_folders folders, struct diag_list *diags);

#endif
