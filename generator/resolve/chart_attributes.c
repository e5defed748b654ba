/*
 * chart_attributes.c - attributes of a chart that belong to other kinds: they would do nothing, which an author
 * would not see.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/chart_parts.h"

/* True when a kind is on a list such as "places, control". */
static bool is_listed(const char *kinds, const char *kind)
{
	for (const char *at = kinds; kind != NULL && at != NULL;) {
		size_t length = strcspn(at, ",");

		if (strlen(kind) == length && strncmp(at, kind, length) == 0)
			return true;
		at = at[length] == '\0' ? NULL : at + length + 2;
	}
	return false;
}

/* What small multiples repeat may use its own attributes. */
static bool uses(const struct chart *chart, const char *kinds)
{
	return is_listed(kinds, chart->kind->name) ||
	       (chart->kind->shape == SHAPE_PANELS && is_listed(kinds, chart->block->of_kind.text));
}

void check_chart_attributes(const struct chart *chart)
{
	const struct block *block = chart->block;
	const struct {
		const char *name;
		const struct word *word;
		const char *kinds;
	} attributes[] = {
		{ "indicators", &block->indicators,
		  "dumbbell, heat-table, pareto, small-multiples, stacked, waits, waits-cumulative" },
		{ "boundaries", &block->boundaries, "places" },
		{ "key", &block->boundary_key, "places" },
		{ "tiles", &block->tiles, "places" },
		{ "of-kind", &block->of_kind, "small-multiples" },
		{ "panels", &block->panels, "small-multiples" },
		{ "rebase", &block->rebase, "control" },
	};

	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
		if (attributes[i].word->text != NULL && !uses(chart, attributes[i].kinds))
			diag_add(chart->resolver->diags, DIAG_CHART_ATTRIBUTE,
				 attributes[i].word->at,
				 arena_printf(chart->resolver->arena, "%s=\"%s\" on kind=\"%s\"",
					      attributes[i].name, attributes[i].word->text,
					      chart->kind->name),
				 arena_printf(chart->resolver->arena, "%s is for: %s",
					      attributes[i].name, attributes[i].kinds));
}
