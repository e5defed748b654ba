/*
 * editions_check.h - figures by classifications that do not agree; shared by the files of this folder alone.
 */
#ifndef GRADIENT_DATA_EDITIONS_CHECK_H
#define GRADIENT_DATA_EDITIONS_CHECK_H

#include "data/dataset_merge.h"

/*
 * Says, once for each indicator, where figures of one period are by two editions of one breakdown (whatever
 * the body), and where a population is by another edition than the events.
 */
void editions_check(struct arena *arena, const struct dataset *dataset,
		    const struct dataset_parts *parts, struct diag_list *diags);

#endif
