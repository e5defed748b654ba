#include "indicator/disclosure.h"

#include <math.h>

bool disclosure_hides(const struct disclosure_rule *rule, double count)
{
	return rule != NULL && rule->hides && !rule->shows_instead && count >= rule->hide_from &&
	       count <= rule->hide_to;
}

bool disclosure_apply(const struct disclosure_rule *rule, struct quantity *count)
{
	if (rule == NULL || !quantity_is_shown(count))
		return false;
	if (disclosure_hides(rule, count->number)) {
		*count = (struct quantity){ .state = VALUE_SUPPRESSED };
		return true;
	}
	if (rule->shows_instead && count->number >= rule->hide_from &&
	    count->number <= rule->hide_to)
		count->number = rule->shown_as;
	else if (rule->round_to > 0)
		count->number = floor(count->number / rule->round_to + 0.5) * rule->round_to;
	return false;
}

bool disclosure_rounds(const struct disclosure_rule *rule)
{
	return rule != NULL && (rule->shows_instead || rule->round_to > 0);
}

bool disclosure_protects(const struct disclosure_rule *rule)
{
	return rule != NULL && (rule->hides || disclosure_rounds(rule));
}

bool disclosure_coarsens(const struct disclosure_rule *rule, bool has_parts)
{
	if (rule == NULL)
		return false;
	if (has_parts)
		return disclosure_protects(rule);
	return !rule->rates_from_rounded && disclosure_rounds(rule);
}

enum value_reason disclosure_reason(const struct disclosure_rule *rule)
{
	return rule != NULL && rule->hides ? REASON_CONFIDENTIAL : REASON_MARKED_IN_DATA;
}
