#include "model/reference.h"

#include <string.h>

const struct disclosure_rule *disclosure_rule_find(const struct reference *reference,
						   const char *id)
{
	for (size_t i = 0; i < reference->rule_count; i++)
		if (id[0] == '\0' ? reference->rules[i].is_default
				  : strcmp(reference->rules[i].id, id) == 0)
			return &reference->rules[i];
	return NULL;
}

const struct known_organisation *known_organisation_find(const struct reference *reference,
							 const char *code)
{
	for (size_t i = 0; i < reference->organisation_count; i++)
		if (strcmp(reference->organisations[i].code, code) == 0 ||
		    strcmp(reference->organisations[i].other_code, code) == 0)
			return &reference->organisations[i];
	return NULL;
}
