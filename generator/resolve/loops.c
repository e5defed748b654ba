#include <string.h>

#include "base/arena.h"
#include "resolve/resolver.h"

static bool is_listed(const char *list, const char *name)
{
	if (list == NULL)
		return true;
	for (const char *at = list;;) {
		size_t length = strcspn(at, "|");

		if (strlen(name) == length && strncmp(at, name, length) == 0)
			return true;
		if (at[length] == '\0')
			return false;
		at += length + 1;
	}
}

static void each_indicator(struct resolver *resolver, const struct scope *scope,
			   const struct block *block, struct node *parent)
{
	const struct indicators *indicators = resolver->dataset->indicators;

	for (size_t i = 0; i < indicators->count; i++) {
		const struct indicator *indicator = &indicators->items[i];
		struct scope within = *scope;

		if (!is_listed(block->only.text, indicator->id) ||
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
		bool first = true;

		for (size_t j = 0; j < i; j++)
			first = first && strcmp(indicators->items[j].domain,
						indicators->items[i].domain) != 0;
		if (!first || !is_listed(block->only.text, indicators->items[i].domain))
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

		if (!is_listed(block->only.text, dataset->periods[i].code))
			continue;
		within.reference.period = (struct word){ dataset->periods[i].code, block->at };
		resolve_blocks(resolver, &within, block->children, parent);
	}
}

void resolve_loop(struct resolver *resolver, const struct scope *scope, const struct block *block,
		  struct node *parent)
{
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
		    test_holds(resolver, scope, &option->test, option->at)) {
			resolve_blocks(resolver, &within, option->children, parent);
			return;
		}
	}
}
