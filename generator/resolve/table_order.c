/*
 * table_order.c - the order of the rows of a table of values.
 */
#include <string.h>

#include "base/arena.h"
#include "resolve/table_parts.h"

/* Highest first; what is not shown after that; unknown people last in any order. */
static bool stands_before(const struct values_table *table, const struct view_group *a,
			  const struct view_group *b)
{
	const struct group *groups = table->view.classification->groups;
	bool first = value_is_shown(&a->value), second = value_is_shown(&b->value);

	if (groups[a->group].kind != groups[b->group].kind)
		return groups[a->group].kind == GROUP_ORDINARY;
	if (first != second)
		return first;
	return first && a->value.estimate > b->value.estimate;
}

static bool order_is(const struct values_table *table, const char *order)
{
	const char *asked = table->block->order.text;

	return asked != NULL && strcmp(asked, order) == 0;
}

void order_groups(struct values_table *table)
{
	struct view *view = &table->view;
	struct view_group *groups =
		arena_array(table->resolver->arena, view->count, sizeof(*groups));
	bool by_value = order_is(table, "value"), reverse = order_is(table, "reverse");

	for (size_t i = 0; i < view->count; i++) {
		struct view_group moved = view->groups[i];
		size_t at = i;

		if (reverse && i < view->ordinary)
			moved = view->groups[view->ordinary - 1 - i];
		for (; by_value && at > 0 && stands_before(table, &moved, &groups[at - 1]); at--)
			groups[at] = groups[at - 1];
		groups[at] = moved;
	}
	view->groups = groups;
}
