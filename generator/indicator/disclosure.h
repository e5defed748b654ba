/*
 * disclosure.h - hides and rounds counts before anything is worked out from them for print.
 *
 * The rule of a source is data (inputs/reference/disclosure-rules.csv). What a rule hides is gone from the
 * results: no later stage can print it by mistake.
 */
#ifndef GRADIENT_INDICATOR_DISCLOSURE_H
#define GRADIENT_INDICATOR_DISCLOSURE_H

#include <stdbool.h>

#include "model/reference.h"
#include "model/value.h"

/* True when the rule hides the count. rule may be NULL: nothing is hidden. */
bool disclosure_hides(const struct disclosure_rule *rule, double count);

/* Hides or rounds one count; a quantity that is not shown stays as it is. True when it was hidden. */
bool disclosure_apply(const struct disclosure_rule *rule, struct quantity *count);

/* True when some counts are hidden or shown as other numbers than they are. */
bool disclosure_protects(const struct disclosure_rule *rule);

/* True when counts are shown as other numbers than they are. */
bool disclosure_rounds(const struct disclosure_rule *rule);

/*
 * True when counts of the rule's sources may not be read off a figure that was worked out from them exactly:
 * the counts are rounded or shown as another number, or, for a figure that rests on parts of the count
 * (has_parts: age bands), small parts are hidden. Such a figure is kept at its printed decimals.
 */
bool disclosure_coarsens(const struct disclosure_rule *rule, bool has_parts);

/* Why a count is hidden. One reason for first and second groups, so that nobody can tell which is which. */
enum value_reason disclosure_reason(const struct disclosure_rule *rule);

#endif
