/*
 * methods_bodies.c - what the account of methods says of bodies that took the place of others, and of groups
 * that were cut anew.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/methods_parts.h"
#include "resolve/series.h"

static struct node *section_under(struct account *account, struct node *parent,
				  struct node **section)
{
	if (*section == NULL)
		*section = account_section(account, parent, STRING_METHODS_BODIES);
	return *section;
}

static bool uses_body(const struct document *document, int organisation)
{
	for (size_t i = 0; i < document->use_count; i++)
		if (document->uses[i].key.organisation == organisation)
			return true;
	return false;
}

static void add_bodies(struct account *account, struct node *parent, struct node **section)
{
	struct resolver *resolver = account->resolver;
	const struct dataset *dataset = resolver->dataset;
	bool combined = false;

	for (int i = 0; i < (int)dataset->organisation_count; i++) {
		const struct organisation *body = &dataset->organisations[i];

		for (size_t c = 0; c < body->change_count && uses_body(resolver->document, i);
		     c++) {
			combined = combined || body->changes[c].history == HISTORY_COMBINED;
			account_paragraph(account, section_under(account, parent, section),
					  NODE_TEXT,
					  sentence_of_change(resolver, i, &body->changes[c],
							     body->changes[c].has_figures_before));
		}
	}
	if (combined)
		account_paragraph(account, *section, NODE_TEXT,
				  word_of(resolver, STRING_METHODS_BODIES_RULE));
}

/* Which classifications the figures of the document are by. */
static bool *used_classifications(const struct resolver *resolver)
{
	const struct document *document = resolver->document;
	bool *used =
		arena_array(resolver->arena, resolver->dataset->dimensions->classification_count,
			    sizeof(*used));

	for (size_t i = 0; i < document->use_count; i++)
		if (document->uses[i].key.classification >= 0)
			used[document->uses[i].key.classification] = true;
	return used;
}

/* Editions of one dimension, each once; returns how many. */
static size_t editions_of(const struct dimensions *dimensions, const bool *used,
			  const char *dimension, const char **editions)
{
	size_t count = 0;

	for (size_t i = 0; i < dimensions->classification_count; i++) {
		const struct classification *classification = dimensions->classifications[i];
		bool known = !used[i] || classification->edition[0] == '\0' ||
			     strcmp(classification->dimension, dimension) != 0;

		for (size_t j = 0; j < count && !known; j++)
			known = strcmp(editions[j], classification->edition) == 0;
		if (!known)
			editions[count++] = classification->edition;
	}
	return count;
}

static void add_editions(struct account *account, struct node *parent, struct node **section)
{
	struct resolver *resolver = account->resolver;
	const struct dimensions *dimensions = resolver->dataset->dimensions;
	const bool *used = used_classifications(resolver);
	const char **editions =
		arena_array(resolver->arena, dimensions->classification_count, sizeof(*editions));

	for (size_t i = 0; i < dimensions->count; i++) {
		size_t count = editions_of(dimensions, used, dimensions->items[i].id, editions);
		const struct placeholder parts[] = {
			{ "dimension", dimensions->items[i].label },
			{ "editions",
			  count < 2 ? "" : names_joined(&resolver->words, editions, count) },
			{ 0 },
		};

		if (count > 1)
			account_paragraph(
				account, section_under(account, parent, section), NODE_TEXT,
				words_fill(&resolver->words, STRING_METHODS_EDITIONS, parts));
	}
}

void account_bodies(struct account *account, struct node *parent)
{
	struct node *section = NULL;

	add_bodies(account, parent, &section);
	add_editions(account, parent, &section);
}
