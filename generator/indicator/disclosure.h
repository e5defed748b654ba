/*
 * disclosure.h - hides and rounds counts before anything is worked out from them for print.
 *
 * The rule of a source is data (inputs/reference/disclosure-rules.csv). What a rule hides is gone from the
 * results: no later stage can print it by mistake.
 */
#ifndef GRADIENT_INDICATOR_DISCLOSURE_H
#define GRADIENT_INDICATOR_DISCLOSURE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/reference.h"
#include "model/result.h"

/* True when the rule hides the count. rule may be NULL: nothing is hidden. */
bool disclosure_hides(const struct disclosure_rule *rule, double count);

/* Hides or rounds one count; a quantity that is not shown stays as it is. True when it was hidden. */
bool disclosure_apply(const struct disclosure_rule *rule, struct quantity *count);

/*
 * The groups of one breakdown in one period, all of one source: when exactly one of them is hidden, so that
 * it could be worked out from the total, the group with the next smallest count is hidden too.
 */
void disclosure_secondary(const struct disclosure_rule *rule, struct result *groups, size_t count);

#endif
