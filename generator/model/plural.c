#include "model/plural.h"

#include <string.h>

enum { NUMBERS_LISTED = 7 };

struct language {
	const char *prefix;
	enum plural of[NUMBERS_LISTED]; /* 0 to 6; all others are PLURAL_OTHER */
};

static const struct language languages[] = {
	{ "en",
	  { PLURAL_OTHER, PLURAL_ONE, PLURAL_OTHER, PLURAL_OTHER, PLURAL_OTHER, PLURAL_OTHER,
	    PLURAL_OTHER } },
	{ "cy",
	  { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO, PLURAL_FEW, PLURAL_OTHER, PLURAL_OTHER,
	    PLURAL_MANY } },
};

static const struct language *language_of(const char *name)
{
	size_t length = strcspn(name, "-");

	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++)
		if (strlen(languages[i].prefix) == length &&
		    strncmp(languages[i].prefix, name, length) == 0)
			return &languages[i];
	return &languages[0];
}

const char *plural_name(enum plural plural)
{
	static const char *const names[] = { "zero", "one", "two", "few", "many", "other" };

	return names[plural];
}

enum plural plural_of(const char *language, size_t number)
{
	return number < NUMBERS_LISTED ? language_of(language)->of[number] : PLURAL_OTHER;
}

bool plural_is_used(const char *language, enum plural plural)
{
	const struct language *found = language_of(language);

	for (size_t i = 0; i < NUMBERS_LISTED; i++)
		if (found->of[i] == plural)
			return true;
	return plural == PLURAL_OTHER;
}
