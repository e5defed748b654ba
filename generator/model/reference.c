#include "model/reference.h"

#include <string.h>

#include "model/code_list.h"

const struct disclosure_rule *disclosure_rule_find(const struct reference *reference,
						   const char *id)
{
	for (size_t i = 0; i < reference->rule_count; i++)
		if (strcmp(reference->rules[i].id, id) == 0)
			return &reference->rules[i];
	return NULL;
}

const struct known_organisation *known_organisation_find(const struct reference *reference,
							 const char *code)
{
	for (size_t i = 0; i < reference->organisation_count; i++)
		if (strcmp(reference->organisations[i].code, code) == 0 ||
		    code_list_holds(reference->organisations[i].other_code, code))
			return &reference->organisations[i];
	return NULL;
}

const struct standard_population *standard_find(const struct reference *reference, const char *name)
{
	for (size_t i = 0; i < reference->standard_count; i++)
		if (strcmp(reference->standards[i].name, name) == 0)
			return &reference->standards[i];
	return NULL;
}

bool standard_weight(const struct standard_population *standard, double lower, double upper,
		     double *weight)
{
	double sum = 0, next = lower;
	bool open = upper < lower;

	for (size_t i = 0; i < standard->count; i++) {
		const struct standard_band *band = &standard->bands[i];
		bool last = band->upper < band->lower;

		if (band->lower < next)
			continue;
		if (band->lower > next || (!open && (last || band->upper > upper)))
			return false;
		sum += band->weight;
		if (last ? open : band->upper == upper) {
			*weight = sum;
			return true;
		}
		next = band->upper + 1;
	}
	return false;
}

const char *disclosure_rule_meaning(const struct disclosure_rule *rule)
{
	return rule->note[0] == '\0' ? rule->applies_to : rule->note;
}
