/*
 * methods.c - the account of methods: where it stands, and what it is about.
 */
#include <string.h>

#include "base/arena.h"
#include "document/heading.h"
#include "indicator/counts.h"
#include "resolve/methods_parts.h"

enum { LEVEL_MOST = HEADING_LEVEL_MOST - HEADING_LEVEL_TITLE };

void resolve_methods(struct resolver *resolver, const struct block *block, struct node *parent)
{
	struct node *marker = node_new(resolver->arena, NODE_TEXT, block->at);

	node_append(parent, marker);
	resolver->methods = arena_grow(resolver->arena, resolver->methods, resolver->methods_count,
				       &resolver->methods_capacity, sizeof(*resolver->methods));
	resolver->methods[resolver->methods_count++] =
		(struct methods_place){ marker, resolver->level, ++resolver->tables,
					resolver->part };
}

/* -- what the document uses --------------------------------------------------------------------- */

static void note_result(struct account *account, const struct result *result)
{
	struct indicator_account *indicator = &account->indicators[result->key.indicator];
	int people = counts_people_source(account->resolver->dataset, result);

	account->sources[result->source] = true;
	if (indicator->sources == NULL)
		indicator->sources = arena_array(account->resolver->arena,
						 account->resolver->dataset->source_count,
						 sizeof(*indicator->sources));
	indicator->sources[result->source] = true;
	if (people >= 0)
		account->sources[people] = true;
	if (!value_is_shown(&result->value))
		return;
	if (result->value.origin == VALUE_GIVEN)
		indicator->given = true;
	else
		indicator->computed = true;
	account->has_coarse = account->has_coarse || result->value.coarse;
}

/* Counts and what is made of counts alone come from the source, but not from the method. */
static bool is_of_counts(enum measure measure)
{
	return measure == MEASURE_COUNT || measure == MEASURE_DENOMINATOR ||
	       measure == MEASURE_SHARE || measure == MEASURE_COMPLETENESS ||
	       measure == MEASURE_EXCESS;
}

static void note_results(struct account *account, const struct figure_use *use)
{
	const struct results *results = account->resolver->results;
	enum measure_scope scope = measure_kind(use->choice.measure)->scope;
	size_t count = 1;
	struct cell_key key = use->key;
	const struct result *first = results_find(results, &key);
	bool over_groups = scope == MEASURE_SCOPE_PAIR || scope == MEASURE_SCOPE_DIMENSION;

	if (over_groups) {
		key.group = GROUP_ALL;
		first = results_groups(results, &key, &count);
	}
	for (size_t i = 0; first != NULL && i < count; i++) {
		struct result result = first[i];

		if (is_of_counts(use->choice.measure))
			result.value.state = VALUE_NOT_AVAILABLE;
		note_result(account, &result);
	}
}

static void note_use(struct account *account, const struct figure_use *use)
{
	struct indicator_account *indicator = &account->indicators[use->key.indicator];
	const struct measure_kind *kind = measure_kind(use->choice.measure);

	indicator->used = true;
	indicator->measures[use->choice.measure] =
		indicator->measures[use->choice.measure] || value_is_shown(&use->value);
	account->states[use->value.state][use->value.reason] = true;
	if (value_is_shown(&use->value)) {
		account->has_limits = account->has_limits || use->value.limits.known;
		account->has_sign = account->has_sign || (kind->parameters & TAKES_SIGN) != 0;
	}
	note_results(account, use);
}

struct account account_of(struct resolver *resolver)
{
	const struct dataset *dataset = resolver->dataset;
	const struct document *document = resolver->document;
	struct account account = { .resolver = resolver };

	account.indicators = arena_array(resolver->arena, dataset->indicators->count,
					 sizeof(*account.indicators));
	account.sources =
		arena_array(resolver->arena, dataset->source_count, sizeof(*account.sources));
	for (size_t i = 0; i < document->use_count; i++)
		note_use(&account, &document->uses[i]);
	return account;
}

