#include "data/catalogue_columns.h"

#include <string.h>

#include "base/arena.h"

static const struct catalogue_column_rule rules[CATALOGUE_COLUMNS] = {
#define CATALOGUE_TEXT(symbol, name, member, form, words, help) { name, form, words, help },
#define CATALOGUE_OTHER(symbol, name, form, words, help) { name, form, words, help },
#include "data/catalogue_columns.def"
#undef CATALOGUE_TEXT
#undef CATALOGUE_OTHER
};

static const char *const column_names[CATALOGUE_COLUMNS] = {
#define CATALOGUE_TEXT(symbol, name, member, form, words, help) name,
#define CATALOGUE_OTHER(symbol, name, form, words, help) name,
#include "data/catalogue_columns.def"
#undef CATALOGUE_TEXT
#undef CATALOGUE_OTHER
};

static const char *const method_names[] = {
#define METHOD(symbol, name, summary) name,
#include "model/methods.def"
#undef METHOD
};

const struct catalogue_column_rule *catalogue_column(enum catalogue_column column)
{
	return &rules[column];
}

const char *const *catalogue_column_names(void)
{
	return column_names;
}

const char *const *catalogue_methods(size_t *count)
{
	*count = sizeof(method_names) / sizeof(method_names[0]);
	return method_names;
}

const char **catalogue_text(struct indicator *indicator, enum catalogue_column column)
{
	switch (column) {
#define CATALOGUE_TEXT(symbol, name, member, form, words, help)                                    \
	case FIELD_##symbol:                                                                       \
		return &indicator->member;
#define CATALOGUE_OTHER(symbol, name, form, words, help)                                           \
	case FIELD_##symbol:                                                                       \
		return NULL;
#include "data/catalogue_columns.def"
#undef CATALOGUE_TEXT
#undef CATALOGUE_OTHER
	case CATALOGUE_COLUMNS:
		break;
	}
	return NULL;
}
