/*
 * scope_indicators.c - the several indicators that a chart or table is of.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/resolver.h"

static size_t all_indicators(const struct resolver *resolver, const struct scope *scope,
			     int *indicators, size_t most)
{
	const struct indicators *known = resolver->dataset->indicators;
	size_t count = 0;

	for (size_t i = 0; i < known->count && count < most; i++)
		if (scope->domain == NULL || strcmp(scope->domain, known->items[i].domain) == 0)
			indicators[count++] = (int)i;
	return count;
}

/* A list with another separator is one long name. */
static bool is_separated_otherwise(const char *id)
{
	return strpbrk(id, ",; \t\n") != NULL;
}

static void complain(struct resolver *resolver, const struct word *list, const char *id)
{
	const struct indicators *known = resolver->dataset->indicators;
	const char **names = arena_array(resolver->arena, known->count + 1, sizeof(*names));

	for (size_t i = 0; i < known->count; i++)
		names[i] = known->items[i].id;
	if (id[0] == '\0')
		diag_add(resolver->diags, DIAG_INDICATOR_UNKNOWN, list->at,
			 arena_printf(resolver->arena, "\"%s\" names none before or after a |",
				      list->text),
			 NULL);
	else
		diag_add(resolver->diags, DIAG_INDICATOR_UNKNOWN, list->at, id,
			 is_separated_otherwise(id)
				 ? "ids are separated by | without blanks: A|B"
				 : suggest_hint(resolver->arena, id, names, known->count));
}

static bool is_listed(const int *indicators, size_t count, int indicator)
{
	for (size_t i = 0; i < count; i++)
		if (indicators[i] == indicator)
			return true;
	return false;
}

size_t scope_indicators(struct resolver *resolver, const struct scope *scope,
			const struct block *block, int *indicators, size_t most)
{
	const struct word *list = &block->indicators;
	size_t count = 0;
	bool known = true;

	if (list->text == NULL) {
		indicators[0] = scope_indicator(resolver, scope, block->at);
		return indicators[0] >= 0;
	}
	if (strcmp(list->text, "all") == 0)
		return all_indicators(resolver, scope, indicators, most);
	for (const char *at = list->text; at != NULL;) {
		size_t length = strcspn(at, "|");
		const char *id = arena_strndup(resolver->arena, at, length);
		int found = indicator_find(resolver->dataset->indicators, id);

		at = at[length] == '\0' ? NULL : at + length + 1;
		if (found < 0)
			complain(resolver, list, id);
		known = known && found >= 0;
		if (found < 0)
			continue;
		if (!is_listed(indicators, count, found) && count < most)
			indicators[count++] = found;
		else if (most > 1 && is_listed(indicators, count, found))
			diag_add(resolver->diags, DIAG_INDICATOR_LISTED_TWICE, list->at, id, NULL);
	}
	return known ? count : 0;
}
