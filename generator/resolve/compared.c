/*
 * compared.c - the groups of a view as they compare with the total of another body.
 */
#include "base/arena.h"
#include "indicator/compute.h"
#include "resolve/resolver.h"

static struct view_group compared_group(struct resolver *resolver, const struct view_group *group,
					const struct value *other)
{
	struct view_group compared = *group;
	struct result *result;

	if (group->result == NULL)
		return compared;
	result = arena_alloc(resolver->arena, sizeof(*result));
	*result = *group->result;
	result->against_all = other == NULL ? COMPARISON_NONE : value_compare(&group->value, other);
	compared.result = result;
	return compared;
}

/* total: NULL when the groups are compared with nothing. */
static void compare_groups(struct resolver *resolver, const struct view *view,
			   const struct value *total, struct view *compared)
{
	struct view_group *groups = arena_array(resolver->arena, view->count, sizeof(*groups));

	for (size_t i = 0; i < view->count; i++)
		groups[i] = compared_group(resolver, &view->groups[i], total);
	compared->groups = groups;
}

struct view view_compared(struct resolver *resolver, const struct scope *scope,
			  const struct view *view, const char **place)
{
	int comparator =
		scope_comparator(resolver, scope, view->key.organisation, view->key.period);
	struct cell_key key = view->key;
	struct view compared = *view, other;
	const struct value *total;

	*place = NULL;
	if (comparator == COMPARATOR_OWN_TOTAL || comparator == key.organisation ||
	    view->classification == NULL)
		return compared;
	if (comparator == COMPARATOR_NONE) {
		compare_groups(resolver, view, NULL, &compared);
		return compared;
	}
	key.organisation = comparator;
	key.classification = CLASSIFICATION_ALL;
	other = view_of(resolver->arena, resolver->results, &key);
	total = other.total != NULL && value_is_shown(&other.total->value) &&
				method_find(view->indicator->method)->compares
			? &other.total->value
			: NULL;
	compared.total = other.total;
	compare_groups(resolver, view, total, &compared);
	*place = resolver->dataset->organisations[comparator].short_name;
	return compared;
}
