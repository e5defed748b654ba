#include "model/report.h"

#include <string.h>

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
