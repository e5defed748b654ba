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

void disclosure_secondary(const struct disclosure_rule *rule, struct result *groups, size_t count)
{
	struct result *smallest = NULL;
	size_t hidden = 0;

	if (rule == NULL || !rule->secondary)
		return;
	for (size_t i = 0; i < count; i++) {
		struct result *result = &groups[i];

		if (result->key.sex != SEX_ALL)
			continue;
		if (result->numerator.state == VALUE_SUPPRESSED)
			hidden++;
		else if (quantity_is_shown(&result->numerator) && result->numerator.number > 0 &&
			 (smallest == NULL ||
			  result->numerator.number < smallest->numerator.number))
			smallest = result;
	}
	if (hidden != 1 || smallest == NULL)
		return;
	smallest->numerator = (struct quantity){ .state = VALUE_SUPPRESSED };
	smallest->value = value_without(VALUE_SUPPRESSED, REASON_SECONDARY);
}
