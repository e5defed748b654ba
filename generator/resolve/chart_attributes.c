/*
 * chart_attributes.c - attributes of a chart that belong to other kinds: they would do nothing, which an author
 * would not see.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/chart_parts.h"

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "places, stacked": the kinds that have a use for it. */
static const char *kinds_that_take(struct arena *arena, unsigned what)
{
	const struct chart_kind_entry *all = chart_kinds();
	const char **names, *text = "";
	size_t count = 0;

	while (all[count].kind != NULL)
		count++;
	names = arena_array(arena, count, sizeof(*names));
	count = 0;
	for (; all->kind != NULL; all++)
		if ((all->kind->takes & what) != 0)
			names[count++] = all->name;
	qsort(names, count, sizeof(*names), compare_names);
	for (size_t i = 0; i < count; i++)
		text = arena_printf(arena, "%s%s%s", text, i == 0 ? "" : ", ", names[i]);
	return text;
}

/* What small multiples repeat may use its own attributes. */
static bool uses(const struct chart *chart, unsigned what)
{
	const struct word *of_kind = &chart->block->of_kind;
	const struct chart_kind *repeated =
		(chart->kind->takes & TAKES_PANELS) != 0 && of_kind->text != NULL
			? chart_kind_find(of_kind->text)
			: NULL;

	return (chart->kind->takes & what) != 0 ||
	       (repeated != NULL && (repeated->takes & what) != 0);
}

void check_chart_attributes(const struct chart *chart)
{
	const struct block *block = chart->block;
	struct arena *arena = chart->resolver->arena;
	const struct {
		const char *name;
		const struct word *word;
		unsigned what;
	} attributes[] = {
		{ "indicators", &block->indicators, TAKES_INDICATORS },
		{ "boundaries", &block->boundaries, TAKES_MAP },
		{ "key", &block->boundary_key, TAKES_MAP },
		{ "tiles", &block->tiles, TAKES_MAP },
		{ "of-kind", &block->of_kind, TAKES_PANELS },
		{ "panels", &block->panels, TAKES_PANELS },
		{ "rebase", &block->rebase, TAKES_REBASE },
		{ "median", &block->median, TAKES_MEDIAN },
		{ "series", &block->reference.series, TAKES_SERIES },
	};

	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
		if (attributes[i].word->text != NULL && !uses(chart, attributes[i].what))
			diag_add(chart->resolver->diags, DIAG_CHART_ATTRIBUTE,
				 attributes[i].word->at,
				 arena_printf(arena, "%s=\"%s\" on kind=\"%s\"", attributes[i].name,
					      attributes[i].word->text, chart->kind->name),
				 arena_printf(arena, "%s is for: %s", attributes[i].name,
					      kinds_that_take(arena, attributes[i].what)));
	if (block->boundary_key.text != NULL && block->boundaries.text == NULL &&
	    uses(chart, TAKES_MAP))
		diag_add(chart->resolver->diags, DIAG_ATTRIBUTE_IDLE, block->boundary_key.at,
			 arena_printf(arena, "key=\"%s\"", block->boundary_key.text),
			 "key is the property that holds the codes in the file of "
			 "boundaries=\"...\"");
	if (block->axis.text != NULL && chart->parent->kind != NODE_GRID)
		diag_add(chart->resolver->diags, DIAG_ATTRIBUTE_IDLE, block->axis.at,
			 arena_printf(arena, "share-axis=\"%s\"", block->axis.text),
			 "charts share an axis with those beside them in a <grid>; this one stands "
			 "alone");
}

void check_order(struct resolver *resolver, const struct block *block, const struct view *view,
		 bool fixed)
{
	const struct word *order = &block->order;

	if (order->text == NULL || strcmp(order->text, "given") == 0)
		return;
	if (fixed)
		diag_add(resolver->diags, DIAG_ATTRIBUTE_IDLE, order->at,
			 arena_printf(resolver->arena, "order=\"%s\" on kind=\"%s\"", order->text,
				      block->style.text),
			 "its groups always run from the most to the least deprived");
	else if (view->classification != NULL && view_most(view) != NULL)
		diag_addf(resolver->diags, DIAG_ORDER_TURNED, order->at, "order=\"%s\" by %s",
			  order->text, view->classification->id);
}
