#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/suggest.h"
#include "resolve/resolver.h"

/* The names of only="A|B", one after another; NULL behind the last. */
static const char *next_name(struct resolver *resolver, const char **list)
{
	const char *at = *list;
	size_t length;

	if (at == NULL)
		return NULL;
	length = strcspn(at, "|");
	*list = at[length] == '\0' ? NULL : at + length + 1;
	return arena_strndup(resolver->arena, at, length);
}

static bool is_listed(struct resolver *resolver, const char *list, const char *name)
{
	const char *listed;

	if (list == NULL)
		return true;
	while ((listed = next_name(resolver, &list)) != NULL)
		if (strcmp(listed, name) == 0)
			return true;
	return false;
}

/* A period may be written in other ways than its file does: "2024-25". */
static bool is_listed_period(struct resolver *resolver, const char *list, int period)
{
	const char *listed;

	if (list == NULL)
		return true;
	while ((listed = next_name(resolver, &list)) != NULL)
		if (period_find(resolver->dataset, listed) == period)
			return true;
	return false;
}

/* What a loop can run over, by name. */
struct loop_names {
	const char **items;
	size_t count;
	enum diag_code unknown;
};

static bool is_known(const struct resolver *resolver, const struct loop_names *names,
		     const char *name)
{
	if (names->unknown == DIAG_PERIOD_UNKNOWN)
		return period_find(resolver->dataset, name) >= 0;
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i], name) == 0)
			return true;
	return false;
}

static struct loop_names names_of(struct resolver *resolver, const char *in)
{
	const struct dataset *dataset = resolver->dataset;
	const struct indicators *indicators = dataset->indicators;
	struct loop_names names = {
		.items = arena_array(resolver->arena, indicators->count + dataset->period_count,
				     sizeof(*names.items)),
		.unknown = DIAG_PERIOD_UNKNOWN,
	};

	if (strcmp(in, "periods") == 0) {
		for (size_t i = 0; i < dataset->period_count; i++)
			names.items[names.count++] = dataset->periods[i].code;
		return names;
	}
	names.unknown = strcmp(in, "domains") == 0 ? DIAG_DOMAIN_UNKNOWN : DIAG_INDICATOR_UNKNOWN;
	for (size_t i = 0; i < indicators->count; i++) {
		const char *name = names.unknown == DIAG_DOMAIN_UNKNOWN
					   ? indicators->items[i].domain
					   : indicators->items[i].id;

		if (name[0] != '\0' && !is_known(resolver, &names, name))
			names.items[names.count++] = name;
	}
	return names;
}

/* A slip in a list would leave something out of the report without a word. */
static void check_names(struct resolver *resolver, const struct block *block)
{
	const char *list = block->only.text, *name;
	struct loop_names names;

	if (list == NULL)
		return;
	names = names_of(resolver, block->in.text);
	while ((name = next_name(resolver, &list)) != NULL)
		if (!is_known(resolver, &names, name))
			diag_add(resolver->diags, names.unknown, block->only.at, name,
				 suggest_hint(resolver->arena, name, names.items, names.count));
}

static void each_indicator(struct resolver *resolver, const struct scope *scope,
			   const struct block *block, struct node *parent)
{
	const struct indicators *indicators = resolver->dataset->indicators;

	for (size_t i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->items[i];
		struct scope within = *scope;

		if (!is_listed(resolver, block->only.text, indicator->id) ||
		    (scope->domain != NULL && strcmp(scope->domain, indicator->domain) != 0))
			continue;
		within.reference.indicator = (struct word){ indicator->id, block->at };
		resolve_blocks(resolver, &within, block->children, parent);
	}
}

static void each_domain(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent)
{
	const struct indicators *indicators = resolver->dataset->indicators;

	for (size_t i = 0; i < indicators->count; i++) {
		struct scope within = *scope;
		bool first = indicators->items[i].domain[0] != '\0';

		for (size_t j = 0; j < i; j++)
			first = first && strcmp(indicators->items[j].domain,
						indicators->items[i].domain) != 0;
		if (!first || !is_listed(resolver, block->only.text, indicators->items[i].domain))
			continue;
		within.domain = indicators->items[i].domain;
		within.reference.indicator = (struct word){ indicators->items[i].id, block->at };
		resolve_blocks(resolver, &within, block->children, parent);
	}
}

static void each_period(struct resolver *resolver, const struct scope *scope,
			const struct block *block, struct node *parent)
{
	const struct dataset *dataset = resolver->dataset;

	for (size_t i = 0; i < dataset->period_count; i++) {
		struct scope within = *scope;

		if (!is_listed_period(resolver, block->only.text, (int)i))
			continue;
		within.reference.period = (struct word){ dataset->periods[i].code, block->at };
		within.period_runs = true;
		resolve_blocks(resolver, &within, block->children, parent);
	}
}

void resolve_loop(struct resolver *resolver, const struct scope *scope, const struct block *block,
		  struct node *parent)
{
	check_names(resolver, block);
	if (strcmp(block->in.text, "indicators") == 0)
		each_indicator(resolver, scope, block, parent);
	else if (strcmp(block->in.text, "domains") == 0)
		each_domain(resolver, scope, block, parent);
	else
		each_period(resolver, scope, block, parent);
}

void resolve_choice(struct resolver *resolver, const struct scope *scope, const struct block *block,
		    struct node *parent)
{
	for (const struct block *option = block->children; option != NULL; option = option->next) {
		struct scope within = scope_within(scope, &option->reference);

		if (option->kind == BLOCK_OTHERWISE ||
		    test_holds(resolver, scope, option->test, option->at)) {
			resolve_blocks(resolver, &within, option->children, parent);
			return;
		}
	}
}
