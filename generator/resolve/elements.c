/*
 * elements.c - which elements of the author stand in the document, and in which section of the statement:
 * for the coverage of the statement.
 */
#include "base/arena.h"
#include "resolve/resolver.h"

static const char *domain_of(const struct resolver *resolver, const struct scope *scope)
{
	const struct indicators *indicators = resolver->dataset->indicators;
	const char *id = scope->reference.indicator.text;
	int found = id == NULL ? -1 : indicator_find(indicators, id);

	if (found >= 0)
		return indicators->items[found].domain;
	return scope->domain == NULL ? "" : scope->domain;
}

struct placed_element *begin_element(struct resolver *resolver, const struct scope *scope,
				     const struct block *block)
{
	struct document *document = resolver->document;
	struct placed_element *element = arena_alloc(resolver->arena, sizeof(*element));
	const struct placed_element *around = resolver->element;

	*element = (struct placed_element){
		.block = block,
		.around = around,
		.purpose = block->purpose.text != NULL ? block->purpose.text
			   : around != NULL            ? around->purpose
						       : "",
		.domain = domain_of(resolver, scope),
	};
	document->elements =
		arena_grow(resolver->arena, document->elements, document->element_count,
			   &document->element_capacity, sizeof(*document->elements));
	document->elements[document->element_count++] = element;
	resolver->element = element;
	return element;
}

void end_element(struct resolver *resolver, struct placed_element *element,
		 const struct node *parent)
{
	element->node = parent->last;
	resolver->element = element->around;
}
