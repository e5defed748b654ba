#include "chart/kind.h"

#include <string.h>

#include "base/arena.h"

#define CHART_KIND(symbol, name, summary) extern const struct chart_kind chart_##symbol;
#include "model/chart_kinds.def"
#undef CHART_KIND

static const struct chart_kind_entry kinds[] = {
#define CHART_KIND(symbol, name, summary) { &chart_##symbol, name, summary },
#include "model/chart_kinds.def"
#undef CHART_KIND
	{ 0 },
};

const struct chart_kind_entry *chart_kinds(void)
{
	return kinds;
}

const struct chart_kind *chart_kind_find(const char *name)
{
	for (size_t i = 0; kinds[i].kind != NULL; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	return NULL;
}

static double default_height(const struct layout *layout, const struct chart_kind *kind, bool half)
{
	if (half)
		return layout->chart_half_height_pt;
	return kind->shallow ? layout->chart_trend_height_pt : layout->chart_height_pt;
}

struct scene *chart_draw(struct arena *arena, struct text_engine *engine,
			 const struct layout *layout, const struct theme *theme,
			 const struct plot *plot, double width, bool half)
{
	const struct chart_kind *kind = chart_kind_find(plot->kind);
	double height = plot->height_pt > 0 ? plot->height_pt : default_height(layout, kind, half);
	struct arena *draft = arena_new();
	struct scene *scene;
	struct canvas canvas = {
		.arena = draft,
		.keep = arena,
		.engine = engine,
		.theme = theme,
		.layout = layout,
		.plot = plot,
		.scene = scene_new(draft, width, height),
		.width = width,
		.height = height,
		.text = text_font(engine, &layout->styles[ROLE_CHART_TEXT]),
		.strong = text_font(engine, &layout->styles[ROLE_CHART_STRONG]),
		.tick = text_font(engine, &layout->styles[ROLE_CHART_TICK]),
		.line_pt = layout->styles[ROLE_CHART_TEXT].line_pt,
	};

	canvas.scene->element = ELEMENT_OF_USER;
	kind->draw(&canvas);
	scene = scene_new(arena, canvas.scene->width, canvas.scene->height);
	scene->element = ELEMENT_OF_USER;
	scene_reserve(scene, scene_copy_count(canvas.scene));
	scene_copy(scene, canvas.scene, 0, 0);
	arena_free(draft);
	return scene;
}