bool account_has_method(const struct account *account, int indicator, const struct method *method)
{
	const struct indicator_account *uses = &account->indicators[indicator];
	const struct indicator *facts = &account->resolver->dataset->indicators->items[indicator];

	if (strcmp(method->name, "given") == 0)
		return uses->given;
	return uses->computed && strcmp(facts->method, method->name) == 0;
}

const char *account_ids(const struct account *account, account_test *test, const void *about)
{
	const struct indicators *indicators = account->resolver->dataset->indicators;
	const char *ids = "";

	for (size_t i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->items[i];

		if (!test(account, (int)i, about))
			continue;
		ids = arena_printf(
			account->resolver->arena, "%s%s%s", ids, ids[0] == '\0' ? "" : "; ",
			indicator->set[0] == '\0' ? indicator->short_name : indicator->id);
	}
	return ids;
}

/* -- sections ----------------------------------------------------------------------------------- */

struct node *account_section(struct account *account, struct node *parent, enum string_id heading)
{
	struct resolver *resolver = account->resolver;
	struct node *section = node_new(resolver->arena, NODE_SECTION, parent->at);

	section->level = parent->level;
	section->part = parent->part;
	section->title = plain_text(resolver, word_of(resolver, heading));
	give_anchor(resolver, section, "", "section", "");
	node_append(parent, section);
	return section;
}

void account_paragraph(struct account *account, struct node *parent, enum node_kind kind,
		       const char *words)
{
	struct node *node = node_new(account->resolver->arena, kind, parent->at);

	node->text = plain_text(account->resolver, words);
	node_append(parent, node);
}

/*
 * Sections of the account go on with the numbers of those before it, where its parent has a number and no
 * section comes behind it, whose number is out already.
 */
static void number_sections(struct resolver *resolver, const struct node *marker,
			    const struct node *account)
{
	const struct node *parent = marker->parent;
	unsigned number = 0;

	for (const struct node *node = marker->next; node != NULL; node = node->next)
		if (node->kind == NODE_SECTION)
			return;
	for (const struct node *node = parent->first; node != marker; node = node->next)
		number += node->kind == NODE_SECTION && node->number[0] != '\0';
	for (struct node *node = account->first; node != NULL && parent->number[0] != '\0';
	     node = node->next) {
		if (node->kind != NODE_SECTION)
			continue;
		node->number = arena_printf(resolver->arena, "%s.%u", parent->number, ++number);
		node->label = words_fill(&resolver->words, STRING_SECTION,
					 (struct placeholder[]){ { "n", node->number }, { 0 } });
	}
}

/* Puts the children of a node in the place of a marker. */
static void put_in_place(struct node *marker, const struct node *account)
{
	struct node *parent = marker->parent, *before = NULL;

	for (struct node *node = parent->first; node != marker; node = node->next)
		before = node;
	for (struct node *node = account->first; node != NULL; node = node->next)
		node->parent = parent;
	if (account->last != NULL)
		account->last->next = marker->next;
	if (before == NULL)
		parent->first = account->first != NULL ? account->first : marker->next;
	else
		before->next = account->first != NULL ? account->first : marker->next;
	if (parent->last == marker)
		parent->last = account->last != NULL ? account->last : before;
}

static void fill(struct resolver *resolver, const struct methods_place *place)
{
	struct account account = account_of(resolver);
	struct node *parent = node_new(resolver->arena, NODE_PART, place->marker->at);

	parent->level = place->level < LEVEL_MOST ? place->level + 1 : LEVEL_MOST;
	parent->part = place->part;
	account_figures(&account, parent);
	account_standards(&account, parent);
	account_bodies(&account, parent);
	account_measures(&account, parent);
	account_comparisons(&account, parent);
	account_small_numbers(&account, parent);
	account_certainty(&account, parent);
	account_table(&account, parent, place->table);
	number_sections(resolver, place->marker, parent);
	put_in_place(place->marker, parent);
}

void finish_methods(struct resolver *resolver)
{
	for (size_t i = 0; i < resolver->methods_count; i++)
		fill(resolver, &resolver->methods[i]);
}
