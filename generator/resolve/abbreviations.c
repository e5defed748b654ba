/*
 * abbreviations.c - which abbreviations the author has explained, and where.
 */
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "resolve/inline_parts.h"

static struct abbreviation *find(struct resolver *resolver, const char *text)
{
	for (size_t i = 0; i < resolver->abbreviation_count; i++)
		if (strcmp(resolver->abbreviations[i].text, text) == 0)
			return &resolver->abbreviations[i];
	resolver->abbreviations =
		arena_grow(resolver->arena, resolver->abbreviations, resolver->abbreviation_count,
			   &resolver->abbreviation_capacity, sizeof(*resolver->abbreviations));
	resolver->abbreviations[resolver->abbreviation_count] =
		(struct abbreviation){ .text = text };
	return &resolver->abbreviations[resolver->abbreviation_count++];
}

bool abbreviation_is_new(struct resolver *resolver, const char *text, const char *full)
{
	struct abbreviation *abbreviation = find(resolver, text);
	bool said = abbreviation->said;

	if (abbreviation->full == NULL)
		abbreviation->full = full;
	/* Headings and cells are short; who reads them alone finds the long form in the glossary. */
	if (!resolver->in_running_text || resolver->in_words_only)
		return false;
	abbreviation->said = true;
	return !said;
}

bool abbreviation_follows(const char *before, const char *full)
{
	size_t length = strlen(before), wanted = strlen(full);

	if (length < wanted + 2 || strcmp(before + length - 2, " (") != 0)
		return false;
	return strncasecmp(before + length - 2 - wanted, full, wanted) == 0;
}

void abbreviations_begin(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->abbreviation_count; i++)
		resolver->abbreviations[i].said = false;
}
