#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "indicator/figure.h"
#include "resolve/inline_parts.h"

void resolve_tile(struct resolver *resolver, const struct scope *around, const struct block *block,
		  struct node *parent)
{
	struct scope scope = scope_within(around, &block->reference);
	enum measure measure = measure_of(&block->reference.of);
	const char *as = block->as.text;
	int decimals = block->decimals;
	const struct view_group *group;
	struct measure_choice choice;
	struct node *node;
	struct value value;
	struct cell_key key;
	struct view view;

	if (!scope_key(resolver, &scope, block->at, &key))
		return;
	view = view_of(resolver->arena, resolver->results, &key);
	if (!scope_group(resolver, &block->reference.group, &view, &group) ||
	    !choice_of(resolver, &block->reference, &view, group != NULL, block->at, &choice))
		return;
	if (!form_fits(as, view.indicator, measure)) {
		diag_add(resolver->diags, DIAG_FORM_UNFIT, block->as.at,
			 arena_printf(resolver->arena, "as=\"%s\", %s of %s", as,
				      measure_kind(measure)->name, view.indicator->id),
			 FORM_HINT);
		return;
	}
	value = view_figure(&view, group, &choice);
	if (decimals == DECIMALS_BY_RULE)
		decimals = decimals_of_interval(resolver, block->text, &block->reference, true,
						key.indicator, &value);
	if (as == NULL && measure_kind(measure)->unit == MEASURE_UNIT_RATIO)
		as = "times";
	node = node_new(resolver->arena, NODE_TILE, block->at);
	node->figure = figure_in_words(resolver, &view, group, measure, &value, as, decimals);
	use_figure(resolver, &view, group,
		   (struct figure_use){ .choice = choice,
					.value = value,
					.printed = node->figure,
					.at = block->at });
	node->text = resolve_running_text(resolver, &scope, block->text);
	note_of_state(resolver, &value, &node->text);
	if (block->to.text != NULL)
		remember_target(resolver, node, &block->to);
	node_append(parent, node);
}
