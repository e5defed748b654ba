#include "model/sql_dialect.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/text_list.h"

const char *sql_part_word(enum sql_part part)
{
	static const char *const words[SQL_PART_COUNT] = {
#define SQL_PART(name, word, meaning) [SQL_PART_##name] = word,
#include "model/sql_parts.def"
#undef SQL_PART
	};

	return words[part];
}

const struct sql_dialect *sql_dialect_find(const struct sql_dialects *dialects, const char *name)
{
	for (size_t i = 0; i < dialects->count; i++)
		if (strcmp(dialects->items[i].name, name) == 0)
			return &dialects->items[i];
	return NULL;
}

static bool has_product(const struct sql_dialect *dialect, const char *product)
{
	const char *list = dialect->products;
	size_t length;

	for (const char *word = list_word(&list, "|", &length); word != NULL;
	     word = list_word(&list, "|", &length))
		if (length == strlen(product) && strncasecmp(word, product, length) == 0)
			return true;
	return false;
}

const struct sql_dialect *sql_dialect_of_product(const struct sql_dialects *dialects,
						 const char *product)
{
	for (size_t i = 0; i < dialects->count; i++)
		if (has_product(&dialects->items[i], product))
			return &dialects->items[i];
	return NULL;
}
