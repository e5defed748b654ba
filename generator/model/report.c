#include "model/report.h"

#include <string.h>

#include "base/text_list.h"

#include "model/statement.h"

static const char *const roles[] = {
#define DATA_ROLE(symbol, name, summary) [DATA_ROLE_##symbol] = name,
#include "model/data_roles.def"
#undef DATA_ROLE
};

const char *data_role_name(enum data_role role)
{
	return roles[role];
}

enum data_role data_role_find(const char *name)
{
	for (int i = 0; i < DATA_ROLE_COUNT; i++)
		if (strcmp(roles[i], name) == 0)
			return (enum data_role)i;
	return DATA_ROLE_COUNT;
}

struct location report_indicator_place(const struct report *report, const char *id, const char *set,
				       struct location fallback)
{
	for (size_t i = 0; i < report->indicator_count; i++)
		if (strcmp(report->indicators[i].id, id) == 0)
			return report->indicators[i].at;
	for (size_t i = 0; i < report->use_count; i++) {
		const struct catalogue_use *use = &report->uses[i];

		if (strcmp(use->set.text, set) == 0 &&
		    (use->only.text == NULL || list_has(use->only.text, " ", id)))
			return use->at;
	}
	return fallback;
}
