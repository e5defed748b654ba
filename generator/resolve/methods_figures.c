/*
 * methods_figures.c - how figures are worked out, with which standard populations and reference rates.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/methods_parts.h"
#include "words/method_words.h"

enum { COLUMNS = 2 };

void begin_entry(struct entry *entry, const char *name)
{
	struct account *account = entry->account;

	entry->cell = node_new(account->resolver->arena, NODE_CELL, entry->grid->at);
	entry->cell->title = plain_text(account->resolver, name);
	node_append(entry->grid, entry->cell);
}

/* A paragraph in secondary colour, with a word before it that leads the eye. */
static void add_small(struct entry *entry, const char *lead, const char *words)
{
	struct arena *arena = entry->account->resolver->arena;
	struct node *node = node_new(arena, NODE_TEXT, entry->cell->at);

	if (lead[0] != '\0') {
		text_add(arena, &node->text, lead)->strong = true;
		text_add(arena, &node->text, " ");
	}
	text_add(arena, &node->text, words)->secondary = true;
	node_append(entry->cell, node);
}

void end_entry(struct entry *entry, enum string_id formula, const char *source)
{
	struct resolver *resolver = entry->account->resolver;
	const char *words = word_of(resolver, formula);

	if (words[0] != '\0')
		account_paragraph(entry->account, entry->cell, NODE_TEXT,
				  arena_printf(resolver->arena, "%s %s.",
					       word_of(resolver, STRING_METHODS_FORMULA), words));
	if (source[0] != '\0')
		add_small(entry, "",
			  words_fill(&resolver->words, STRING_METHODS_SOURCE,
				     (struct placeholder[]){ { "source", source }, { 0 } }));
}

struct node *account_grid(struct account *account, struct node *section)
{
	struct node *grid = node_new(account->resolver->arena, NODE_GRID, section->at);

	grid->columns = COLUMNS;
	node_append(section, grid);
	return grid;
}

const char *account_variant(const struct account *account, const char *ids, const char *what)
{
	return words_fill(&account->resolver->words, STRING_METHODS_VARIANT,
			  (struct placeholder[]){ { "ids", ids }, { "what", what }, { 0 } });
}

/* -- figures ------------------------------------------------------------------------------------ */

static bool uses_method(const struct account *account, int indicator, const void *about)
{
	return account_has_method(account, indicator, about);
}

static bool uses_byar(const struct account *account, int indicator, const void *about)
{
	return uses_method(account, indicator, about) &&
	       account->resolver->dataset->indicators->items[indicator].byar_below_ten;
}

static void add_method(struct entry *entry, const struct method *method)
{
	struct resolver *resolver = entry->account->resolver;
	struct method_words words = method_words(method);
	const char *byar = account_ids(entry->account, uses_byar, method);

	begin_entry(entry, word_of(resolver, words.name));
	account_paragraph(entry->account, entry->cell, NODE_TEXT, word_of(resolver, words.how));
	if (byar[0] != '\0')
		account_paragraph(entry->account, entry->cell, NODE_TEXT,
				  account_variant(entry->account, byar,
						  word_of(resolver, STRING_METHODS_BYAR)));
	end_entry(entry, words.formula, method->source);
}

void account_figures(struct account *account, struct node *parent)
{
	struct entry entry = { .account = account };

	for (const struct method_entry *at = methods(); at->method != NULL; at++) {
		if (account_ids(account, uses_method, at->method)[0] == '\0')
			continue;
		if (entry.grid == NULL)
			entry.grid = account_grid(
				account, account_section(account, parent, STRING_METHODS_FIGURES));
		add_method(&entry, at->method);
	}
}

/* -- standard populations and reference rates --------------------------------------------------- */

static bool uses_standard(const struct account *account, int indicator, const void *about)
{
	const struct indicator *facts = &account->resolver->dataset->indicators->items[indicator];

	return account->indicators[indicator].computed && strcmp(facts->standard, about) == 0 &&
	       method_find(facts->method)->standardised;
}

static bool uses_reference(const struct account *account, int indicator, const void *about)
{
	const struct indicator *facts = &account->resolver->dataset->indicators->items[indicator];

	return account->indicators[indicator].computed && strcmp(facts->reference, about) == 0 &&
	       method_find(facts->method)->standardised;
}

static void add_standard(struct account *account, struct node *list,
			 const struct standard_population *standard, const char *ids)
{
	struct resolver *resolver = account->resolver;
	const struct placeholder parts[] = {
		{ "label", standard->label }, { "source", standard->source }, { "ids", ids }, { 0 }
	};

	account_paragraph(account, list, NODE_ITEM,
			  words_fill(&resolver->words,
				     standard->source[0] == '\0' ? STRING_METHODS_STANDARD_OWN
								 : STRING_METHODS_STANDARD,
				     parts));
}

static struct node *list_under(struct account *account, struct node *parent, enum string_id heading,
			       struct node *list)
{
	if (list != NULL)
		return list;
	list = node_new(account->resolver->arena, NODE_LIST, parent->at);
	node_append(account_section(account, parent, heading), list);
	return list;
}

/* One line for every standard, however many cuts into bands it has. */
static void add_standards(struct account *account, struct node *parent)
{
	const struct reference *reference = account->resolver->reference;
	struct node *list = NULL;

	for (size_t i = 0; i < reference->standard_count; i++) {
		const struct standard_population *standard = &reference->standards[i];
		const char *ids = account_ids(account, uses_standard, standard->name);

		if (ids[0] == '\0' || standard_find(reference, standard->name) != standard)
			continue;
		list = list_under(account, parent, STRING_METHODS_STANDARDS, list);
		add_standard(account, list, standard, ids);
	}
}

static void add_references(struct account *account, struct node *parent)
{
	struct resolver *resolver = account->resolver;
	struct node *list = NULL;

	for (size_t i = 0; i < resolver->dataset->organisation_count; i++) {
		const struct organisation *body = &resolver->dataset->organisations[i];
		const char *ids = account_ids(account, uses_reference, body->code);

		if (ids[0] == '\0')
			continue;
		list = list_under(account, parent, STRING_METHODS_REFERENCES, list);
		account_paragraph(account, list, NODE_ITEM,
				  words_fill(&resolver->words, STRING_METHODS_REFERENCE,
					     (struct placeholder[]){ { "name", body->name },
								     { "ids", ids },
								     { 0 } }));
	}
}

void account_standards(struct account *account, struct node *parent)
{
	add_standards(account, parent);
	add_references(account, parent);
}
