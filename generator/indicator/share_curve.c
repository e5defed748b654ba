#include "indicator/share_curve.h"

#include "base/arena.h"
#include "stats/concentration.h"

bool share_curve(struct arena *arena, const struct share_group *groups, size_t count,
		 struct share_point *points)
{
	struct concentration_group *parts = arena_array(arena, count + 1, sizeof(*parts));
	struct concentration_point *found = arena_array(arena, count + 1, sizeof(*found));
	size_t fault;

	for (size_t i = 0; i < count; i++)
		parts[i] = (struct concentration_group){ .value = groups[i].value,
							 .population = groups[i].people };
	if (concentration_curve(parts, count, found, &fault) != STATS_OK)
		return false;
	for (size_t i = 0; i <= count; i++)
		points[i] =
			(struct share_point){ 100 * found[i].population, 100 * found[i].variable };
	return true;
}
