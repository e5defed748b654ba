/*
 * population_join.h - denominators from the files of populations that indicators name; shared by the files of
 * this folder alone.
 */
#ifndef GRADIENT_DATA_POPULATION_JOIN_H
#define GRADIENT_DATA_POPULATION_JOIN_H

#include "data/dataset_merge.h"

/*
 * Gives rows without a denominator that of their population: of the same period, organisation, group, sex and
 * age band, whatever the files call it. Bands of either file are added up where they make up one of the other;
 * bands of the population in which nobody was counted become rows with no event. Says which populations are
 * missing, or contradict their own bands.
 */
void populations_join(struct arena *arena, const struct report *report, struct dataset *dataset,
		      struct dataset_parts *parts, struct diag_list *diags);

#endif
