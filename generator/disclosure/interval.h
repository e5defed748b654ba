/*
 * interval.h - what a rule of disclosure lets readers know of a count.
 */
#ifndef GRADIENT_DISCLOSURE_INTERVAL_H
#define GRADIENT_DISCLOSURE_INTERVAL_H

#include "disclosure/problem.h"
#include "model/reference.h"

/* True when small counts of the rule must be protected against being worked out. */
bool rule_is_guarded(const struct disclosure_rule *rule);

/* All counts that are shown as this one is. */
struct span interval_shown(const struct disclosure_rule *rule, double number);

/* What readers know of a hidden count; further: hidden to protect another one. */
struct span interval_hidden(const struct disclosure_rule *rule, bool further);

/* True when the rule itself hides the number, or shows another one for it since it is small. */
bool interval_is_small(const struct disclosure_rule *rule, double number);

#endif
