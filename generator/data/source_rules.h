/*
 * source_rules.h - the disclosure rule of each source: named, known, and fit for the bodies it is about.
 */
#ifndef GRADIENT_DATA_SOURCE_RULES_H
#define GRADIENT_DATA_SOURCE_RULES_H

#include "model/dataset.h"
#include "model/reference.h"

struct arena;
struct diag_list;

/*
 * Refuses a source that names no rule, or one that is not in the list: what may be printed is never guessed.
 * The rows that could be read say which indicators the source gives, and so which rules the catalogue names.
 */
void source_rules_check(struct arena *arena, const struct dataset *dataset,
			const struct reference *reference, struct diag_list *diags);

#endif
