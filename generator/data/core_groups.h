/*
 * core_groups.h - the most deprived areas set against all others, added up from fifths or tenths; shared by the
 * files of this folder alone.
 */
#ifndef GRADIENT_DATA_CORE_GROUPS_H
#define GRADIENT_DATA_CORE_GROUPS_H

#include "model/dataset.h"
#include "model/reference.h"
#include "model/report.h"

struct arena;

/* The classification that core of <data> chooses: its id. */
const char *core_classification(const struct report *report);

/*
 * Adds observations of the core groups where a report asks for them and the data hold none for an indicator,
 * period and organisation, but the groups that make them up. Counts are added up; a published value passes
 * on to a core group of one group alone. A group of which the data of the organisation hold nothing at all
 * counts as one that the area does not have; where rows of others are missing the sum is not available.
 * Periods of another edition of the index than the latest have no core groups.
 */
void core_groups_add(struct arena *arena, const struct report *report,
		     const struct reference *reference, struct dataset *dataset);

#endif
