/*
 * standard_fit.h - age bands of the data beside those of the standard population; shared by the files of this
 * folder alone.
 */
#ifndef GRADIENT_DATA_STANDARD_FIT_H
#define GRADIENT_DATA_STANDARD_FIT_H

#include "model/dataset.h"
#include "model/reference.h"

struct arena;
struct diag_list;

/*
 * Rows of narrow bands, such as single years, of indicators with a standard population are added up to its
 * bands where they fill one; wider bands may be made up of several of the standard. Says which bands do not
 * fit.
 */
void standards_fit(struct arena *arena, const struct reference *reference, struct dataset *dataset,
		   struct diag_list *diags);

#endif
